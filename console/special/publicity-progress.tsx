import { useQuery } from '@tanstack/react-query';
import Select from 'antd/es/select';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useKind, useOffice } from '../api/queries.ts';
import type { FieldView, KindView, RecordHead } from '../api/shapes.ts';
import { Empty, Loaded, PageTitle } from '../look/signs.tsx';
import { dayText, today, valueText } from '../look/words.ts';
import { allOf } from './all-of.ts';

/** As many items as one question about their activities may name. */
const AT_ONCE = 50;
const SERVING = ['publicity-activity', 'gathering'] as const;

interface Served {
  readonly duties: readonly RecordHead[];
  /** Duty → how many activities and gatherings point to it. */
  readonly times: ReadonlyMap<string, number>;
}

async function served(org: string, year: string): Promise<Served> {
  const within = { 'field.dueOn.from': `${year}-01-01`, 'field.dueOn.to': `${year}-12-31` };
  const duties = await allOf(org, 'publicity-duty', within);
  const times = new Map<string, number>();
  for (let at = 0; at < duties.length; at += AT_ONCE) {
    const ids = duties.slice(at, at + AT_ONCE).map(({ id }) => id);
    const lists = await Promise.all(
      SERVING.map((kind) => allOf(org, kind, { 'field.duty': ids, drills: 'without' })),
    );
    for (const { values } of lists.flat()) {
      const duty = String(values?.['duty']);
      times.set(duty, (times.get(duty) ?? 0) + 1);
    }
  }
  return { duties, times };
}

/** The year's list of who explains which law (普法责任清单): by office, what is planned, held and done. */
export function PublicityProgress() {
  const id = useId();
  const { code } = useOffice();
  const kind = useKind('publicity-duty');
  const [search, setSearch] = useSearchParams();
  const now = Number(today().slice(0, 4));
  const year = search.get('year') ?? String(now);
  const read = useQuery({
    queryKey: [code, 'records', 'publicity-duty', 'progress', year],
    queryFn: () => served(code, year),
  });
  const years = [now + 1, now, now - 1, now - 2, now - 3].map(String);
  return (
    <>
      <div className="head">
        <PageTitle name={`${year}年度普法责任清单`} />
        <div className="does">
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <div className="filters">
        <div className="field">
          <label htmlFor={id}>年度</label>
          <Select
            id={id}
            style={{ width: '100%' }}
            value={year}
            onChange={(chosen) => setSearch({ year: chosen }, { replace: true })}
            options={[...new Set([year, ...years])].map((each) => ({ value: each, label: `${each}年` }))}
          />
        </div>
      </div>
      <Loaded of={read}>
        {({ duties, times }) =>
          !kind || duties.length === 0 ? (
            <Empty>这一年还没有普法责任清单。把各站所的普法事项一项一项列入，就有了。</Empty>
          ) : (
            <Offices kind={kind} duties={duties} times={times} />
          )
        }
      </Loaded>
    </>
  );
}

function isIn(duty: RecordHead, ...states: readonly string[]): boolean {
  return states.includes(duty.state.code);
}

function Offices({ kind, duties, times }: Served & { readonly kind: KindView }) {
  const standing = duties.filter((duty) => !isIn(duty, 'dropped'));
  const done = standing.filter((duty) => isIn(duty, 'completed'));
  const late = standing.filter(
    (duty) => isIn(duty, 'listed') && String(duty.values?.['dueOn'] ?? '') < today(),
  );
  const offices = kind.fields.find(({ name }) => name === 'office')?.options ?? [];
  return (
    <>
      <p role="status">
        共{standing.length}项，已完成{done.length}项
        {late.length > 0 ? <span className="term-over">，过了时限还没完成{late.length}项</span> : null}。
      </p>
      {offices.map(({ code, label }) => {
        const own = duties.filter(({ values }) => values?.['office'] === code);
        return own.length === 0 ? null : (
          <section className="block" key={code} aria-labelledby={`office-${code}`}>
            <h2 id={`office-${code}`}>
              {label}{' '}
              <span className="quiet">
                {own.filter((duty) => isIn(duty, 'completed')).length}/
                {own.filter((duty) => !isIn(duty, 'dropped')).length}
              </span>
            </h2>
            <Items kind={kind} duties={own} times={times} />
          </section>
        );
      })}
    </>
  );
}

function Items({ kind, duties, times }: Served & { readonly kind: KindView }) {
  const { code } = useOffice();
  const field = (name: string): FieldView | undefined => kind.fields.find((each) => each.name === name);
  const said = ({ values }: RecordHead, name: string): string => {
    const found = field(name);
    return found ? valueText(found, values?.[name]) : '';
  };
  return (
    <div className="wide-table" role="region" aria-label="清单事项" tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">法律法规</th>
            <th scope="col">方式</th>
            <th scope="col">计划</th>
            <th scope="col">已登记的活动、会议</th>
            <th scope="col">时限</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={duty.id}>
              <td>
                <Link to={`/${code}/publicity-duty/${duty.id}`}>{duty.title}</Link>
              </td>
              <td>{said(duty, 'law')}</td>
              <td>{said(duty, 'way')}</td>
              <td>{said(duty, 'planned')}</td>
              <td>{times.get(duty.id) ?? 0}次</td>
              <td>{dayText(String(duty.values?.['dueOn'] ?? ''))}</td>
              <td>{duty.state.label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
