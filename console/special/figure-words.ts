import { useKinds } from '../api/queries.ts';

const CODE = /\{([a-z][a-z.-]*)\}/g;

/** Says the figures in a text by their names (指标名) where it holds their codes: `{judicial-office.staff}`. */
export function useFigureWords(): (text: string) => string {
  const kinds = useKinds().data?.kinds ?? [];
  const labels = new Map(kinds.flatMap(({ figures }) => figures.map(({ code, label }) => [code, label])));
  return (text) =>
    text.replaceAll(CODE, (all, code: string) => (labels.has(code) ? `〔${labels.get(code)}〕` : all));
}
