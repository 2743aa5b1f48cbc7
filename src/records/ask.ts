import {
  dayAt,
  fieldOf,
  isDay,
  isPersonal,
  Refusal,
  SOURCES,
  stepOf,
  type Day,
  type Evidence,
  type FieldSet,
  type Kind,
  type Post,
  type Source,
  type Step,
} from '../kernel/index.ts';
import type { Actor, Precision } from '../ledger/index.ts';

/** What every act needs, whatever it does. */
interface Common {
  readonly org: string;
  readonly actor: Actor;
  /** The same key never acts twice; asked again, it answers what it did. */
  readonly idempotencyKey: string;
  /** 发生日; a day that exists and is not in the future. */
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
  /** Id of the new record (UUID); made when absent. */
  readonly record?: string;
  readonly village?: string;
  readonly drill?: boolean;
  readonly sealed?: string;
}

/** Takes a further step in a matter. */
export interface ActRequest extends Common {
  readonly kind: string;
  readonly step: string;
  readonly record: string;
  /** The version that the actor saw. */
  readonly expectedVersion: number;
}

/** What was asked, checked field by field: open values apart from personal ones. */
export interface Asked {
  readonly occurredOn: Day;
  readonly source: Source;
  readonly open: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, unknown>>;
}

const MARKS = /绝密|机密★|秘密★|[绝机]密级/;

/** State and work secrets must not be entered (保守国家秘密法 art. 31): a text that carries a mark is refused. */
function refuseMarked(label: string, field: string, value: unknown): void {
  if (!MARKS.test(JSON.stringify(value))) return;
  throw new Refusal('secret-mark', `“${label}”里有密级标志,本系统不得录入涉密内容。`, {
    field,
    next: '请按保密规定在涉密设备上办理。',
  });
}

function parseValue(kind: Kind, name: string, input: unknown): unknown {
  const field = fieldOf(kind, name);
  if (!field) throw new Refusal('invalid-value', `“${kind.label}”没有“${name}”这一栏。`, { field: name });
  const parsed = field.parse(input);
  if ('problem' in parsed) {
    throw new Refusal('invalid-value', `“${field.label}”${parsed.problem}。`, { field: name });
  }
  refuseMarked(field.label, name, parsed.value);
  return parsed.value;
}

function parseValues(kind: Kind, given: Readonly<Record<string, unknown>>): Pick<Asked, 'open' | 'personal'> {
  const open: Record<string, unknown> = {};
  const personal: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(given)) {
    if (input === undefined || input === null || input === '') continue;
    const value = parseValue(kind, name, input);
    const field = fieldOf(kind, name)!;
    (isPersonal(field) ? personal : open)[name] = value;
  }
  return { open, personal };
}

/** The day and the source of an act: what is called 当场 must have happened today. */
function parseWhen(request: Common, now: Date): Pick<Asked, 'occurredOn' | 'source'> {
  const { occurredOn, source } = request;
  if (!isDay(occurredOn)) {
    throw new Refusal('invalid-value', '发生日应是真实存在的日期,如2024-03-05。', { field: 'occurredOn' });
  }
  const today = dayAt(now);
  if (occurredOn > today) {
    throw new Refusal('invalid-value', `发生日(${occurredOn})晚于今天(${today})。`, {
      field: 'occurredOn',
      next: '还没有发生的事请登记为计划。',
    });
  }
  if (source === undefined) return { occurredOn, source: occurredOn === today ? 'on-site' : 'late' };
  if (!Object.hasOwn(SOURCES, source)) {
    throw new Refusal('invalid-value', `来源应是:${Object.values(SOURCES).join('、')}。`, {
      field: 'source',
    });
  }
  if (source === 'on-site' && occurredOn !== today) {
    throw new Refusal('invalid-value', '当场办理的发生日就是今天;以前发生的事请选“事后补录”。', {
      field: 'source',
    });
  }
  return { occurredOn, source };
}

function assertComplete(
  kind: Kind,
  step: Step<FieldSet, string>,
  values: Readonly<Record<string, unknown>>,
): void {
  const asks = step.asks ?? [];
  const missing = asks.filter((name) => values[name] === undefined);
  if (missing.length > 0) {
    const labels = missing.map((name) => fieldOf(kind, name)?.label ?? name).join('”、“');
    throw new Refusal('missing-value', `“${step.label}”还缺“${labels}”。`, { field: missing[0]! });
  }
  const allowed = new Set<string>([...asks, ...(step.may ?? [])]);
  const extra = Object.keys(values).find((name) => !allowed.has(name));
  if (extra !== undefined) {
    const label = fieldOf(kind, extra)?.label ?? extra;
    throw new Refusal('invalid-value', `“${step.label}”不填“${label}”。`, { field: extra });
  }
}

export function getStep(kind: Kind, name: string): Step<FieldSet, string> {
  const step = stepOf(kind, name);
  if (!step) throw new Refusal('invalid-value', `“${kind.label}”没有“${name}”这个环节。`);
  return step;
}

function assertPost(step: Step<FieldSet, string>, post: Post): void {
  if (!step.by.includes(post)) {
    throw new Refusal('not-permitted', `您的岗位不能办“${step.label}”。`, {
      next: '请由有权的岗位办理,或请其代办。',
    });
  }
}

/** Checks everything about a step that can be checked without looking at the matter. */
export function readAsked(kind: Kind, step: Step<FieldSet, string>, request: Common, now: Date): Asked {
  assertPost(step, request.actor.post);
  const when = parseWhen(request, now);
  const values = parseValues(kind, request.values ?? {});
  assertComplete(kind, step, { ...values.open, ...values.personal });
  return { ...when, ...values };
}

/** The same for a correction: any field of the kind may be mended. */
export function readCorrection(kind: Kind, request: Common, now: Date): Asked {
  return {
    ...parseWhen({ ...request, source: request.source ?? 'late' }, now),
    ...parseValues(kind, request.values ?? {}),
  };
}
