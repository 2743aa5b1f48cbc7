import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, VILLAGES, type TestTownship } from '../../tests/township.ts';
import { day, type Post } from '../kernel/index.ts';
import { findPrincipal, type Principal } from './principal.ts';

const COUNTY = '520581000000';
const TODAY = day('2024-03-05');

let town: TestTownship;
let county: TestTownship;
beforeAll(async () => {
  county = await testTownship({ org: COUNTY });
  town = await testTownship({ beside: county });
  for (const each of [town, county]) each.at(TODAY);
});
afterAll(async () => {
  await town.close();
  await county.close();
});

const who = (account: string, org = ORG, home = org): Promise<Principal | undefined> =>
  findPrincipal(town.store, { home, account, strong: true }, org, TODAY);

/** A post given by the system administrator from a day on. */
async function give(
  account: string,
  post: Post,
  more: Record<string, unknown> = {},
  where: TestTownship = town,
): Promise<string> {
  const { record } = await where.start({
    kind: 'appointment',
    step: 'appoint',
    occurredOn: TODAY,
    values: { account, post, since: TODAY, ...more },
  });
  return record;
}

async function open(account: string, where: TestTownship = town): Promise<string> {
  const { record } = await where.start({
    kind: 'account',
    step: 'open',
    occurredOn: TODAY,
    values: { account, holder: { name: '某某某' } },
  });
  return record;
}

describe('somebody of the township', () => {
  it('has the post that the ledger says, for the whole township', async () => {
    expect(await who('window-clerk')).toEqual({
      org: ORG,
      account: 'window-clerk',
      home: ORG,
      posts: ['window-clerk'],
      assignedOnly: false,
      clearances: [],
      readsOnly: false,
      strong: true,
    });
  });

  it('may hold several posts at once', async () => {
    await open('shuangjian');
    await give('shuangjian', 'window-clerk');
    await give('shuangjian', 'emergency-officer', { clearances: [{ name: '线索' }] });
    expect(await who('shuangjian')).toMatchObject({
      posts: ['emergency-officer', 'window-clerk'],
      clearances: ['线索'],
    });
  });

  it('is held to the villages of the post, until another post is for everywhere', async () => {
    await open('zhishu');
    await give('zhishu', 'village-cadre', { villages: [{ name: VILLAGES[0] }] });
    await give('zhishu', 'household-group-leader', { villages: [{ name: VILLAGES[1] }] });
    expect((await who('zhishu'))?.villages?.toSorted()).toEqual([VILLAGES[0], VILLAGES[1]].toSorted());
    await give('zhishu', 'window-clerk');
    expect(await who('zhishu')).not.toHaveProperty('villages');
  });

  it('sees only what is assigned as counsel or mediator, more as soon as there is another post', async () => {
    expect(await who('counsel')).toMatchObject({ assignedOnly: true });
    expect(await who('mediator')).toMatchObject({ assignedOnly: true });
    await open('tiaojieyuan');
    await give('tiaojieyuan', 'mediator');
    await give('tiaojieyuan', 'judicial-office');
    expect(await who('tiaojieyuan')).toMatchObject({ assignedOnly: false });
  });

  it('only reads as auditor', async () => {
    expect(await who('auditor')).toMatchObject({ posts: ['auditor'], readsOnly: true });
  });

  it('is nobody before the term begins, after its last day, and from the day of the relief on', async () => {
    await open('duanqi');
    await give('duanqi', 'window-clerk', { since: '2024-03-10', until: '2024-03-20' });
    const on = (when: string): Promise<Principal | undefined> =>
      findPrincipal(town.store, { home: ORG, account: 'duanqi', strong: false }, ORG, day(when));
    expect(await on('2024-03-09')).toBeUndefined();
    expect((await on('2024-03-10'))?.posts).toEqual(['window-clerk']);
    expect((await on('2024-03-20'))?.posts).toEqual(['window-clerk']);
    expect(await on('2024-03-21')).toBeUndefined();
    await open('mianzhi');
    const record = await give('mianzhi', 'window-clerk');
    expect(await who('mianzhi')).toBeDefined();
    await town.act({
      kind: 'appointment',
      step: 'relieve',
      record,
      expectedVersion: 1,
      occurredOn: TODAY,
    });
    expect(await who('mianzhi')).toBeUndefined();
  });

  it('is nobody once the account is closed, and again somebody when it is reopened', async () => {
    const record = await open('lizhi');
    await give('lizhi', 'window-clerk');
    const act = { kind: 'account', record, occurredOn: TODAY };
    await town.act({ ...act, step: 'close', expectedVersion: 1 });
    expect(await who('lizhi')).toBeUndefined();
    await town.act({ ...act, step: 'reopen', expectedVersion: 2 });
    expect((await who('lizhi'))?.posts).toEqual(['window-clerk']);
  });

  it('is nobody without an account or without a post, and nobody next door', async () => {
    await open('xinlai');
    expect(await who('xinlai')).toBeUndefined();
    expect(await who('nobody')).toBeUndefined();
    expect(await who('judicial-office', COUNTY, ORG)).toBeUndefined();
  });
});

describe('somebody of the county', () => {
  it('reads the township as its supervisor, and nothing of another county', async () => {
    expect(await who('county-supervisor', ORG, COUNTY)).toMatchObject({
      org: ORG,
      account: `county-supervisor@${COUNTY}`,
      home: COUNTY,
      posts: ['county-supervisor'],
      readsOnly: true,
    });
    const far = await testTownship({ org: '520521000000', beside: county });
    expect(await who('county-supervisor', ORG, '520521000000')).toBeUndefined();
    expect(await who('county-supervisor', COUNTY, '520521000000')).toBeUndefined();
    await far.close();
  });

  it('can’t write there: the write path knows no such post of his', async () => {
    const actor = { account: `county-supervisor@${COUNTY}`, post: 'judicial-office' } as const;
    const values = { title: '资料', channel: 'wechat', pushedOn: TODAY };
    await expect(
      town.start({ kind: 'learning-push', step: 'push', occurredOn: TODAY, values, actor }),
    ).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it('has nothing to do with the township in any other post', async () => {
    expect(await who('judicial-office', ORG, COUNTY)).toBeUndefined();
  });

  it('carries a step of the township when it gives him a post, and is nobody there once his own county closed him', async () => {
    const record = await open('shenhe', county);
    await give('shenhe', 'legality-reviewer', {}, county);
    await give(`shenhe@${COUNTY}`, 'legality-reviewer', { until: '2024-12-31' });
    const found = await who('shenhe', ORG, COUNTY);
    expect(found).toMatchObject({ account: `shenhe@${COUNTY}`, home: COUNTY, posts: ['legality-reviewer'] });
    expect(found?.readsOnly).toBe(false);
    await county.act({
      kind: 'account',
      step: 'close',
      record,
      expectedVersion: 1,
      occurredOn: TODAY,
      idempotencyKey: randomUUID(),
    });
    expect(await who('shenhe', ORG, COUNTY)).toBeUndefined();
  });
});
