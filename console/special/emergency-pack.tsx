import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { call, get, newId } from '../api/client.ts';
import { useKinds, useOffice, useSelf } from '../api/queries.ts';
import type { EmergencyPack, PackSection } from '../api/shapes.ts';
import { Dialog } from '../look/dialog.tsx';
import { Loaded, PageTitle, RefusalBox } from '../look/signs.tsx';
import { dayText, daysAfter, today } from '../look/words.ts';
import { mayTake } from '../screens/ahead.ts';
import { useForm } from '../screens/me/small-form.tsx';

/** After so many days a printed pack is old. */
const FRESH_DAYS = 31;
const placeOf = (org: string): string => `fadu.pack-printed.${org}`;

/** The day on which this computer last printed the pack; a browser that keeps nothing knows none. */
function usePrinted(org: string): string | undefined {
  const [printed, setPrinted] = useState(() => localStorage.getItem(placeOf(org)) ?? undefined);
  useEffect(() => {
    const note = (): void => {
      localStorage.setItem(placeOf(org), today());
      setPrinted(today());
    };
    window.addEventListener('afterprint', note);
    return () => window.removeEventListener('afterprint', note);
  }, [org]);
  return printed;
}

/** The emergency pack (应急包): on paper, for the day without power or network. */
export function EmergencyPackPage() {
  const { code, name } = useOffice();
  const [full, setFull] = useState<EmergencyPack>();
  const read = useQuery({
    queryKey: [code, 'emergency-pack'],
    queryFn: () => get<EmergencyPack>(`/${code}/emergency-pack`),
  });
  return (
    <>
      <div className="head">
        <PageTitle name="应急包">{name}应急包</PageTitle>
        <div className="does">
          <Full onGiven={setFull} />
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <Loaded of={read}>{(masked) => <Pack pack={full ?? masked} />}</Loaded>
    </>
  );
}

function Pack({ pack }: { readonly pack: EmergencyPack }) {
  const { code } = useOffice();
  const printed = usePrinted(code);
  const { madeOn, staleFrom, sections } = pack;
  const hidden = sections.some(({ masked }) => masked);
  return (
    <>
      <p>
        {dayText(madeOn)}的情况。从{dayText(staleFrom)}起满一个月，请作废这一份，重新打印。
      </p>
      {today() >= staleFrom ? <p className="notice">这一页打开已经超过一个月，请刷新后再打印。</p> : null}
      <p className="quiet no-print" role="status">
        {lastPrinted(printed)}
        {hidden ? '有的姓名、电话对您隐去了；要带全部电话的，由有权的岗位写明理由取用。' : ''}
      </p>
      {sections.map((section) => (
        <SectionTable key={section.code} section={section} />
      ))}
      <p className="quiet">含个人信息，只用于应急；换新的以后收回旧的销毁。</p>
    </>
  );
}

function lastPrinted(printed: string | undefined): string {
  if (printed === undefined) return '这台电脑还没有打印过应急包。';
  const old = daysAfter(printed, FRESH_DAYS) <= today();
  return `这台电脑上次打印是${dayText(printed)}${old ? '，已经超过一个月，请重新打印，收回旧的' : ''}。`;
}

function SectionTable({ section: { code, title, columns, rows } }: { readonly section: PackSection }) {
  return (
    <section className="block" aria-labelledby={`pack-${code}`}>
      <h2 id={`pack-${code}`}>{title}</h2>
      {rows.length === 0 ? (
        <p className="quiet">没有登记。</p>
      ) : (
        <div className="wide-table">
          <table className="plain">
            <thead>
              <tr>
                {columns.map((column, at) => (
                  <th scope="col" key={`${column}${at}`}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Every telephone, for whoever answers for personal data: the reason stands in the ledger before anything is given. */
function Full({ onGiven }: { readonly onGiven: (pack: EmergencyPack) => void }) {
  const self = useSelf().data;
  const [open, setOpen] = useState(false);
  const step = useKinds()
    .data?.kinds.find(({ code }) => code === 'personal-reveal')
    ?.steps.find(({ name }) => name === 'export');
  if (!step || !self || !mayTake(step, self)) return null;
  const given = (pack: EmergencyPack): void => {
    onGiven(pack);
    setOpen(false);
  };
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        取带全部电话的
      </button>
      {open ? (
        <Dialog title="取带全部电话的应急包" onClose={() => setOpen(false)}>
          <Ask strong={self.strong} onGiven={given} />
        </Dialog>
      ) : null}
    </>
  );
}

function Ask({
  strong,
  onGiven,
}: {
  readonly strong: boolean;
  readonly onGiven: (pack: EmergencyPack) => void;
}) {
  const id = useId();
  const { code } = useOffice();
  const key = useRef(newId());
  const [reason, setReason] = useState('');
  const { error, busy, submit } = useForm(async () => {
    const pack = await call<EmergencyPack>('POST', `/${code}/emergency-pack`, {
      body: { reason: reason.trim() },
      headers: { 'idempotency-key': key.current },
    });
    key.current = newId();
    onGiven(pack);
  });
  return (
    <form className="form" onSubmit={submit}>
      <p>谁、什么时候、为什么取了哪些人的电话，先记入账本，再给出来。</p>
      <RefusalBox error={error}>{strong ? null : <Link to={`/${code}/me`}>去启用动态口令</Link>}</RefusalBox>
      <div className="field">
        <label className="label" htmlFor={id}>
          用途
        </label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          required
        />
        <p className="help">写明做什么用，不写人名；用完要销毁。</p>
      </div>
      <Button type="primary" htmlType="submit" loading={busy} disabled={reason.trim() === ''}>
        取用
      </Button>
    </form>
  );
}
