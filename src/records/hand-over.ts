import { dayAt, Refusal, type Register } from '../kernel/index.ts';
import type { Actor } from '../ledger/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import type { Clock, Records } from './records.ts';
import { ACCOUNT, APPOINTMENT, ORGANISATION } from './row.ts';

export interface HandOver {
  readonly org: string;
  /** The account that gives its matters away, and the one that takes them. */
  readonly from: string;
  readonly to: string;
  readonly actor: Actor;
  readonly reason: string;
}

interface Open {
  readonly record_id: string;
  readonly kind: string;
  readonly version: number;
  readonly handlers: readonly string[];
}

/** `kind@version state` of every state from which a step leads to another: what stands there is not finished (在办). */
function openStates({ versions }: Register): string[] {
  const staff = [ORGANISATION, ACCOUNT, APPOINTMENT];
  return versions
    .filter(({ code }) => !staff.includes(code))
    .flatMap((kind) => {
      const from = Object.values(kind.steps).flatMap(({ from: states, to }) =>
        states === 'start' || to === undefined ? [] : states.filter((state) => state !== to),
      );
      return [...new Set(from)].map((state) => `${kind.code}@${kind.version} ${state}`);
    });
}

/** Open matters that an account handles, oldest first. Sealed ones answer like missing ones here too. */
export function openMattersOf(
  store: Store,
  register: Register,
  org: string,
  account: string,
): Promise<Open[]> {
  return store.read(oneOrganisation(org), (tx) =>
    tx.query<Open>(
      'open-matters-of',
      `SELECT r.record_id, r.kind, r.version, r.handlers FROM record r
       WHERE r.org_code = $1 AND $2 = ANY (r.handlers) AND r.voided_by IS NULL AND r.sealed IS NULL
         AND r.kind || '@' || r.kind_version || ' ' || r.state = ANY ($3::text[])
       ORDER BY r.first_seq`,
      [org, account, openStates(register)],
    ),
  );
}

export interface HandOverParts {
  readonly store: Store;
  readonly register: Register;
  readonly records: Records;
  readonly clock: Clock;
}

/**
 * Hands all open matters of one account to another (交接), an entry each; what is finished stays as it was, and so does the
 * history of what moves. Killed half-way, it is taken up by the same command: what has moved is no longer found. Returns
 * how many moved.
 */
export async function handOver(
  parts: HandOverParts,
  request: HandOver,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const { store, register } = parts;
  const { org, from, to } = request;
  if (from === to) throw new Refusal('invalid-value', '交出和接手的是同一个账号。', { field: 'to' });
  const matters = await openMattersOf(store, register, org, from);
  for (const [index, matter] of matters.entries()) {
    await move(parts, request, matter);
    onProgress(index + 1, matters.length);
  }
  // Somebody may have acted in a matter meanwhile, or begun one.
  const late = await openMattersOf(store, register, org, from);
  for (const matter of late) await move(parts, request, matter);
  const left = await openMattersOf(store, register, org, from);
  if (left.length > 0) {
    throw new Refusal('version-conflict', `还有${left.length}件事正有人在办，没有移交。`, {
      next: '请稍候再执行一次。',
    });
  }
  return new Set([...matters, ...late].map(({ record_id: id }) => id)).size;
}

async function move({ records, clock }: HandOverParts, request: HandOver, matter: Open): Promise<void> {
  const { org, from, to, actor, reason } = request;
  const { record_id: record, kind, version, handlers } = matter;
  const named = handlers.map((each) => (each === from ? to : each));
  try {
    await records.assign({
      org,
      kind,
      record,
      actor,
      reason,
      expectedVersion: version,
      occurredOn: dayAt(clock()),
      handlers: [...new Set(named)],
      idempotencyKey: `hand-over ${record} ${version} ${from} ${to}`,
    });
  } catch (error) {
    // Moved on since it was looked at: the second look takes it.
    if (!(error instanceof Refusal && error.code === 'version-conflict')) throw error;
  }
}
