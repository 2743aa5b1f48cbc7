import type { FigureValue } from '../figures/figures.ts';
import type { Backings, PublicBacking } from './backing.ts';
import type { PublicRecord } from '../records/reading.ts';
import { Day } from './signs.tsx';
import { valueText } from './values.ts';
import { paths } from './visit.ts';

/** Records on one page: a figure may rest on thousands, and old phones stop at long tables. */
const PER_PAGE = 100;

interface Props {
  readonly org: string;
  readonly figure: FigureValue;
  readonly backings: Backings;
  /** Which page of records the address asks for. */
  readonly page: unknown;
}

/** The public records behind a figure with what each adds, or why they are not public. */
export function BackingSection({ org, figure, backings, page }: Props) {
  const { shown, hidden } = backings;
  return (
    <>
      <h2>背后的记录</h2>
      {shown.length > 0 ? <Shown org={org} figure={figure} shown={shown} page={page} /> : null}
      <p>{summary(figure, backings)}</p>
      {hidden > 0 ? <p>{reason(backings)}</p> : null}
    </>
  );
}

function Shown({ org, figure, shown, page }: Omit<Props, 'backings'> & Pick<Backings, 'shown'>) {
  const pages = Math.ceil(shown.length / PER_PAGE);
  const wanted = typeof page === 'string' && /^\d{1,6}$/.test(page) ? Number(page) : 1;
  const at = Math.min(Math.max(wanted, 1), pages);
  const placed = shown.some(({ village }) => village !== undefined);
  const rows = shown.slice((at - 1) * PER_PAGE, at * PER_PAGE);
  return (
    <>
      <table>
        <caption>{pages > 1 ? `公开的记录（第${at}页，共${pages}页）` : '公开的记录'}</caption>
        <thead>
          <tr>
            <th scope="col">记录</th>
            {placed ? <th scope="col">村</th> : null}
            <th scope="col">日期</th>
            <th scope="col" className="number">
              计入
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((backing) => (
            <tr key={backing.record.id}>
              <th scope="row">
                <a className="block" href={paths.record(org, backing.record.id)}>
                  {backing.record.title}
                </a>
              </th>
              {placed ? <td className="village">{backing.village ?? '本级'}</td> : null}
              <td>
                <Day text={dayOf(backing.record)} />
              </td>
              <td className="number">{contributionText(figure, backing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages > 1 ? <Pages at={at} pages={pages} /> : null}
    </>
  );
}

function Pages({ at, pages }: { at: number; pages: number }) {
  return (
    <nav className="pages" aria-label="记录的其他页">
      {at > 1 ? <a href={`?page=${at - 1}`}>上一页</a> : null}
      {at < pages ? <a href={`?page=${at + 1}`}>下一页</a> : null}
    </nav>
  );
}

/** The first day that the record discloses. */
function dayOf({ kind, values }: PublicRecord): string {
  for (const [name, value] of Object.entries(values)) {
    const field = kind.fields[name];
    if (field?.type === 'day') return valueText(field, value) ?? '';
  }
  return '';
}

function contributionText(figure: FigureValue, { parts }: PublicBacking): string {
  const sum = (wanted: string): number =>
    parts.filter(({ part }) => part === wanted).reduce((total, { amount }) => total + amount, 0);
  switch (figure.measure) {
    case 'ratio':
      return `${sum('n')}／${sum('d')}`;
    case 'distinct':
      return '是';
    case 'flow':
    case 'stock':
      return `${sum('')}${figure.unit}`;
  }
}

/** What the records come to, said only where it is so: reading on, one can add up. */
function summary(figure: FigureValue, { shown, hidden }: Backings): string {
  if (figure.records === 0) {
    return figure.value === null ? '没有记录，所以算不出这个比率。' : '没有记录，所以这个数是零。';
  }
  if (shown.length === 0) return `这个数由${figure.records}条记录得出，都不公开。`;
  const also = hidden > 0 ? `，另有${hidden}条不公开` : '';
  if (figure.measure === 'distinct') {
    return `公开的${shown.length}条记录计入这个数${also}；同一对象有几条记录也只计一次。`;
  }
  if (figure.measure === 'ratio') {
    return `公开的${shown.length}条记录计入这个数${also}；表里写的是各自计入的分子和分母。`;
  }
  const total = shown.flatMap(({ parts }) => parts).reduce((sum, { amount }) => sum + amount, 0);
  return `公开的${shown.length}条记录合计${total}${figure.unit}${also}。`;
}

function reason({ kinds }: Backings): string {
  const closed = kinds.filter(({ open }) => !open).map(({ label }) => `“${label}”`);
  if (closed.length === 0) return '不公开的是还没有到公开环节的记录。';
  return `${closed.join('、')}的记录涉及当事人或者内部事务，依法不逐条公开，只公开合计数。`;
}
