import { Link, useLocation, useParams } from 'react-router';
import { Refused } from '../../api/client.ts';
import {
  useDue,
  useHistory,
  useKind,
  useKinds,
  useNext,
  useOffice,
  useRecord,
  useWho,
} from '../../api/queries.ts';
import type { Acted, KindView, NextMending, NextStep, RecordView } from '../../api/shapes.ts';
import { Deadline, Empty, Loaded, PageTitle, State } from '../../look/signs.tsx';
import { dayText, timeText } from '../../look/words.ts';
import { recordPagesOf } from '../../special/register.ts';
import { Crumbs } from '../crumbs.tsx';
import { Ahead } from './ahead.tsx';
import { Counted } from './counted.tsx';
import { Facts } from './facts.tsx';
import { Flaw, History } from './history.tsx';
import { LinkedFrom } from './linked.tsx';
import { Steps } from './steps.tsx';
import { WhySection } from './why.tsx';

/** One record (记录): what it is, where it stands, what can be done now. */
export function Record() {
  const { kind: code = '', id = '' } = useParams();
  const kinds = useKinds();
  const kind = useKind(code);
  const record = useRecord(code, id);
  const acted = useActed();
  if (acted && isHidden(record.error)) return <Kept acted={acted} />;
  return (
    <Loaded of={kinds}>
      {() =>
        kind ? (
          <Loaded of={record}>{(view) => <Matter kind={kind} record={view} />}</Loaded>
        ) : (
          <Empty>没有这种事项。</Empty>
        )
      }
    </Loaded>
  );
}

/** The act that led here, if one did. */
function useActed(): Acted | undefined {
  return (useLocation().state as { readonly acted?: Acted } | null)?.acted;
}

/** What somebody may not know of answers like what is missing. */
const isHidden = (error: unknown): boolean => error instanceof Refused && error.problem.code === 'not-found';

/** What closes itself by what was just said (限定知悉) is kept, though whoever said it may not be among those who know of it. */
function Kept({ acted }: { readonly acted: Acted }) {
  return (
    <div className="done-note" role="status">
      <p>已记入账本，回执号{acted.seq}。</p>
      <p>这条记录只给可以知悉这一类的人看，您现在看不到它；往下怎么办，请问司法所。</p>
    </div>
  );
}

interface Props {
  readonly kind: KindView;
  readonly record: RecordView;
}

function Matter({ kind, record }: Props) {
  const acted = useActed();
  const who = useWho();
  const { code } = useOffice();
  const { title, state, voided, drill, sealed, flaws, handlers, village, occurredOn, precision } = record;
  return (
    <>
      <Crumbs kind={kind} />
      <div className="head">
        <PageTitle name={title}>{title}</PageTitle>
        <State label={state.label} voided={voided} />
        {drill ? <span className="state">演练</span> : null}
        {sealed ? <span className="state">限定知悉</span> : null}
        {flaws > 0 ? <span className="flag">程序瑕疵{flaws}处</span> : null}
        <div className="does">
          {recordPagesOf(kind.code).map(({ page, label }) => (
            <Link
              key={page}
              className="plain-link"
              to={`/${code}/${kind.code}/special/${page}?record=${record.id}`}
            >
              {label}
            </Link>
          ))}
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      {drill ? <p className="stripe">演练 · 不是真实发生的，不计入任何指标</p> : null}
      {acted ? <Receipt acted={acted} id={record.id} /> : null}
      <p className="quiet">
        {kind.label} · 发生日{dayText(occurredOn, precision)}
        {village ? ` · ${village}` : ''}
        {handlers.length > 0 ? ` · 承办：${handlers.map(who).join('、')}` : ''}
        <span className="printed" data-printed={`　打印时间：${timeText(new Date().toISOString())}`} />
      </p>
      <section className="block" aria-labelledby="stands">
        <h2 id="stands">到了哪一步</h2>
        <Steps kind={kind} record={record} />
        <Terms kind={kind} record={record} />
      </section>
      <div className="beside acts-first">
        <div>
          <Facts kind={kind} record={record} />
          <LinkedFrom kind={kind} record={record} />
          <Counted record={record} />
          <History kind={kind} record={record} />
          <WhySection record={record} />
        </div>
        <aside className="no-print">
          <Do kind={kind} record={record} />
        </aside>
      </div>
    </>
  );
}

/** What an act just brought: its receipt, and the flaws that it carries. */
function Receipt({ acted, id }: { readonly acted: Acted; readonly id: string }) {
  const entry = useHistory(id).data?.entries.find(({ seq }) => seq === acted.seq);
  return (
    <div className="done-note" role="status">
      <p>已记入账本，回执号{acted.seq}。</p>
      {entry?.flaws.map((flaw) => (
        <Flaw key={flaw.rule} flaw={flaw} />
      ))}
    </div>
  );
}

function Terms({ kind, record }: Props) {
  const due = useDue({ kind: [kind.code], record: record.id, path: true });
  if (!due.data || due.data.items.length === 0) return null;
  return (
    <ul className="plainlist">
      {due.data.items.map((item) => (
        <li key={`${item.rule} ${item.from}`}>
          <p>{item.name}</p>
          <Deadline item={item} />
        </li>
      ))}
    </ul>
  );
}

function Mends({ at, mends }: { readonly at: string; readonly mends: readonly NextMending[] }) {
  return (
    <p className="under">
      {mends
        .filter(({ allowed }) => allowed)
        .map(({ act, label }) => (
          <Link key={act} className="plain-link" to={`${at}/mend/${act}`}>
            {label}
          </Link>
        ))}
    </p>
  );
}

/** What is seldom done, about how a record is kept: it stands apart. */
const KEEPING = new Set(['restrict', 'release', 'erase', 'seal', 'propose-purge', 'purge']);

/** What runs beside the main course: those that one may take oneself as links, the rest on request. */
function Beside({
  at,
  steps,
  canAssign,
}: {
  readonly at: string;
  readonly steps: readonly NextStep[];
  readonly canAssign: boolean;
}) {
  if (steps.length === 0) return null;
  const open = steps.length <= 3 && steps.some(({ by }) => by.length > 0);
  return (
    <details open={open}>
      <summary>其间还可以办{open ? '' : `（${steps.map(({ label }) => label).join('、')}）`}</summary>
      <ul className="todo">
        {steps.map((step) => (
          <Next key={step.step} at={at} step={step} first={false} canAssign={canAssign} />
        ))}
      </ul>
    </details>
  );
}

function Next({
  at,
  step,
  first,
  canAssign,
}: {
  readonly at: string;
  readonly step: NextStep;
  readonly first: boolean;
  readonly canAssign: boolean;
}) {
  return (
    <li>
      {step.by.length > 0 ? (
        <Link
          className={first && step.allowed ? 'plain-link main-link' : 'plain-link'}
          to={`${at}/do/${step.step}`}
        >
          {step.label}
        </Link>
      ) : (
        <strong>{step.label}</strong>
      )}
      <p className="quiet">{step.articles.join('、')}</p>
      <Ahead step={step} />
      {step.by.length === 0 && canAssign ? (
        <p>
          <Link className="plain-link" to={`${at}/mend/assign`}>
            交办给{step.others.map(({ label }) => label).join('或')}
          </Link>
        </p>
      ) : null}
    </li>
  );
}

function Do({ kind, record }: Props) {
  const { code } = useOffice();
  const next = useNext(record.id);
  const at = `/${code}/${kind.code}/${record.id}`;
  return (
    <section className="block" aria-labelledby="do">
      <h2 id="do">现在能办什么</h2>
      <Loaded of={next}>
        {({ steps, mends }) => {
          const canAssign = mends.some(({ act, allowed }) => act === 'assign' && allowed);
          return (
            <>
              {steps.length === 0 ? (
                <Empty>{record.voided ? '已作废，不再办理。' : '这件事已经办完。'}</Empty>
              ) : null}
              <ul className="todo">
                {steps
                  .filter(({ aside }) => !aside)
                  .map((step, place) => (
                    <Next key={step.step} at={at} step={step} first={place === 0} canAssign={canAssign} />
                  ))}
              </ul>
              <Beside at={at} steps={steps.filter(({ aside }) => aside)} canAssign={canAssign} />
              <Mends at={at} mends={mends.filter(({ act }) => !KEEPING.has(act))} />
              {mends.some(({ act, allowed }) => allowed && KEEPING.has(act)) ? (
                <details>
                  <summary className="quiet">个人信息、知悉范围、涉密</summary>
                  <Mends at={at} mends={mends.filter(({ act }) => KEEPING.has(act))} />
                </details>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
