import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { get } from '../api/client.ts';
import {
  listAddress,
  useCalendar,
  useDue,
  useKinds,
  useOffice,
  useRecords,
  useSelf,
  useStatutory,
  useStock,
  useTownships,
  useWho,
  type Kinds,
  type ListPage,
} from '../api/queries.ts';
import type { DueList, KindView, SelfView, Standing, When } from '../api/shapes.ts';
import { draftName, dropDraft, listDrafts } from '../drafts/store.ts';
import { Deadline, Empty, Loaded, PageTitle } from '../look/signs.tsx';
import { stockWords } from '../look/stock-words.ts';
import { dayText, daysAfter, shortDay, timeText, today } from '../look/words.ts';
import { DutyBrief, seesWholeOffice } from '../special/duty-line.tsx';
import { aheadOf, mayTake, runningOut, startsOf, type Ahead } from './ahead.ts';

/** 我的工作: what is to be done, by legal deadline; what waits for others; what runs out; what the year asks for. */
export function Home() {
  const self = useSelf();
  const kinds = useKinds();
  const due = useDue({ most: 300, path: true });
  return (
    <>
      <div className="head">
        <PageTitle name="我的工作" />
        <span className="quiet">{dayText(today())}</span>
      </div>
      <Loaded of={self}>
        {(me) => (
          <Loaded of={kinds}>
            {(known) => (
              <div className="beside">
                <div>
                  <Loaded of={due}>{(list) => <Work list={list} known={known} self={me} />}</Loaded>
                  {me.readsOnly ? null : <InHand known={known} self={me} />}
                </div>
                <aside aria-label="另外">
                  <Drafts self={me} />
                  <Starts known={known} self={me} />
                  <StockAlerts known={known} self={me} />
                  <RunningOut known={known} self={me} />
                  <Calendar self={me} />
                  <Townships />
                </aside>
              </div>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

const GROUPS: readonly { readonly title: string; readonly when: readonly When[] }[] = [
  { title: '已逾期', when: ['overdue'] },
  { title: '今天到期', when: ['today'] },
  { title: '本周到期', when: ['week'] },
  { title: '以后到期', when: ['later', 'paused', 'awaiting', 'unsettled'] },
];

/** What falls due later than in a year (档案移交) is no work of today: the kind's own list has it. */
const YEAR = 366;

function Work({
  list,
  known,
  self,
}: {
  readonly list: DueList;
  readonly known: Kinds;
  readonly self: SelfView;
}) {
  const near = list.items.filter(({ due: day }) => day === null || day <= daysAfter(today(), YEAR));
  const all = near.map((item) => aheadOf(item, known.kinds, self));
  const mine = all.filter((each) => each.mine);
  const others = all.filter((each) => !each.mine);
  return (
    <>
      {self.readsOnly ? null : (
        <section className="block" aria-labelledby="mine">
          <h2 id="mine">要我办的</h2>
          {mine.length === 0 ? (
            <Empty>没有临近的期限。登记了有法定期限的事项（如行政处罚、纠纷调解），到期前会列在这里。</Empty>
          ) : (
            GROUPS.map((group) => <Group key={group.title} {...group} all={mine} />)
          )}
        </section>
      )}
      <section className="block" aria-labelledby="others">
        <h2 id="others">{self.readsOnly ? '在办事项的期限' : '等别人办的'}</h2>
        {others.length === 0 ? <Empty>没有别人在办、有期限的事项。</Empty> : <Waiters all={others} />}
      </section>
    </>
  );
}

const SHOWN_FIRST = 8;

function Group({
  title,
  when,
  all,
}: {
  readonly title: string;
  readonly when: readonly When[];
  readonly all: readonly Ahead[];
}) {
  const [whole, setWhole] = useState(false);
  const here = all.filter(({ item }) => when.includes(item.when));
  if (here.length === 0) return null;
  const shown = whole ? here : here.slice(0, SHOWN_FIRST);
  return (
    <>
      <h3>
        {title} <span className="quiet">{here.length}件</span>
      </h3>
      <ul className="work">
        {shown.map((each) => (
          <Todo key={`${each.item.record} ${each.item.rule}`} {...each} />
        ))}
      </ul>
      {shown.length < here.length ? (
        <button type="button" className="plain" onClick={() => setWhole(true)}>
          再列出{here.length - shown.length}件
        </button>
      ) : null}
    </>
  );
}

function Todo({ item, kind, step }: Ahead) {
  const { code } = useOffice();
  const at = `/${code}/${item.kind}/${item.record}`;
  return (
    <li>
      <div>
        <p>
          <Link className="title" to={at}>
            {item.title}
          </Link>{' '}
          <span className="quiet">
            {kind?.label}
            {item.village ? ` · ${item.village}` : ''}
          </span>
        </p>
        <p>{item.name}</p>
        <Deadline item={item} />
      </div>
      <div className="acts">
        {step ? (
          <Link className="plain-link" to={`${at}/do/${step.name}`}>
            {step.label}
          </Link>
        ) : (
          <Link className="plain-link" to={at}>
            打开
          </Link>
        )}
      </div>
    </li>
  );
}

function Waiters({ all }: { readonly all: readonly Ahead[] }) {
  const [whole, setWhole] = useState(false);
  const { code } = useOffice();
  const who = useWho();
  const shown = whole ? all : all.slice(0, SHOWN_FIRST);
  return (
    <>
      <ul className="work">
        {shown.map(({ item, kind, waitsFor }) => (
          <li key={`${item.record} ${item.rule}`}>
            <div>
              <p>
                <Link className="title" to={`/${code}/${item.kind}/${item.record}`}>
                  {item.title}
                </Link>{' '}
                <span className="quiet">{kind?.label}</span>
              </p>
              <p>
                {item.name}
                <span className="quiet">
                  {' '}
                  ·{' '}
                  {item.handlers.length > 0
                    ? `承办：${item.handlers.map(who).join('、')}`
                    : `待${waitsFor.map(({ label }) => label).join('或')}办理`}
                </span>
              </p>
              <Deadline item={item} />
            </div>
          </li>
        ))}
      </ul>
      {shown.length < all.length ? (
        <button type="button" className="plain" onClick={() => setWhole(true)}>
          再列出{all.length - shown.length}件
        </button>
      ) : null}
    </>
  );
}

/** Matters that name me as handler and can still go on, whether a term runs in them or not. */
function InHand({ known, self }: { readonly known: Kinds; readonly self: SelfView }) {
  const { code } = useOffice();
  const [whole, setWhole] = useState(false);
  const list = useRecords(undefined, { handler: self.account });
  const records = (list.data?.pages ?? []).flatMap((page) => page.records);
  const open = records.flatMap((record) => {
    const kind = known.kinds.find((each) => each.code === record.kind);
    const ahead = kind?.steps.some(
      ({ start, from, to }) => !start && to !== undefined && from.includes(record.state.code),
    );
    return kind && ahead && !STANDING.has(kind.code) ? [{ record, kind }] : [];
  });
  if (open.length === 0) return null;
  const shown = whole ? open : open.slice(0, SHOWN_FIRST);
  return (
    <section className="block" aria-labelledby="in-hand">
      <h2 id="in-hand">我手上在办的</h2>
      <ul className="plainlist">
        {shown.map(({ record, kind }) => (
          <li key={record.id}>
            <Link to={`/${code}/${kind.code}/${record.id}`}>{record.title}</Link>{' '}
            <span className="quiet">
              {kind.label} · {record.state.label} · {shortDay(record.occurredOn)}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < open.length ? (
        <button type="button" className="plain" onClick={() => setWhole(true)}>
          再列出{open.length - shown.length}件
        </button>
      ) : null}
    </section>
  );
}

/** Registers whose rows stand for years: that they could be changed is no work in hand. */
const STANDING: ReadonlySet<string> = new Set([
  'account',
  'annual-point',
  'appointment',
  'establishment',
  'power-item',
  'organisation',
  'staff',
]);

function Drafts({ self }: { readonly self: SelfView }) {
  const { code } = useOffice();
  const { data = [], refetch } = useQuery({
    queryKey: [code, 'drafts', self.account],
    queryFn: () => listDrafts(code, self.account),
    staleTime: 0,
  });
  if (data.length === 0) return null;
  return (
    <section className="block" aria-labelledby="drafts">
      <h2 id="drafts">没填完的草稿</h2>
      <ul className="plainlist">
        {data.map(({ name, path, label, at }) => (
          <li key={name}>
            <Link to={`/${code}/${path}`}>{label}</Link>
            <p className="quiet">
              {timeText(at)}存{' '}
              <button
                type="button"
                className="bare"
                onClick={() => {
                  if (!window.confirm(`删掉草稿“${label}”？删掉后找不回来。`)) return;
                  dropDraft(draftName(code, self.account, path));
                  void refetch();
                }}
              >
                删除
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Starts({ known, self }: { readonly known: Kinds; readonly self: SelfView }) {
  const { code } = useOffice();
  const starts = startsOf(known.kinds, self);
  if (starts.length === 0) return null;
  return (
    <section className="block" aria-labelledby="starts">
      <h2 id="starts">新办一件</h2>
      {known.rooms.map(({ code: room, label }) => {
        const here = starts.filter(({ kind }) => kind.room === room);
        if (here.length === 0) return null;
        return (
          <details key={room} open={starts.length <= 12}>
            <summary className="quiet">{label}</summary>
            <ul className="plainlist">
              {here.map(({ kind, step }) => (
                <li key={`${kind.code} ${step.name}`}>
                  <Link to={`/${code}/${kind.code}/new/${step.name}`}>
                    {kind.label}：{step.label}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

const LOOK_AHEAD = 60;
const LOOK_BACK = 30;

function RunningOut({ known, self }: { readonly known: Kinds; readonly self: SelfView }) {
  const { code } = useOffice();
  const watched = runningOut(known.kinds, self);
  const now = today();
  const lists = useQueries({
    queries: watched.map(({ kind, field }) => ({
      queryKey: [code, 'running-out', kind.code, field],
      queryFn: () =>
        get<ListPage>(
          listAddress(code, kind.code, {
            [`field.${field}.from`]: daysAfter(now, -LOOK_BACK),
            [`field.${field}.to`]: daysAfter(now, LOOK_AHEAD),
            size: 50,
          }),
        ),
      staleTime: 300_000,
    })),
  });
  const found = lists.flatMap(({ data }, place) => {
    const { kind, field, label } = watched[place]!;
    return (data?.records ?? []).map((record) => ({
      record,
      kind,
      label,
      day: String(record.values?.[field]),
    }));
  });
  if (found.length === 0) return null;
  return (
    <section className="block" aria-labelledby="running-out">
      <h2 id="running-out">快到期的</h2>
      <ul className="plainlist">
        {found
          .sort((a, b) => a.day.localeCompare(b.day))
          .slice(0, 12)
          .map(({ record, kind, label, day }) => (
            <li key={`${record.id} ${label}`}>
              <Link to={`/${code}/${kind.code}/${record.id}`}>{record.title}</Link>
              <p className={day < now ? 'term-over' : 'quiet'}>
                {kind.label}
                {label}：{shortDay(day)}
                {day < now ? '，已过' : ''}
              </p>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** Whoever moves stock is told what expires, falls short or awaits verification. */
function StockAlerts({ known, self }: { readonly known: Kinds; readonly self: SelfView }) {
  const kind = known.kinds.find(
    ({ stock, steps }) => stock && steps.some((step) => step.start && mayTake(step, self)),
  );
  return kind ? <StockAlertsOf kind={kind} /> : null;
}

function StockAlertsOf({ kind }: { readonly kind: KindView }) {
  const { code } = useOffice();
  const { data } = useStock(undefined);
  const words = data ? stockWords(data.counts) : '';
  if (words === '') return null;
  return (
    <section className="block" aria-labelledby="stock-alerts">
      <h2 id="stock-alerts">应急物资提醒</h2>
      <p>{words}。</p>
      <p>
        <Link to={`/${code}/${kind.code}/special/stock`}>看库存</Link>
      </p>
    </section>
  );
}

const DUTIES_SHOWN = 5;

/** What the year still asks of the office (法定日历): days that are near, then what is late; where nothing is, what comes next. */
function Calendar({ self }: { readonly self: SelfView }) {
  const { code } = useOffice();
  const year = Number(today().slice(0, 4));
  const whole = seesWholeOffice(self);
  const [this_, next] = [useStatutory(year, whole).data, useStatutory(year + 1, whole).data];
  if (!whole) return <FixedDates />;
  const dated = [...(this_?.duties ?? []), ...(next?.duties ?? [])];
  const of = (standing: Standing) => dated.filter((each) => each.standing === standing);
  const near = of('near');
  const urgent = [
    ...near.filter(({ byWhen }) => byWhen !== 'within'),
    ...of('late'),
    ...near.filter(({ byWhen }) => byWhen === 'within'),
  ];
  const shown = (urgent.length > 0 ? urgent : of('open').slice(0, 3)).slice(0, DUTIES_SHOWN);
  if (shown.length === 0) return null;
  return (
    <section className="block" aria-labelledby="calendar">
      <h2 id="calendar">法定日历</h2>
      <ul className="plainlist">
        {shown.map((duty) => (
          <DutyBrief key={`${duty.code} ${duty.due}`} duty={duty} />
        ))}
      </ul>
      <p>
        <Link to={`/${code}/yearly-duty/special/calendar`}>全年的法定日历</Link>
        {urgent.length > shown.length ? (
          <span className="quiet"> 另有{urgent.length - shown.length}项要办</span>
        ) : null}
      </p>
    </section>
  );
}

/** The days of the year as they stand in the law, for whoever sees a part of the office. */
function FixedDates() {
  const now = today();
  const year = Number(now.slice(0, 4));
  const [this_, next] = [useCalendar(year).data, useCalendar(year + 1).data];
  const dates = [...(this_?.fixed ?? []), ...(next?.fixed ?? [])]
    .filter(({ date }) => date >= now)
    .slice(0, 4);
  if (dates.length === 0) return null;
  return (
    <section className="block" aria-labelledby="calendar">
      <h2 id="calendar">法定日历</h2>
      <ul className="plainlist">
        {dates.map(({ rule, date, name, article, configured }) => (
          <li key={`${rule} ${date}`}>
            <strong>{shortDay(date)}</strong>前 {name}
            <p className="quiet">
              {article}
              {configured ? '；日期按本地要求' : ''}
            </p>
          </li>
        ))}
      </ul>
      {this_ && !this_.known ? <p className="quiet">{year}年的放假通知还没有录入。</p> : null}
    </section>
  );
}

function Townships() {
  const office = useOffice();
  const { data = [] } = useTownships();
  if (data.length === 0) return null;
  return (
    <section className="block" aria-labelledby="townships">
      <h2 id="townships">所辖乡镇</h2>
      <ul className="plainlist">
        {data.map(({ code, name }) => (
          <li key={code}>
            <Link to={`/${code}/figures`}>{name}</Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/${office.code}/townships`}>各乡镇要问一问的</Link>
      </p>
    </section>
  );
}
