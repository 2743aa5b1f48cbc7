import { randomUUID } from 'node:crypto';
import { Refusal, type Day } from '../kernel/index.ts';
import { noteEvent } from '../people/sign-in-event.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import type { ToldEntry } from './body.ts';
import { WITHIN_MS, type Sent } from './post.ts';
import type { TroubleCode } from './trouble.ts';
import { pauseWebhook } from './webhook.ts';

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];

/** Pauses between the attempts; after the last of them the delivery is given up. */
export const PAUSE_MS: readonly number[] = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  12 * HOUR,
  DAY,
];
/** A receiver that takes nothing for so long is paused. */
export const FAILS_MS = 7 * DAY;
/** Deliveries are kept so long, done or waiting. */
export const KEPT_MS = 30 * DAY;
/** A process that has not said within this what came of an attempt was killed: another one takes it. */
export const CLAIM_MS = WITHIN_MS + 10 * SECOND;

export const OUTCOMES = {
  waiting: '待投递',
  delivered: '已送达',
  'given-up': '多次不成，已放弃',
  withheld: '记录已限定知悉，不送',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** Ids of the webhooks that have something to deliver now. */
export async function dueWebhooks(store: Store, org: string, now: Date): Promise<string[]> {
  const rows = await store.alone(oneOrganisation(org)).query<{ id: string }>(
    'due-webhooks',
    `SELECT w.webhook_id AS id FROM webhook w
     WHERE w.org_code = $1 AND w.removed_at IS NULL AND w.paused_at IS NULL AND EXISTS (
       SELECT 1 FROM webhook_delivery d
       WHERE d.org_code = $1 AND d.webhook_id = w.webhook_id AND d.due_at <= $2
         AND coalesce(d.claimed_until <= $2, true)
     )`,
    [org, now],
  );
  return rows.map(({ id }) => id);
}

/** Has the organisation a webhook at all? */
export async function hasWebhooks(store: Store, org: string): Promise<boolean> {
  const found = await store
    .alone(oneOrganisation(org))
    .query('has-webhooks', 'SELECT 1 FROM webhook WHERE org_code = $1 AND removed_at IS NULL LIMIT 1', [org]);
  return found.length > 0;
}

interface ClaimedRow {
  readonly id: string;
  readonly seq: number | null;
  readonly record: string;
  readonly kind: string;
  readonly step: string;
  readonly state: string;
  readonly day: Day;
  readonly drill: boolean;
  readonly queuedAt: Date;
  readonly attempts: number;
}

/** Where a webhook's deliveries go, and what signs them. */
interface Receiver {
  readonly address: string;
  readonly sealed: Buffer;
  /** The secret before, while it still signs. */
  readonly retired: Buffer | null;
}

/** A delivery that this process alone is at. */
export interface Claimed {
  readonly receiver: Receiver;
  readonly id: string;
  readonly queuedAt: Date;
  /** This one included. */
  readonly attempts: number;
  readonly until: Date;
  /** What it tells of; undefined for a trial. */
  readonly entry: ToldEntry | undefined;
  /** False where the record was sealed after it was queued. */
  readonly known: boolean;
}

/** Takes the next delivery that is due, so that no other process does. The attempt counts from here, whatever comes of it. */
export async function claimDelivery(
  store: Store,
  org: string,
  webhook: string,
  now: Date,
): Promise<Claimed | undefined> {
  const until = new Date(now.getTime() + CLAIM_MS);
  return store.transaction(oneOrganisation(org), async (tx) => {
    // Read each time: it may be paused, removed or led elsewhere while its deliveries go out.
    const [receiver] = await tx.query<Receiver>(
      'receiver-of-webhook',
      `SELECT address, sealed, CASE WHEN retired_until > $3 THEN retired END AS retired FROM webhook
       WHERE org_code = $1 AND webhook_id = $2 AND removed_at IS NULL AND paused_at IS NULL`,
      [org, webhook, now],
    );
    if (!receiver) return undefined;
    const [row] = await tx.query<ClaimedRow>(
      'claim-delivery',
      `UPDATE webhook_delivery d SET claimed_until = $4, tried_at = $3, attempts = d.attempts + 1
       WHERE d.org_code = $1 AND d.delivery_id = (
         SELECT c.delivery_id FROM webhook_delivery c
         WHERE c.org_code = $1 AND c.webhook_id = $2 AND c.due_at <= $3 AND coalesce(c.claimed_until <= $3, true)
         ORDER BY c.due_at, c.seq LIMIT 1 FOR UPDATE SKIP LOCKED
       )
       RETURNING d.delivery_id AS id, d.seq, d.record_id AS record, d.kind, d.step, d.state, d.day,
         d.is_drill AS drill, d.queued_at AS "queuedAt", d.attempts`,
      [org, webhook, now, until],
    );
    if (!row) return undefined;
    const { id, queuedAt, attempts, seq, record, ...told } = row;
    const entry = seq === null ? undefined : { seq, record, ...told };
    const known = !entry || (await isKnown(tx, org, record));
    return { receiver, id, queuedAt, attempts, until, entry, known };
  });
}

/** Between the entry and now somebody may have sealed the record: then it answers like a missing one. */
async function isKnown(tx: Transaction, org: string, record: string): Promise<boolean> {
  const found = await tx.query(
    'delivery-known',
    `SELECT 1 FROM record r
     WHERE r.org_code = $1 AND r.record_id = $2 AND r.sealed IS NULL AND r.audience = 'office'`,
    [org, record],
  );
  return found.length > 0;
}

/** What one attempt of a webhook came to. */
export interface Attempt {
  readonly org: string;
  readonly webhook: string;
  readonly claimed: Claimed;
}

/** Writes down what came of an attempt, and pauses a receiver that has failed for a week or wants no more. */
export async function finishAttempt(
  store: Store,
  { org, webhook, claimed }: Attempt,
  sent: Sent,
  now: Date,
): Promise<void> {
  const pause = PAUSE_MS[claimed.attempts - 1];
  const again = sent.trouble !== undefined && pause !== undefined ? pause : undefined;
  const outcome: Outcome =
    sent.trouble === undefined ? 'delivered' : again === undefined ? 'given-up' : 'waiting';
  const due = again === undefined ? null : new Date(now.getTime() + again);
  await store.transaction(oneOrganisation(org), async (tx) => {
    await settle(tx, { org, webhook, claimed }, { ...sent, outcome, due });
    if (sent.trouble === undefined) await forgetFailing(tx, org, webhook);
    else await countFailing(tx, org, webhook, sent.trouble, now);
  });
}

/** Not sent, and never to be. */
export async function withhold(store: Store, attempt: Attempt): Promise<void> {
  await store.transaction(oneOrganisation(attempt.org), (tx) =>
    settle(tx, attempt, { outcome: 'withheld', due: null, tookMs: null }),
  );
}

interface Settled {
  readonly outcome: Outcome;
  readonly due: Date | null;
  readonly status?: number;
  readonly trouble?: TroubleCode;
  readonly tookMs: number | null;
}

/** Only where this process still has it; a claim that ran out is another one's to settle. */
async function settle(
  tx: Transaction,
  { org, claimed }: Attempt,
  { outcome, due, status, trouble, tookMs }: Settled,
): Promise<void> {
  await tx.query(
    'settle-delivery',
    `UPDATE webhook_delivery SET outcome = $4, due_at = $5, status = $6, trouble = $7, took_ms = $8, claimed_until = NULL
     WHERE org_code = $1 AND delivery_id = $2 AND claimed_until = $3`,
    [org, claimed.id, claimed.until, outcome, due, status ?? null, trouble ?? null, tookMs],
  );
}

/** Gives a delivery back untried, when the server stops in the middle of it. */
export async function giveBack(store: Store, { org, claimed }: Attempt): Promise<void> {
  await store.alone(oneOrganisation(org)).query(
    'give-back-delivery',
    `UPDATE webhook_delivery SET claimed_until = NULL, attempts = attempts - 1
       WHERE org_code = $1 AND delivery_id = $2 AND claimed_until = $3`,
    [org, claimed.id, claimed.until],
  );
}

async function forgetFailing(tx: Transaction, org: string, webhook: string): Promise<void> {
  await tx.query(
    'forget-failing',
    `UPDATE webhook SET failing_since = NULL
     WHERE org_code = $1 AND webhook_id = $2 AND failing_since IS NOT NULL`,
    [org, webhook],
  );
}

async function countFailing(
  tx: Transaction,
  org: string,
  webhook: string,
  trouble: TroubleCode,
  now: Date,
): Promise<void> {
  const [found] = await tx.query<{ since: Date; by: string }>(
    'count-failing',
    `UPDATE webhook SET failing_since = coalesce(failing_since, $3)
     WHERE org_code = $1 AND webhook_id = $2 AND removed_at IS NULL
     RETURNING failing_since AS since, made_by AS by`,
    [org, webhook, now],
  );
  if (!found) return;
  const why =
    trouble === 'gone' ? 'gone' : now.getTime() - found.since.getTime() >= FAILS_MS ? 'failing' : undefined;
  if (why === undefined || !(await pauseWebhook(tx, org, webhook, why, now))) return;
  await noteEvent(tx, org, {
    at: now,
    account: found.by,
    what: 'webhook-paused',
    doneBy: 'server',
    address: '',
    device: '服务程序',
  });
}

/** A delivery as the administrator sees it. */
export interface ListedDelivery {
  readonly id: string;
  /** Null for a trial. */
  readonly seq: number | null;
  /** These three are null where the record was sealed meanwhile. */
  readonly record: string | null;
  readonly kind: string | null;
  readonly step: string | null;
  readonly queuedAt: Date;
  readonly outcome: Outcome;
  readonly attempts: number;
  readonly triedAt: Date | null;
  readonly nextAt: Date | null;
  readonly status: number | null;
  readonly trouble: TroubleCode | null;
  readonly tookMs: number | null;
}

export interface DeliveryQuery {
  readonly org: string;
  readonly webhook: string;
  /** The last of the page before this one. */
  readonly after?: { readonly at: Date; readonly id: string };
  readonly size: number;
}

/** The last deliveries of a webhook with their outcome, the newest first. */
export function listDeliveries(
  store: Store,
  { org, webhook, after, size }: DeliveryQuery,
): Promise<ListedDelivery[]> {
  return store.read(oneOrganisation(org), async (tx) => {
    await assertWebhook(tx, org, webhook);
    return tx.query<ListedDelivery>(
      'list-deliveries',
      `SELECT d.delivery_id AS id, d.seq, r.record_id AS record, r.kind,
         CASE WHEN r.record_id IS NOT NULL THEN d.step END AS step, d.queued_at AS "queuedAt", d.outcome, d.attempts,
         d.tried_at AS "triedAt", d.due_at AS "nextAt", d.status, d.trouble, d.took_ms AS "tookMs"
       FROM webhook_delivery d LEFT JOIN record r ON r.org_code = d.org_code AND r.record_id = d.record_id
         AND r.sealed IS NULL AND r.audience = 'office'
       WHERE d.org_code = $1 AND d.webhook_id = $2
         AND ($3::timestamptz IS NULL OR (d.queued_at, d.delivery_id) < ($3, $4::uuid))
       ORDER BY d.queued_at DESC, d.delivery_id DESC LIMIT $5`,
      [org, webhook, after?.at ?? null, after?.id ?? null, size],
    );
  });
}

/** Refuses where there is no such webhook, and where it `goes` on but is paused. */
async function assertWebhook(
  tx: Transaction,
  org: string,
  webhook: string,
  goes: 'goes' | 'is' = 'is',
): Promise<void> {
  const [found] = await tx.query<{ paused: boolean }>(
    'find-webhook',
    `SELECT paused_at IS NOT NULL AS paused FROM webhook
     WHERE org_code = $1 AND webhook_id = $2 AND removed_at IS NULL`,
    [org, webhook],
  );
  if (!found) throw new Refusal('not-found', '没有这个回调，或已经删除。');
  if (found.paused && goes === 'goes')
    throw new Refusal('wrong-state', '这个回调已停用。', { next: '请先恢复，再投递。' });
}

/** Queues a delivery that tells of nothing (试投), by the way that all take. Returns its id. */
export async function queueTrial(store: Store, org: string, webhook: string, now: Date): Promise<string> {
  const id = randomUUID();
  await store.transaction(oneOrganisation(org), async (tx) => {
    await assertWebhook(tx, org, webhook, 'goes');
    await tx.query(
      'queue-trial',
      `INSERT INTO webhook_delivery
         (org_code, delivery_id, webhook_id, is_drill, queued_at, due_at, attempts, outcome)
       VALUES ($1, $2, $3, false, $4, $4, 0, 'waiting')`,
      [org, id, webhook, now],
    );
  });
  return id;
}

/** Delivers once more, now, whatever became of it before (重投); with all attempts that a new one has. */
export async function redeliver(
  store: Store,
  { org, webhook, id }: { readonly org: string; readonly webhook: string; readonly id: string },
  now: Date,
): Promise<void> {
  await store.transaction(oneOrganisation(org), async (tx) => {
    await assertWebhook(tx, org, webhook, 'goes');
    const found = await tx.query(
      'redeliver',
      `UPDATE webhook_delivery SET due_at = $4, attempts = 0, outcome = 'waiting'
       WHERE org_code = $1 AND webhook_id = $2 AND delivery_id = $3 RETURNING delivery_id`,
      [org, webhook, id, now],
    );
    if (found.length === 0)
      throw new Refusal('not-found', '没有这次投递。', { next: '投递记录留30天，更早的请按账本序号来取。' });
  });
}

/** Removes deliveries that are kept no longer, those too that waited all the time. */
export async function dropOldDeliveries(store: Store, org: string, now: Date): Promise<void> {
  await store
    .alone(oneOrganisation(org))
    .query('drop-old-deliveries', 'DELETE FROM webhook_delivery WHERE org_code = $1 AND queued_at < $2', [
      org,
      new Date(now.getTime() - KEPT_MS),
    ]);
}
