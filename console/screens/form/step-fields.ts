import type { FieldView, KindView, StepView } from '../../api/shapes.ts';

/** The fields of a step as a form shows them: what must be given first, in the kind's order; its day at the head. */
export function fieldsOf(kind: KindView, { asks, may, day, sameDay }: StepView): readonly FieldView[] {
  const first = new Set([...(day === undefined ? [] : [day]), ...asks]);
  const rest = new Set([...may, ...sameDay].filter((name) => !first.has(name)));
  const of = (names: ReadonlySet<string>): FieldView[] => kind.fields.filter(({ name }) => names.has(name));
  return [...of(first), ...of(rest)];
}
