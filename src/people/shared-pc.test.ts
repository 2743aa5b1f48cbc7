import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../tests/database.ts';
import { givePassword, ORIGIN, PASSWORD } from '../../tests/signed-in.ts';
import { testTownship, type TestTownship } from '../../tests/township.ts';
import { dayAt } from '../kernel/index.ts';
import { resetPassword } from './credential.ts';
import { removePin, setPin } from './pin.ts';
import { findPrincipal } from './principal.ts';
import { findSession } from './session.ts';
import { listSeated, readSharedPc, rememberMachine, switchByPin, type SharedPcParts } from './shared-pc.ts';
import { listEvents } from './sign-in-event.ts';
import { signIn } from './sign-in.ts';
import { unlockAccount } from './unlock.ts';

const OFFICE = '192.168.1.20';
const AT_OFFICE = { address: OFFICE, device: '共用电脑' };
const PIN = '482913';
let town: TestTownship;
let org: string;
let parts: SharedPcParts;

beforeAll(async () => {
  town = await testTownship();
  org = town.org;
  const sharedPc = readSharedPc({ FADU_OFFICE_NETWORK: '192.168.1.0/24, fd00::/8' });
  // Each look at the clock is a millisecond later, so that events have an order.
  parts = { ...town.signIn, sharedPc, clock: () => (later(1 / 60_000), town.clock()) };
});
afterAll(() => town.close());

const later = (minutes: number): void => town.at(new Date(town.clock().getTime() + minutes * 60_000));
const find = (value: string) => findSession(town.store, value, town.clock());

/** Somebody who has a PIN and has signed in at a machine of the office. */
async function seated(account: string, machine?: string) {
  const first = await givePassword(parts, org, account);
  await setPin(parts, { session: first.value, password: PASSWORD, pin: PIN, ...AT_OFFICE });
  const opened = await signIn(parts, { org, account, password: PASSWORD, ...AT_OFFICE });
  const value = await rememberMachine(parts, opened, { address: OFFICE, ...(machine ? { machine } : {}) });
  return { session: opened.value, machine: value! };
}

const sit = (account: string, machine: string, over: object = {}) =>
  switchByPin(parts, { org, account, machine, pin: PIN, ...AT_OFFICE, ...over });

describe('at a shared PC', () => {
  it('people who signed in there take turns by PIN; whoever sat there before is signed out', async () => {
    const clerk = await seated('window-clerk');
    const lead = await seated('area-lead', clerk.machine);
    expect(lead.machine).toBe(clerk.machine);
    const { machine } = clerk;
    expect(await listSeated(parts, { org, machine, address: OFFICE })).toEqual([
      { account: 'area-lead', blocked: false },
      { account: 'window-clerk', blocked: false },
    ]);
    const opened = await sit('window-clerk', machine, { from: lead.session });
    expect(opened).toMatchObject({ account: 'window-clerk', stage: 'open', strong: false });
    expect(await find(opened.value)).toMatchObject({ account: 'window-clerk' });
    expect(await find(lead.session)).toBeUndefined();
    const [event] = await listEvents(town.store, org, { account: 'window-clerk', limit: 1 });
    expect(event).toMatchObject({ what: 'signed-in-by-pin', address: OFFICE });
  });

  it('a PIN is worth nothing elsewhere: outside the office, on another machine, with the mode off', async () => {
    const { machine, session } = await seated('mediator');
    const refused = { code: 'not-permitted', message: '这里不能用PIN登录。' };
    await expect(sit('mediator', machine, { address: '203.0.113.9' })).rejects.toMatchObject(refused);
    await expect(sit('mediator', 'A'.repeat(43))).rejects.toMatchObject(refused);
    await expect(sit('counsel', machine)).rejects.toMatchObject(refused);
    await expect(sit('nobody', machine)).rejects.toMatchObject(refused);
    const off: SharedPcParts = { ...parts, sharedPc: readSharedPc({}) };
    const asked = { org, account: 'mediator', machine, pin: PIN, ...AT_OFFICE };
    await expect(switchByPin(off, asked)).rejects.toMatchObject(refused);
    expect(await listSeated(parts, { org, machine, address: '203.0.113.9' })).toEqual([]);
    const opened = (await find(session))!;
    expect(await rememberMachine(parts, opened, { address: '203.0.113.9', machine })).toBeUndefined();
    expect((await sit('mediator', machine, { address: '::ffff:192.168.1.77' })).stage).toBe('open');
  });

  it('ten hours after the password it is asked for again', async () => {
    const { machine } = await seated('emergency-officer');
    later(10 * 60 - 1);
    expect((await sit('emergency-officer', machine)).stage).toBe('open');
    later(1);
    await expect(sit('emergency-officer', machine)).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it('three wrong PINs need the password', async () => {
    const account = 'village-cadre';
    const { machine } = await seated(account);
    await expect(sit(account, machine, { pin: '000000' })).rejects.toMatchObject({
      detail: { facts: { left: 2 } },
    });
    expect((await sit(account, machine)).stage).toBe('open');
    for (const left of [2, 1])
      await expect(sit(account, machine, { pin: '000000' })).rejects.toMatchObject({
        detail: { facts: { left } },
      });
    await expect(sit(account, machine, { pin: '000000' })).rejects.toMatchObject({ code: 'sign-in-locked' });
    await expect(sit(account, machine)).rejects.toMatchObject({ code: 'sign-in-locked' });
    expect((await listSeated(parts, { org, machine, address: OFFICE }))[0]).toMatchObject({ blocked: true });
    const again = await signIn(parts, { org, account, password: PASSWORD, ...AT_OFFICE });
    await rememberMachine(parts, again, { address: OFFICE, machine });
    expect((await sit(account, machine)).stage).toBe('open');
  });

  it('of a hundred PINs at once three are tried', async () => {
    const account = 'legality-reviewer';
    const { machine } = await seated(account);
    const pins = Array.from({ length: 100 }, (_, i) => (i === 99 ? PIN : String(100_000 + i)));
    const all = await Promise.allSettled(pins.map((pin) => sit(account, machine, { pin })));
    const codes = all.map((one) =>
      one.status === 'rejected' ? (one.reason as { code: string }).code : 'in',
    );
    expect(codes.filter((code) => code === 'in')).toEqual([]);
    expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(2);
  });

  it('a second post lifts what is locked, never one’s own', async () => {
    const account = 'enforcement-officer';
    const { machine } = await seated(account);
    for (let i = 0; i < 3; i++) await sit(account, machine, { pin: '000000' }).catch(() => undefined);
    for (let i = 0; i < 5; i++)
      await signIn(parts, { org, account, password: 'wrong', ...AT_OFFICE }).catch(() => undefined);
    const colleague = async (as: string) =>
      (await findPrincipal(town.store, { home: org, account: as, strong: false }, org, dayAt(town.clock())))!;
    const unlock = async (as: string, whom = account) =>
      unlockAccount(parts, { by: await colleague(as), account: whom, ...AT_OFFICE });
    await expect(unlock('window-clerk')).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(unlock('judicial-office', 'judicial-office')).rejects.toMatchObject({
      code: 'not-permitted',
    });
    await expect(unlock('judicial-office', 'nobody')).rejects.toMatchObject({ code: 'not-found' });
    await expect(sit(account, machine)).rejects.toMatchObject({ code: 'sign-in-locked' });
    await unlock('judicial-office');
    expect((await sit(account, machine)).stage).toBe('open');
    expect((await signIn(parts, { org, account, password: PASSWORD, ...AT_OFFICE })).stage).toBe('open');
    const events = await listEvents(town.store, org, { account, limit: 50 });
    expect(events.find((each) => each.what === 'unlocked')).toMatchObject({ doneBy: 'judicial-office' });
  });

  it('a reset and a removal make every machine forget', async () => {
    const account = 'counsel';
    const { machine } = await seated(account);
    await resetPassword(parts, { org, account, ...ORIGIN });
    await expect(sit(account, machine)).rejects.toMatchObject({ code: 'not-permitted' });
    const again = await seated(account, machine);
    await removePin(parts, { org, account, by: account, ...ORIGIN });
    await expect(sit(account, again.machine)).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(removePin(parts, { org, account, by: account, ...ORIGIN })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });
});

describe('a PIN', () => {
  it.each([
    '12345',
    '123456',
    '987654',
    '111111',
    '121212',
    '123123',
    '19900101',
    '900101',
    '12345a',
    '1313131313131',
  ])('may not be %s', async (pin) => {
    const { session } = await seated('auditor');
    await expect(setPin(parts, { session, password: PASSWORD, pin, ...AT_OFFICE })).rejects.toMatchObject({
      code: 'invalid-value',
      detail: { field: 'pin' },
    });
  });

  it('is set with the password only', async () => {
    const { session } = await seated('auditor');
    await expect(setPin(parts, { session, password: 'wrong', pin: PIN, ...AT_OFFICE })).rejects.toMatchObject(
      {
        code: 'not-permitted',
      },
    );
  });

  it('can’t be tried out by whoever has the database alone', async () => {
    const { rows } = await withClient(town.database.owner, (client) =>
      client.query<{ hash: string }>('SELECT hash FROM pin LIMIT 1'),
    );
    const { hash } = rows[0]!;
    expect(await parts.hasher.verify(hash, PIN)).toBe(false);
    expect(await parts.hasher.verify(hash, PIN, { pepper: parts.key.pepper })).toBe(true);
  });
});

it('the mode is off unless a network is named, and settings that can’t be meant are refused', () => {
  expect(readSharedPc({ FADU_SHARED_PC_HOURS: '5' })).toBeUndefined();
  expect(readSharedPc({ FADU_OFFICE_NETWORK: '10.0.0.0/8' })?.hours).toBe(10);
  expect(readSharedPc({ FADU_OFFICE_NETWORK: '10.0.0.0/8', FADU_SHARED_PC_HOURS: '4' })?.hours).toBe(4);
  for (const hours of ['0', '25', 'x', '1.5'])
    expect(() => readSharedPc({ FADU_OFFICE_NETWORK: '10.0.0.0/8', FADU_SHARED_PC_HOURS: hours })).toThrow(
      '整数',
    );
  expect(() => readSharedPc({ FADU_OFFICE_NETWORK: 'office' })).toThrow('不是网段');
});
