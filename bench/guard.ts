import { randomUUID } from 'node:crypto';
import { REGISTER } from '../src/duties/index.ts';
import { dayAt } from '../src/kernel/index.ts';
import { Records } from '../src/records/records.ts';
import { oneOrganisation, type Store, type Transaction } from '../src/store/connection.ts';
import {
  foundTownship,
  median,
  rate,
  show,
  surroundings,
  township,
  type Surroundings,
} from './surroundings.ts';

const CLIENTS = 8;
const ROUNDS = 5;
const ACTS = 600;
const ACTOR = { account: 'bench', post: 'enforcement-officer' } as const;

const today = dayAt(new Date());
const common = (org: string, step: string) => ({
  org,
  kind: 'penalty-case',
  step,
  occurredOn: today,
  idempotencyKey: randomUUID(),
  actor: ACTOR,
});

async function officer({ records }: Surroundings, org: string, certificate: string): Promise<string> {
  const values = { officer: { name: '某某' }, certificate };
  const actor = { account: 'bench', post: 'judicial-office' } as const;
  const act = { ...common(org, 'certify'), kind: 'enforcement-officer', actor };
  return (await records.start({ ...act, values })).record;
}

/** Cases that wait for the step which is measured: the notice, which asks for two officers. */
async function filed(around: Surroundings, org: string, count: number): Promise<string[]> {
  const [firstOfficer, secondOfficer] = [await officer(around, org, '甲'), await officer(around, org, '乙')];
  const cases: string[] = [];
  await rate(CLIENTS, count, async () => {
    const values = { cause: '未经批准占用耕地建房', firstOfficer, secondOfficer };
    cases.push((await around.records.start({ ...common(org, 'file'), values })).record);
  });
  return cases;
}

/** The write path up to its last call: what would be appended is kept, and not appended. */
function capturing(store: Store, calls: (readonly unknown[])[]): Store {
  const watched = (tx: Transaction): Transaction => ({
    query: (name, text, values) => {
      if (name !== 'append-entry') return tx.query(name, text, values);
      calls.push(values ?? []);
      return Promise.resolve([{ seq: 1 }] as never);
    },
  });
  return new Proxy(store, {
    get: (target, name, receiver) =>
      name === 'alone'
        ? (...scope: Parameters<Store['alone']>) => watched(target.alone(...scope))
        : (Reflect.get(target, name, receiver) as unknown),
  });
}

const notify = (records: Records, org: string, record: string) =>
  records.act({
    ...common(org, 'notify'),
    record,
    expectedVersion: 1,
    values: { proposed: 'warning', grounds: '《土地管理法》第七十八条', hearing: 'none' },
  });

/** One step with everything that judges it, beside the bare append of the very same entry and rows. */
export async function benchGuard(): Promise<void> {
  console.log('\nGuard and append of one step (two rules, two links), beside the append alone');
  const around = await surroundings(CLIENTS);
  try {
    const [ours, theirs] = [township(1), township(2)];
    for (const org of [ours, theirs]) await foundTownship(around, org);
    const total = ACTS * (ROUNDS + 1);
    const [guarded, bare] = [await filed(around, ours, total), await filed(around, theirs, total)];
    const calls: (readonly unknown[])[] = [];
    const { vault, files } = around;
    const dry = new Records({ store: capturing(around.store, calls), register: REGISTER, vault, files });
    await rate(CLIENTS, total, async (n) => void (await notify(dry, theirs, bare[n]!)));
    const append = async (n: number): Promise<void> => {
      const alone = around.store.alone(oneOrganisation(theirs));
      const text = 'SELECT append_entry($1, $2, $3, $4, $5, $6, $7, $8) AS seq';
      const [made] = await alone.query<{ seq: number }>('append-entry', text, [...calls[n]!]);
      if (!made || made.seq < 1) throw new Error('not appended');
    };
    const [a, b]: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const first = round * ACTS;
      a.push(
        await rate(
          CLIENTS,
          ACTS,
          async (n) => void (await notify(around.records, ours, guarded[first + n]!)),
        ),
      );
      b.push(await rate(CLIENTS, ACTS, (n) => append(first + n)));
    }
    // The first round warms both up.
    const [acts, appends] = [a.slice(1), b.slice(1)];
    show(`judged and appended, ${CLIENTS} clients`, acts, '/s');
    show('the same appended bare', appends, '/s');
    const ratios = acts.map((value, index) => appends[index]! / value);
    show('time of the one to the other', ratios, '');
    if (median(ratios) > 1.4) console.log('  above the target of 1.4');
  } finally {
    await around.close();
  }
}
