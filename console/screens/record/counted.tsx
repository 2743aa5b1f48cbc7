import { Link } from 'react-router';
import { useCountedIn, useOffice } from '../../api/queries.ts';
import type { AlsoIn, CountedIn, RecordView } from '../../api/shapes.ts';
import { dayText } from '../../look/words.ts';

const OVERLAPS: Readonly<Record<AlsoIn['is'], string>> = {
  'part-of': '这个数包含在它里面',
  'whole-of': '它是这个数里的一部分',
  overlaps: '两个数有交叉',
  disjoint: '声明互不重复，请核对口径',
  unsaid: '从不同方面各计一次',
};

/** Which figures the record adds to (计入哪些指标), and where it is counted again: numbers that share it can't be added up. */
export function Counted({ record }: { readonly record: RecordView }) {
  const { data } = useCountedIn(record.id);
  if (!data || data.figures.length === 0) return null;
  return (
    <section className="block" aria-labelledby="counted">
      <h2 id="counted">计入哪些指标</h2>
      <ul className="plainlist">
        {data.figures.map((figure) => (
          <Line key={figure.code} figure={figure} />
        ))}
      </ul>
    </section>
  );
}

function Line({ figure }: { readonly figure: CountedIn }) {
  const { code } = useOffice();
  const { name, from, also } = figure;
  const year = from.slice(0, 4);
  return (
    <li>
      <Link to={`/${code}/figures/${figure.code}?year=${year}`}>{name}</Link>
      <p className="quiet">
        {amountText(figure)}，按{dayText(from)}计
      </p>
      {also.length === 0 ? null : (
        <p className="quiet">
          也计入（不能相加）：
          {also.map((other) => `“${other.name}”（${OVERLAPS[other.is]}）`).join('、')}
        </p>
      )}
    </li>
  );
}

function amountText({ amount, unit, numerator, denominator }: CountedIn): string {
  if (amount !== undefined) return `${amount}${unit}`;
  return `分子${numerator}、分母${denominator}`;
}
