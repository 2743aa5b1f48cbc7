import { Fragment } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useBacking, useFigures, useKinds, useMonths, useOffice, useVillages } from '../../api/queries.ts';
import type { FigureValue } from '../../api/shapes.ts';
import { Empty, Loaded, PageTitle } from '../../look/signs.tsx';
import { numberText, shortDay, today } from '../../look/words.ts';
import { byVillage } from './by-village.ts';
import { againstText, figureText, spanText } from './figure-words.ts';

/** One figure (指标): how it is counted, how it went over the year, and every record behind it. */
export function Figure() {
  const { figure: code = '' } = useParams();
  const [search] = useSearchParams();
  const year = Number(search.get('year') ?? today().slice(0, 4));
  const figures = useFigures(year);
  const before = useFigures(year - 1);
  return (
    <Loaded of={figures}>
      {(all) => {
        const figure = all.find((each) => each.code === code);
        if (!figure) return <Empty>没有这个指标。</Empty>;
        return (
          <Opened figure={figure} before={before.data?.find((each) => each.code === code)} year={year} />
        );
      }}
    </Loaded>
  );
}

interface Props {
  readonly figure: FigureValue;
  readonly before: FigureValue | undefined;
  readonly year: number;
}

function Opened({ figure, before, year }: Props) {
  const { code } = useOffice();
  return (
    <>
      <nav aria-label="所在位置">
        <ol className="crumbs">
          <li>
            <Link to={`/${code}/figures?year=${year}`}>指标总览</Link>
          </li>
        </ol>
      </nav>
      <div className="head">
        <PageTitle name={figure.name}>
          {figure.name}：{figureText(figure)}
        </PageTitle>
        <div className="does">
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <section className="block" aria-label="说明">
        <dl className="facts">
          <dt>口径</dt>
          <dd>{figure.definition}</dd>
          <dt>期间</dt>
          <dd>{spanText(figure)}</dd>
          <dt>与上年比</dt>
          <dd>{againstText(figure, before) || '上年没有记录，不能比'}</dd>
          <dt>记录</dt>
          <dd>{figure.records}条</dd>
        </dl>
      </section>
      <Trend figure={figure} year={year} />
      <Villages figure={figure} year={year} />
      <Records figure={figure} year={year} />
    </>
  );
}

/** Height of the highest bar, in pixels. */
const BAR = 120;

/** The twelve months as bars, each over its number in a table that says the same to those who don't see bars. */
function Trend({ figure, year }: Pick<Props, 'figure' | 'year'>) {
  const [now, last] = [useMonths(year), useMonths(year - 1)];
  const months = now.data?.find(({ code }) => code === figure.code)?.months;
  const before = last.data?.find(({ code }) => code === figure.code)?.months;
  if (!months) return null;
  const most = Math.max(...months, 1);
  return (
    <section className="block" aria-labelledby="trend">
      <h2 id="trend">各月</h2>
      <figure style={{ margin: 0 }}>
        <div className="wide-table">
          <table className="plain">
            <caption className="hidden">{figure.name}，各月</caption>
            <thead>
              <tr>
                <th scope="col">年度</th>
                {months.map((_count, month) => (
                  // eslint-disable-next-line react/no-array-index-key
                  <th key={month} scope="col" className="number">
                    {month + 1}月
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr className="bars" aria-hidden="true">
                <td />
                {months.map((count, month) => (
                  // A month's place is its name.
                  // eslint-disable-next-line react/no-array-index-key
                  <td key={month}>
                    <span style={{ height: `${Math.round((count / most) * BAR)}px` }} />
                  </td>
                ))}
              </tr>
              <MonthRow year={year} months={months} />
              {before ? <MonthRow year={year - 1} months={before} /> : null}
            </tbody>
          </table>
        </div>
      </figure>
    </section>
  );
}

function MonthRow({ year, months }: { readonly year: number; readonly months: readonly number[] }) {
  return (
    <tr>
      <th scope="row">{year}年</th>
      {months.map((count, month) => (
        // eslint-disable-next-line react/no-array-index-key
        <td key={month} className="number">
          {numberText(count)}
        </td>
      ))}
    </tr>
  );
}

/** The same figure village by village, out of the records that the reader may see. */
function Villages({ figure, year }: Pick<Props, 'figure' | 'year'>) {
  const backing = useBacking(figure.code, year);
  const places = byVillage(figure, backing.data ?? [], useVillages());
  if (places.length === 0) return null;
  return (
    <section className="block" aria-labelledby="villages">
      <h2 id="villages">各村</h2>
      <dl className="facts">
        {places.map(({ place, text }) => (
          <Fragment key={place}>
            <dt>{place}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

const SHOWN = 500;

function Records({ figure, year }: Pick<Props, 'figure' | 'year'>) {
  const { code } = useOffice();
  const backing = useBacking(figure.code, year);
  const kinds = useKinds().data?.kinds ?? [];
  const label = (kind: string): string => kinds.find((each) => each.code === kind)?.label ?? kind;
  return (
    <section className="block" aria-labelledby="records">
      <h2 id="records">后面的记录</h2>
      <Loaded of={backing}>
        {(all) =>
          all.length === 0 ? (
            <Empty>没有您能看到的记录。</Empty>
          ) : (
            <div className="wide-table">
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">名称</th>
                    <th scope="col">事项</th>
                    <th scope="col">发生日</th>
                    <th scope="col">所在村</th>
                    <th scope="col" className="number">
                      计入（{figure.unit === '%' ? '件' : figure.unit}）
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {all
                    .slice(0, SHOWN)
                    .map(({ record, kind, title, occurredOn, village, contribution, part }) => (
                      <tr key={`${record} ${part}`}>
                        <td>
                          <Link to={`/${code}/${kind}/${record}`}>{title}</Link>
                        </td>
                        <td>{label(kind)}</td>
                        <td>{shortDay(occurredOn)}</td>
                        <td>{village}</td>
                        <td className="number">{numberText(contribution)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
              {all.length > SHOWN ? (
                <p className="quiet">
                  只列出前{SHOWN}条，共{all.length}条。
                </p>
              ) : null}
            </div>
          )
        }
      </Loaded>
    </section>
  );
}
