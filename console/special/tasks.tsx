import Button from 'antd/es/button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { call } from '../api/client.ts';
import { useForgetWork, useKind, useOffice, useSelf } from '../api/queries.ts';
import type { KindView, RecordHead } from '../api/shapes.ts';
import { Empty, Loaded, PageTitle, RefusalBox } from '../look/signs.tsx';
import { shortDay, today, valueText } from '../look/words.ts';
import { mayTake } from '../screens/ahead.ts';
import { YearChoice } from '../screens/figures/cockpit.tsx';
import { allOf } from './all-of.ts';
import { useFigureWords } from './figure-words.ts';

const said = ({ values }: RecordHead, field: string): string => String(values?.[field] ?? '');

/** What a year's work is made of: its points, last year's arrangements for it, and the tasks that are due in it. */
interface YearsWork {
  readonly points: readonly RecordHead[];
  readonly plans: readonly RecordHead[];
  readonly tasks: readonly RecordHead[];
}

async function workOf(org: string, year: number): Promise<YearsWork> {
  const within = { 'field.due.from': `${year}-01-01`, 'field.due.to': `${year}-12-31` };
  const [points, plans, due, planned] = await Promise.all([
    allOf(org, 'annual-point'),
    allOf(org, 'next-year-plan'),
    allOf(org, 'task', within),
    allOf(org, 'task', { 'field.planBegins.from': `${year}-01-01`, 'field.planBegins.to': `${year}-12-31` }),
  ]);
  const ofYear = (record: RecordHead): boolean => said(record, 'year') === String(year);
  const tasks = [...due, ...planned.filter(({ id }) => due.every((each) => each.id !== id))];
  return {
    points: points.filter((each) => ofYear(each) && each.state.code !== 'dropped'),
    plans: plans.filter(ofYear),
    tasks: tasks.toSorted((a, b) => said(a, 'due').localeCompare(said(b, 'due'))),
  };
}

/** 年度任务: points, last year's arrangements and all other tasks of a year, how far each is and what it was answered. */
export function TasksPage() {
  const { code } = useOffice();
  const [search, setSearch] = useSearchParams();
  const now = Number(today().slice(0, 4));
  const year = Number(search.get('year') ?? now);
  const task = useKind('task');
  const read = useQuery({ queryKey: [code, 'years-work', year], queryFn: () => workOf(code, year) });
  return (
    <>
      <div className="head">
        <PageTitle name="年度任务" />
        <YearChoice
          years={[now + 1, now, now - 1, now - 2]}
          year={year}
          onChange={(chosen) => setSearch({ year: String(chosen) }, { replace: true })}
        />
        <div className="does">
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <Loaded of={read}>{(work) => (task ? <Work work={work} kind={task} year={year} /> : null)}</Loaded>
    </>
  );
}

interface Props {
  readonly work: YearsWork;
  readonly kind: KindView;
  readonly year: number;
}

function Work({ work: { points, plans, tasks }, kind, year }: Props) {
  const of = (role: string, { id }: RecordHead): readonly RecordHead[] =>
    tasks.filter((task) => said(task, role) === id);
  const rest = tasks.filter((task) => said(task, 'plan') === '' && said(task, 'point') === '');
  const without = plans.filter((plan) => of('plan', plan).length === 0);
  return (
    <>
      <section className="block" aria-labelledby="plans">
        <h2 id="plans">上年度报告的安排</h2>
        {plans.length === 0 ? <Empty>上年度报告没有登记{year}年的安排。</Empty> : null}
        <ul className="plainlist">
          {plans.map((plan) => (
            <Item key={plan.id} item={plan} tasks={of('plan', plan)} kind={kind} />
          ))}
        </ul>
        {without.length > 0 ? <MakeTasks year={year} count={without.length} kind={kind} /> : null}
      </section>
      <section className="block" aria-labelledby="points">
        <h2 id="points">年度工作要点</h2>
        {points.length === 0 ? <Empty>还没有登记{year}年的工作要点。</Empty> : null}
        <ul className="plainlist">
          {points.map((point) => (
            <Item key={point.id} item={point} tasks={of('point', point)} kind={kind} assign="point" />
          ))}
        </ul>
      </section>
      <section className="block" aria-labelledby="others">
        <h2 id="others">其他任务</h2>
        {rest.length === 0 ? <Empty>没有别的任务。演练、不足要改的，也可以布置为任务。</Empty> : null}
        <ul className="plainlist">
          {rest.map((task) => (
            <li key={task.id}>
              <TaskLine task={task} kind={kind} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Item({
  item,
  tasks,
  kind,
  assign,
}: {
  readonly item: RecordHead;
  readonly tasks: readonly RecordHead[];
  readonly kind: KindView;
  readonly assign?: string;
}) {
  const { code } = useOffice();
  const self = useSelf().data;
  const step = kind.steps.find(({ name }) => name === 'assign');
  const may = assign !== undefined && step !== undefined && self !== undefined && mayTake(step, self);
  return (
    <li>
      <p>
        <Link className="title" to={`/${code}/${item.kind}/${item.id}`}>
          {item.title}
        </Link>
        {tasks.length === 0 ? <span className="term-soon"> 还没有列为任务</span> : null}
        {may ? (
          <>
            {' '}
            <Link className="no-print" to={`/${code}/task/new/assign?${assign}=${item.id}`}>
              布置任务
            </Link>
          </>
        ) : null}
      </p>
      {tasks.map((task) => (
        <TaskLine key={task.id} task={task} kind={kind} />
      ))}
    </li>
  );
}

/** A task with who, until when, how far, and what it was answered. */
function TaskLine({ task, kind }: { readonly task: RecordHead; readonly kind: KindView }) {
  const { code } = useOffice();
  const inWords = useFigureWords();
  const word = (field: string): string => {
    const found = kind.fields.find(({ name }) => name === field);
    return found && task.values?.[field] !== undefined ? valueText(found, task.values[field]) : '';
  };
  const due = said(task, 'due');
  const open = task.state.code === 'open';
  const late = open && due !== '' && due < today();
  const parts = [
    [word('office'), said(task, 'owner')].filter((each) => each !== '').join(' '),
    due === '' ? '' : `${shortDay(due)}前`,
    open ? said(task, 'progress') : said(task, 'result'),
    open && said(task, 'share') !== '' ? `约完成${said(task, 'share')}%` : '',
    said(task, 'why') === '' ? '' : `原因：${said(task, 'why')}`,
  ];
  return (
    <p>
      <Link to={`/${code}/task/${task.id}`}>{task.title}</Link>{' '}
      <strong className={late ? 'term-over' : ''}>
        {open ? (late ? '过了时限，还没有答复' : task.state.label) : word('outcome')}
      </strong>{' '}
      <span className="quiet">{inWords(parts.filter((each) => each !== '').join('；'))}</span>
    </p>
  );
}

/** One act makes tasks of all that last year's report arranged. */
function MakeTasks({
  year,
  count,
  kind,
}: {
  readonly year: number;
  readonly count: number;
  readonly kind: KindView;
}) {
  const { code } = useOffice();
  const self = useSelf().data;
  const forget = useForgetWork();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const step = kind.steps.find(({ name }) => name === 'assignPlanned');
  if (!step || !self || !mayTake(step, self)) return null;
  const make = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await call('POST', `/${code}/plan-tasks/${year}`, { body: {} });
      await forget();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="under no-print">
      <Button type="primary" loading={busy} onClick={() => void make()}>
        把{count}项安排列为任务
      </Button>
      <span className="quiet">时限先填当年12月31日，可以逐项调整。</span>
      <RefusalBox error={failure} />
    </div>
  );
}
