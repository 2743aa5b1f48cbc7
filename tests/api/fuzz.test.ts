import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { enter } from '../site-township.ts';
import { fromSchema, queryFromSchema } from './from-schema.ts';
import { testOffice, type Office, type Route } from './office.ts';

/** Requests for each route; more in the full run. */
const RUNS = process.env['FADU_TEST_FULL'] === '1' ? 5 : 2;

let office: Office;

beforeAll(async () => {
  office = await testOffice();
  office.at('2030-01-02');
});
afterAll(() => office.close());

/** The account that gets furthest: one whose post may take the step. */
function accountFor({ url }: Route): string {
  const [, code, step] = /^\/:org\/kinds\/([a-z-]+)\/.*steps\/([^/]+)$/.exec(url) ?? [];
  if (code !== undefined && step !== undefined) return REGISTER.kind(code).steps[step]!.by[0]!;
  return url.includes('password-reset') ? 'system-administrator' : 'judicial-office';
}

function mostly<T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 15, arbitrary: right }, { weight: 1, arbitrary: wrong });
}

const VERSION = mostly(fc.constant('"1"'), fc.constantFrom('"2"', '"0"', '1', '', '"999999999"', 'W/"1"'));
const KEY: fc.Arbitrary<string> = mostly(
  fc.uuid(),
  fc.constantFrom('', 'short', 'x'.repeat(300), '12345678'),
);

it('no route answers a request from its own schema with a fault', { timeout: 900_000 }, async () => {
  let requests = 0;
  const answers = new Map<number, number>();
  for (const route of office.routes) {
    const { method, url, schema } = route;
    const code = /^\/:org\/kinds\/([a-z-]+)\//.exec(url)?.[1];
    const acts = code !== undefined && code !== 'organisation';
    const record = acts && url.includes(':id') ? await enter(office, REGISTER.kind(code), 1) : office.org;
    const cookie = await office.signInAs(accountFor(route));
    const part = mostly(fc.constant(record), fc.string({ maxLength: 20 }));
    const asked = fc.record({
      id: part,
      query: queryFromSchema(schema['querystring'] as Record<string, unknown> | undefined),
      body: schema['body'] ? fromSchema(schema['body'] as Record<string, unknown>) : fc.constant(undefined),
      version: VERSION,
      key: KEY,
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ id, query, body, version, key }) => {
        const address = url
          .replace('/:org', `/${office.org}`)
          .replaceAll(/:\w+/g, () => encodeURIComponent(id));
        const answer = await office.app.inject({
          method: method as 'GET',
          url: `/api/v1${address}${query}`,
          headers: {
            cookie,
            'idempotency-key': key,
            'if-match': version,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        });
        requests += 1;
        answers.set(answer.statusCode, (answers.get(answer.statusCode) ?? 0) + 1);
        expect(answer.statusCode, `${method} ${address}${query}: ${answer.body.slice(0, 300)}`).not.toBe(500);
      }),
      { numRuns: RUNS },
    );
  }
  expect(office.faults).toEqual([]);
  console.log(`${requests} requests to ${office.routes.length} routes:`, Object.fromEntries(answers));
});
