import {
  dayAt,
  EVIDENCE,
  fieldOf,
  isDay,
  isPersonal,
  parseText,
  Refusal,
  SOURCES,
  stepOf,
  type Day,
  type Evidence,
  type Field,
  type FieldSet,
  type Kind,
  type Post,
  type Source,
  type Step,
} from '../kernel/index.ts';
import type { Actor, Envelope, Precision } from '../ledger/index.ts';

/** What every act needs, whatever it does. */
interface Common {
  readonly org: string;
  readonly actor: Actor;
  /** The same key never acts twice; asked again, it answers what it did. */
  readonly idempotencyKey: string;
  /** 发生日 of the act; a day that exists and is not in the future. */
  readonly occurredOn: string;
  readonly precision?: Precision;
  /** `on-site` on the day itself, `late` afterwards, unless said otherwise. */
  readonly source?: Source;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly evidence?: Evidence;
  readonly unit?: string;
  readonly home?: string;
  readonly upperNumber?: string;
  /** Reasons for going on although a rule warns: rule id → reason. */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** Starts a matter with a step that starts. */
export interface StartRequest extends Common {
  readonly kind: string;
  readonly step: string;
  /** Id of the new record (lower-case UUID); made when absent. */
  readonly record?: string;
  readonly village?: string;
  readonly drill?: boolean;
}

/** Takes a further step in a matter. */
export interface ActRequest extends Common {
  readonly kind: string;
  readonly step: string;
  readonly record: string;
  /** The version that the actor saw, 1 or more. */
  readonly expectedVersion: number;
}

/** Mends what was entered wrongly. A value of `null` takes the value away. */
export interface CorrectRequest extends Omit<ActRequest, 'step'> {
  readonly reason: string;
  readonly village?: string;
  /** The record's 发生日, where that was wrong; `occurredOn` is the day of the correction. */
  readonly redatedTo?: string;
}

export type VoidRequest = Omit<CorrectRequest, 'values' | 'village' | 'redatedTo'>;

/** Says who handles a matter from now on (交办、交接); the reason is kept. */
export interface AssignRequest extends VoidRequest {
  /** Accounts of the organisation, one or more; the first answers for it. */
  readonly handlers: readonly string[];
}

/** What was asked, checked field by field: open values apart from personal ones. */
export interface Asked {
  readonly occurredOn: Day;
  readonly source: Source;
  readonly precision: Precision;
  readonly open: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, unknown>>;
  readonly envelope: Envelope;
  readonly reasons: Readonly<Record<string, string>>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PRECISIONS: readonly Precision[] = ['day', 'month', 'year'];

/** The formal mark of a classified document: 秘密★, 机密 ★ 十年, 绝密★. */
const MARKS = /[秘机绝]\s*密\s*★/;

export function assertId(record: string): void {
  if (!UUID.test(record)) throw new Refusal('invalid-value', '记录编号的格式不对。', { field: 'record' });
}

/** State and work secrets must not be entered (保守国家秘密法 art. 31): a text that carries a mark is refused. */
function refuseMarked(label: string, field: string, value: unknown): void {
  if (!MARKS.test(JSON.stringify(value))) return;
  throw new Refusal('secret-mark', `“${label}”里有密级标志，本系统不得录入涉密内容。`, {
    field,
    next: '请按保密规定在涉密设备上办理。',
  });
}

/** A mobile number or an identity number in an open text: it would be searchable, unerasable, perhaps public. */
const PERSONAL_NUMBER = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/;

/** What people write in words; a link's id or a count is never taken for a phone number. */
const WRITTEN: ReadonlySet<Field['type']> = new Set(['text', 'long-text', 'place', 'list']);

function refusePersonalNumber(label: string, field: string, value: unknown): void {
  if (!PERSONAL_NUMBER.test(JSON.stringify(value).replaceAll(/(?<=\d)[ -](?=\d)/g, ''))) return;
  throw new Refusal('invalid-value', `“${label}”里有手机号或身份证号，这一栏会明文保存。`, {
    field,
    next: '请把个人信息填在当事人、联系方式等专门的栏里。',
  });
}

/** A list without those of its columns that hold numbers given by an authority, or ids of records. */
function wordsIn({ items }: Field, value: unknown): unknown {
  if (!items || !Array.isArray(value)) return value;
  return value.map((item: object) => Object.entries(item).filter(([name]) => !items[name]?.code));
}

function plainText(label: string, field: string, input: string, max: number, isCode = false): string {
  const parsed = parseText(max)(input);
  if ('problem' in parsed) throw new Refusal('invalid-value', `“${label}”${parsed.problem}。`, { field });
  refuseMarked(label, field, parsed.value);
  if (!isCode) refusePersonalNumber(label, field, parsed.value);
  return parsed.value;
}

function oneOfThese<T extends string>(label: string, field: string, known: readonly T[], given: T): T {
  if (known.includes(given)) return given;
  throw new Refusal('invalid-value', `“${label}”的写法不对，应是：${known.join('、')}。`, { field });
}

function parseValue(kind: Kind, name: string, input: unknown, today: Day): unknown {
  const field = fieldOf(kind, name);
  if (!field) throw new Refusal('invalid-value', `“${kind.label}”没有“${name}”这一栏。`, { field: name });
  const parsed = field.parse(input);
  if ('problem' in parsed) {
    throw new Refusal('invalid-value', `“${field.label}”${parsed.problem}。`, { field: name });
  }
  if (field.type === 'day' && !field.future && (parsed.value as Day) > today) {
    throw new Refusal('invalid-value', `“${field.label}”晚于今天（${today}）。`, {
      field: name,
      next: '还没有发生的事，等发生后再登记。',
    });
  }
  refuseMarked(field.label, name, parsed.value);
  if (!isPersonal(field) && !field.code && WRITTEN.has(field.type))
    refusePersonalNumber(field.label, name, wordsIn(field, parsed.value));
  return parsed.value;
}

type Split = Pick<Asked, 'open' | 'personal'>;

function parseValues(kind: Kind, given: Readonly<Record<string, unknown>>, today: Day): Split {
  const open: Record<string, unknown> = {};
  const personal: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(given)) {
    if (input === undefined || input === null || input === '') continue;
    const value = parseValue(kind, name, input, today);
    (isPersonal(fieldOf(kind, name)!) ? personal : open)[name] = value;
  }
  return { open, personal };
}

function parseSource(request: Common, occurredOn: Day, today: Day): Source {
  const source = request.source ?? (occurredOn === today ? 'on-site' : 'late');
  oneOfThese('来源', 'source', Object.keys(SOURCES) as Source[], source);
  if (source === 'on-site' && occurredOn !== today) {
    throw new Refusal('invalid-value', '当场办理的发生日就是今天；以前发生的事请选“事后补录”。', {
      field: 'source',
    });
  }
  if (source === 'proxy' && !request.actor.behalf) {
    throw new Refusal('missing-value', '代录要写明替哪个账号录入。', { field: 'behalf' });
  }
  return source;
}

/** The day of an act: it exists and is not in the future. */
function parseDay(text: string, today: Day): Day {
  if (!isDay(text)) {
    throw new Refusal('invalid-value', '发生日应是真实存在的日期，如2024-03-05。', { field: 'occurredOn' });
  }
  if (text > today) {
    throw new Refusal('invalid-value', `发生日（${text}）晚于今天（${today}）。`, {
      field: 'occurredOn',
      next: '还没有发生的事请登记为计划。',
    });
  }
  return text;
}

type Surroundings = Omit<Asked, 'open' | 'personal'>;

/** Everything of a request but its values. */
function parseSurroundings(request: Common, today: Day): Surroundings {
  const occurredOn = parseDay(request.occurredOn, today);
  const { evidence, unit, home, upperNumber, precision = 'day', reasons = {} } = request;
  return {
    occurredOn,
    source: parseSource(request, occurredOn, today),
    precision: oneOfThese('日期精度', 'precision', PRECISIONS, precision),
    envelope: {
      ...(evidence && {
        evidence: oneOfThese('佐证', 'evidence', Object.keys(EVIDENCE) as Evidence[], evidence),
      }),
      ...(unit && { unit: plainText('责任单位', 'unit', unit, 60) }),
      ...(home && { home: plainText('上级平台', 'home', home, 60) }),
      ...(upperNumber && { upperNumber: plainText('上级编号', 'upperNumber', upperNumber, 60, true) }),
    },
    reasons: Object.fromEntries(
      Object.entries(reasons).map(([rule, reason]) => [rule, plainText('理由', 'reasons', reason, 300)]),
    ),
  };
}

/** 发生日 is entered once: the step's day field is that day, its further days are too unless an earlier one is given. */
function fillDays(
  kind: Kind,
  step: Step<FieldSet, string>,
  open: Readonly<Record<string, unknown>>,
  on: Day,
): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...open };
  if (step.day !== undefined) {
    const given = filled[step.day] ?? on;
    if (given !== on) {
      const label = fieldOf(kind, step.day)?.label ?? step.day;
      throw new Refusal('invalid-value', `“${label}”（${String(given)}）与发生日（${on}）不一致。`, {
        field: step.day,
      });
    }
    filled[step.day] = on;
  }
  for (const name of step.sameDay ?? []) {
    filled[name] ??= on;
    if ((filled[name] as Day) > on) {
      const label = fieldOf(kind, name)?.label ?? name;
      throw new Refusal('invalid-value', `“${label}”晚于发生日（${on}）。`, { field: name });
    }
  }
  return filled;
}

/** The fields that a step may set. */
export function fieldsOf(step: Step<FieldSet, string>): Set<string> {
  return new Set<string>([
    ...(step.asks ?? []),
    ...(step.may ?? []),
    ...(step.day === undefined ? [] : [step.day]),
    ...(step.sameDay ?? []),
  ]);
}

function assertComplete(
  kind: Kind,
  step: Step<FieldSet, string>,
  values: Readonly<Record<string, unknown>>,
): void {
  const missing = (step.asks ?? []).filter((name) => values[name] === undefined);
  if (missing.length > 0) {
    const labels = missing.map((name) => fieldOf(kind, name)?.label ?? name).join('”、“');
    throw new Refusal('missing-value', `“${step.label}”还缺“${labels}”。`, { field: missing[0]! });
  }
  assertAllowed(kind, step.label, fieldsOf(step), Object.keys(values));
}

function assertAllowed(
  kind: Kind,
  act: string,
  allowed: ReadonlySet<string>,
  names: readonly string[],
): void {
  const extra = names.find((name) => !allowed.has(name));
  if (extra === undefined) return;
  const label = fieldOf(kind, extra)?.label ?? extra;
  throw new Refusal('invalid-value', `“${act}”不填“${label}”。`, { field: extra });
}

export function getStep(kind: Kind, name: string): Step<FieldSet, string> {
  const step = stepOf(kind, name);
  if (!step) throw new Refusal('invalid-value', `“${kind.label}”没有“${name}”这个环节。`);
  return step;
}

function assertPost(step: Step<FieldSet, string>, post: Post): void {
  if (!step.by.includes(post)) {
    throw new Refusal('not-permitted', `您的岗位不能办“${step.label}”。`, {
      next: '请由有权的岗位办理，或请其代办。',
    });
  }
}

/** Checks everything about a step that can be checked without looking at the matter. */
export function readAsked(kind: Kind, step: Step<FieldSet, string>, request: Common, now: Date): Asked {
  assertPost(step, request.actor.post);
  const today = dayAt(now);
  const surroundings = parseSurroundings(request, today);
  const values = parseValues(kind, request.values ?? {}, today);
  const open = fillDays(kind, step, values.open, surroundings.occurredOn);
  assertComplete(kind, step, { ...open, ...values.personal });
  return { ...surroundings, open, personal: values.personal };
}

/** The same for a correction or a voiding; open values may be taken away with `null`. */
export function readCorrection(
  kind: Kind,
  request: Common & { readonly redatedTo?: string },
  now: Date,
): Asked {
  const today = dayAt(now);
  const surroundings = parseSurroundings({ ...request, source: request.source ?? 'late' }, today);
  const given = request.values ?? {};
  const values = parseValues(kind, given, today);
  const cleared = Object.entries(given).flatMap(([name, value]) =>
    value === null ? [[name, null] as const] : [],
  );
  for (const [name] of cleared) {
    const field = fieldOf(kind, name);
    if (!field || isPersonal(field)) {
      throw new Refusal('invalid-value', `“${field?.label ?? name}”不能用更正清空。`, { field: name });
    }
  }
  const redated = request.redatedTo === undefined ? {} : { redated: parseDay(request.redatedTo, today) };
  return {
    ...surroundings,
    envelope: { ...surroundings.envelope, ...redated },
    open: { ...values.open, ...Object.fromEntries(cleared) },
    personal: values.personal,
  };
}

export function parseReason(reason: string): string {
  return plainText('理由', 'reason', reason, 300);
}

/** Accounts that shall handle a matter: at least one, each once. */
export function parseHandlers(handlers: readonly string[]): string[] {
  const parsed = [...new Set(handlers.map((each) => plainText('承办人', 'handlers', each, 60)))];
  if (parsed.length === 0) throw new Refusal('missing-value', '至少要有一个承办人。', { field: 'handlers' });
  return parsed;
}

/** The account on whose behalf somebody enters (代录). */
export function parseBehalf(behalf: string): string {
  return plainText('替谁录入', 'behalf', behalf, 60);
}

/**
 * A correction may set what its record's steps have asked for, and take away only what they did not need. It must change
 * something.
 */
export function assertMends(
  kind: Kind,
  steps: readonly Step<FieldSet, string>[],
  asked: Pick<Asked, 'open' | 'personal' | 'envelope'>,
): void {
  const { open, personal, envelope } = asked;
  const names = Object.keys({ ...open, ...personal });
  if (names.length === 0 && Object.keys(envelope).length === 0) {
    throw new Refusal('missing-value', '更正要写明改什么。', { field: 'values' });
  }
  assertAllowed(kind, '更正', new Set(steps.flatMap((step) => [...fieldsOf(step)])), names);
  const needed = new Set(
    steps.flatMap((step) => [...(step.asks ?? []), ...(step.sameDay ?? []), ...(step.day ? [step.day] : [])]),
  );
  const cleared = Object.keys(open).find((name) => open[name] === null && needed.has(name));
  if (cleared !== undefined) {
    throw new Refusal('missing-value', `“${fieldOf(kind, cleared)?.label ?? cleared}”不能空着。`, {
      field: cleared,
    });
  }
}
