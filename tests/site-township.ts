import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { KINDS, REGISTER } from '../src/duties/index.ts';
import {
  dayAt,
  documentNumberText,
  isPersonal,
  type Day,
  type ExampleAct,
  type Field,
  type FieldSet,
  type Kind,
} from '../src/kernel/index.ts';
import { APPOINTMENT } from '../src/records/row.ts';
import { loadDraft } from '../src/report/index.ts';
import type { SiteParts } from '../src/site/parts.ts';
import { exampleFor } from './examples.ts';
import { ORG, testTownship, VILLAGES, type TestTownship } from './township.ts';

/** What must never stand on a public page, whatever the route. */
export const MARKS = {
  name: '欧阳隐名',
  phone: '13900007777',
  idNumber: '520581199001017777',
  address: '某巷七号',
  narrative: '隐情叙述',
  file: '隐件扫描',
  /** In open texts that the office keeps to itself. */
  internal: '内务用语',
} as const;

/** A township for the site's tests, with what the site needs of it. */
export interface SiteTownship extends TestTownship {
  readonly parts: SiteParts;
}

export async function siteTownship(
  options: { org?: string; beside?: TestTownship } = {},
): Promise<SiteTownship> {
  const town = await testTownship(options);
  const data = await mkdtemp(path.join(tmpdir(), 'fadu-site-'));
  const { store, register } = town;
  const parts: SiteParts = {
    data,
    store,
    register,
    report: (org, year) => loadDraft(store, register, org, year, new Date()),
    organisations: () =>
      store.transaction('reference', (tx) =>
        tx.query('site-units', 'SELECT code, name, demo FROM org_unit ORDER BY code', []),
      ),
  };
  return {
    ...town,
    parts,
    async close() {
      await town.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

const PERSON = {
  name: MARKS.name,
  phone: MARKS.phone,
  idNumber: MARKS.idNumber,
  address: MARKS.address,
};

async function marked(town: TestTownship, field: Field): Promise<unknown> {
  if (field.type === 'file') return town.files.put(town.org, `${MARKS.file}.txt`, Buffer.from(MARKS.file));
  if (field.type === 'person') return 'value' in field.parse([PERSON]) ? [PERSON] : PERSON;
  return MARKS.narrative;
}

/** Texts that the report prints by its own rule: what a clerk wrote for it. */
const WRITTEN_FOR_THE_REPORT = ['shortcoming', 'next-year-plan'];

/** What must name something that is there. */
const AS_WRITTEN = ['substituteFor', 'auditor'];

/** The name of an account that is opened, or of one to which a post is given: each example needs one of its own. */
async function freshAccount(town: TestTownship, kind: Kind): Promise<string> {
  // Letters only: a run of digits may look like a telephone number, which an open field refuses.
  const name = `account-${randomUUID().replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`;
  if (kind.code === APPOINTMENT) {
    const values = { account: name, holder: PERSON };
    await town.start({ kind: 'account', step: 'open', occurredOn: dayAt(town.clock()), values });
  }
  return name;
}

let numbers = 0;

/** An official number that no other record has. */
function freshNumber(): string {
  numbers += 1;
  return documentNumberText({ series: '样府发', year: 2024, number: numbers });
}

/** Fills every personal field that a step takes, and every internal text that the example gives, with marks. */
export async function markedValues(town: TestTownship, kind: Kind, act: ExampleAct<FieldSet, string>) {
  const values: Record<string, unknown> = { ...act.values };
  const { asks = [], may = [] } = kind.steps[act.step]!;
  for (const name of [...asks, ...may]) {
    const field = kind.fields[name]!;
    const text = field.type === 'text' || field.type === 'long-text';
    if (isPersonal(field)) values[name] = await marked(town, field);
    else if (name === 'account') values[name] = await freshAccount(town, kind);
    else if (field.numbered) values[name] = freshNumber();
    else if (AS_WRITTEN.includes(name)) continue;
    else if (text && field.privacy === 'internal' && values[name] !== undefined) {
      if (!WRITTEN_FOR_THE_REPORT.includes(kind.code)) values[name] = MARKS.internal;
    }
    if (field.target && values[name] !== undefined) {
      const target = REGISTER.kind(field.target);
      values[name] = await enter(town, target, Infinity, exampleFor(target, values[name]));
    }
  }
  return values;
}

/** Runs an example of a kind (its first) through the ordinary write path, marked; returns the record's id. */
export async function enter(
  town: TestTownship,
  kind: Kind,
  steps = Infinity,
  example: Kind['examples'][number] = kind.examples[0]!,
): Promise<string> {
  let record = '';
  for (const [index, act] of example.slice(0, steps).entries()) {
    const values = await markedValues(town, kind, act);
    const today = dayAt(town.clock());
    if (act.on > today) town.at(act.on);
    const common = {
      kind: kind.code,
      step: act.step,
      occurredOn: act.on as Day,
      source: act.on < today ? ('late' as const) : ('on-site' as const),
      values,
    };
    const acted =
      index === 0
        ? await town.start({ ...common, ...(act.village ? { village: VILLAGES[0]! } : {}) })
        : await town.act({ ...common, record, expectedVersion: index });
    record = acted.record;
  }
  return record;
}

/** One matter of every kind, with marks wherever the public may not read. Returns the ids by kind. */
export async function enterEveryKind(town: TestTownship): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  // Everything is entered afterwards: whatever day an example names has come.
  town.at('2030-01-02');
  for (const kind of KINDS) {
    if (kind.code !== 'organisation') made.set(kind.code, await enter(town, kind));
  }
  return made;
}

/** Takes a further step of the power list, late where the clock has gone on. */
export async function publishEdition(town: TestTownship, name: string, on: string): Promise<string> {
  if (on > dayAt(town.clock())) town.at(on);
  const kind = 'power-list-edition';
  const common = { kind, occurredOn: on, source: 'late' as const };
  const { record } = await town.start({ ...common, step: 'draft', values: { name, effectiveOn: on } });
  const published = { publishedOn: on, address: '乡政务公开栏' };
  await town.act({ ...common, step: 'publish', record, expectedVersion: 1, values: published });
  return record;
}

export async function listItem(
  town: TestTownship,
  edition: string,
  on: string,
  name: string,
  category = 'licence',
): Promise<string> {
  const { record } = await town.start({
    kind: 'power-item',
    step: 'list',
    occurredOn: on,
    source: 'late',
    values: {
      name,
      category,
      basis: '《中华人民共和国土地管理法》第六十二条',
      source: 'direct',
      office: '农业农村服务中心',
      edition,
      listedOn: on,
    },
  });
  return record;
}

export { ORG };
