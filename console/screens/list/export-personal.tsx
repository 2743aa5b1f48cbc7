import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { callForTable, get, newId, Refused } from '../../api/client.ts';
import { listAddress, useKinds, useOffice, type ListPage, type ListQuery } from '../../api/queries.ts';
import type { FieldView, KindView, SelfView } from '../../api/shapes.ts';
import { Dialog } from '../../look/dialog.tsx';
import { RefusalBox } from '../../look/signs.tsx';
import { today } from '../../look/words.ts';
import { mayTake } from '../ahead.ts';
import { useForm } from '../me/small-form.tsx';
import { saveFile } from './export.ts';

/** So many the server gives out at once. */
const MOST = 500;
const PAGE = 200;

interface Props {
  readonly kind: KindView;
  readonly self: SelfView;
  readonly query: ListQuery;
}

/** 导出个人信息: for whoever answers for them, with a reason, in a table that carries the mark of who took it. */
export function ExportPersonal({ kind, self, query }: Props) {
  const [open, setOpen] = useState(false);
  const step = useKinds()
    .data?.kinds.find(({ code }) => code === 'personal-reveal')
    ?.steps.find(({ name }) => name === 'export');
  const fields = kind.fields.filter(({ personal, type }) => personal && type !== 'file');
  if (!step || !mayTake(step, self) || fields.length === 0) return null;
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        导出个人信息
      </button>
      {open ? (
        <Dialog title="导出个人信息" onClose={() => setOpen(false)}>
          <Take kind={kind} self={self} query={query} fields={fields} onDone={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
}

/** Ids of all records of the list as it is filtered; refuses more than one table takes. */
async function idsOf(org: string, kind: string, query: ListQuery): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  do {
    const page = await get<ListPage>(listAddress(org, kind, { ...query, size: PAGE, cursor }));
    ids.push(...page.records.map(({ id }) => id));
    cursor = page.next ?? '';
  } while (cursor !== '' && ids.length <= MOST);
  if (ids.length <= MOST) return ids;
  throw new Refused({
    type: 'about:blank',
    title: '一次导不出',
    status: 422,
    code: 'invalid-value',
    detail: `列表里超过${MOST}条，一次导不出。`,
    next: '请先用条件缩小范围，只导出用得着的。',
  });
}

function Take({
  kind,
  self,
  query,
  fields,
  onDone,
}: Props & { readonly fields: readonly FieldView[]; readonly onDone: () => void }) {
  const id = useId();
  const { code } = useOffice();
  const key = useRef(newId());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const { error, busy, submit } = useForm(async () => {
    const records = await idsOf(code, kind.code, query);
    const table = await callForTable(`/${code}/kinds/${kind.code}/personal-export`, {
      body: { records, fields: [...chosen], reason: reason.trim() },
      headers: { 'idempotency-key': key.current },
    });
    key.current = newId();
    saveFile(table, `${kind.label}（含个人信息）${today()}.csv`);
    onDone();
  });
  const toggle = (name: string): void => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>
        导出列表里现在列出的记录。谁、什么时候、为什么导出了哪几栏，先记入账本；表格每一行都带登记号和您的账号。
      </p>
      <RefusalBox error={error}>
        {self.strong ? null : <Link to={`/${code}/me`}>去启用动态口令</Link>}
      </RefusalBox>
      <fieldset className="field">
        <legend className="label">导出哪几栏</legend>
        <div className="choices">
          {fields.map(({ name, label }) => (
            <label key={name}>
              <input type="checkbox" checked={chosen.has(name)} onChange={() => toggle(name)} />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label className="label" htmlFor={id}>
          用途
        </label>
        <Input.TextArea
          id={id}
          value={reason}
          maxLength={300}
          rows={2}
          onChange={({ target }) => setReason(target.value)}
          required
        />
        <p className="help">写明做什么用，不写人名；用完要销毁。</p>
      </div>
      <Button type="primary" htmlType="submit" loading={busy} disabled={chosen.size === 0}>
        导出
      </Button>
    </form>
  );
}
