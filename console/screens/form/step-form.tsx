import App from 'antd/es/app';
import { useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { call, newId } from '../../api/client.ts';
import {
  useDue,
  useForgetWork,
  useKind,
  useKinds,
  useNext,
  useOffice,
  useRecord,
} from '../../api/queries.ts';
import type { Acted, KindView, RecordView, StepView } from '../../api/shapes.ts';
import { Deadline, Empty, Loaded, PageTitle } from '../../look/signs.tsx';
import { Crumbs } from '../crumbs.tsx';
import { Ahead } from '../record/ahead.tsx';
import { ActForm, type ActPlan } from './act-form.tsx';
import { Basis } from './basis.tsx';
import { MayTake } from './may-take.tsx';
import { fieldsOf } from './step-fields.ts';
import { offering, ofToday } from './usual.ts';

/** A further step in a matter. */
export function StepForm() {
  const { kind: code = '', id = '', step: name = '' } = useParams();
  const kinds = useKinds();
  const kind = useKind(code);
  const step = kind?.steps.find((each) => each.name === name && !each.start);
  const record = useRecord(code, id);
  return (
    <Loaded of={kinds}>
      {() => {
        if (!kind || !step) return <Empty>没有这个环节。</Empty>;
        return <Loaded of={record}>{(view) => <Take kind={kind} step={step} record={view} />}</Loaded>;
      }}
    </Loaded>
  );
}

interface Props {
  readonly kind: KindView;
  readonly step: StepView;
  readonly record: RecordView;
}

function Take({ kind, step, record }: Props) {
  const { code } = useOffice();
  const navigate = useNavigate();
  const forget = useForgetWork();
  const current = useRecord(kind.code, record.id);
  const { message } = App.useApp();
  const key = useRef(newId());
  const fields = fieldsOf(kind, step);
  const at = `/${code}/${kind.code}/${record.id}`;
  const plan: ActPlan = {
    path: `${kind.code}/${record.id}/do/${step.name}`,
    label: `${record.title}：${step.label}`,
    fields,
    asks: step.asks,
    ...(step.day === undefined ? {} : { day: step.day }),
    first: {
      ...Object.fromEntries(fields.map(({ name }) => [name, record.values?.[name]])),
      ...offering(step.day === undefined ? {} : { [step.day]: ofToday() }),
    },
    usual: { kind: kind.code, step: step.name, record: record.id, hints: step.usual },
    submit: step.label,
  };
  const done = (acted: Acted): void => {
    void message.success(`已${step.label}`);
    void forget();
    void navigate(at, { replace: true, state: { acted } });
  };
  return (
    <>
      <Crumbs kind={kind} record={record} />
      <div className="head">
        <PageTitle name={`${step.label}：${record.title}`} />
      </div>
      <div className="block">
        <MayTake step={step}>
          <ActForm
            plan={plan}
            send={(values, body) =>
              call<Acted>('POST', `/${code}/kinds/${kind.code}/records/${record.id}/steps/${step.name}`, {
                body: { ...body, values },
                headers: {
                  'idempotency-key': key.current,
                  'if-match': `"${current.data?.version ?? record.version}"`,
                },
              })
            }
            onDone={done}
            help={(refused) => (
              <AfterRefusal code={refused} at={`/console${at}`} onReload={() => void current.refetch()} />
            )}
          >
            <Basis step={step} />
            <Terms kind={kind} record={record} step={step} />
            <Rules record={record} step={step} />
          </ActForm>
        </MayTake>
      </div>
    </>
  );
}

/** What else helps where somebody else was quicker. */
export function AfterRefusal({
  code,
  at,
  onReload,
}: {
  readonly code: string;
  readonly at: string;
  readonly onReload: () => void;
}) {
  if (code === 'version-conflict')
    return (
      <p>
        您填的内容都在。{' '}
        <a href={at} target="_blank" rel="noopener">
          另开一页看改了什么
        </a>{' '}
        <button type="button" className="plain" onClick={onReload}>
          看过了，按新的情况接着办
        </button>
      </p>
    );
  if (code !== 'wrong-state' && code !== 'idempotency-conflict') return null;
  return (
    <p>
      <a href={at}>打开这件事，看现在到了哪一步</a>
    </p>
  );
}

/** The terms that this step meets. */
function Terms({ kind, record, step }: Props) {
  const due = useDue({ kind: [kind.code], record: record.id, path: true });
  const met = due.data?.items.filter(
    ({ metBy }) => metBy === step.day || step.asks.includes(metBy) || step.sameDay.includes(metBy),
  );
  if (!met || met.length === 0) return null;
  return (
    <div className="field">
      {met.map((item) => (
        <div key={item.rule}>
          <p>{item.name}</p>
          <Deadline item={item} />
        </div>
      ))}
    </div>
  );
}

/** What stands in the way already, before anything is typed. */
function Rules({ record, step }: Pick<Props, 'record' | 'step'>) {
  const next = useNext(record.id).data?.steps.find((each) => each.step === step.name);
  return next ? <Ahead step={next} /> : null;
}
