import { dayAt, Refusal, type Post } from '../kernel/index.ts';
import { superiorOf } from '../people/tree.ts';
import { standingWarnings } from '../people/warnings.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import type { RecordRow } from './row.ts';
import { writeAsSystem, type SystemAct, type SystemParts } from './system-act.ts';

const NOTICE = 'separation-notice';

interface Held {
  readonly account: string;
  readonly posts: readonly Post[];
}

function standingNotices(tx: Transaction, ledger: string): Promise<RecordRow[]> {
  return tx.query<RecordRow>(
    'separation-notices',
    `SELECT * FROM record WHERE org_code = $1 AND kind = $2 AND state = 'standing' AND voided_by IS NULL`,
    [ledger, NOTICE],
  );
}

function keyOf({ account, posts }: Held): string {
  return [account, ...posts.toSorted()].join(' ');
}

function heldIn({ body }: RecordRow): Held {
  return { account: body['account'] as string, posts: body['posts'] as Post[] };
}

/** What one ledger lacks: notices of what holds now, the end of those that hold no more. */
async function changes(
  tx: Transaction,
  ledger: string,
  org: string,
  now: readonly Held[],
  copiedTo: string | undefined,
): Promise<SystemAct[]> {
  const known = (await standingNotices(tx, ledger)).filter(({ body }) => body['organisation'] === org);
  const [want, have] = [new Set(now.map(keyOf)), new Set(known.map((row) => keyOf(heldIn(row))))];
  // What the keys are made of changes with each entry, and never within one.
  const { seq = 0 } = (await headOf(tx, ledger)) ?? {};
  const key = (what: string, held: Held): string => `${what} ${org} ${keyOf(held)} ${seq}`;
  const begun = now.filter((held) => !have.has(keyOf(held)));
  const ended = known.filter((row) => !want.has(keyOf(heldIn(row))));
  return [
    ...begun.map(({ account, posts }) => ({
      kind: NOTICE,
      step: 'notice',
      key: key('separation', { account, posts }),
      values: { organisation: org, account, posts, ...(copiedTo ? { copiedTo } : {}) },
    })),
    ...ended.map((row) => ({
      kind: NOTICE,
      step: 'end',
      key: key('separated', heldIn(row)),
      values: {},
      before: row,
    })),
  ];
}

function headOf(tx: Transaction, ledger: string) {
  return tx
    .query<{ seq: number; demo: boolean }>('head-of', 'SELECT seq, demo FROM head WHERE org_code = $1', [
      ledger,
    ])
    .then(([head]) => head);
}

/** A demo says nothing to a real organisation: its clock may be invented. */
async function alike(store: Store, org: string, above: string | undefined): Promise<string | undefined> {
  if (above === undefined) return undefined;
  const [own, other] = await Promise.all(
    [org, above].map((ledger) => store.read(oneOrganisation(ledger), (tx) => headOf(tx, ledger))),
  );
  return own?.demo === other?.demo ? above : undefined;
}

/**
 * Brings the notices of administrators who are one person up to what holds today, in the organisation's ledger and, where
 * it is on this server, in that of the organisation above it (审计抄送). Does nothing where nothing has changed.
 */
export async function noticeSeparations(
  parts: SystemParts & { readonly store: Store },
  org: string,
  now: Date,
): Promise<void> {
  const { store } = parts;
  const today = dayAt(now);
  const all = await standingWarnings(store, org, today);
  const held = all.filter(({ code }) => code === 'separate');
  const above = await alike(store, org, await superiorOf(store, org, today));
  const ledgers = above === undefined ? [org] : [org, above];
  for (const ledger of ledgers) {
    await store
      .transaction(oneOrganisation(ledger), async (tx) => {
        const acts = await changes(tx, ledger, org, held, above);
        if (acts.length > 0) await writeAsSystem(tx, parts, ledger, acts, now);
      })
      .catch(doneByOthers);
  }
}

/** Two who notice the same at once: one of them enters it. */
function doneByOthers(error: unknown): void {
  if (error instanceof Refusal && error.code === 'version-conflict') return;
  throw error;
}
