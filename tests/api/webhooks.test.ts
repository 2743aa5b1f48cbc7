import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FAILS_MS, KEPT_MS, PAUSE_MS } from '../../src/webhooks/delivery.ts';
import { startDeliveries, type Deliverer } from '../../src/webhooks/deliverer.ts';
import { oneOrganisation } from '../../src/store/connection.ts';
import { isSigned, startReceiver, status, type Received, type Receiver } from '../receiver.ts';
import { VILLAGES } from '../township.ts';
import { testOffice, type Office } from './office.ts';

/**
 * From an entry of the ledger to another system on this machine: the real queue, the real deliverer, a real receiver. Time
 * is the test's own where a pause, a week or a month has to pass.
 */
const ON = '2024-03-05';

let office: Office;
let cookie: string;
let there: Receiver;
const running: Deliverer[] = [];
const faults: unknown[] = [];
beforeAll(async () => {
  office = await testOffice();
  office.at(ON);
  there = await startReceiver();
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
  for (const { id } of (await list()).webhooks) await act('DELETE', `/${id}`);
  there.received.length = 0;
  there.answer(status(204));
  expect(faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  await there.close();
  expect(office.faults).toEqual([]);
  await office.close();
});

const act = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) => {
  cookie = await office.signInAs('system-administrator', true);
  return office.ask(cookie, method, `/webhooks${url}`, body ? { body } : {});
};

interface Listed {
  readonly id: string;
  readonly waiting: number;
  readonly paused: { readonly code: string } | null;
  readonly notice: string | null;
}
const list = async () => (await act('GET', '')).json<{ webhooks: readonly Listed[] }>();

async function make(kinds?: readonly string[]): Promise<{ readonly id: string; readonly secret: string }> {
  const body = {
    label: '县级平台',
    address: `http://127.0.0.1:${there.port}/take`,
    ...(kinds ? { kinds } : {}),
  };
  const made = await act('POST', '', body);
  expect(made.statusCode).toBe(201);
  return made.json();
}

interface Delivery {
  readonly id: string;
  readonly entry: number | null;
  readonly outcome: { readonly code: string };
  readonly attempts: number;
  readonly status: number | null;
  readonly trouble: { readonly code: string } | null;
}
const deliveries = async (id: string) =>
  (await act('GET', `/${id}/deliveries`)).json<{ deliveries: readonly Delivery[] }>().deliveries;

function deliver(): void {
  running.push(
    startDeliveries({
      store: office.store,
      key: office.parts.signIn.key,
      way: { settings: office.parts.webhooks.settings },
      touched: office.parts.webhooks.touched,
      organisations: async () => [office.org],
      now: office.clock,
      fault: (error) => faults.push(error),
      everyMs: 20,
    }),
  );
}

const arrived = (count: number) => expect.poll(() => there.received.length, { timeout: 10_000 }).toBe(count);

async function dispute(title = '张三与李四的地界纠纷'): Promise<string> {
  const parties = [{ name: '张三', phone: '13812345678' }];
  const values = { title, type: 'homestead', channel: 'village', reportedOn: ON, parties };
  const village = VILLAGES[0]!;
  return (await office.start({ kind: 'dispute', step: 'report', occurredOn: ON, village, values })).record;
}

/** Clears an account for a class of matters that not everybody may know of. */
async function clear(account: string, name: string): Promise<void> {
  const [held] = await office.store.read(oneOrganisation(office.org), (tx) =>
    tx.query<{ record: string }>(
      'appointment-of',
      'SELECT record_id AS record FROM post_holding WHERE org_code = $1 AND account = $2',
      [office.org, account],
    ),
  );
  const values = { clearances: [{ name }] };
  const act = { kind: 'appointment', step: 'rescope', record: held!.record, expectedVersion: 1 };
  await office.act({ ...act, occurredOn: ON, values });
}

const later = (ms: number): void => office.at(new Date(office.clock().getTime() + ms));

describe('an entry', () => {
  it('is told once, signed, with numbers and codes and nothing that somebody typed', async () => {
    const { id, secret } = await make();
    deliver();
    const record = await dispute();
    await arrived(1);
    const [one] = there.received as [Received];
    expect(one).toMatchObject({ method: 'POST', path: '/take' });
    expect(isSigned(one, secret)).toBe(true);
    expect(isSigned({ ...one, body: `${one.body} ` }, secret)).toBe(false);
    expect(JSON.parse(one.body)).toMatchObject({
      type: 'entry.appended',
      data: { organisation: office.org, record, kind: 'dispute', step: 'report', day: ON, drill: false },
    });
    for (const typed of ['张三', '李四', '13812345678', '地界']) expect(one.body).not.toContain(typed);
    await expect.poll(() => deliveries(id)).toMatchObject([{ outcome: { code: 'delivered' }, status: 204 }]);
  });

  it('is told only to whom its kind concerns', async () => {
    const all = await make();
    const other = await make(['power-item']);
    deliver();
    await dispute();
    await arrived(1);
    expect(isSigned(there.received[0]!, all.secret)).toBe(true);
    expect(await deliveries(other.id)).toEqual([]);
  });

  it('that is refused tells nobody', async () => {
    const { id } = await make();
    await expect(dispute('')).rejects.toBeDefined();
    expect(await deliveries(id)).toEqual([]);
  });

  it('of a record that somebody closed to others meanwhile is withheld, and not named in the list', async () => {
    const { id } = await make(['dispute']);
    const record = await dispute();
    await clear('area-lead', '未成年人');
    const common = { org: office.org, kind: 'dispute', record, occurredOn: ON, expectedVersion: 1 };
    const actor = { account: 'area-lead', post: 'area-lead' } as const;
    const seal = {
      ...common,
      actor,
      reason: '涉及未成年人',
      class: '未成年人',
      idempotencyKey: randomUUID(),
    };
    await office.records.seal(seal);
    deliver();
    await expect
      .poll(() => deliveries(id))
      .toMatchObject([{ outcome: { code: 'withheld' }, record: null, kind: null }]);
    expect(there.received).toEqual([]);
  });
});

describe('what does not arrive', () => {
  it('is tried again after growing pauses under the same number, and given up after the last', async () => {
    const { id, secret } = await make();
    there.answer(status(503));
    await dispute();
    deliver();
    for (const [n, pause] of [...PAUSE_MS, undefined].entries()) {
      await arrived(n + 1);
      const outcome = pause === undefined ? 'given-up' : 'waiting';
      await expect
        .poll(() => deliveries(id))
        .toMatchObject([{ attempts: n + 1, outcome: { code: outcome }, status: 503 }]);
      if (pause !== undefined) later(pause);
    }
    expect(new Set(there.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(there.received.every((each) => isSigned(each, secret))).toBe(true);
  });

  it('can be sent once more by hand, under its number', async () => {
    const { id } = await make();
    there.answer(status(500));
    await dispute();
    deliver();
    await arrived(1);
    await expect.poll(async () => (await deliveries(id))[0]?.status).toBe(500);
    there.answer(status(204));
    const [failed] = await deliveries(id);
    expect((await act('POST', `/${id}/deliveries/${failed!.id}/redelivery`)).statusCode).toBe(202);
    await arrived(2);
    expect(there.received[1]!.headers['webhook-id']).toBe(there.received[0]!.headers['webhook-id']);
    await expect.poll(() => deliveries(id)).toMatchObject([{ outcome: { code: 'delivered' } }]);
  });

  it('for a week pauses its receiver and says so; what happens meanwhile waits', async () => {
    const { id } = await make();
    there.answer(status(500));
    await dispute();
    deliver();
    await expect.poll(async () => (await deliveries(id))[0]?.status).toBe(500);
    later(FAILS_MS);
    await expect.poll(async () => (await list()).webhooks[0]?.paused?.code).toBe('failing');
    expect((await list()).webhooks[0]!.notice).toContain('已自动停用');
    const before = there.received.length;
    there.answer(status(204));
    await dispute();
    expect((await act('PATCH', `/${id}`, { paused: false })).statusCode).toBe(204);
    await expect.poll(() => there.received.length, { timeout: 10_000 }).toBeGreaterThan(before);
  });

  it('because the receiver wants no more pauses it at once', async () => {
    await make();
    there.answer(status(410));
    await dispute();
    deliver();
    await expect.poll(async () => (await list()).webhooks[0]?.paused?.code).toBe('gone');
    await dispute();
    expect(there.received).toHaveLength(1);
  });

  it('is not led elsewhere', async () => {
    const { id } = await make();
    there.answer(status(302, { location: `http://127.0.0.1:${there.port}/elsewhere` }));
    await dispute();
    deliver();
    await expect.poll(async () => (await deliveries(id))[0]?.trouble?.code).toBe('redirect');
    expect(there.received.map(({ path }) => path)).toEqual(['/take']);
  });

  it('is kept a month at most', async () => {
    const { id } = await make();
    await dispute();
    expect(await deliveries(id)).toHaveLength(1);
    later(KEPT_MS + 1);
    deliver();
    await expect.poll(() => deliveries(id)).toEqual([]);
  });
});

describe('a server', () => {
  it('that stops in the middle gives back what it was at; the next one delivers it', async () => {
    await make();
    there.answer(() => undefined);
    await dispute();
    deliver();
    await arrived(1);
    await running.pop()!.stop();
    there.answer(status(204));
    deliver();
    await arrived(2);
    expect(there.received[1]!.headers['webhook-id']).toBe(there.received[0]!.headers['webhook-id']);
  });

  it('beside another over the same database sends nothing twice', async () => {
    await make();
    deliver();
    deliver();
    const sent: string[] = [];
    for (let n = 0; n < 10; n += 1) sent.push(await dispute());
    await arrived(10);
    const told = there.received.map(
      ({ body }) => (JSON.parse(body) as { data: { record: string } }).data.record,
    );
    expect(told.toSorted()).toEqual(sent.toSorted());
  });
});

it('a new secret signs beside the old one for a day', async () => {
  const { id, secret } = await make();
  const { secret: next } = (await act('POST', `/${id}/secret`)).json<{ secret: string }>();
  deliver();
  await dispute();
  await arrived(1);
  expect([secret, next].map((each) => isSigned(there.received[0]!, each))).toEqual([true, true]);
  later(86_400_001);
  await dispute();
  await arrived(2);
  expect([secret, next].map((each) => isSigned(there.received[1]!, each))).toEqual([false, true]);
});

it('a trial tells of nothing and takes the same way', async () => {
  const { id, secret } = await make();
  expect((await act('POST', `/${id}/test`)).statusCode).toBe(202);
  deliver();
  await arrived(1);
  expect(isSigned(there.received[0]!, secret)).toBe(true);
  expect(JSON.parse(there.received[0]!.body)).toMatchObject({
    type: 'webhook.test',
    data: { organisation: office.org },
  });
});

it('the administrator sees no secret, and everything done to a webhook is among the sign-ins’ events', async () => {
  const { id, secret } = await make();
  const listed = await act('GET', '');
  expect(listed.body).not.toContain(secret.slice(6));
  await act('PATCH', `/${id}`, { label: '市级平台' });
  const events = await office.ask(
    await office.signInAs('audit-administrator', true),
    'GET',
    '/sign-ins?size=200',
  );
  expect(events.body).toContain('webhook-made');
  expect(events.body).toContain('webhook-changed');
});
