import type { FieldView, KindView, RecordHead } from '../../api/shapes.ts';
import { dayText, shortDay, valueText } from '../../look/words.ts';

/** A column of a list: what stands in it, in a line, and in a file. */
export interface Column {
  readonly key: string;
  readonly label: string;
  /** Name by which the API sorts; absent where it does not. */
  readonly sort?: string;
  readonly number?: true;
  readonly text: (record: RecordHead) => string;
  /** In a table for reckoning: whole days, bare numbers; as `text` where it is the same. */
  readonly bare?: (record: RecordHead) => string;
  /** Stands in the head of such a table. */
  readonly unit?: string;
}

type Who = (account: string) => string;

/** Columns that every kind has. */
export function commonColumns(who: Who): readonly Column[] {
  return [
    { key: 'title', label: '名称', sort: 'title', text: ({ title }) => title },
    {
      key: 'state',
      label: '状态',
      sort: 'state',
      text: ({ state, voided, drill }) => `${voided ? '已作废' : state.label}${drill ? '（演练）' : ''}`,
    },
    { key: 'village', label: '所在村', text: ({ village }) => village ?? '' },
    {
      key: 'occurredOn',
      label: '发生日',
      sort: 'occurredOn',
      text: ({ occurredOn, precision }) =>
        precision === 'day' ? shortDay(occurredOn) : dayText(occurredOn, precision),
      bare: ({ occurredOn, precision }) =>
        precision === 'day' ? occurredOn : dayText(occurredOn, precision),
    },
    {
      key: 'recordedOn',
      label: '登记日',
      sort: 'recordedOn',
      text: ({ recordedOn }) => shortDay(recordedOn),
      bare: ({ recordedOn }) => recordedOn,
    },
    { key: 'handlers', label: '承办', text: ({ handlers }) => handlers.map(who).join('；') },
    { key: 'source', label: '来源', text: ({ source }) => source.label },
    { key: 'evidence', label: '佐证', text: ({ evidence }) => evidence.label },
    { key: 'flaws', label: '程序瑕疵', number: true, text: ({ flaws }) => (flaws > 0 ? String(flaws) : '') },
  ];
}

const SORTABLE = ['day', 'number', 'money'];
const NOT_IN_A_LINE = ['long-text', 'link', 'file', 'person'];

/** A kind's own columns: its open fields that fit in a line. */
export function kindColumns(kind: KindView): readonly Column[] {
  return kind.fields
    .filter(({ personal, type, name }) => !personal && !NOT_IN_A_LINE.includes(type) && name !== kind.title)
    .map((field) => ({
      key: `field.${field.name}`,
      label: field.label,
      ...(SORTABLE.includes(field.type) ? { sort: field.name } : {}),
      ...(field.type === 'number' || field.type === 'money' ? { number: true as const } : {}),
      text: ({ values }) => valueText(field, values?.[field.name]),
      ...bareOf(field),
    }));
}

function bareOf(field: FieldView): Pick<Column, 'bare' | 'unit'> {
  const value = ({ values }: RecordHead): unknown => values?.[field.name];
  const text = (record: RecordHead): string => String(value(record) ?? '');
  switch (field.type) {
    case 'day':
      return { bare: text };
    case 'number':
      return { bare: text, ...(field.unit === undefined ? {} : { unit: field.unit }) };
    case 'money':
      return {
        bare: (record) => (value(record) === undefined ? '' : (Number(value(record)) / 100).toFixed(2)),
        unit: '元',
      };
    default:
      return {};
  }
}

const REGISTER_LIKE = ['number', 'money'];

/** What tells records of a kind apart at a glance: their numbers, by when they must be done, what they are, how much. */
function tells({ type, code, future, options }: FieldView): boolean {
  if (type === 'one-of') return (options ?? []).length > 1;
  return (
    REGISTER_LIKE.includes(type) || (type === 'text' && code === true) || (type === 'day' && future === true)
  );
}

/** What is shown before anybody chose. */
export function usualColumns(kind: KindView | undefined): readonly string[] {
  if (!kind) return ['title', 'kind', 'state', 'village', 'occurredOn', 'handlers'];
  const own = kind.fields.filter((field) => !field.personal && field.name !== kind.title && tells(field));
  return [
    'title',
    'state',
    ...(kind.village === undefined ? [] : ['village']),
    'occurredOn',
    ...own.slice(0, 3).map(({ name }) => `field.${name}`),
    'flaws',
  ];
}
