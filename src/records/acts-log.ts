import type { Register } from '../kernel/index.ts';
import { POSTS } from '../kernel/index.ts';
import type { Entry } from '../ledger/index.ts';
import type { Origin, SignInEventKind } from '../people/sign-in-event.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import { stepLabel, type Named } from './history.ts';

/** Which acts are asked for; all where nothing is said. */
export interface ActsQuery {
  readonly org: string;
  readonly account?: string;
  readonly kind?: string;
  readonly step?: string;
  /** Days of the server's clock, UTC, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Only entries before this number: the last of the page before. */
  readonly before?: number;
  readonly size: number;
}

/** Who did what and when, without what was entered. */
export interface LoggedAct {
  readonly seq: number;
  readonly recordedAt: string;
  readonly occurredOn: string;
  readonly account: string;
  readonly post: Named;
  readonly behalf?: string;
  readonly kind: Named;
  readonly step: Named;
  readonly record: string;
  /** Where its account had last signed in before; absent for the server's own acts and for accounts of elsewhere. */
  readonly from?: Origin;
}

/** Ways in, after which acts are taken. */
const SIGN_INS: readonly SignInEventKind[] = [
  'signed-in',
  'signed-in-by-code',
  'signed-in-by-identity',
  'signed-in-by-pin',
];

/**
 * The ledger as a log of acts (操作记录), the newest first: reveals, corrections, voidings and acts on sealed records among
 * them. Values, titles and reasons are not in it.
 */
export async function actsLog(store: Store, register: Register, query: ActsQuery): Promise<LoggedAct[]> {
  const {
    org,
    account = null,
    kind = null,
    step = null,
    from = null,
    to = null,
    before = null,
    size,
  } = query;
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ text: string; address: string | null; device: string | null }>(
      'acts-log',
      `SELECT e.text, s.address, s.device FROM entry e
       LEFT JOIN LATERAL (
         SELECT v.address, v.device FROM sign_in_event v
         WHERE v.org_code = $1 AND v.account = e.text::jsonb #>> '{actor,account}' AND v.at <= e.recorded_at
           AND v.what = ANY ($9::text[])
         ORDER BY v.at DESC LIMIT 1
       ) s ON true
       WHERE e.org_code = $1 AND ($2::bigint IS NULL OR e.seq < $2)
         AND ($3::text IS NULL OR e.text::jsonb #>> '{actor,account}' = $3)
         AND ($4::text IS NULL OR e.text::jsonb ->> 'kind' = $4)
         AND ($5::text IS NULL OR e.text::jsonb ->> 'step' = $5)
         AND ($6::date IS NULL OR e.recorded_at >= $6::date)
         AND ($7::date IS NULL OR e.recorded_at < $7::date + 1)
       ORDER BY e.seq DESC LIMIT $8`,
      [org, before, account, kind, step, from, to, size, SIGN_INS],
    ),
  );
  return rows.map(({ text, address, device }) => ({
    ...inWords(JSON.parse(text) as Entry, register),
    ...(address === null || device === null ? {} : { from: { address, device } }),
  }));
}

function inWords(entry: Entry, register: Register): LoggedAct {
  const kind = register.kind(entry.kind, entry.kindVersion);
  const { account, post, behalf } = entry.actor;
  return {
    seq: entry.seq,
    recordedAt: entry.recordedAt,
    occurredOn: entry.occurredOn,
    account,
    post: { code: post, label: (POSTS as Readonly<Record<string, string>>)[post] ?? post },
    ...(behalf === undefined ? {} : { behalf }),
    kind: { code: kind.code, label: kind.label },
    step: { code: entry.step, label: stepLabel(kind, entry.step) },
    record: entry.record,
  };
}
