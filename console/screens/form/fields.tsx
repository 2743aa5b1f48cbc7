import { useEffect, useState, type ReactNode } from 'react';
import type { FieldView } from '../../api/shapes.ts';
import { shortDay } from '../../look/words.ts';
import { Envelope } from './envelope.tsx';
import { FieldInput } from './field-input.tsx';
import { usualFrom } from './usual.ts';
import { BESIDE, cleaned, type Values } from './values.ts';

/** What a form shows: fields of the kind and those beside them, each under the key that its value has. */
export interface FieldsPlan {
  readonly path: string;
  readonly fields: readonly FieldView[];
  readonly asks: readonly string[];
  readonly day?: string;
  readonly beside?: readonly FieldView[];
  readonly plain?: boolean;
}

interface Props {
  readonly plan: FieldsPlan;
  readonly id: string;
  readonly at: (key: string) => string;
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  readonly set: (key: string, value: unknown) => void;
}

interface Entry {
  readonly key: string;
  readonly field: FieldView;
  readonly required: boolean;
}

/** As wide as a phone, by the same measure as the style. */
const PHONE = '(max-width: 560px)';

function entriesOf({ fields, asks, day, beside = [] }: FieldsPlan): readonly Entry[] {
  return [
    ...fields.map((field) => {
      const required = asks.includes(field.name) || field.name === day;
      return { key: field.name, field, required };
    }),
    ...beside.map((field) => {
      const key = BESIDE(field.name);
      return { key, field, required: asks.includes(key) };
    }),
  ];
}

/** All fields of a form; on a phone only what has to be given first, the rest folded. */
export function Fields(props: Props) {
  const { plan, id, values, set } = props;
  const [narrow] = useState(() => window.matchMedia(PHONE).matches);
  const entries = entriesOf(plan);
  const envelope = plan.plain ? null : (
    <Envelope id={id} hasDay={plan.day !== undefined} values={values} onChange={set} />
  );
  if (narrow && !plan.plain) return <Folded {...props} entries={entries} envelope={envelope} />;
  return (
    <>
      <Inputs {...props} entries={entries} />
      {envelope}
    </>
  );
}

function Inputs({ entries, at, values, errors, set }: Props & { readonly entries: readonly Entry[] }) {
  return entries.map(({ key, field, required }) => (
    <FieldInput
      key={key}
      field={field}
      id={at(key)}
      value={values[key]}
      onChange={(value) => set(key, value)}
      required={required}
      error={errors[key]}
      usual={usualFrom(values, key)}
    />
  ));
}

/** What stands open on a phone: what somebody has to give, and what one tap takes. */
function standsOpen({ key, field, required }: Entry, values: Values): boolean {
  return field.media !== undefined || (required && usualFrom(values, key) === undefined);
}

function Folded({
  entries,
  envelope,
  ...props
}: Props & { readonly entries: readonly Entry[]; readonly envelope: ReactNode }) {
  const { values, errors } = props;
  // As it was when the form was opened: nothing moves away under the finger.
  const [open] = useState(
    () => new Set(entries.flatMap((each) => (standsOpen(each, values) ? [each.key] : []))),
  );
  const first = entries.filter(({ key }) => open.has(key));
  const rest = entries.filter(({ key }) => !open.has(key));
  const given = ({ key, field }: Entry): boolean =>
    cleaned(field, values[key]) !== undefined && usualFrom(values, key) === undefined;
  const [unfolded, unfold] = useState(() => first.length === 0 || rest.some(given));
  useEffect(() => {
    if (rest.some(({ key }) => errors[key] !== undefined)) unfold(true);
    // Each try to send brings new errors; what is folded does not change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [errors]);
  const usual = rest.filter(({ key }) => usualFrom(values, key) !== undefined);
  return (
    <>
      <Inputs {...props} entries={first} />
      <details className="more" open={unfolded} onToggle={({ currentTarget }) => unfold(currentTarget.open)}>
        <summary>
          更多{unfolded || usual.length === 0 ? null : <UsualTold entries={usual} values={values} />}
        </summary>
        <Inputs {...props} entries={rest} />
        {envelope}
      </details>
    </>
  );
}

/** What is there without anybody having typed it, so that it is seen although folded. */
function UsualTold({ entries, values }: { readonly entries: readonly Entry[]; readonly values: Values }) {
  return (
    <span className="quiet">
      （沿用：{entries.map(({ key, field }) => `${field.label} ${told(field, values[key])}`).join('，')}）
    </span>
  );
}

function told({ type, options, unit = '' }: FieldView, value: unknown): string {
  switch (type) {
    case 'one-of':
      return options?.find(({ code }) => code === value)?.label ?? String(value);
    case 'day':
      return shortDay(String(value));
    case 'text':
    case 'place':
    case 'time':
      return String(value);
    case 'number':
      return `${String(value)}${unit}`;
    default:
      return '已填';
  }
}
