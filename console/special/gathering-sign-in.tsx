import { useQuery } from '@tanstack/react-query';
import App from 'antd/es/app';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call, get, newId } from '../api/client.ts';
import { useForgetWork, useKind, useNext, useOffice, useRecord } from '../api/queries.ts';
import type { Acted, FieldView, KindView, RecordView, Uploaded } from '../api/shapes.ts';
import { Empty, Loaded, PageTitle, RefusalBox, Waiting } from '../look/signs.tsx';
import { dayText, timeText, valueText } from '../look/words.ts';
import { Crumbs } from '../screens/crumbs.tsx';
import { useDraft } from '../screens/form/draft.ts';
import { FileInput } from '../screens/form/file-input.tsx';
import { AfterRefusal } from '../screens/form/step-form.tsx';
import { allOf } from './all-of.ts';
import { namesIn } from './names.ts';

const KIND = 'gathering';

/** A gathering with its agenda and who came (议题和签到): ticked from the staff roll, pasted, or a sheet that was signed. */
export function GatheringSignIn() {
  const [search] = useSearchParams();
  const kind = useKind(KIND);
  const record = useRecord(KIND, search.get('record') ?? undefined);
  if (!search.get('record')) return <Empty>从一次会议活动的页面进来。</Empty>;
  return <Loaded of={record}>{(view) => (kind ? <Gathering kind={kind} record={view} /> : null)}</Loaded>;
}

interface Props {
  readonly kind: KindView;
  readonly record: RecordView;
}

function fieldOf(kind: KindView, name: string): FieldView | undefined {
  return kind.fields.find((field) => field.name === name);
}

function Gathering({ kind, record }: Props) {
  const said = (name: string): string => {
    const field = fieldOf(kind, name);
    return field ? valueText(field, record.values?.[name]) : '';
  };
  const about = [said('forum'), said('place'), said('ledBy') && `${said('ledBy')}主持带领`];
  return (
    <>
      <Crumbs kind={kind} record={record} />
      <div className="head">
        <PageTitle name={`议题和签到：${record.title}`} />
        <div className="does">
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <p>{[dayText(record.occurredOn), ...about].filter((part) => part !== '').join('　')}</p>
      <Agenda kind={kind} record={record} />
      <SignIn record={record} />
      <BlankSheet />
    </>
  );
}

function Agenda({ kind, record }: Props) {
  const field = fieldOf(kind, 'agenda');
  const items = (record.values?.['agenda'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const columns = (field?.items ?? []).filter(({ name }) => items.some((item) => item[name] !== undefined));
  return (
    <section className="block" aria-labelledby="agenda">
      <h2 id="agenda">议题</h2>
      <div className="wide-table" role="region" aria-label="议题" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">序号</th>
              {columns.map(({ name, label }) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item, place) => (
              // Items have no id; their order is the agenda's.
              // eslint-disable-next-line react/no-array-index-key
              <tr key={place}>
                <td>{place + 1}</td>
                {columns.map((column) => (
                  <td key={column.name}>{valueText(column, item[column.name])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function SignIn({ record }: Pick<Props, 'record'>) {
  const next = useNext(record.id);
  const { attendance } = record.values ?? {};
  return (
    <section className="block no-print" aria-labelledby="sign-in">
      <h2 id="sign-in">签到</h2>
      {attendance === undefined ? null : <p>已登记到会{String(attendance)}人次。</p>}
      <Loaded of={next}>
        {({ steps }) => {
          const step = steps.find((each) => each.step === 'signIn');
          if (!step)
            return <Empty>党委类会议的签到留在会议记录本里；到会人次在登记会议时填，填错了办更正。</Empty>;
          if (step.by.length === 0) return <Empty>由司法所、分管领导、应急专干或村干部登记签到。</Empty>;
          return <SignInForm record={record} />;
        }}
      </Loaded>
    </section>
  );
}

/** What the form holds; it saves itself as a draft, since names are tedious to type twice. */
interface Held {
  readonly ticked?: readonly string[];
  readonly pasted?: string;
  readonly attendance?: string;
  readonly sheet?: Uploaded;
}

function SignInForm({ record }: Pick<Props, 'record'>) {
  const id = useId();
  const { code } = useOffice();
  const navigate = useNavigate();
  const forget = useForgetWork();
  const { message } = App.useApp();
  const key = useRef(newId());
  const draft = useDraft(`${KIND}/special/sign-in?record=${record.id}`, `${record.title}：签到`, {});
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  if (!draft.ready) return <Waiting />;
  const held = draft.values as Held;
  const names = [...new Set([...(held.ticked ?? []), ...namesIn(held.pasted ?? '')])];
  const counted = held.attendance ?? (names.length > 0 ? String(names.length) : '');
  const attendance = /^\d{1,6}$/.test(counted) ? Number(counted) : undefined;

  const send = async (): Promise<void> => {
    if (busy || attendance === undefined) return;
    setBusy(true);
    setError(undefined);
    const values = {
      attendance,
      ...(names.length > 0 ? { attendees: names.map((name) => ({ name })) } : {}),
      ...(held.sheet ? { signIn: held.sheet } : {}),
    };
    try {
      await call<Acted>('POST', `/${code}/kinds/${KIND}/records/${record.id}/steps/signIn`, {
        body: { on: record.occurredOn, values },
        headers: { 'idempotency-key': key.current, 'if-match': `"${record.version}"` },
      });
      draft.drop();
      void message.success('已登记签到');
      void forget();
      void navigate(`/${code}/${KIND}/${record.id}`);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {draft.restoredFrom === undefined ? null : (
        <p className="notice" role="status">
          接着填{timeText(draft.restoredFrom)}存的草稿。
        </p>
      )}
      <Roll ticked={held.ticked ?? []} onChange={(ticked) => draft.change({ ticked })} />
      <div className="field">
        <label className="label" htmlFor={`${id}-names`}>
          粘贴姓名<span className="optional">（选填）</span>
        </label>
        <Input.TextArea
          id={`${id}-names`}
          rows={4}
          aria-describedby={`${id}-names-help`}
          value={held.pasted ?? ''}
          onChange={({ target }) => draft.change({ pasted: target.value })}
        />
        <p className="help" id={`${id}-names-help`}>
          从群接龙、表格里复制都可以，用顿号、空格或换行隔开；姓名加密另存，只用来核对人次。
        </p>
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-sheet`}>
          签到表照片、扫描件<span className="optional">（选填）</span>
        </label>
        <FileInput
          id={`${id}-sheet`}
          label="签到表"
          value={held.sheet}
          onChange={(sheet) => draft.change({ sheet })}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-count`}>
          到会人次
        </label>
        <Input
          id={`${id}-count`}
          inputMode="numeric"
          style={{ maxWidth: 240 }}
          suffix="人次"
          value={counted}
          aria-describedby={`${id}-count-help`}
          onChange={({ target }) => draft.change({ attendance: target.value.trim() })}
        />
        <p className="help" id={`${id}-count-help`}>
          {names.length > 0 ? `已列出${names.length}人；` : ''}没有列姓名的，照纸质签到表数。
        </p>
      </div>
      <RefusalBox error={error}>
        {error ? (
          <AfterRefusal
            code={(error as { problem?: { code: string } }).problem?.code ?? ''}
            at={`/console/${code}/${KIND}/${record.id}`}
            onReload={() => void forget()}
          />
        ) : null}
      </RefusalBox>
      <p className="under">
        <Button type="primary" htmlType="submit" loading={busy} disabled={attendance === undefined}>
          登记签到
        </Button>
      </p>
    </form>
  );
}

interface OnRoll {
  readonly id: string;
  readonly office: string;
  readonly position: string;
  /** Absent where this person may not see it. */
  readonly name?: string;
}

async function rollOf(org: string, staff: KindView): Promise<readonly OnRoll[]> {
  const office = fieldOf(staff, 'office');
  const heads = await allOf(org, 'staff', { state: ['filled'] });
  return Promise.all(
    heads.map(async ({ id, title, values }) => {
      const { personal, masked } = await get<RecordView>(`/${org}/kinds/staff/records/${id}`);
      const name = (personal['member'] as { name?: string } | undefined)?.name;
      return {
        id,
        office: office ? valueText(office, values?.['office']) : '',
        position: title,
        ...(name !== undefined && !masked ? { name } : {}),
      };
    }),
  );
}

/** The staff roll, to tick: read when somebody asks, and only with the names that this person may see anyhow. */
function Roll({
  ticked,
  onChange,
}: {
  readonly ticked: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}) {
  const { code } = useOffice();
  const staff = useKind('staff');
  const [open, setOpen] = useState(ticked.length > 0);
  const roll = useQuery({
    queryKey: [code, 'records', 'staff', 'roll'],
    queryFn: () => rollOf(code, staff!),
    enabled: open && staff !== undefined,
  });
  if (!open)
    return (
      <p>
        <button type="button" className="plain" onClick={() => setOpen(true)}>
          从在岗人员名册勾选
        </button>
      </p>
    );
  return (
    <Loaded of={roll}>
      {(people) => {
        const seen = people.filter(({ name }) => name !== undefined);
        if (seen.length === 0)
          return <p className="notice">名册里的姓名只有登记名册的人看得到，请粘贴姓名或者传签到表。</p>;
        const offices = [...new Set(seen.map(({ office }) => office))];
        return offices.map((office) => (
          <Office
            key={office}
            office={office}
            people={seen.filter((each) => each.office === office)}
            ticked={ticked}
            onChange={onChange}
          />
        ));
      }}
    </Loaded>
  );
}

function Office({
  office,
  people,
  ticked,
  onChange,
}: {
  readonly office: string;
  readonly people: readonly OnRoll[];
  readonly ticked: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}) {
  const names = people.map(({ name }) => name!);
  const all = names.every((name) => ticked.includes(name));
  const without = (gone: readonly string[]): string[] => ticked.filter((name) => !gone.includes(name));
  return (
    <fieldset className="field">
      <legend className="label">
        {office}{' '}
        <button
          type="button"
          className="bare"
          onClick={() => onChange(all ? without(names) : [...without(names), ...names])}
        >
          {all ? '全不选' : '全选'}
        </button>
      </legend>
      <div className="choices">
        {people.map(({ id, name, position }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={ticked.includes(name!)}
              onChange={({ target }) =>
                onChange(target.checked ? [...without([name!]), name!] : without([name!]))
              }
            />
            {name}
            <span className="quiet">　{position}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const LINES = Array.from({ length: 30 }, (_, index) => index + 1);

/** A blank sheet to be signed by hand, printed below the agenda. */
function BlankSheet() {
  const [shown, setShown] = useState(false);
  return (
    <section className={shown ? 'block' : undefined} aria-label="空白签到表">
      <p className="no-print">
        <button type="button" className="plain" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? '收起空白签到表' : '连空白签到表一起打印'}
        </button>
      </p>
      {shown ? (
        <table className="plain">
          <caption>签到表</caption>
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">单位、职务</th>
              <th scope="col">签名</th>
            </tr>
          </thead>
          <tbody>
            {LINES.map((line) => (
              <tr key={line}>
                <td>{line}</td>
                <td>　</td>
                <td>　</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
