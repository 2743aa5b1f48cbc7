import { randomUUID } from 'node:crypto';
import { backingOf, figuresOf, overlapsOf } from '../src/figures/figures.ts';
import { day } from '../src/kernel/index.ts';
import { dueList } from '../src/records/due.ts';
import { recordHistory } from '../src/records/history.ts';
import { recordLinks } from '../src/records/links.ts';
import { findRecord, listRecords } from '../src/records/listing.ts';
import {
  figuresOfRecord,
  publicRecords,
  publicRecordsById,
  yearsWithRecords,
} from '../src/records/reading.ts';
import { verifyOrganisation, type Verified } from '../src/records/verify.ts';
import { loadDraft } from '../src/report/load.ts';
import { oneOrganisation } from '../src/store/connection.ts';
import { VILLAGES, type TestTownship } from './township.ts';

export const YEAR = { from: day('2024-01-01'), to: day('2024-12-31') };
const OFFICE = { as: 'office', account: 'mediator', posts: ['mediator'] } as const;
const MEDIATOR = { account: 'mediator', post: 'mediator' } as const;

/** A dispute that is reported with personal values, mediated and settled. */
async function dispute(town: TestTownship, on: string, village: string): Promise<string> {
  town.at(on);
  const parties = [{ name: '龙某某' }, { name: '杨某某', phone: '00000000000' }];
  const values = { title: '宅基地边界纠纷', type: 'homestead', channel: 'village', reportedOn: on, parties };
  const { record } = await town.start({ kind: 'dispute', step: 'report', occurredOn: on, village, values });
  const act = { kind: 'dispute', record, occurredOn: on };
  await town.act({
    ...act,
    step: 'mediate',
    expectedVersion: 1,
    values: { mediatedOn: on, consent: 'both' },
  });
  await town.act({
    ...act,
    step: 'settle',
    expectedVersion: 2,
    values: { settledOn: on, agreement: 'oral' },
  });
  return record;
}

/** Everything that the write path knows: starts, further steps, a link, a term, a repetition, a correction, a voiding. */
export async function work(town: TestTownship, org: string): Promise<void> {
  const first = await dispute(town, '2024-03-05', VILLAGES[0]!);
  const second = await dispute(town, '2024-05-06', VILLAGES[1]!);
  town.at('2024-06-03');
  const committee = { name: '柳树村人民调解委员会', members: 5, formedOn: '2024-06-03' };
  await town.start({
    kind: 'mediation-committee',
    step: 'form',
    occurredOn: '2024-06-03',
    village: VILLAGES[0]!,
    values: committee,
  });
  await town.start({
    kind: 'power-list-edition',
    step: 'draft',
    occurredOn: '2024-06-03',
    values: { name: '权责清单', effectiveOn: '2024-06-03' },
  });
  const { record: engagement } = await town.start({
    kind: 'counsel-engagement',
    step: 'engage',
    occurredOn: '2024-06-03',
    values: { firm: '某律师事务所', since: '2024-06-03' },
  });
  const served = { engagement, form: 'advice', matter: '合同审查', servedOn: '2024-06-03', people: 3 };
  const service = {
    kind: 'counsel-service',
    step: 'serve',
    occurredOn: '2024-06-03',
    idempotencyKey: randomUUID(),
    values: served,
  };
  await town.start(service);
  await town.start(service);
  const mended = { org, kind: 'dispute', expectedVersion: 3, occurredOn: '2024-06-03', actor: MEDIATOR };
  await town.records.correct({
    ...mended,
    record: first,
    idempotencyKey: randomUUID(),
    values: { involved: 4 },
    reason: '核对底册',
  });
  await town.records.void({ ...mended, record: second, idempotencyKey: randomUUID(), reason: '重复登记' });
}

/** Everything that reads: the year's figures, what is behind one, what the public sees, the whole verification. */
export async function read(
  town: TestTownship,
  org: string,
): Promise<{ settled: number; verified: Verified }> {
  const figures = await figuresOf(town.store, town.register, org, YEAR);
  await town.store.read(oneOrganisation(org), async (tx) => {
    await backingOf(tx, town.register, org, 'disputes.settled', YEAR, { as: 'operator' });
    await overlapsOf(tx, town.register, org, YEAR);
    const [shown] = await publicRecords(tx, town.register, org, 'mediation-committee');
    await publicRecordsById(tx, town.register, org, [shown!.id]);
    await figuresOfRecord(tx, org, shown!);
    await yearsWithRecords(tx, org);
  });
  const found = await listRecords(town.store, town.register, OFFICE, {
    org,
    q: '宅基地',
    kinds: ['dispute'],
    total: true,
  });
  await town.store.read(oneOrganisation(org), async (tx) => {
    const one = [tx, town.register, OFFICE, org, found.records[0]!.id] as const;
    await findRecord(...one);
    await recordHistory(...one);
    await recordLinks(...one);
  });
  await dueList(town.store, town.register, OFFICE, YEAR.to, { org });
  await loadDraft(town.store, town.register, org, 2024, new Date('2025-01-06T00:00:00Z'));
  const verified = await verifyOrganisation(org, { ...town, checkpoints: [] });
  return { settled: figures.find(({ code }) => code === 'disputes.settled')!.value!, verified };
}
