import { Refusal, type Day, type FieldSet, type Step, type Taken } from '../kernel/index.ts';
import { isLocalRuleId, usualOn, type LocalRuleId } from '../law/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import type { LinkedById } from './judge.ts';
import { nextNumber } from './numbering.ts';
import { queryCode } from './query-code.ts';
import { LOCAL_RULE } from './row.ts';

/**
 * The office's own rule of a day: the latest that has begun and not ended, else what is usual. Of an act of before anything
 * is known there is none: it is recorded all the same.
 */
async function localRule(store: Store, org: string, id: LocalRuleId, on: Day): Promise<number | undefined> {
  const [own] = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ value: number }>(
      'local-rule-of-day',
      `SELECT (body ->> 'value')::integer AS value FROM record
       WHERE org_code = $1 AND kind = $2 AND voided_by IS NULL AND body ->> 'rule' = $3
         AND (body ->> 'since') COLLATE "C" <= $4 AND coalesce(body ->> 'until' > $4, true)
       ORDER BY body ->> 'since' DESC, record_id LIMIT 1`,
      [org, LOCAL_RULE, id, on],
    ),
  );
  return own?.value ?? usualOn(id, on);
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

async function taken(
  store: Store,
  org: string,
  from: Taken,
  { open, linked, on, drill }: Taking,
): Promise<unknown> {
  if ('setting' in from) return setting(store, org, from, on);
  if ('link' in from) return fromLink(from, open, linked);
  if ('code' in from) return queryCode();
  if ('says' in from) return from.says(open);
  const series = fromLink({ link: from.seriesOf, field: from.field }, open, linked);
  return typeof series === 'string' && !drill ? nextNumber(store, org, series, on) : undefined;
}

function setting(store: Store, org: string, { setting: id }: Extract<Taken, { setting: string }>, on: Day) {
  if (!isLocalRuleId(id)) throw new Refusal('unknown-rule', `没有编号为“${id}”的地方规定。`);
  return localRule(store, org, id, on);
}
