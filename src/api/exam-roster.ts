import { createHash, randomUUID } from 'node:crypto';
import type { Day, FileReference, Person } from '../kernel/index.ts';
import type { Actor } from '../ledger/index.ts';
import type { Insider } from '../people/visibility.ts';
import { BEFORE_ITS_MATTER } from '../records/judge.ts';
import { listRecords, type ListedRecord } from '../records/listing.ts';
import { personalValues } from '../records/personal.ts';
import { oneOrganisation } from '../store/connection.ts';
import type { RosterRow } from './exam-roster-table.ts';
import type { ApiParts } from './parts.ts';

const KIND = 'platform-result';
const PAGE = 200;

/** A roster on its way into the ledger. */
export interface RosterRequest {
  readonly org: string;
  readonly actor: Actor;
  readonly viewer: Insider;
  readonly today: Day;
  readonly platform: string;
  readonly dueOn: Day;
  readonly rows: readonly RosterRow[];
  /** The platform's own file, kept with each record as its evidence. */
  readonly file?: FileReference;
}

/** What an import did, or would do; of people only how many, and the rows of those who are not on the roll. */
export interface RosterDone {
  readonly people: number;
  readonly taken: number;
  readonly onRoll: number;
  readonly offRoll: readonly number[];
  /** Newly on the roster, newly taken, and already there. */
  readonly added: number;
  readonly scored: number;
  readonly unchanged: number;
}

/** Somebody of the roster with what is known of them already. */
interface Placed {
  readonly row: RosterRow;
  readonly member: string | undefined;
  readonly known: ListedRecord | undefined;
}

type Asking = Pick<RosterRequest, 'org' | 'viewer'>;

async function allOf(
  { store, register }: ApiParts,
  { org, viewer }: Asking,
  query: Pick<Parameters<typeof listRecords>[3], 'kinds' | 'fields'>,
): Promise<ListedRecord[]> {
  const found: ListedRecord[] = [];
  let cursor: string | undefined;
  do {
    const asked = {
      ...query,
      org,
      size: PAGE,
      values: true,
      drills: 'without' as const,
      ...(cursor === undefined ? {} : { cursor }),
    };
    const page = await listRecords(store, register, viewer, asked);
    found.push(...page.records);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

/** The name that a personal field of each record holds; compared here and shown to nobody. */
async function namesIn(
  { store, vault }: ApiParts,
  org: string,
  records: readonly ListedRecord[],
  field: string,
): Promise<ReadonlyMap<string, string>> {
  return store.read(oneOrganisation(org), async (tx) => {
    const names = new Map<string, string>();
    for (const { id } of records) {
      const person = (await personalValues(tx, vault, org, id))[field] as Person | undefined;
      if (person) names.set(id, person.name);
    }
    return names;
  });
}

/** Name → record, where exactly one has it: of two people of one name nobody is guessed. */
function onlyOnes(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map([...names].filter(([, name]) => times.get(name) === 1).map(([id, name]) => [name, id]));
}

/** Who of the roster is on the staff roll, and who is known of this examination already. */
async function placed(parts: ApiParts, request: RosterRequest): Promise<Placed[]> {
  const { org, platform, dueOn, rows } = request;
  const all = await allOf(parts, request, { kinds: ['staff'] });
  const staff = all.filter(({ state }) => state === 'filled');
  const roll = onlyOnes(await namesIn(parts, org, staff, 'member'));
  const fields = { platform: [platform], dueOn: { from: dueOn, to: dueOn } };
  const before = await allOf(parts, request, { kinds: [KIND], fields });
  const learners = onlyOnes(
    await namesIn(
      parts,
      org,
      before.filter(({ values }) => values?.['member'] === undefined),
      'learner',
    ),
  );
  const twice = new Set(
    rows.map(({ name }) => name).filter((name, index, all) => all.indexOf(name) !== index),
  );
  return rows.map((row) => {
    const member = twice.has(row.name) ? undefined : roll.get(row.name);
    const known = before.find(
      ({ id, values, upperNumber }) =>
        (member !== undefined && values?.['member'] === member) ||
        (row.number !== undefined && upperNumber === row.number) ||
        (row.number === undefined && learners.get(row.name) === id),
    );
    return { row, member, known };
  });
}

/** One roster names one person once, whoever imports it: two imports at once make no second record. */
function keyOf({ org, platform, dueOn }: RosterRequest, { row, member }: Placed): string {
  const who = member ?? row.number;
  if (who === undefined) return randomUUID();
  return `exam ${createHash('sha256').update(`${org}\n${platform}\n${dueOn}\n${who}`).digest('hex')}`;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

async function enter(
  parts: ApiParts,
  request: RosterRequest,
  one: Placed,
): Promise<'added' | 'scored' | 'unchanged'> {
  const { org, actor, today, platform, dueOn, file } = request;
  const { row, member, known } = one;
  if (known?.state === 'taken' || (known && !row.taken)) return 'unchanged';
  const common = { org, actor, kind: KIND, source: 'platform', evidence: 'platform' } as const;
  const records = parts.records();
  const key = keyOf(request, one);
  const acted =
    known === undefined
      ? await records.start({
          ...common,
          step: 'expect',
          // Whoever was entered after the examination stood on the roster on its day.
          occurredOn: earlier(today, row.taken?.on ?? today),
          idempotencyKey: key,
          ...(row.number === undefined ? {} : { upperNumber: row.number }),
          values: { platform, dueOn, ...(member ? { member } : { learner: { name: row.name } }) },
        })
      : { record: known.id, version: known.version };
  if (row.taken) {
    await records.act({
      ...common,
      step: 'take',
      record: acted.record,
      expectedVersion: acted.version,
      occurredOn: row.taken.on,
      idempotencyKey: `${key} taken`,
      reasons: { [BEFORE_ITS_MATTER]: '应考名册在考试以后才导入。' },
      values: {
        takenOn: row.taken.on,
        score: row.taken.score,
        ...(file ? { roster: file } : {}),
      },
    });
  }
  return known === undefined ? 'added' : 'scored';
}

/**
 * Enters a roster, or only says what it would do. Asked again after a failure it goes on where it stopped: whoever is there
 * already is left as they are.
 */
export async function importRoster(
  parts: ApiParts,
  request: RosterRequest,
  checkOnly: boolean,
): Promise<RosterDone> {
  const people = await placed(parts, request);
  const done = { added: 0, scored: 0, unchanged: 0 };
  for (const one of people) {
    const { row, known } = one;
    if (!checkOnly) done[await enter(parts, request, one)] += 1;
    else if (known === undefined) done.added += 1;
    else done[known.state === 'taken' || !row.taken ? 'unchanged' : 'scored'] += 1;
  }
  const off = people.filter(({ member }) => member === undefined);
  return {
    people: people.length,
    taken: people.filter(({ row }) => row.taken).length,
    onRoll: people.length - off.length,
    offRoll: off.map(({ row }) => row.row),
    ...done,
  };
}
