import Select from 'antd/es/select';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { call, newId } from '../../api/client.ts';
import { useForgetWork, useOffice, useRecords } from '../../api/queries.ts';
import type { Acted, KindView, RecordHead, StepView } from '../../api/shapes.ts';
import { today } from '../../look/words.ts';
import { useSearchParams } from 'react-router';
import { ActForm } from '../form/act-form.tsx';
import { fieldsOf } from '../form/step-fields.ts';
import type { Values } from '../form/values.ts';
import { listQueryOf } from './address.ts';

interface Props {
  readonly kind: KindView;
  readonly steps: readonly StepView[];
  readonly chosen: ReadonlySet<string>;
  readonly onDone: () => void;
}

interface Outcome {
  readonly record: RecordHead;
  /** Absent where it was done. */
  readonly refusal?: string;
}

/** One step for several records with the same values: each is an act of its own, and each is answered for. */
export function Bulk({ kind, steps, chosen, onDone }: Props) {
  const id = useId();
  const [search] = useSearchParams();
  const list = useRecords(kind.code, listQueryOf(search));
  const records = (list.data?.pages ?? [])
    .flatMap((page) => page.records)
    .filter((record) => chosen.has(record.id));
  const fitting = steps.filter(({ from }) => records.every(({ state }) => from.includes(state.code)));
  const [name, setName] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const step = fitting.find((each) => each.name === name);
  if (outcomes) return <Outcomes all={outcomes} onClose={() => setOutcomes(undefined)} />;
  return (
    <section className="block" aria-label="批量办理">
      <p>
        已选{records.length}件。{records.length === 0 ? '在下面的列表里勾选要办的。' : ''}
        {records.length > 0 && fitting.length === 0 ? '它们没有能一起办的环节，请只选状态相同的。' : ''}
      </p>
      {records.length > 0 && fitting.length > 0 ? (
        <div className="filters">
          <div className="field wide">
            <label htmlFor={id}>一起办什么</label>
            <Select
              id={id}
              style={{ width: '100%' }}
              placeholder="请选择"
              value={step?.name ?? null}
              onChange={(value) => setName(value ?? undefined)}
              options={fitting.map((each) => ({ value: each.name, label: each.label }))}
            />
          </div>
        </div>
      ) : null}
      {step ? (
        <Together
          key={step.name}
          kind={kind}
          step={step}
          records={records}
          onDone={(all) => {
            setOutcomes(all);
            onDone();
          }}
        />
      ) : null}
    </section>
  );
}

function Together({
  kind,
  step,
  records,
  onDone,
}: {
  readonly kind: KindView;
  readonly step: StepView;
  readonly records: readonly RecordHead[];
  readonly onDone: (outcomes: readonly Outcome[]) => void;
}) {
  const { code } = useOffice();
  const forget = useForgetWork();
  const [done, setDone] = useState<number>();
  const [keys] = useState(() => new Map<string, string>());
  const act = async (record: RecordHead, values: Values, body: Values): Promise<Outcome> => {
    const key = keys.get(record.id) ?? newId();
    keys.set(record.id, key);
    try {
      await call<Acted>('POST', `/${code}/kinds/${kind.code}/records/${record.id}/steps/${step.name}`, {
        body: { ...body, values },
        headers: { 'idempotency-key': key, 'if-match': `"${record.version}"` },
      });
      return { record };
    } catch (error) {
      return { record, refusal: error instanceof Error ? error.message : '没有办成' };
    }
  };
  return (
    <>
      {done === undefined ? null : (
        <p role="status">
          <progress value={done} max={records.length} aria-label="批量办理的进度" /> 已办{done}件，共
          {records.length}件
        </p>
      )}
      <ActForm
        plan={{
          path: `${kind.code}?bulk=${step.name}`,
          label: `${kind.label}：批量${step.label}`,
          fields: fieldsOf(kind, step),
          asks: step.asks,
          ...(step.day === undefined ? {} : { day: step.day }),
          first: step.day === undefined ? {} : { [step.day]: today() },
          submit: `${step.label}这${records.length}件`,
        }}
        send={async (values, body) => {
          const outcomes: Outcome[] = [];
          for (const record of records) {
            outcomes.push(await act(record, values, body));
            setDone(outcomes.length);
          }
          await forget();
          onDone(outcomes);
          return { record: '', version: 0, seq: 0, flaws: [], repeated: false };
        }}
        onDone={() => undefined}
      />
    </>
  );
}

function Outcomes({ all, onClose }: { readonly all: readonly Outcome[]; readonly onClose: () => void }) {
  const { code } = useOffice();
  const refused = all.filter(({ refusal }) => refusal !== undefined);
  return (
    <section className="block" aria-label="批量办理的结果" role="status">
      <p>
        办成{all.length - refused.length}件{refused.length > 0 ? `，没办成${refused.length}件：` : '。'}
      </p>
      <ul className="plainlist">
        {refused.map(({ record, refusal }) => (
          <li key={record.id}>
            <Link to={`/${code}/${record.kind}/${record.id}`}>{record.title}</Link>：{refusal}
          </li>
        ))}
      </ul>
      <button type="button" className="plain" onClick={onClose}>
        知道了
      </button>
    </section>
  );
}
