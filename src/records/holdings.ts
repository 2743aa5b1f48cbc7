import { addDays, type Day } from '../kernel/index.ts';
import { ACCOUNT, APPOINTMENT, type RecordRow } from './row.ts';

/** An account as sign-in and permissions see it. */
export interface AccountRow {
  readonly account: string;
  /** The first day on which it counts for nothing. */
  readonly closed_on: Day | null;
}

/** A post held (任职) as permissions see it. */
export interface HoldingRow {
  readonly account: string;
  readonly post: string;
  readonly valid_from: Day;
  /** The last day. */
  readonly valid_to: Day | null;
  /** Null for the whole township. */
  readonly villages: readonly string[] | null;
  readonly clearances: readonly string[];
  readonly substitute_for: string | null;
}

/** What one record says about accounts and posts; absent where its kind says nothing of them. */
export interface Staffing {
  readonly accounts?: readonly AccountRow[];
  readonly holdings?: readonly HoldingRow[];
}

type Named = readonly { readonly name: string }[];

function namesOf(value: unknown): string[] | null {
  return value === undefined ? null : (value as Named).map(({ name }) => name);
}

/** Relieved on a day means not holding it on that day: what is taken away works no more at once. */
function lastDay({ until, relievedOn }: Readonly<Record<string, unknown>>): Day | null {
  const ends = [
    ...(until === undefined ? [] : [until as Day]),
    ...(relievedOn === undefined ? [] : [addDays(relievedOn as Day, -1)]),
  ];
  return ends.toSorted()[0] ?? null;
}

/** An account that was opened by mistake never counted; its name stays taken. */
function closedOn({ body, state, voided_by: voided, occurred_on: opened }: RecordRow): Day | null {
  if (voided !== null) return opened;
  return state === 'closed' ? (body['closedOn'] as Day) : null;
}

function holdingOf({ body }: RecordRow): HoldingRow[] {
  const [from, to] = [body['since'] as Day, lastDay(body)];
  // Taken back before it began.
  if (to !== null && to < from) return [];
  return [
    {
      account: body['account'] as string,
      post: body['post'] as string,
      valid_from: from,
      valid_to: to,
      villages: namesOf(body['villages']),
      clearances: namesOf(body['clearances']) ?? [],
      substitute_for: (body['substituteFor'] as string | undefined) ?? null,
    },
  ];
}

/** The rows of the tables of accounts and posts that follow from a record. */
export function staffingOf(row: RecordRow): Staffing {
  if (row.kind === ACCOUNT) {
    return { accounts: [{ account: row.body['account'] as string, closed_on: closedOn(row) }] };
  }
  if (row.kind === APPOINTMENT) return { holdings: row.voided_by === null ? holdingOf(row) : [] };
  return {};
}
