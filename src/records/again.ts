import { Refusal } from '../kernel/index.ts';
import {
  canonicalText,
  readEntry,
  type Actor,
  type Entry,
  type Envelope,
  type Vault,
} from '../ledger/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import type { Acted, Draft } from './draft.ts';

/** Whose absence it was is no part of what was asked: the write path found it. */
function asked({ account, post, behalf }: Actor): Actor {
  return { account, post, ...(behalf === undefined ? {} : { behalf }) };
}

function without(values: Entry['values'], names: readonly string[]): Entry['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** Whom the machine kept a record from (限定知悉) is no part of what was asked. */
function askedEnvelope(entry: Envelope, draft: Envelope): Envelope {
  const given = Object.entries(entry).filter(
    ([key]) => (key !== 'sealed' && key !== 'audience') || key in draft,
  );
  return Object.fromEntries(given);
}

/** What makes two requests the same, apart from personal values: the act itself, not how or when it came in. */
function sameAct(
  entry: Entry,
  { kind, step, asked: given, envelope, actor, reason, record, expected }: Draft,
): boolean {
  const text = (
    what: Pick<Entry, 'kind' | 'step' | 'occurredOn' | 'precision' | 'actor' | 'envelope' | 'values'>,
  ) =>
    canonicalText([
      what.kind,
      what.step,
      what.occurredOn,
      what.precision,
      asked(what.actor),
      what.envelope,
      what.values,
    ]);
  const { occurredOn, precision, open: values } = given;
  const now = { kind: kind.code, step, occurredOn, precision, actor, envelope, values };
  // What the machine itself gave is no part of what was asked either.
  const { fills = [], takes = {} } = kind.steps[step] ?? {};
  const filled = [...fills, ...Object.keys(takes)].filter((name) => values[name] === undefined);
  const before = {
    ...entry,
    envelope: askedEnvelope(entry.envelope, envelope),
    values: without(entry.values, filled),
  };
  // A start without an id of its own got a new one; an act names its record.
  const sameRecord = expected === 0 || entry.record === record;
  return sameRecord && entry.reason === reason && text(before) === text(now);
}

async function samePersonal(
  store: Store,
  vault: Vault,
  entry: Entry,
  { org, asked }: Draft,
): Promise<boolean> {
  const names = Object.keys(asked.personal);
  if (names.length !== Object.keys(entry.commitments).length) return false;
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ field: string; key_id: Buffer }>(
      'personal-of-entry',
      'SELECT field, key_id FROM personal_value WHERE org_code = $1 AND record_id = $2 AND seq = $3',
      [org, entry.record, entry.seq],
    ),
  );
  for (const field of names) {
    const [row, commitment] = [rows.find((each) => each.field === field), entry.commitments[field]];
    if (!row || commitment === undefined) return false;
    const place = { org, record: entry.record, field };
    if (!(await vault.holds(place, row.key_id, commitment, asked.personal[field]))) return false;
  }
  return true;
}

/** The same key again: the answer it had, or a conflict when it now asks for something else. */
export async function answerAgain(store: Store, vault: Vault, prior: string, draft: Draft): Promise<Acted> {
  const entry = readEntry(prior);
  if (!sameAct(entry, draft) || !(await samePersonal(store, vault, entry, draft))) {
    throw new Refusal('idempotency-conflict', '同一个提交编号已经用在另一件事上。', {
      next: '请换一个编号再提交。',
      facts: { seq: entry.seq },
    });
  }
  const { record, expected, seq, flaws } = entry;
  return { record, version: expected + 1, seq, flaws, repeated: true };
}
