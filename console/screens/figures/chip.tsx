import { Link } from 'react-router';
import { useOffice } from '../../api/queries.ts';
import type { FigureValue } from '../../api/shapes.ts';
import { figureText, spanText } from './figure-words.ts';

/** A figure (指标): its value, dotted underneath; it leads to 口径 and records. Unproven ones say so. */
export function Chip({ figure, year }: { readonly figure: FigureValue; readonly year: number }) {
  const { code } = useOffice();
  const unproven = figure.evidence === 'none';
  const title = `${spanText(figure)}；${figure.records}条记录；口径：${figure.definition}`;
  return (
    <>
      <Link
        className={unproven ? 'chip unproven' : 'chip'}
        to={`/${code}/figures/${figure.code}?year=${year}`}
        title={title}
      >
        {figureText(figure)}
      </Link>
      {unproven ? '未佐证' : ''}
    </>
  );
}
