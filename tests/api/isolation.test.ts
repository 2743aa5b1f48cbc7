import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { hashOfSecret } from '../../src/people/secret.ts';
import { oneOrganisation } from '../../src/store/connection.ts';
import { withClient } from '../database.ts';
import { enterEveryKind, MARKS } from '../site-township.ts';
import { FAR, openFarAway } from './far-away.ts';
import { testOffice, type Office, type Route } from './office.ts';
import { recipeFor, type Recipe } from './recipes.ts';

const OTHER = '520581998000';

let office: Office;
let neighbour: Office;
/** A record of each kind of the neighbour's. */
let foreign: ReadonlyMap<string, string>;

beforeAll(async () => {
  office = await testOffice();
  neighbour = await testOffice({ org: OTHER, beside: office });
  // Whatever day an example names has come.
  office.at('2030-01-02');
  await openFarAway(office);
  foreign = await enterEveryKind(neighbour);
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await neighbour.close();
  await office.close();
});

/** How many entries, files and rows of sign-in an organisation has: nothing may come in by a refused request. */
async function written({ store, org }: Office): Promise<unknown> {
  return store.read(oneOrganisation(org), (tx) =>
    tx.query(
      'written',
      `SELECT (SELECT count(*) FROM entry WHERE org_code = $1) AS entries,
         (SELECT count(*) FROM session WHERE org_code = $1) AS sessions,
         (SELECT count(*) FROM one_time_code WHERE org_code = $1) AS codes`,
      [org],
    ),
  );
}

const isAboutOne = ({ url }: Route): boolean => /^\/:org\/.*\/records\/:id(?:\/|$)/.test(url);
/** Begins a matter that lies in a village. */
const beginsInVillage = ({ url }: Route): boolean => {
  const [, kind = '', step = ''] = /^\/:org\/kinds\/([a-z-]+)\/steps\/(\w+)$/.exec(url) ?? [];
  return (
    kind !== '' &&
    REGISTER.kind(kind).examples.some((example) => example[0]?.step === step && example[0].village)
  );
};

/** A session of the same account that nobody has used for an hour. */
async function expired(account: string): Promise<string> {
  const cookie = await office.signInAs(account);
  const secret = cookie.split('.')[1]!;
  await office.store.transaction(oneOrganisation(office.org), (tx) =>
    tx.query(
      'age-session',
      `UPDATE session SET seen_at = seen_at - interval '1 hour' WHERE org_code = $1 AND secret = $2`,
      [office.org, hashOfSecret(secret)],
    ),
  );
  return cookie;
}

async function refusedTo(
  recipe: Recipe,
  cookie: string | undefined,
  statuses: readonly number[],
  who: string,
): Promise<void> {
  const before = await written(office);
  const answer = await recipe.ask(cookie);
  expect(statuses, `${who}: ${answer.statusCode} ${answer.body.slice(0, 200)}`).toContain(answer.statusCode);
  for (const mark of Object.values(MARKS)) expect(answer.body, who).not.toContain(mark);
  expect(await written(office), who).toEqual(before);
}

describe('every route of the API', () => {
  it('is known to this test', () => {
    expect(office.routes.length).toBeGreaterThan(200);
    expect(
      office.routes
        .filter(({ open }) => open)
        .map(({ method, url }) => `${method} ${url}`)
        .toSorted(),
    ).toEqual([
      'DELETE /session',
      'GET ',
      'GET /calendar/:token/due.ics',
      'GET /calendar/:year',
      'GET /docs.css',
      'GET /openapi.json',
      'GET /session/colleagues',
      'GET /session/offices',
      'POST /session',
      'POST /session/factor',
      'POST /session/password',
      'POST /session/switch',
    ]);
  });

  it(
    'serves who may, and nobody without a session, with a stale one, of another organisation, of a lower post, for another village, or who is not named in the matter',
    { timeout: 600_000 },
    async () => {
      const succeeded: string[] = [];
      for (const route of office.routes.filter(({ open }) => !open)) {
        const recipe = await recipeFor(office, route);
        const name = `${route.method} ${route.url}`;
        await refusedTo(recipe, undefined, [401], `${name} without session`);
        await refusedTo(recipe, await expired(recipe.account), [401], `${name} with an expired session`);
        if (route.url.startsWith('/:org')) {
          await refusedTo(
            recipe,
            await neighbour.signInAs(recipe.account),
            [404],
            `${name} from a neighbour`,
          );
        }
        if (recipe.lower !== undefined)
          await refusedTo(
            recipe,
            await office.signInAs(recipe.lower, recipe.strong),
            [403, 404],
            `${name} by ${recipe.lower}`,
          );
        const few: readonly number[] = [403, 404, 422];
        if (isAboutOne(route) || beginsInVillage(route))
          await refusedTo(recipe, await office.signInAs(FAR, true), few, `${name} by ${FAR}`);
        if (isAboutOne(route))
          await refusedTo(recipe, await office.signInAs('counsel', true), few, `${name} by counsel`);
        // Only now by the right person: had the others been refused for another reason, this would be refused too.
        const right = await recipe.ask(await office.signInAs(recipe.account, recipe.strong));
        expect(right.statusCode, `${name}: ${right.body.slice(0, 300)}`).toBeLessThan(300);
        for (const id of foreign.values()) expect(right.body, name).not.toContain(id);
        succeeded.push(name);
      }
      expect(succeeded.length).toBeGreaterThan(200);
    },
  );
});

describe('another organisation’s things', () => {
  it('are no links, files or records of ours', { timeout: 60_000 }, async () => {
    const cookie = await office.signInAs('judicial-office');
    const theirs = await neighbour.files.put(OTHER, '会议记录.txt', Buffer.from('邻乡的会议记录'));
    const values = {
      title: '干部职工大会',
      forum: 'staff-assembly',
      agenda: [{ subject: 'civil-code', topic: '相邻关系' }],
    };
    const withFile = { values: { ...values, minutes: theirs }, on: '2024-03-05', source: 'late' };
    const asked = await office.ask(cookie, 'POST', '/kinds/gathering/steps/hold', { body: withFile });
    expect(asked.json()).toMatchObject({ code: 'bad-file' });
    for (const [code, id] of foreign) {
      const read = await office.ask(cookie, 'GET', `/kinds/${code}/records/${id}`);
      expect(read.statusCode).toBe(404);
    }
  });

  it('are no rows for a transaction of ours, whatever it asks', async () => {
    const tables = await office.store.read('reference', (tx) =>
      tx.query<{ name: string }>(
        'tenant-tables',
        `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_code'
         WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
        [],
      ),
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const rows = await office.store.read(oneOrganisation(office.org), (tx) =>
        tx.query<{ org_code: string }>(`rows-seen-of-${name}`, `SELECT DISTINCT org_code FROM ${name}`, []),
      );
      expect(
        rows.map((row) => row.org_code).filter((code) => code !== office.org),
        name,
      ).toEqual([]);
      const unset = await office.store.read('reference', (tx) =>
        tx.query(`unseen-${name}`, `SELECT 1 FROM ${name} LIMIT 1`, []),
      );
      expect(unset, name).toEqual([]);
    }
  });

  it('would be seen without the policies, so that the test above can fail', async () => {
    const kept = ['entry', 'record', 'session', 'personal_value'];
    for (const name of kept) {
      await withClient(office.database.owner, (client) =>
        client.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`),
      );
      const seen = await office.store.read(oneOrganisation(office.org), (tx) =>
        tx.query<{ org_code: string }>(`policyless-${name}`, `SELECT DISTINCT org_code FROM ${name}`, []),
      );
      await withClient(office.database.owner, (client) =>
        client.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`),
      );
      expect(
        seen.map((row) => row.org_code),
        name,
      ).toContain(OTHER);
    }
  });
});
