import { Refusal, type Day, type FieldSet, type Step, type Taken } from '../kernel/index.ts';
import { isLocalRuleId, usualOn, type LocalRuleId } from '../law/index.ts';
import type { Store } from '../store/connection.ts';
import type { LinkedById } from './judge.ts';
import { nextNumber } from './numbering.ts';
import { queryCode } from './query-code.ts';

type Setting = Extract<Taken, { readonly setting: string }>;

function settingOf({ setting: id }: Setting): LocalRuleId {
  if (!isLocalRuleId(id)) throw new Refusal('unknown-rule', `没有编号为“${id}”的地方规定。`);
  return id;
}

/** The local rules (地方规定) that a step takes values of, to be read with its matter. Refuses one that is not known. */
export function settingsOf(step: Step<FieldSet, string> | undefined): LocalRuleId[] {
  return Object.values<Taken>(step?.takes ?? {}).flatMap((from) =>
    'setting' in from ? [settingOf(from)] : [],
  );
}

/** Where the office has none it is what is usual; of a day before anything is known there is none. */
function localValue(from: Setting, { local, on }: Taking): number | undefined {
  const id = settingOf(from);
  return local[id] ?? usualOn(id, on);
}

function fromLink(
  { link, field }: { readonly link: string; readonly field: string },
  open: Readonly<Record<string, unknown>>,
  linked: LinkedById,
): unknown {
  return linked[String(open[link])]?.values[field];
}

/** What a step's taken values depend on. */
export interface Taking {
  /** The matter's open values together with the act's. */
  readonly open: Readonly<Record<string, unknown>>;
  readonly linked: LinkedById;
  /** The office's own local rules of that day, by id: the latest that has begun and not ended. */
  readonly local: Readonly<Record<string, number>>;
  /** The day of the act. */
  readonly on: Day;
  /** In a drill no number is used up. */
  readonly drill: boolean;
}

/**
 * The values that a step takes from elsewhere (`takes`): local rules of the day of the act, what linked records say as they
 * stand, the next number of a series, what follows from the matter's own values, and codes by chance. What is not there is left out.
 */
export async function takenValues(
  store: Store,
  org: string,
  step: Step<FieldSet, string>,
  taking: Taking,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [name, from] of Object.entries<Taken>(step.takes ?? {})) {
    if (from.where?.(taking.open) === false) continue;
    const value = await taken(store, org, from, taking);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

async function taken(store: Store, org: string, from: Taken, taking: Taking): Promise<unknown> {
  const { open, linked, on, drill } = taking;
  if ('setting' in from) return localValue(from, taking);
  if ('link' in from) return fromLink(from, open, linked);
  if ('code' in from) return queryCode();
  if ('says' in from) return from.says(open);
  const series = fromLink({ link: from.seriesOf, field: from.field }, open, linked);
  return typeof series === 'string' && !drill ? nextNumber(store, org, series, on) : undefined;
}
