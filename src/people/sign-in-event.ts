import { randomUUID } from 'node:crypto';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';

/** What is noted about signing in (登录事件). */
export const SIGN_IN_EVENTS = {
  'signed-in': '登录',
  'signed-in-by-code': '用一次性口令登录',
  'signed-in-by-identity': '统一身份登录',
  'signed-in-by-pin': '用PIN切换登录',
  'signed-out': '退出',
  failed: '登录失败',
  locked: '连续失败，锁定',
  unlocked: '解除锁定',
  'password-changed': '修改密码',
  'code-issued': '发一次性口令',
  'session-revoked': '收回登录',
  'session-displaced': '登录处数超限，最久未用的退出',
  'factor-enrolled': '启用动态口令',
  'factor-removed': '停用动态口令',
  'factor-failed': '动态口令不对',
  'recovery-used': '用恢复码登录',
  'recovery-renewed': '换发恢复码',
  'pin-set': '设置PIN',
  'pin-removed': '停用PIN',
  'pin-failed': 'PIN不对',
  'token-made': '发接口令牌',
  'token-revoked': '收回接口令牌',
  'identity-bound': '绑定统一身份',
  'identity-removed': '解除统一身份绑定',
  closed: '停用登录',
  'webhook-made': '登记回调',
  'webhook-changed': '修改回调',
  'webhook-removed': '删除回调',
  'webhook-secret': '换回调密钥',
  'webhook-paused': '停用回调',
  'webhook-resumed': '恢复回调',
} as const;
export type SignInEventKind = keyof typeof SIGN_IN_EVENTS;

/** From where: an address and what the person's device calls itself. */
export interface Origin {
  readonly address: string;
  /** A label for people, such as “Firefox · Windows”. */
  readonly device: string;
}

export interface SignInEvent extends Origin {
  readonly id: string;
  readonly at: Date;
  /** Null where nobody has the account that was typed; what was typed is not kept. */
  readonly account: string | null;
  readonly what: SignInEventKind;
  /** Who did it, where it was somebody else. */
  readonly doneBy: string | null;
}

/** Longest text of a label that is kept. */
export const LABEL = 120;

/** Notes an event in the transaction of what it tells of: neither is without the other. */
export async function noteEvent(
  tx: Transaction,
  org: string,
  {
    at,
    account,
    what,
    doneBy,
    address,
    device,
  }: Omit<SignInEvent, 'id' | 'doneBy'> & { readonly doneBy?: string },
): Promise<void> {
  await tx.query(
    'note-sign-in',
    `INSERT INTO sign_in_event (org_code, at, event_id, account, what, done_by, address, device)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [org, at, randomUUID(), account, what, doneBy ?? null, address.slice(0, LABEL), device.slice(0, LABEL)],
  );
}

export interface EventQuery {
  /** Of one account only. */
  readonly account?: string;
  /** The last event of the page before this one. */
  readonly after?: Pick<SignInEvent, 'id' | 'at'>;
  readonly limit: number;
}

/** The newest events first. */
export function listEvents(
  store: Store,
  org: string,
  { account, after, limit }: EventQuery,
): Promise<SignInEvent[]> {
  return store.read(oneOrganisation(org), (tx) =>
    tx.query<SignInEvent>(
      'list-sign-ins',
      `SELECT event_id AS id, at, account, what, done_by AS "doneBy", address, device FROM sign_in_event
       WHERE org_code = $1 AND ($2::text IS NULL OR account = $2)
         AND ($3::timestamptz IS NULL OR (at, event_id) < ($3, $4::uuid))
       ORDER BY at DESC, event_id DESC LIMIT $5`,
      [org, account ?? null, after?.at ?? null, after?.id ?? null, limit],
    ),
  );
}
