import type { FigureValue } from '../figures/figures.ts';
import { valueWithUnit } from './values.ts';
import { paths } from './visit.ts';

/** A figure as a chip: value and unit, leading to its page. */
export function FigureChip({ org, year, figure }: { org: string; year: number; figure: FigureValue }) {
  return (
    <a className="figure" href={paths.figure(org, year, figure.code)}>
      {figure.value === null ? '无分母' : valueWithUnit(figure)}
    </a>
  );
}

/** Terms with their values, as records and figures show them. */
export function Facts({ of }: { of: readonly (readonly [term: string, value: React.ReactNode])[] }) {
  return (
    <dl className="facts">
      {of.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A day that breaks after the year where a column is narrow, and nowhere else. */
export function Day({ text }: { text: string }) {
  const [year, rest] = text.split(/(?<=年)/);
  return (
    <>
      <span className="nb">{year}</span>
      {rest === undefined ? null : <span className="nb">{rest}</span>}
    </>
  );
}
