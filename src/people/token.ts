import { randomUUID } from 'node:crypto';
import { Refusal } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { hashOfSecret, newSecret, readTokenValue, tokenValue } from './secret.ts';
import type { SignedIn } from './session.ts';
import { LABEL, noteEvent, type Origin } from './sign-in-event.ts';

/** What a token may be for; it never may more than its account. */
export const TOKEN_SCOPES = {
  read: '查看记录、指标和报告',
  write: '登记和办理',
  calendar: '订阅期限日历',
} as const;
export type TokenScope = keyof typeof TOKEN_SCOPES;

const LONGEST_DAYS = 365;
/** So many that work at once are enough for one account. */
const MOST = 20;
/** How often at most a token's row is written for being used. */
const USED_EVERY_MS = 60_000;

export interface TokenRequest extends Origin {
  /** Who makes it: a person in a session. A token makes no tokens. */
  readonly by: SignedIn;
  /** What it is for, in the person's own words. */
  readonly label: string;
  readonly scopes: readonly TokenScope[];
  readonly days: number;
}

/** Makes an API token (接口令牌) of one's own account. The text is shown this once. */
export async function makeToken(
  store: Store,
  { by, label, scopes, days, ...origin }: TokenRequest,
  now: Date,
): Promise<{ readonly token: string; readonly id: string; readonly expiresAt: Date }> {
  if (by.session === undefined) throw new Refusal('not-permitted', '接口令牌不能用来发接口令牌。');
  assertRequest(label, scopes, days);
  const { home: org, account } = by;
  const [id, secret] = [randomUUID(), newSecret()];
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  await store.transaction(oneOrganisation(org), async (tx) => {
    const [live] = await tx.query<{ count: number }>(
      'count-tokens',
      `SELECT count(*)::int AS count FROM api_token
       WHERE org_code = $1 AND account = $2 AND revoked_at IS NULL AND expires_at > $3`,
      [org, account, now],
    );
    if (live!.count >= MOST) {
      throw new Refusal('wrong-state', `已有${MOST}个有效的接口令牌。`, { next: '请先收回不用的。' });
    }
    await tx.query(
      'make-token',
      `INSERT INTO api_token (org_code, token_id, account, secret, label, scopes, made_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [org, id, account, hashOfSecret(secret), label.trim(), [...new Set(scopes)], now, expiresAt],
    );
    await noteEvent(tx, org, { ...origin, at: now, account, what: 'token-made' });
  });
  return { token: tokenValue(org, secret), id, expiresAt };
}

function assertRequest(label: string, scopes: readonly string[], days: number): void {
  const name = label.trim();
  if (name === '' || name.length > LABEL) {
    throw new Refusal('invalid-value', `请写明令牌的用途，${LABEL}个字以内。`, { field: 'label' });
  }
  if (scopes.length === 0 || !scopes.every((scope) => Object.hasOwn(TOKEN_SCOPES, scope))) {
    const known = Object.entries(TOKEN_SCOPES).map(([code, text]) => `${code}（${text}）`);
    throw new Refusal('invalid-value', '请选令牌的权限范围。', {
      field: 'scopes',
      next: `可选：${known.join('、')}。`,
    });
  }
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
    throw new Refusal('invalid-value', `有效期应是1到${LONGEST_DAYS}天。`, { field: 'days' });
  }
}

/**
 * Who a token stands for; undefined where it is unknown, expired or revoked. Never strong: what needs a second factor needs
 * a person.
 */
export async function findToken(store: Store, value: string, now: Date): Promise<SignedIn | undefined> {
  const carried = readTokenValue(value);
  if (!carried) return undefined;
  const { org, hash } = carried;
  const [row] = await store.alone(oneOrganisation(org)).query<Row>(
    'find-token',
    `SELECT token_id, account, scopes, used_at, (SELECT h.seq FROM head h WHERE h.org_code = $1) AS head
     FROM api_token
     WHERE org_code = $1 AND secret = $2 AND revoked_at IS NULL AND expires_at > $3`,
    [org, hash, now],
  );
  if (!row) return undefined;
  const { token_id: id, account, scopes, used_at: usedAt, head } = row;
  if (usedAt === null || now.getTime() - usedAt.getTime() >= USED_EVERY_MS) {
    await store
      .alone(oneOrganisation(org))
      .query('see-token', 'UPDATE api_token SET used_at = $3 WHERE org_code = $1 AND token_id = $2', [
        org,
        id,
        now,
      ]);
  }
  return { home: org, account, strong: false, scopes, head };
}

interface Row {
  readonly token_id: string;
  readonly account: string;
  readonly scopes: readonly string[];
  readonly used_at: Date | null;
  readonly head: number;
}

/** A token as its person or the administrator sees it in a list. */
export interface ListedToken {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly TokenScope[];
  readonly madeAt: Date;
  readonly expiresAt: Date;
  /** To the minute; null where it was never used. */
  readonly usedAt: Date | null;
}

/** The tokens of an account that work, the newest first. */
export function listTokens(store: Store, org: string, account: string, now: Date): Promise<ListedToken[]> {
  return store.read(oneOrganisation(org), (tx) =>
    tx.query<ListedToken>(
      'list-tokens',
      `SELECT token_id AS id, label, scopes, made_at AS "madeAt", expires_at AS "expiresAt", used_at AS "usedAt"
       FROM api_token WHERE org_code = $1 AND account = $2 AND revoked_at IS NULL AND expires_at > $3
       ORDER BY made_at DESC`,
      [org, account, now],
    ),
  );
}

export interface TokenRevocation extends Origin {
  readonly org: string;
  readonly account: string;
  /** The account that revokes: the same, or the system administrator's. The door knows who may. */
  readonly by: string;
  /** One token; without it all of the account. */
  readonly id?: string;
}

/** Revokes one or all tokens of an account (收回接口令牌), at once and for ever. Returns how many there were. */
export async function revokeTokens(store: Store, revocation: TokenRevocation, now: Date): Promise<number> {
  const { org, account, by, id, ...origin } = revocation;
  return store.transaction(oneOrganisation(org), async (tx) => {
    const revoked = await endTokens(tx, { org, account, ...(id === undefined ? {} : { id }) }, now);
    if (revoked > 0)
      await noteEvent(tx, org, { ...origin, at: now, account, what: 'token-revoked', doneBy: by });
    return revoked;
  });
}

export async function endTokens(
  tx: Transaction,
  { org, account, id }: Pick<TokenRevocation, 'org' | 'account' | 'id'>,
  now: Date,
): Promise<number> {
  const revoked = await tx.query(
    'revoke-tokens',
    `UPDATE api_token SET revoked_at = $4
     WHERE org_code = $1 AND account = $2 AND ($3::uuid IS NULL OR token_id = $3) AND revoked_at IS NULL
     RETURNING token_id`,
    [org, account, id ?? null, now],
  );
  return revoked.length;
}
