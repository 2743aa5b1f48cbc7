import { Refusal } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import type { SignInKey } from './sign-in-key.ts';

/** How long the same request is answered the same. */
const KEPT_MS = 86_400_000;
/** A request that has not been answered after this was broken off: the next one takes its place. */
const UNDER_WAY_MS = 60_000;

/** A write that may come twice: by whom, under which key, and what is asked. */
export interface Repeatable {
  readonly org: string;
  readonly account: string;
  readonly key: string;
  /** Everything that makes it this request: method, address, body. */
  readonly request: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Row {
  readonly requestHash: Buffer;
  readonly askedAt: Date;
  readonly status: number | null;
  readonly sealed: Buffer | null;
}

/** By a key outside the database: a request may hold a password, which nobody must be able to try out on its hash. */
const hashOf = (seal: SignInKey, text: string): Buffer => seal.tag('answers', text);
const placeOf = ({ org, account, key }: Repeatable): string => `answer ${org} ${account} ${key}`;

async function claim(tx: Transaction, seal: SignInKey, asked: Repeatable, now: Date): Promise<boolean> {
  const { org, account, key, request } = asked;
  const made = await tx.query(
    'claim-answer',
    `INSERT INTO repeatable_answer (org_code, account, key_hash, request_hash, asked_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (org_code, account, key_hash) DO UPDATE SET asked_at = $5, request_hash = $4, status = NULL, sealed = NULL
       WHERE repeatable_answer.asked_at <= $6 OR (repeatable_answer.status IS NULL AND repeatable_answer.asked_at <= $7)
     RETURNING account`,
    [
      org,
      account,
      hashOf(seal, key),
      hashOf(seal, request),
      now,
      new Date(now.getTime() - KEPT_MS),
      new Date(now.getTime() - UNDER_WAY_MS),
    ],
  );
  return made.length > 0;
}

/**
 * Takes a request on (Idempotency-Key). Undefined: it is new, and `keepAnswer` or `forgetAsking` must follow. Else the answer
 * that it had. Refuses another request under the same key, and the same one while it is under way.
 */
export async function askedBefore(
  { store, key: seal }: { readonly store: Store; readonly key: SignInKey },
  asked: Repeatable,
  now: Date,
): Promise<Answer | undefined> {
  const { org, account, key, request } = asked;
  return store.transaction(oneOrganisation(org), async (tx) => {
    if (await claim(tx, seal, asked, now)) return undefined;
    const [row] = await tx.query<Row>(
      'find-answer',
      `SELECT request_hash AS "requestHash", asked_at AS "askedAt", status, sealed FROM repeatable_answer
       WHERE org_code = $1 AND account = $2 AND key_hash = $3`,
      [org, account, hashOf(seal, key)],
    );
    if (!row?.requestHash.equals(hashOf(seal, request)))
      throw new Refusal('idempotency-conflict', '这个Idempotency-Key已经用于别的请求。', {
        next: '请换一个再试。',
      });
    if (row.status === null || row.sealed === null)
      throw new Refusal('busy', '同样的请求正在办。', { next: '请稍等再试，不会办两次。' });
    return { status: row.status, body: seal.open(placeOf(asked), row.sealed) };
  });
}

/** Keeps what was answered, and drops what is older than a day. */
export async function keepAnswer(
  { store, key: seal }: { readonly store: Store; readonly key: SignInKey },
  asked: Repeatable,
  { status, body }: Answer,
  now: Date,
): Promise<void> {
  const { org, account, key } = asked;
  await store.transaction(oneOrganisation(org), async (tx) => {
    await tx.query(
      'keep-answer',
      'UPDATE repeatable_answer SET status = $4, sealed = $5 WHERE org_code = $1 AND account = $2 AND key_hash = $3',
      [org, account, hashOf(seal, key), status, seal.seal(placeOf(asked), body)],
    );
    await tx.query(
      'drop-old-answers',
      'DELETE FROM repeatable_answer WHERE org_code = $1 AND account = $2 AND asked_at < $3',
      [org, account, new Date(now.getTime() - KEPT_MS)],
    );
  });
}

/** It was refused or failed: the same key may try again. */
export async function forgetAsking(
  { store, key: seal }: { readonly store: Store; readonly key: SignInKey },
  { org, account, key }: Repeatable,
): Promise<void> {
  await store
    .alone(oneOrganisation(org))
    .query(
      'forget-asking',
      'DELETE FROM repeatable_answer WHERE org_code = $1 AND account = $2 AND key_hash = $3 AND status IS NULL',
      [org, account, hashOf(seal, key)],
    );
}
