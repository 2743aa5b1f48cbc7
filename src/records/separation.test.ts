import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { day, type Post } from '../kernel/index.ts';
import { standingWarnings, warningsOf } from '../people/warnings.ts';
import { oneOrganisation } from '../store/connection.ts';
import { addAccount } from './opening.ts';
import { noticeSeparations } from './separation.ts';
import { verifyOrganisation } from './verify.ts';

const TODAY = day('2024-03-05');
const COUNTY = '520581000000';

let county: TestTownship;
let town: TestTownship;
beforeAll(async () => {
  county = await testTownship({ org: COUNTY });
  town = await testTownship({ beside: county });
  for (const each of [county, town]) each.at(TODAY);
});
afterAll(async () => {
  await town.close();
  await county.close();
});

interface Notice {
  readonly state: string;
  readonly organisation: string;
  readonly account: string;
  readonly posts: readonly Post[];
  readonly copiedTo: string | null;
}

function notices(ledger: string): Promise<Notice[]> {
  return town.store.read(oneOrganisation(ledger), (tx) =>
    tx.query<Notice>(
      'notices',
      `SELECT state, body->>'organisation' AS organisation, body->>'account' AS account, body->'posts' AS posts,
         body->>'copiedTo' AS "copiedTo"
       FROM record WHERE org_code = $1 AND kind = 'separation-notice' ORDER BY first_seq`,
      [ledger],
    ),
  );
}

async function give(account: string, post: Post): Promise<string> {
  const values = { account, post, since: TODAY };
  const given = { kind: 'appointment', step: 'appoint', occurredOn: TODAY, values };
  return (await town.start(given)).record;
}

describe('standing warnings', () => {
  it('are of administrators who are one person, of review beside enforcement, of audit beside anything', () => {
    const codes = (...posts: Post[]): string[] => warningsOf('a', posts).map(({ code }) => code);
    expect(codes('system-administrator', 'judicial-office')).toEqual([]);
    expect(codes('system-administrator', 'security-administrator')).toEqual(['separate']);
    expect(codes('enforcement-officer', 'legality-reviewer')).toEqual(['reviews-own']);
    expect(codes('auditor', 'counsel')).toEqual(['auditor-beside']);
    expect(warningsOf('wang', ['audit-administrator', 'system-administrator'])[0]?.sentence).toBe(
      '账号“wang”一人担任审计管理员、系统管理员：系统、安全、审计三类管理员应当分设。',
    );
  });

  it('count a substitute as who holds the post', async () => {
    const { store, register, vault, clock } = town;
    const posts = ['enforcement-officer'] as const;
    await addAccount({ store, register, vault }, ORG, { account: 'banan', name: '某某', posts }, clock);
    const absent = { post: 'legality-reviewer', substituteFor: 'legality-reviewer' };
    const values = { account: 'banan', ...absent, since: TODAY, until: '2024-03-08' };
    await town.start({ kind: 'appointment', step: 'substitute', occurredOn: TODAY, values });
    expect(await standingWarnings(store, ORG, TODAY)).toMatchObject([
      { code: 'reviews-own', account: 'banan' },
    ]);
    expect(await standingWarnings(store, ORG, day('2024-03-09'))).toEqual([]);
    // Nothing of it goes to the county.
    expect(await notices(COUNTY)).toEqual([]);
  });
});

describe('two administrators in one person', () => {
  let appointment: string;

  it('are noticed in the township’s ledger with a copy in the county’s', async () => {
    appointment = await give('system-administrator', 'audit-administrator');
    const posts = ['system-administrator', 'audit-administrator'];
    const notice = { state: 'standing', organisation: ORG, account: 'system-administrator', posts };
    expect(await notices(ORG)).toEqual([{ ...notice, copiedTo: COUNTY }]);
    expect(await notices(COUNTY)).toEqual([{ ...notice, copiedTo: COUNTY }]);
  });

  it('are noticed once, however often it is looked', async () => {
    const { store, register, vault } = town;
    const look = () => noticeSeparations({ store, register, vault }, ORG, town.clock());
    await Promise.all([look(), look(), look()]);
    await give('township-head', 'window-clerk');
    expect(await notices(ORG)).toHaveLength(1);
    expect(await notices(COUNTY)).toHaveLength(1);
  });

  it('are a notice that ends in both when one post is given up', async () => {
    const step = { kind: 'appointment', step: 'relieve', occurredOn: TODAY };
    await town.act({ ...step, record: appointment, expectedVersion: 1 });
    expect((await notices(ORG)).map(({ state }) => state)).toEqual(['ended']);
    expect((await notices(COUNTY)).map(({ state }) => state)).toEqual(['ended']);
    expect(await standingWarnings(town.store, ORG, TODAY)).toMatchObject([{ code: 'reviews-own' }]);
    for (const org of [ORG, COUNTY]) await verifyOrganisation(org, { ...town, checkpoints: [] });
  });

  it('are noticed from the first day where the organisation opens with them; without a county only there', async () => {
    const far = await testTownship({ org: '520522101000', beside: county });
    const posts = ['system-administrator', 'security-administrator'] as const;
    const { store, register, vault, clock } = far;
    await addAccount({ store, register, vault }, far.org, { account: 'yiren', name: '某某', posts }, clock);
    expect(await notices(far.org)).toMatchObject([{ account: 'yiren', copiedTo: null }]);
    await far.close();
  });
});
