import type { FieldView } from '../../api/shapes.ts';

export type Values = Readonly<Record<string, unknown>>;

/** The key under which a form keeps what is not of the kind; no field of a kind is written so. */
export const BESIDE = (name: string): string => `:${name}`;

/** A value without what was left empty; undefined where nothing is left. */
export function cleaned(field: FieldView, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  switch (field.type) {
    case 'many-of':
      return (value as string[]).length === 0 ? undefined : value;
    case 'person':
      return field.several
        ? filled((value as Values[]).map(withoutEmpty))
        : ownOrNothing(withoutEmpty(value as Values));
    case 'list': {
      const items = field.items ?? [];
      return filled((value as Values[]).map((item) => cleanedAll(items, item)));
    }
    default:
      return value;
  }
}

function ownOrNothing(item: Values): Values | undefined {
  return Object.keys(item).length === 0 ? undefined : item;
}

function filled(items: readonly Values[]): readonly Values[] | undefined {
  const kept = items.filter((item) => Object.keys(item).length > 0);
  return kept.length === 0 ? undefined : kept;
}

function withoutEmpty(item: Values): Values {
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  );
}

/** The values of some fields as the API takes them: what is empty stays out. */
export function cleanedAll(fields: readonly FieldView[], values: Values): Values {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = cleaned(field, values[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}
