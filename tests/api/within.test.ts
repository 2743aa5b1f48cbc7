import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { dayAt, VILLAGE_POSTS } from '../../src/kernel/index.ts';
import { oneOrganisation } from '../../src/store/connection.ts';
import { enterEveryKind, MARKS } from '../site-township.ts';
import { VILLAGES } from '../township.ts';
import { testOffice, type Office, type Route } from './office.ts';
import { recipeFor, type Recipe } from './recipes.ts';

/** Holds every post that may be for a village, all for the second village alone. */
const FAR = 'far-away';

let office: Office;
/** Matters of the first village, and of the township as a whole. */
let others: readonly string[];

beforeAll(async () => {
  office = await testOffice();
  office.at('2030-01-02');
  const occurredOn = dayAt(office.clock());
  const account = { account: FAR, holder: { name: '某某某' } };
  await office.start({ kind: 'account', step: 'open', occurredOn, values: account });
  for (const post of VILLAGE_POSTS) {
    const values = { account: FAR, post, since: occurredOn, villages: [{ name: VILLAGES[1] }] };
    await office.start({ kind: 'appointment', step: 'appoint', occurredOn, values });
  }
  others = [...(await enterEveryKind(office)).values()];
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

async function entries(): Promise<unknown> {
  return office.store.read(oneOrganisation(office.org), (tx) =>
    tx.query('entries', 'SELECT count(*) AS n FROM entry WHERE org_code = $1', [office.org]),
  );
}

const isInside = ({ open, url }: Route): boolean => !open && url.startsWith('/:org/');
/** About one record that is there already. */
const isAboutOne = ({ url }: Route): boolean => /\/records\/:id(?:\/|$)/.test(url);
/** Begins a matter that lies in a village. */
const beginsInVillage = ({ url }: Route): boolean => {
  const [, kind = '', step = ''] = /^\/:org\/kinds\/([a-z-]+)\/steps\/(\w+)$/.exec(url) ?? [];
  return (
    kind !== '' &&
    REGISTER.kind(kind).examples.some((example) => example[0]?.step === step && example[0].village)
  );
};

async function refusedTo(recipe: Recipe, account: string, name: string): Promise<void> {
  const before = await entries();
  const answer = await recipe.ask(await office.signInAs(account, true));
  expect(
    [403, 404, 422],
    `${name} by ${account}: ${answer.statusCode} ${answer.body.slice(0, 200)}`,
  ).toContain(answer.statusCode);
  for (const mark of Object.values(MARKS)) expect(answer.body, name).not.toContain(mark);
  expect(await entries(), name).toEqual(before);
}

describe.each([
  ['whose posts are for another village', FAR, (route: Route) => isAboutOne(route) || beginsInVillage(route)],
  ['who knows only what names them', 'counsel', isAboutOne],
])('somebody %s', (_who, account, concerns) => {
  it('reads and writes nothing of the others, by any route', { timeout: 300_000 }, async () => {
    const routes = office.routes.filter((route) => isInside(route) && concerns(route));
    expect(routes.length).toBeGreaterThan(150);
    for (const route of routes) {
      const recipe = await recipeFor(office, route);
      const name = `${route.method} ${route.url}`;
      await refusedTo(recipe, account, name);
      const right = await recipe.ask(await office.signInAs(recipe.account, recipe.strong));
      expect(right.statusCode, `${name}: ${right.body.slice(0, 300)}`).toBeLessThan(300);
    }
  });

  it('is listed nothing of the others, while the office is', async () => {
    const lists = office.routes.filter(
      ({ method, url, open }) =>
        method === 'GET' && !open && /^\/:org\/(?:records|due|kinds\/[a-z-]+\/records)$/.test(url),
    );
    expect(lists.length).toBeGreaterThan(30);
    const seen = new Set<string>();
    for (const { url } of lists) {
      const address = url.replace('/:org', '');
      const own = await office.ask(await office.signInAs(account, true), 'GET', address);
      expect(own.statusCode, url).toBe(200);
      for (const id of others) expect(own.body, url).not.toContain(id);
      const all = await office.ask(await office.signInAs('judicial-office', true), 'GET', address);
      for (const id of others) if (all.body.includes(id)) seen.add(id);
    }
    expect(seen.size).toBeGreaterThan(20);
  });
});

it('somebody of the second village reads and writes what lies there', async () => {
  const cookie = await office.signInAs(FAR, true);
  const values = { title: '水渠纠纷', type: 'land', channel: 'village' };
  const body = { village: VILLAGES[1], values, source: 'late', on: '2029-12-03' };
  const begun = await office.ask(cookie, 'POST', '/kinds/dispute/steps/report', { body });
  expect(begun.statusCode, begun.body).toBe(201);
  const { record } = begun.json<{ record: string }>();
  const read = await office.ask(cookie, 'GET', `/kinds/dispute/records/${record}`);
  expect(read.json()).toMatchObject({ title: '水渠纠纷', village: VILLAGES[1] });
});
