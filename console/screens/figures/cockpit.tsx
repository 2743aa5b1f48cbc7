import Select from 'antd/es/select';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useDue, useFigures, useKinds, useOffice, useSelf } from '../../api/queries.ts';
import type { FigureValue, Named } from '../../api/shapes.ts';
import { Loaded, PageTitle } from '../../look/signs.tsx';
import { shortDay, timeText, today } from '../../look/words.ts';
import { Ask } from './ask.tsx';
import { Chip } from './chip.tsx';
import { againstText } from './figure-words.ts';
import { strayed } from './strayed.ts';

const FIRST_YEAR = 2020;

/** 指标总览（领导驾驶舱）: the nine areas at a glance, against last year; every number opens to its records. */
export function Cockpit() {
  const [search, setSearch] = useSearchParams();
  const now = Number(today().slice(0, 4));
  const year = Number(search.get('year') ?? now);
  const figures = useFigures(year);
  const before = useFigures(year - 1);
  const kinds = useKinds();
  const years = Array.from({ length: now - FIRST_YEAR + 1 }, (_each, place) => now - place);
  return (
    <>
      <div className="head">
        <PageTitle name="指标总览" />
        <YearChoice years={years} year={year} onChange={(chosen) => setSearch({ year: String(chosen) })} />
        <div className="does">
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <Loaded of={figures}>
        {(all) => (
          <>
            <p className="quiet">
              {year}年，由记录逐条算出，取数时间{timeText(new Date().toISOString())}
              。带下划线的数点开是后面的记录。
            </p>
            <Ask year={year} />
            <ToAsk figures={all} before={before.data ?? []} />
            <div className="areas">
              {kinds.data?.rooms.map((room) => (
                <Area key={room.code} room={room} figures={all} before={before.data ?? []} year={year} />
              ))}
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

export function YearChoice({
  years,
  year,
  onChange,
}: {
  readonly years: readonly number[];
  readonly year: number;
  readonly onChange: (year: number) => void;
}) {
  const id = useId();
  return (
    <span>
      <label htmlFor={id} className="quiet">
        年度{' '}
      </label>
      <Select
        id={id}
        style={{ width: 110 }}
        value={year}
        onChange={onChange}
        options={years.map((each) => ({ value: each, label: `${each}年` }))}
      />
    </span>
  );
}

interface AreaProps {
  readonly room: Named;
  readonly figures: readonly FigureValue[];
  readonly before: readonly FigureValue[];
  readonly year: number;
}

/** An area: first what has something to count, then in one line what stands at zero. */
function Area({ room, figures, before, year }: AreaProps) {
  const here = figures.filter(({ chapter }) => chapter === room.code);
  const counted = here.filter(({ value, records }) => value !== null && (value !== 0 || records > 0));
  const zero = here.filter((figure) => !counted.includes(figure));
  return (
    <section className="area" aria-labelledby={`area-${room.code}`}>
      <h2 id={`area-${room.code}`}>{room.label}</h2>
      <ul className="plainlist">
        {counted.map((figure) => (
          <li key={figure.code}>
            {figure.name}：<Chip figure={figure} year={year} />
            <p className="quiet">
              {againstText(
                figure,
                before.find(({ code }) => code === figure.code),
              )}
            </p>
          </li>
        ))}
      </ul>
      {counted.length === 0 ? <p className="quiet">{year}年还没有记录。</p> : null}
      {zero.length > 0 && counted.length > 0 ? (
        <details>
          <summary className="quiet">还没有记录的指标（{zero.length}个）</summary>
          <p className="quiet">{zero.map(({ name }) => name).join('、')}</p>
        </details>
      ) : null}
    </section>
  );
}

/** What leaders and the county ask about: what is late, what is missing, what is far from last year's. Never a ranking. */
function ToAsk({
  figures,
  before,
}: {
  readonly figures: readonly FigureValue[];
  readonly before: readonly FigureValue[];
}) {
  const { code } = useOffice();
  const self = useSelf().data;
  const due = useDue({ when: ['overdue'], most: 20 });
  const questions = strayed(figures, before);
  const leads = self?.readsOnly || self?.posts.some((post) => LEADING.has(post.code));
  if (!leads || (questions.length === 0 && (due.data?.counts.overdue ?? 0) === 0)) return null;
  return (
    <section className="block" aria-labelledby="to-ask">
      <h2 id="to-ask">要问一问的</h2>
      <ul className="plainlist">
        {due.data?.items.map(({ record, kind, title, name, due: day, rule }) => (
          <li key={`${record} ${rule}`}>
            <span className="flag">已逾期</span> <Link to={`/${code}/${kind}/${record}`}>{title}</Link>：
            {name}
            {day ? `，期限到${shortDay(day)}` : ''}
          </li>
        ))}
        {questions.map(({ figure, before: last }) => (
          <li key={figure.code}>
            {figure.value === 0 ? '还没有记录：' : '与上年相差较大：'}
            {figure.name}，{againstText(figure, last)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const LEADING: ReadonlySet<string> = new Set([
  'party-secretary',
  'township-head',
  'area-lead',
  'judicial-office',
]);
