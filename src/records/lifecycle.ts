import {
  addDays,
  dayAt,
  isDay,
  levelOf,
  parseText,
  readDivisionCode,
  Refusal,
  type Day,
} from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { systemClock, type Clock } from './records.ts';
import { ORGANISATION, type RecordRow } from './row.ts';
import { writeAsSystem, type SystemParts } from './system-act.ts';
import { standingOf, type Earlier } from './units.ts';

export interface LifecycleParts extends SystemParts {
  readonly store: Store;
}

interface Predecessor {
  readonly name: string;
  readonly code: string;
  readonly on: Day;
}

/** The organisation's own record. Refuses a code that is not open here, and a real one under a clock that is not the system's. */
async function organisationIn(tx: Transaction, org: string, clock: Clock): Promise<RecordRow> {
  const [row] = await tx.query<RecordRow>(
    'organisation-record',
    'SELECT * FROM record WHERE org_code = $1 AND kind = $2',
    [org, ORGANISATION],
  );
  if (!row) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
  if (clock !== systemClock && row.body['nature'] !== 'demo') {
    throw new Refusal('not-demo', '只有演示机构可以用假定的时间登记。');
  }
  return row;
}

function assertOpen(row: RecordRow): void {
  if (row.state === 'open') return;
  throw new Refusal('wrong-state', `机构${row.org_code}（${String(row.body['name'])}）已经撤并。`);
}

/** The day on which it happens: it exists, is not ahead, and lies after the organisation's last change. */
function readDay(text: string, row: RecordRow, today: Day): Day {
  if (!isDay(text) || text > today) {
    throw new Refusal('invalid-value', '日期应是真实存在的、不晚于今天的日期，如2024-03-05。', {
      field: 'on',
    });
  }
  const since = standingOf(row).units?.at(-1)?.valid_from;
  if (since !== undefined && text <= since) {
    throw new Refusal('invalid-value', `日期（${text}）应晚于开通或上一次变更的日期（${since}）。`, {
      field: 'on',
    });
  }
  return text;
}

export interface Renaming {
  readonly org: string;
  /** The new name; the one so far when only the code changes. */
  readonly name?: string;
  /** The new official code; the one so far when only the name changes. */
  readonly officialCode?: string;
  /** First day of the new name or code. */
  readonly on: string;
}

/** Gives an organisation another name or official code from a day on (更名、变更区划代码). The code at founding stays. */
export async function renameOrganisation(
  parts: LifecycleParts,
  renaming: Renaming,
  clock: Clock = systemClock,
): Promise<void> {
  const now = clock();
  const { org } = renaming;
  await parts.store.transaction(oneOrganisation(org), async (tx) => {
    const row = await organisationIn(tx, org, clock);
    assertOpen(row);
    const values = renamed(row, renaming, dayAt(now));
    const act = { kind: ORGANISATION, step: 'rename', key: `rename ${org} ${row.version}`, values };
    await writeAsSystem(tx, parts, org, [{ ...act, before: row }], now, values.renamedOn);
  });
}

function renamed(row: RecordRow, renaming: Renaming, today: Day) {
  const unit = standingOf(row).units!.at(-1)!;
  const name = readName(renaming.name ?? unit.name, row);
  const officialCode = readCode(renaming.officialCode ?? unit.official_code);
  if (name === unit.name && officialCode === unit.official_code) {
    throw new Refusal('missing-value', '名称和代码都没有变。', { field: 'name' });
  }
  const on = readDay(renaming.on, row, today);
  const held = (row.body['earlier'] as readonly Earlier[] | undefined) ?? [];
  const earlier = [...held, { name: unit.name, code: unit.official_code, until: addDays(on, -1) }];
  return { name, officialCode, earlier, renamedOn: on };
}

function readName(text: string, row: RecordRow): string {
  const parsed = parseText(60)(text);
  if ('problem' in parsed) {
    throw new Refusal('invalid-value', `“机构名称”${parsed.problem}。`, { field: 'name' });
  }
  // As at the founding: what a name says of a demo is true for ever.
  if (parsed.value.includes('演示') !== (row.body['nature'] === 'demo')) {
    throw new Refusal('invalid-value', '演示机构的名称里要写明“演示”，正式机构的不能有。', { field: 'name' });
  }
  return parsed.value;
}

function readCode(text: string): string {
  const code = readDivisionCode(text);
  if (code !== undefined && levelOf(code) !== 'village') return code;
  throw new Refusal('invalid-value', `“${text}”不是乡级以上的区划代码。`, { field: 'officialCode' });
}

export interface Merger {
  /** Organisations that end, and the one that takes their place; by their codes at founding. */
  readonly from: readonly string[];
  readonly into: string;
  /** First day on which only the successor works. */
  readonly on: string;
}

/**
 * Merges organisations into a successor (撤并), which must be open: an entry in the successor's ledger for each, then one in
 * each ledger that closes it for new matters. The old ledgers stay whole and can be read and verified. Killed half-way, the
 * same command goes on.
 */
export async function mergeOrganisations(
  parts: LifecycleParts,
  { from, into, on }: Merger,
  clock: Clock = systemClock,
): Promise<void> {
  const codes = [...new Set(from)];
  if (codes.includes(into) || codes.length === 0) {
    throw new Refusal('invalid-value', '撤并的机构和并入的机构不能是同一个。', { field: 'into' });
  }
  const rows = await Promise.all([...codes, into].map((org) => recordOf(parts.store, org, clock)));
  const successor = rows.at(-1)!;
  const ending = rows.slice(0, -1);
  assertMerger(ending, successor, on, dayAt(clock()));
  for (const row of ending) await take(parts, into, row, on as Day, clock);
  for (const row of ending) await close(parts, row.org_code, into, on as Day, clock);
}

function recordOf(store: Store, org: string, clock: Clock): Promise<RecordRow> {
  return store.read(oneOrganisation(org), (tx) => organisationIn(tx, org, clock));
}

/** All that can be wrong is found before the first entry. */
function assertMerger(ending: readonly RecordRow[], successor: RecordRow, on: string, today: Day): void {
  assertOpen(successor);
  for (const row of ending) {
    const taken = row.state !== 'open' && row.body['successor'] === successor.org_code;
    if (taken) continue;
    assertOpen(row);
    readDay(on, row, today);
    if (row.body['nature'] !== successor.body['nature']) {
      throw new Refusal('invalid-value', '演示机构和正式机构不能合并。', { field: 'into' });
    }
  }
}

async function take(
  parts: LifecycleParts,
  into: string,
  old: RecordRow,
  on: Day,
  clock: Clock,
): Promise<void> {
  const now = clock();
  await parts.store.transaction(oneOrganisation(into), async (tx) => {
    const row = await organisationIn(tx, into, clock);
    const held = (row.body['predecessors'] as readonly Predecessor[] | undefined) ?? [];
    if (held.some(({ code }) => code === old.org_code)) return;
    const added = { name: String(old.body['name']), code: old.org_code, on };
    const values = { predecessors: [...held, added], tookOn: on };
    const act = {
      kind: ORGANISATION,
      step: 'take',
      key: `take ${into} ${old.org_code}`,
      values,
      before: row,
    };
    await writeAsSystem(tx, parts, into, [act], now, on);
  });
}

async function close(parts: LifecycleParts, org: string, into: string, on: Day, clock: Clock): Promise<void> {
  const now = clock();
  await parts.store.transaction(oneOrganisation(org), async (tx) => {
    const row = await organisationIn(tx, org, clock);
    if (row.state !== 'open') return;
    const values = { successor: into, closedOn: on };
    const act = { kind: ORGANISATION, step: 'close', key: `close ${org} ${into}`, values, before: row };
    await writeAsSystem(tx, parts, org, [act], now, on);
  });
}
