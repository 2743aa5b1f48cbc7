import {
  EVIDENCE,
  fieldOf,
  isDay,
  isPersonal,
  Refusal,
  SOURCES,
  type Day,
  type Evidence,
  type Field,
  type Kind,
  type Register,
  type Source,
} from '../kernel/index.ts';
import { readTerms } from './search.ts';

/** Whether drills (or voided records) are in a list. */
export type Including = 'with' | 'without' | 'only';

/** Choices and links: one of these values. Days: from and to, both included. */
export type FieldFilter = readonly string[] | { readonly from?: string; readonly to?: string };

/** What a list is asked for. Everything but the organisation may be left out; conditions are joined by "and". */
export interface ListQuery {
  readonly org: string;
  readonly kinds?: readonly string[];
  readonly states?: readonly string[];
  readonly villages?: readonly string[];
  readonly unit?: string;
  /** 发生日, both included. */
  readonly occurredFrom?: string;
  readonly occurredTo?: string;
  /** 登记日, both included. */
  readonly recordedFrom?: string;
  readonly recordedTo?: string;
  readonly sources?: readonly Source[];
  readonly evidence?: readonly Evidence[];
  /** Account that handles the matter. */
  readonly handler?: string;
  /** With breaches (程序瑕疵), or without. */
  readonly flawed?: boolean;
  /** `with` unless said otherwise; a drill is marked in every row. */
  readonly drills?: Including;
  /** `without` unless said otherwise. */
  readonly voided?: Including;
  /** By field of the kind; needs exactly one kind. */
  readonly fields?: Readonly<Record<string, FieldFilter>>;
  /** Text to be found in title, upper number and written open fields; several words by spaces, all of them. */
  readonly q?: string;
  /** `occurredOn` (the default), `recordedOn`, `title`, `state`, or a day or number of the one kind. */
  readonly sort?: string;
  /** Latest days and highest numbers first unless said otherwise; titles and states in their order. */
  readonly descending?: boolean;
}

/** A list's conditions, read and found to fit the kinds. */
export interface Conditions {
  readonly query: ListQuery;
  /** Empty for all kinds. */
  readonly kinds: readonly Kind[];
  readonly fields: readonly FieldCondition[];
  /** What is to be found, as search compares it; empty where nothing was asked. */
  readonly terms: readonly string[];
}

export type FieldCondition =
  | { readonly name: string; readonly is: readonly string[]; readonly many: boolean }
  | { readonly name: string; readonly from?: Day; readonly to?: Day };

function wrong(field: string, sentence: string, next?: string): Refusal {
  return new Refusal('invalid-value', sentence, { field, ...(next === undefined ? {} : { next }) });
}

const DAYS = {
  occurredFrom: '发生日起',
  occurredTo: '发生日止',
  recordedFrom: '登记日起',
  recordedTo: '登记日止',
} as const;

function assertDay(field: string, label: string, value: string): Day {
  if (isDay(value)) return value;
  throw wrong(field, `“${label}”应是真实存在的日期，如2024-03-05。`);
}

function assertKnown(
  field: string,
  label: string,
  known: Readonly<Record<string, string>>,
  given: readonly string[] = [],
): void {
  const unknown = given.find((each) => !Object.hasOwn(known, each));
  if (unknown === undefined) return;
  throw wrong(field, `“${label}”没有“${unknown}”这一项。`, `可用：${listOf(known)}。`);
}

function listOf(known: Readonly<Record<string, string>>): string {
  return Object.entries(known)
    .map(([code, label]) => `${code}（${label}）`)
    .join('、');
}

/** The one kind by whose fields a list is filtered or sorted. */
export function oneKind(kinds: readonly Kind[], field: string, what: string): Kind {
  const [kind] = kinds;
  if (kind && kinds.length === 1) return kind;
  throw wrong(field, `${what}，要先选定一种事项。`);
}

/** An open field of the kind; a personal one can't be told apart from one that does not exist. */
export function openField(kind: Kind, name: string): Field {
  const field = fieldOf(kind, name);
  if (field && !isPersonal(field)) return field;
  throw wrong(name, `“${kind.label}”没有可用来筛选或排序的“${name}”这一栏。`);
}

function readField(kind: Kind, name: string, filter: FieldFilter): FieldCondition {
  const field = openField(kind, name);
  switch (field.type) {
    case 'one-of':
    case 'many-of':
    case 'link':
      if (!isList(filter)) throw wrong(name, `“${field.label}”应写明要哪几项。`);
      return {
        name,
        many: field.type === 'many-of',
        is: filter.map((each) => readChoice(field, name, each)),
      };
    case 'day':
      if (isList(filter)) throw wrong(name, `“${field.label}”应写明起止日期。`);
      return {
        name,
        ...(filter.from === undefined ? {} : { from: assertDay(name, field.label, filter.from) }),
        ...(filter.to === undefined ? {} : { to: assertDay(name, field.label, filter.to) }),
      };
    default:
      throw wrong(name, `“${field.label}”不能用来筛选。`, '可用选择项、日期和联系来筛选；找文字请用查找。');
  }
}

function isList(filter: FieldFilter): filter is readonly string[] {
  return Array.isArray(filter);
}

function readChoice(field: Field, name: string, given: string): string {
  const parsed = field.parse(field.type === 'many-of' ? [given] : given);
  if ('problem' in parsed) throw wrong(name, `“${field.label}”${parsed.problem}。`);
  return String(field.type === 'many-of' ? (parsed.value as string[])[0] : parsed.value);
}

/** Reads a list's conditions; refuses what the kinds do not know, in a sentence that says what they do. */
export function readQuery(register: Register, query: ListQuery): Conditions {
  const kinds = (query.kinds ?? []).map((code) => register.kind(code));
  const states = (kinds.length > 0 ? kinds : register.kinds).map((kind) => Object.entries(kind.states));
  assertKnown('states', '状态', Object.fromEntries(states.flat()), query.states);
  assertKnown('sources', '来源', SOURCES, query.sources);
  assertKnown('evidence', '佐证', EVIDENCE, query.evidence);
  for (const [field, label] of Object.entries(DAYS)) {
    const given = query[field as keyof typeof DAYS];
    if (given !== undefined) assertDay(field, label, given);
  }
  const fields = Object.entries(query.fields ?? {}).map(([name, filter]) =>
    readField(oneKind(kinds, name, '按栏目筛选'), name, filter),
  );
  return { query, kinds, fields, terms: query.q === undefined ? [] : readTerms(query.q) };
}
