import { useQueries } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { addressOf, get } from '../../api/client.ts';
import { useKinds, useTownships } from '../../api/queries.ts';
import type { DueList, FigureValue, OfficeView } from '../../api/shapes.ts';
import { Empty, Loaded, PageTitle, Waiting } from '../../look/signs.tsx';
import { numberText, shortDay, today } from '../../look/words.ts';
import { YearChoice } from '../figures/cockpit.tsx';
import { againstText } from '../figures/figure-words.ts';
import { strayed } from '../figures/strayed.ts';
import { outliersOf } from './outliers.ts';

const YEARS = 5;
const LATE_SHOWN = 5;

/** What is known of one township. */
interface Known {
  readonly office: OfficeView;
  readonly figures: readonly FigureValue[];
  readonly before: readonly FigureValue[];
  readonly late: DueList;
}

/** What may not be asked for, or did not come, is missing and said so. */
interface Looked {
  readonly known: readonly Known[];
  readonly waiting: number;
  readonly failed: readonly OfficeView[];
}

async function figuresOf(code: string, year: number): Promise<readonly FigureValue[]> {
  return (await get<{ figures: FigureValue[] }>(addressOf(`/${code}/figures`, { year }))).figures;
}

function useLooked(offices: readonly OfficeView[], year: number): Looked {
  const asked = useQueries({
    queries: offices.map((office) => ({
      queryKey: [office.code, 'looked', year],
      queryFn: async (): Promise<Known> => {
        const [figures, before, late] = await Promise.all([
          figuresOf(office.code, year),
          figuresOf(office.code, year - 1),
          get<DueList>(addressOf(`/${office.code}/due`, { when: ['overdue'], most: LATE_SHOWN })),
        ]);
        return { office, figures, before, late };
      },
      staleTime: 60_000,
    })),
  });
  return {
    known: asked.flatMap(({ data }) => data ?? []),
    waiting: asked.filter(({ isPending }) => isPending).length,
    failed: offices.filter((_office, place) => asked[place]!.isError),
  };
}

/** 所辖乡镇: what the county asks its townships about. In the order of their codes; nothing here is a ranking. */
export function Townships() {
  const [search, setSearch] = useSearchParams();
  const now = Number(today().slice(0, 4));
  const year = Number(search.get('year') ?? now);
  const townships = useTownships();
  return (
    <>
      <div className="head">
        <PageTitle name="所辖乡镇" />
        <YearChoice
          years={Array.from({ length: YEARS }, (_each, place) => now - place)}
          year={year}
          onChange={(chosen) => setSearch({ year: String(chosen) })}
        />
      </div>
      <Loaded of={townships}>
        {(offices) =>
          offices.length === 0 ? (
            <Empty>没有您能查看的乡镇。</Empty>
          ) : (
            <All offices={[...offices].sort((a, b) => a.code.localeCompare(b.code))} year={year} />
          )
        }
      </Loaded>
    </>
  );
}

function All({ offices, year }: { readonly offices: readonly OfficeView[]; readonly year: number }) {
  const { known, waiting, failed } = useLooked(offices, year);
  if (waiting > 0)
    return (
      <Waiting>
        正在读取各乡镇，还差{waiting}个（共{offices.length}个）…
      </Waiting>
    );
  return (
    <>
      {failed.length > 0 ? (
        <p className="notice">没有读到：{failed.map(({ name }) => name).join('、')}。请过一会儿再打开。</p>
      ) : null}
      <Areas known={known} year={year} />
      {known.map((each) => (
        <ToAsk key={each.office.code} township={each} all={known} year={year} />
      ))}
    </>
  );
}

/** The nine areas at a glance: in how many figures of each something is recorded. */
function Areas({ known, year }: { readonly known: readonly Known[]; readonly year: number }) {
  const rooms = useKinds().data?.rooms ?? [];
  const count = (figures: readonly FigureValue[], room: string) => {
    const here = figures.filter(({ chapter }) => chapter === room);
    return { all: here.length, filled: here.filter(({ records }) => records > 0).length };
  };
  return (
    <section className="block" aria-labelledby="areas">
      <h2 id="areas">九个方面各有几个指标已经有记录</h2>
      <div className="wide-table">
        <table className="plain many">
          <thead>
            <tr>
              <th scope="col">乡镇</th>
              {rooms.map(({ code, label }) => (
                <th scope="col" key={code}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map(({ office, figures }) => (
              <tr key={office.code}>
                <th scope="row">
                  <Link to={`/${office.code}/figures?year=${year}`}>{office.name}</Link>
                </th>
                {rooms.map(({ code }) => {
                  const { all, filled } = count(figures, code);
                  return (
                    <td key={code} className="number">
                      {filled}/{all}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">按行政区划代码排列，不是排名；有的指标本来就没有可记的事。</p>
    </section>
  );
}

interface ToAskProps {
  readonly township: Known;
  readonly all: readonly Known[];
  readonly year: number;
}

/** What is late, missing or far from the others and from last year: questions, with their records behind them. */
function ToAsk({ township, all, year }: ToAskProps) {
  const { office, figures, before, late } = township;
  const { code, name } = office;
  const apart = outliersOf(
    code,
    all.map((each) => ({ code: each.office.code, figures: each.figures })),
  );
  const changed = strayed(figures, before);
  const overdue = late.counts.overdue ?? 0;
  const figureLink = (figure: FigureValue) => (
    <Link to={`/${code}/figures/${figure.code}?year=${year}`}>{figure.name}</Link>
  );
  return (
    <section className="block" aria-labelledby={`ask-${code}`}>
      <h2 id={`ask-${code}`}>{name}：可以问一问的</h2>
      {overdue + apart.length + changed.length === 0 ? <Empty>没有逾期、缺项和相差较大的。</Empty> : null}
      {overdue > 0 ? (
        <>
          <h3>已逾期{numberText(overdue)}件</h3>
          <ul className="plainlist">
            {late.items.map(({ record, kind, title, name: term, due, rule }) => (
              <li key={`${record} ${rule}`}>
                <Link to={`/${code}/${kind}/${record}`}>{title}</Link>：{term}
                {due ? `，期限到${shortDay(due)}` : ''}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {apart.length > 0 ? (
        <>
          <h3>与其他乡镇不同的</h3>
          <ul className="plainlist">
            {apart.map(({ figure, middle, how }) => (
              <li key={figure.code}>
                {figureLink(figure)}：
                {how === 'missing' ? '还没有记录' : `${numberText(figure.value ?? 0)}${figure.unit}`}
                ，其他乡镇的中间值是{numberText(middle)}
                {figure.unit}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {changed.length > 0 ? (
        <>
          <h3>与上年相差较大的</h3>
          <ul className="plainlist">
            {changed.map(({ figure, before: last }) => (
              <li key={figure.code}>
                {figureLink(figure)}：{againstText(figure, last)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
