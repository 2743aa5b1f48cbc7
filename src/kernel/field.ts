import { isDay, type Day } from './day.ts';

/**
 * Who may ever see a value.
 * - `public`: may stand on a public page once the kind's step makes it public;
 * - `internal`: seen by the office (the default);
 * - `personal`: names, phones, addresses, health, free narratives; stored apart, encrypted, masked, erasable;
 * - `secret`: like personal, and never revealed outside the post it was written for.
 */
export type Privacy = 'public' | 'internal' | 'personal' | 'secret';
export type OpenPrivacy = 'public' | 'internal';

export type FieldType =
  | 'text'
  | 'long-text'
  | 'day'
  | 'time'
  | 'number'
  | 'money'
  | 'one-of'
  | 'many-of'
  | 'person'
  | 'place'
  | 'file'
  | 'link'
  | 'list';

/** What is wrong with a value: a Chinese sentence that names neither the field nor the library. */
export type Problem = { readonly problem: string };
export type Parsed<T> = { readonly value: T } | Problem;

export interface Field<T = unknown, P extends Privacy = Privacy> {
  readonly type: FieldType;
  /** Chinese label. */
  readonly label: string;
  readonly privacy: P;
  readonly help?: string;
  /** 项, 人次, 元 …; numbers and money only. */
  readonly unit?: string;
  /** Code → Chinese label; choices only. */
  readonly options?: Readonly<Record<string, string>>;
  /** A day that may lie ahead (截止日, 失效日); every other day is a fact and can't be later than today. */
  readonly future?: boolean;
  /** A number given by an authority (证号, 案号, 文号): long digits in it are no phone number. */
  readonly code?: boolean;
  /** An official number (文号) of the office's own series: which are used is kept. */
  readonly numbered?: true;
  /** Kind that a link points to. */
  readonly target?: string;
  /** Fields of each item; lists only. */
  readonly items?: FieldSet;
  /** Those of `items` that every item must have. */
  readonly needs?: readonly string[];
  /** Takes several persons; persons only. */
  readonly several?: true;
  /** What a file mostly is, so that a phone takes it by one tap; any other file may be given all the same. Files only. */
  readonly media?: 'photo' | 'sound';
  /** Checks and normalises a value that came from outside. */
  readonly parse: (input: unknown) => Parsed<T>;
}

export type FieldSet = Readonly<Record<string, Field>>;
export type ValueOf<X> = X extends Field<infer T, Privacy> ? T : never;

/** All values of a set of fields; each may be absent until a step asks for it. */
export type Values<F extends FieldSet> = { readonly [K in keyof F]?: ValueOf<F[K]> };

type KeysByPrivacy<F extends FieldSet, P extends Privacy> = {
  [K in keyof F]: F[K] extends Field<unknown, infer Q> ? ([Q] extends [P] ? K : never) : never;
}[keyof F] &
  string;

/** Names of the fields that stand in the entry in clear: rules, counting and search see only these. */
export type OpenKeys<F extends FieldSet> = KeysByPrivacy<F, OpenPrivacy>;
/** Names of the fields that a public view may show. */
export type PublicKeys<F extends FieldSet> = KeysByPrivacy<F, 'public'>;
export type OpenValues<F extends FieldSet> = { readonly [K in OpenKeys<F>]?: ValueOf<F[K]> };
/** Names of open day fields: what a figure can be dated by and a deadline can start from. */
export type DayKeys<F extends FieldSet> = {
  [K in OpenKeys<F>]: ValueOf<F[K]> extends Day ? K : never;
}[OpenKeys<F>];

/** Names of open fields that hold a whole number. */
export type NumberKeys<F extends FieldSet> = {
  [K in OpenKeys<F>]: ValueOf<F[K]> extends number ? K : never;
}[OpenKeys<F>];

export function isPersonal(field: Field): boolean {
  return field.privacy === 'personal' || field.privacy === 'secret';
}

interface Options<P extends Privacy> {
  readonly privacy?: P;
  readonly help?: string;
}

function build<T, P extends Privacy>(
  type: FieldType,
  label: string,
  options: Options<P>,
  parse: (input: unknown) => Parsed<T>,
  extra: Partial<
    Pick<Field, 'unit' | 'options' | 'target' | 'items' | 'needs' | 'future' | 'code' | 'several' | 'media'>
  > = {},
): Field<T, P> {
  const { privacy = 'internal' as P, help } = options;
  return { type, label, privacy, parse, ...(help === undefined ? {} : { help }), ...extra };
}

/** Text of at most `max` characters, trimmed and in NFC; also what an envelope's texts are checked by. */
export function parseText(max: number) {
  return (input: unknown): Parsed<string> => {
    // A lone surrogate or NUL can be stored nowhere: it comes from a broken paste.
    if (typeof input !== 'string' || /[\0\p{Cs}]/u.test(input)) {
      return { problem: '应填文字，不能有乱码' };
    }
    const value = input.normalize('NFC').trim();
    if (value === '') return { problem: '不能为空' };
    if ([...value].length > max) return { problem: `不能超过${max}个字` };
    return { value };
  };
}

/** One line of text, at most `max` characters (120). */
export function text<const P extends Privacy = 'internal'>(
  label: string,
  options: Options<P> & { max?: number; code?: true } = {},
): Field<string, NoInfer<P>> {
  return build('text', label, options, parseText(options.max ?? 120), options.code ? { code: true } : {});
}

/** Several lines of text, at most `max` characters (4000). */
export function longText<const P extends Privacy = 'internal'>(
  label: string,
  options: Options<P> & { max?: number } = {},
): Field<string, NoInfer<P>> {
  return build('long-text', label, options, parseText(options.max ?? 4000));
}

/** A civil day in Asia/Shanghai; `future` where it may lie ahead. */
export function dayField<const P extends Privacy = 'internal'>(
  label: string,
  options: Options<P> & { future?: true } = {},
): Field<Day, NoInfer<P>> {
  const parse = (input: unknown): Parsed<Day> =>
    isDay(input) ? { value: input } : { problem: '应填真实存在的日期，如2024-03-05' };
  return build('day', label, options, parse, options.future ? { future: true } : {});
}

/** A local time of day, `HH:MM`. */
export function timeField<const P extends Privacy = 'internal'>(
  label: string,
  options: Options<P> = {},
): Field<string, NoInfer<P>> {
  return build('time', label, options, (input) =>
    typeof input === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(input)
      ? { value: input }
      : { problem: '应填时间，如09:30' },
  );
}

function parseWhole(min: number, max: number) {
  return (input: unknown): Parsed<number> => {
    if (typeof input !== 'number' || !Number.isSafeInteger(input)) return { problem: '应填整数' };
    if (input < min) return { problem: `不能小于${min}` };
    if (input > max) return { problem: `不能大于${max}` };
    return { value: input };
  };
}

/** A whole number with its unit (人次, 份 …). */
export function count<const P extends Privacy = 'internal'>(
  label: string,
  unit: string,
  options: Options<P> & { min?: number; max?: number } = {},
): Field<number, NoInfer<P>> {
  return build('number', label, options, parseWhole(options.min ?? 0, options.max ?? 1e9), { unit });
}

/** An amount of money in fen (分), a whole number. */
export function money<const P extends Privacy = 'internal'>(
  label: string,
  options: Options<P> = {},
): Field<number, NoInfer<P>> {
  return build('money', label, options, parseWhole(0, 1e15), { unit: '元' });
}

function listed(options: Readonly<Record<string, string>>): string {
  return Object.values(options).join('、');
}

/** The code that was meant: a person may write the code or its Chinese label. */
function codeOf(choices: Readonly<Record<string, string>>, input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined;
  if (Object.hasOwn(choices, input)) return input;
  return Object.keys(choices).find((code) => choices[code] === input.trim());
}

/** Exactly one of the named choices. */
export function oneOf<const C extends Readonly<Record<string, string>>, const P extends Privacy = 'internal'>(
  label: string,
  choices: C,
  options: Options<P> = {},
): Field<keyof C & string, NoInfer<P>> {
  const parse = (input: unknown): Parsed<keyof C & string> => {
    const code = codeOf(choices, input);
    return code === undefined ? { problem: `应从这些里选一个：${listed(choices)}` } : { value: code };
  };
  return build('one-of', label, options, parse, { options: choices });
}

/** Any number of the named choices, each at most once, kept in the declared order. */
export function manyOf<
  const C extends Readonly<Record<string, string>>,
  const P extends Privacy = 'internal',
>(label: string, choices: C, options: Options<P> = {}): Field<readonly (keyof C & string)[], NoInfer<P>> {
  const parse = (input: unknown): Parsed<readonly (keyof C & string)[]> => {
    const codes = Array.isArray(input) ? input.map((item) => codeOf(choices, item)) : [undefined];
    if (codes.includes(undefined)) return { problem: `应从这些里选：${listed(choices)}` };
    return { value: Object.keys(choices).filter((code) => codes.includes(code)) };
  };
  return build('many-of', label, options, parse, { options: choices });
}

/** A natural person. Always personal (个人信息保护法 art. 4): there is no public person field. */
export interface Person {
  readonly name: string;
  readonly phone?: string;
  readonly idNumber?: string;
  readonly address?: string;
}

const PERSON_KEYS = ['name', 'phone', 'idNumber', 'address'] as const;

function parsePerson(input: unknown): Parsed<Person> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { problem: '应填姓名' };
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== '');
  const parsed = given.map(([key, value]) => [key, parseText(120)(value)] as const);
  const wrong = parsed.find(
    ([key, result]) => !PERSON_KEYS.some((known) => known === key) || 'problem' in result,
  );
  if (wrong) return { problem: '只能填姓名、电话、证件号、住址' };
  const person = Object.fromEntries(
    parsed.map(([key, result]) => [key, 'value' in result ? result.value : '']),
  );
  if (typeof person['name'] !== 'string') return { problem: '应填姓名' };
  return { value: person as unknown as Person };
}

export function person(label: string, options: { help?: string } = {}): Field<Person, 'personal'> {
  return build('person', label, { ...options, privacy: 'personal' }, parsePerson);
}

/** Several natural persons. */
export function people(label: string, options: { help?: string } = {}): Field<readonly Person[], 'personal'> {
  const parse = (input: unknown): Parsed<readonly Person[]> => {
    if (!Array.isArray(input) || input.length === 0) return { problem: '至少填一人' };
    const each = input.map(parsePerson);
    const wrong = each.find((result): result is Problem => 'problem' in result);
    return wrong ?? { value: each.flatMap((result) => ('value' in result ? [result.value] : [])) };
  };
  return build('person', label, { ...options, privacy: 'personal' }, parse, { several: true });
}

/** A place in words (地点). An address of a person's home is a person's address, not a place. */
export function place<const P extends Privacy = 'internal'>(
  label: string,
  options: Options<P> = {},
): Field<string, NoInfer<P>> {
  return build('place', label, options, parseText(120));
}

/** A stored file: its content is kept beside the database, the entry commits to it. */
export interface FileReference {
  readonly name: string;
  readonly size: number;
  /** SHA-256 of the content, hex. Stays out of the entry: a bare hash of a guessable document is no commitment. */
  readonly sha256: string;
}

/** Files are personal by construction: a scan may show anything. What the public sees of one is decided by publication. */
export function file(
  label: string,
  { media, ...options }: { help?: string; media?: 'photo' | 'sound' } = {},
): Field<FileReference, 'personal'> {
  const parse = (input: unknown): Parsed<FileReference> => {
    const given = input as Partial<FileReference> | null;
    const fits =
      typeof given === 'object' &&
      given !== null &&
      typeof given.name === 'string' &&
      typeof given.size === 'number' &&
      /^[0-9a-f]{64}$/.test(String(given.sha256));
    return fits
      ? { value: { name: given.name!, size: given.size!, sha256: given.sha256! } }
      : { problem: '应先上传文件' };
  };
  return build('file', label, { ...options, privacy: 'personal' }, parse, media ? { media } : {});
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A link (联系) to one record of another kind, by its id: the field's name is the link's role. */
export function link<const P extends OpenPrivacy = 'internal'>(
  label: string,
  target: string,
  options: Options<P> = {},
): Field<string, NoInfer<P>> {
  const parse = (input: unknown): Parsed<string> =>
    typeof input === 'string' && UUID.test(input) ? { value: input } : { problem: '应选一条已有记录' };
  return build('link', label, options, parse, { target });
}

/** A list of items, each with the same open fields (议题, 物资 …); every item must have those that it `needs`. */
export function list<
  const F extends Readonly<Record<string, Field<unknown, OpenPrivacy>>>,
  const P extends OpenPrivacy = 'internal',
>(
  label: string,
  items: F,
  options: Options<P> & { readonly needs?: readonly (keyof F & string)[] } = {},
): Field<readonly { readonly [K in keyof F]?: ValueOf<F[K]> }[], NoInfer<P>> {
  type Item = { readonly [K in keyof F]?: ValueOf<F[K]> };
  const parseItem = (input: unknown): Parsed<Item> => {
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      return { problem: '每一项应分栏填写' };
    const result: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(input)) {
      const field = Object.hasOwn(items, key) ? items[key] : undefined;
      if (!field) return { problem: `没有“${key}”这一栏` };
      const parsed = field.parse(value);
      if ('problem' in parsed) return { problem: `${field.label}:${parsed.problem}` };
      result[key] = parsed.value;
    }
    const missing = (options.needs ?? []).find((key) => result[key] === undefined);
    if (missing !== undefined) return { problem: `每一项都要填“${items[missing]?.label ?? missing}”` };
    return { value: result as Item };
  };
  const parse = (input: unknown): Parsed<readonly Item[]> => {
    if (!Array.isArray(input) || input.length === 0) return { problem: '至少填一项' };
    const each = input.map(parseItem);
    const wrong = each.find((result): result is Problem => 'problem' in result);
    return wrong ?? { value: each.flatMap((result) => ('value' in result ? [result.value] : [])) };
  };
  return build('list', label, options, parse, { items, needs: options.needs ?? [] });
}
