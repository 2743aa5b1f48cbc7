import { randomUUID } from 'node:crypto';
import { dayAt, Refusal } from '../kernel/index.ts';
import { LABEL, noteEvent, type Origin, type SignInEventKind } from '../people/sign-in-event.ts';
import type { SignInKey } from '../people/sign-in-key.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { readAddress } from './address.ts';
import type { WebhookSettings } from './settings.ts';
import { newSigningSecret } from './signature.ts';

/** So many are enough for one organisation. */
const MOST = 20;
/** How long the secret before still signs, so that a receiver can change over without losing one. */
const OVERLAP_MS = 86_400_000;

/** Why nothing is sent for the moment. */
export const PAUSES = {
  hand: '管理员停用',
  failing: '一周送不到，自动停用',
  gone: '对方不再接收，自动停用',
} as const;
export type Pause = keyof typeof PAUSES;

/** What webhooks (回调) need beside the store. */
export interface WebhookParts {
  readonly store: Store;
  /** Seals the secrets that deliveries are signed with. */
  readonly key: SignInKey;
  readonly settings: WebhookSettings;
}

/** Who does something about an organisation's webhooks; the door knows who may. */
export interface ByWhom extends Origin {
  readonly org: string;
  readonly by: string;
}

/** What an administrator says of a webhook. */
export interface Wanted {
  /** Which system it is, in the administrator's own words. */
  readonly label: string;
  readonly address: string;
  /** Codes of the kinds of work it hears of; null for all. */
  readonly kinds: readonly string[] | null;
}

/** Where a secret belongs: it opens nowhere else. */
export function placeOfSecret(org: string, id: string): string {
  return `webhook ${org} ${id}`;
}

function readLabel(label: string): string {
  const name = label.trim();
  if (name !== '' && name.length <= LABEL) return name;
  throw new Refusal('invalid-value', `请写明回调给哪个系统，${LABEL}个字以内。`, { field: 'label' });
}

function note(
  tx: Transaction,
  { org, by, address, device }: ByWhom,
  what: SignInEventKind,
  at: Date,
): Promise<void> {
  return noteEvent(tx, org, { at, account: by, what, address, device });
}

/** Registers a webhook (登记回调). The secret is shown this once. */
export async function makeWebhook(
  { store, key, settings }: WebhookParts,
  by: ByWhom,
  wanted: Wanted,
  now: Date,
): Promise<{ readonly id: string; readonly secret: string }> {
  const { org } = by;
  const [label, { href }] = [readLabel(wanted.label), readAddress(wanted.address, settings)];
  const [id, secret] = [randomUUID(), newSigningSecret()];
  await store.transaction(oneOrganisation(org), async (tx) => {
    const [live] = await tx.query<{ count: number }>(
      'count-webhooks',
      'SELECT count(*)::int AS count FROM webhook WHERE org_code = $1 AND removed_at IS NULL',
      [org],
    );
    if (live!.count >= MOST)
      throw new Refusal('wrong-state', `已有${MOST}个回调。`, { next: '请先删除不用的。' });
    await tx.query(
      'make-webhook',
      `INSERT INTO webhook (org_code, webhook_id, label, address, kinds, sealed, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [org, id, label, href, wanted.kinds, key.seal(placeOfSecret(org, id), secret), by.by, now],
    );
    await note(tx, by, 'webhook-made', now);
  });
  return { id, secret };
}

/** A webhook as the administrator sees it in a list; never with its secret. */
export interface ListedWebhook extends Wanted {
  readonly id: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  /** Since when nothing arrives; null where the last attempt did. */
  readonly failingSince: Date | null;
  readonly pausedAt: Date | null;
  readonly pausedFor: Pause | null;
  /** Deliveries that still wait. */
  readonly waiting: number;
}

/** The webhooks of an organisation, the oldest first. */
export function listWebhooks(store: Store, org: string): Promise<ListedWebhook[]> {
  return store.read(oneOrganisation(org), (tx) =>
    tx.query<ListedWebhook>(
      'list-webhooks',
      `SELECT w.webhook_id AS id, w.label, w.address, w.kinds, w.made_at AS "madeAt", w.made_by AS "madeBy",
         w.failing_since AS "failingSince", w.paused_at AS "pausedAt", w.paused_for AS "pausedFor",
         (SELECT count(*)::int FROM webhook_delivery d
          WHERE d.org_code = $1 AND d.webhook_id = w.webhook_id AND d.due_at IS NOT NULL) AS waiting
       FROM webhook w WHERE w.org_code = $1 AND w.removed_at IS NULL ORDER BY w.made_at, w.webhook_id`,
      [org],
    ),
  );
}

export type Change = Partial<Wanted> & { readonly paused?: boolean };

/** Changes what is said of a webhook, pauses it or lets it go on (修改、停用、恢复回调). */
export async function changeWebhook(
  { store, settings }: WebhookParts,
  by: ByWhom,
  id: string,
  { label, address, kinds, paused }: Change,
  now: Date,
): Promise<void> {
  const { org } = by;
  const said = [label, address, kinds].some((each) => each !== undefined);
  const name = label === undefined ? null : readLabel(label);
  const href = address === undefined ? null : readAddress(address, settings).href;
  await store.transaction(oneOrganisation(org), async (tx) => {
    const changed = await tx.query(
      'change-webhook',
      `UPDATE webhook SET label = coalesce($3, label), address = coalesce($4, address),
         kinds = CASE WHEN $5 THEN $6::text[] ELSE kinds END
       WHERE org_code = $1 AND webhook_id = $2 AND removed_at IS NULL RETURNING webhook_id`,
      [org, id, name, href, kinds !== undefined, kinds ?? null],
    );
    assertFound(changed);
    if (said) await note(tx, by, 'webhook-changed', now);
    if (paused === undefined) return;
    if (paused) await pauseWebhook(tx, org, id, 'hand', now);
    else await resumeWebhook(tx, org, id);
    await note(tx, by, paused ? 'webhook-paused' : 'webhook-resumed', now);
  });
}

function assertFound(rows: readonly unknown[]): void {
  if (rows.length === 0) throw new Refusal('not-found', '没有这个回调，或已经删除。');
}

/** Sends nothing for the moment; what happens meanwhile is kept for when it goes on. */
export async function pauseWebhook(
  tx: Transaction,
  org: string,
  id: string,
  why: Pause,
  now: Date,
): Promise<boolean> {
  const paused = await tx.query(
    'pause-webhook',
    `UPDATE webhook SET paused_at = $3, paused_for = $4
     WHERE org_code = $1 AND webhook_id = $2 AND removed_at IS NULL AND paused_at IS NULL RETURNING webhook_id`,
    [org, id, now, why],
  );
  return paused.length > 0;
}

/** A fresh start: a week that it failed is forgotten. */
async function resumeWebhook(tx: Transaction, org: string, id: string): Promise<void> {
  await tx.query(
    'resume-webhook',
    `UPDATE webhook SET paused_at = NULL, paused_for = NULL, failing_since = NULL
     WHERE org_code = $1 AND webhook_id = $2`,
    [org, id],
  );
}

/** A new secret (换密钥), shown this once; for a day deliveries carry a signature by the old one too. */
export async function renewWebhookSecret(
  { store, key }: WebhookParts,
  by: ByWhom,
  id: string,
  now: Date,
): Promise<{ readonly secret: string; readonly oldUntil: Date }> {
  const { org } = by;
  const secret = newSigningSecret();
  const oldUntil = new Date(now.getTime() + OVERLAP_MS);
  await store.transaction(oneOrganisation(org), async (tx) => {
    const changed = await tx.query(
      'renew-webhook-secret',
      `UPDATE webhook SET retired = sealed, retired_until = $4, sealed = $3
       WHERE org_code = $1 AND webhook_id = $2 AND removed_at IS NULL RETURNING webhook_id`,
      [org, id, key.seal(placeOfSecret(org, id), secret), oldUntil],
    );
    assertFound(changed);
    await note(tx, by, 'webhook-secret', now);
  });
  return { secret, oldUntil };
}

/** Removes a webhook (删除回调): address, secrets and deliveries are gone, nothing is sent any more. */
export async function removeWebhook(
  { store }: Pick<WebhookParts, 'store'>,
  by: ByWhom,
  id: string,
  now: Date,
): Promise<void> {
  const { org } = by;
  await store.transaction(oneOrganisation(org), async (tx) => {
    const removed = await tx.query(
      'remove-webhook',
      `UPDATE webhook SET removed_at = $3, address = '', sealed = '', retired = NULL, retired_until = NULL
       WHERE org_code = $1 AND webhook_id = $2 AND removed_at IS NULL RETURNING webhook_id`,
      [org, id, now],
    );
    assertFound(removed);
    await tx.query(
      'remove-deliveries',
      'DELETE FROM webhook_delivery WHERE org_code = $1 AND webhook_id = $2',
      [org, id],
    );
    await note(tx, by, 'webhook-removed', now);
  });
}

/** That a webhook was paused by itself, for whoever can do something about it; undefined for any other. */
export function noticeOf({ label, failingSince, pausedFor }: ListedWebhook): string | undefined {
  switch (pausedFor) {
    case 'failing':
      return `回调“${label}”从${dayAt(failingSince ?? new Date(0))}起一直送不到，已自动停用；请与对方核对地址，再恢复。`;
    case 'gone':
      return `回调“${label}”的对方答复不再接收，已自动停用；请与对方核对，不用了就删除。`;
    case 'hand':
    case null:
      return undefined;
  }
}
