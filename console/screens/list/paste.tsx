import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { call, newId } from '../../api/client.ts';
import { useForgetWork, useKind, useKinds, useOffice, useVillages } from '../../api/queries.ts';
import type { Acted, KindView, StepView } from '../../api/shapes.ts';
import { Empty, Loaded, PageTitle } from '../../look/signs.tsx';
import { today } from '../../look/words.ts';
import { Crumbs } from '../crumbs.tsx';
import { fieldsOf } from '../form/step-fields.ts';
import { isPastable, readPasted, type PastedRow } from './pasted.ts';

/** Rows of a spreadsheet (从表格粘贴), each a new matter. What is wrong with a row is said beside it; the others go in. */
export function Paste() {
  const { kind: code = '', step: name = '' } = useParams();
  const kinds = useKinds();
  const kind = useKind(code);
  const step = kind?.steps.find((each) => each.name === name && each.start);
  return (
    <Loaded of={kinds}>
      {() => (kind && step ? <Table kind={kind} step={step} /> : <Empty>没有这种事项。</Empty>)}
    </Loaded>
  );
}

/** A row on its way: its key stays with it, so that trying again never enters it twice. */
interface Entering extends PastedRow {
  readonly key: string;
  readonly record: string;
  readonly done?: boolean;
  readonly refusal?: string;
}

function Table({ kind, step }: { readonly kind: KindView; readonly step: StepView }) {
  const id = useId();
  const { code } = useOffice();
  const villages = useVillages();
  const forget = useForgetWork();
  const [text, setText] = useState('');
  const [rows, setRows] = useState<readonly Entering[]>([]);
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const fields = fieldsOf(kind, step).filter(isPastable);
  const asks = step.asks.filter((field) => field !== step.day);
  const left = fieldsOf(kind, step).filter((field) => !isPastable(field) && asks.includes(field.name));
  const heads = [...fields.map(({ label }) => label), ...(kind.village === undefined ? [] : ['所在村'])];

  const read = (pasted: string): void => {
    setText(pasted);
    const village =
      kind.village === undefined ? undefined : { names: villages, required: kind.village === 'required' };
    const found = readPasted(pasted, fields, asks, village);
    setUnknown(found.unknown);
    setRows(found.rows.map((row) => ({ ...row, key: newId(), record: newId() })));
  };
  const ready = rows.filter(({ problems, done }) => problems.length === 0 && !done);

  const enter = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    for (const row of ready) {
      const answer = await enterRow(code, kind, step, row);
      setRows((all) => all.map((each) => (each.key === row.key ? { ...each, ...answer } : each)));
    }
    setBusy(false);
    await forget();
  };
  const done = rows.filter((row) => row.done).length;
  return (
    <>
      <Crumbs kind={kind} />
      <div className="head">
        <PageTitle name={`${kind.label}：从表格粘贴`} />
      </div>
      <section className="block">
        {left.length > 0 ? (
          <p className="notice">
            “{step.label}”必须有{left.map(({ label }) => `“${label}”`).join('、')}
            ，表格里放不下，请一件一件登记。
          </p>
        ) : null}
        <p>在电子表格里选好带表头的几行，复制，粘贴到下面。表头写这些名称，顺序不限；带星号的必须有：</p>
        <p className="quiet">
          {heads
            .map((label) => {
              const field = fields.find((each) => each.label === label);
              const must =
                (field && asks.includes(field.name)) || (label === '所在村' && kind.village === 'required');
              return `${label}${must ? '＊' : ''}`;
            })
            .join('　')}
        </p>
        <p className="under">
          <button
            type="button"
            className="plain"
            onClick={() => void navigator.clipboard.writeText(heads.join('\t'))}
          >
            复制表头
          </button>
        </p>
        <label htmlFor={id}>粘贴在这里</label>
        <Input.TextArea
          id={id}
          rows={6}
          value={text}
          onChange={({ target }) => read(target.value)}
          disabled={busy || left.length > 0}
        />
        {unknown.length > 0 ? (
          <p className="notice">
            表头里的{unknown.map((label) => `“${label}”`).join('、')}不认识，这几列不登记。
          </p>
        ) : null}
      </section>
      {rows.length === 0 ? null : (
        <section className="block" aria-label="要登记的">
          <p role="status">
            共{rows.length}行，可以登记{ready.length}行，已登记{done}行，有问题
            {rows.filter(({ problems, refusal }) => problems.length > 0 || (refusal ?? '') !== '').length}行。
          </p>
          {busy ? <progress value={done} max={rows.length} aria-label="登记的进度" /> : null}
          <p className="under">
            <Button type="primary" loading={busy} disabled={ready.length === 0} onClick={() => void enter()}>
              {step.label}这{ready.length}行
            </Button>
          </p>
          <div className="wide-table">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">行</th>
                  <th scope="col">名称</th>
                  <th scope="col">结果</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.key}>
                    <td>{row.line}</td>
                    <td>{String(row.values[kind.title] ?? '')}</td>
                    <td>
                      {row.done ? <Link to={`/${code}/${kind.code}/${row.record}`}>已登记</Link> : null}
                      {row.problems.length > 0 ? (
                        <span className="term-over">{row.problems.join('；')}</span>
                      ) : null}
                      {row.refusal ? <span className="term-over">{row.refusal}</span> : null}
                      {row.problems.length === 0 && !row.done && !row.refusal ? '可以登记' : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  );
}

async function enterRow(
  org: string,
  kind: KindView,
  step: StepView,
  row: Entering,
): Promise<Partial<Entering>> {
  const { values, village, key, record } = row;
  const on = step.day === undefined ? undefined : ((values[step.day] as string | undefined) ?? today());
  const day = step.day === undefined || on === undefined ? {} : { [step.day]: on };
  const body = {
    values: { ...values, ...day },
    record,
    ...(village ? { village } : {}),
    ...(on ? { on } : {}),
  };
  try {
    await call<Acted>('POST', `/${org}/kinds/${kind.code}/steps/${step.name}`, {
      body,
      headers: { 'idempotency-key': key },
    });
    return { done: true, refusal: '' };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : '没有登记成' };
  }
}
