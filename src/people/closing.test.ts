import { generate } from 'otplib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { givePassword, ORIGIN, PASSWORD } from '../../tests/signed-in.ts';
import { testTownship, type TestTownship } from '../../tests/township.ts';
import { closeSignIn } from './closing.ts';
import { bindIdentity, listIdentities } from './identity.ts';
import { setPin } from './pin.ts';
import { confirmFactor, enrolFactor, factorState } from './second-factor.ts';
import { findSession, listSessions } from './session.ts';
import { listEvents } from './sign-in-event.ts';
import { signIn } from './sign-in.ts';
import { findToken, makeToken } from './token.ts';

let town: TestTownship;

beforeAll(async () => {
  town = await testTownship();
});
afterAll(() => town.close());

it('a closed account has no way in, nobody else is touched, and a reset opens it again', async () => {
  const { signIn: parts, store, org } = town;
  const account = 'mediator';
  const other = await givePassword(parts, org, 'counsel');
  const { value } = await givePassword(parts, org, account);
  const { secret } = await enrolFactor(parts, { session: value, password: PASSWORD, ...ORIGIN });
  const code = await generate({ secret, epoch: Math.floor(town.clock().getTime() / 1000) });
  const { opened } = await confirmFactor(parts, { session: value, code, ...ORIGIN });
  await setPin(parts, { session: opened.value, password: PASSWORD, pin: '482913', ...ORIGIN });
  await bindIdentity(parts, {
    org,
    account,
    issuer: 'https://id.example',
    subject: 'a',
    by: account,
    ...ORIGIN,
  });
  const request = { by: opened, label: '大屏', scopes: ['read'] as const, days: 9, ...ORIGIN };
  const { token } = await makeToken(store, request, town.clock());

  await closeSignIn(parts, { org, account, by: 'system-administrator', ...ORIGIN });
  expect(await findSession(store, opened.value, town.clock())).toBeUndefined();
  expect(await listSessions(store, org, account, town.clock())).toEqual([]);
  expect(await findToken(store, token, town.clock())).toBeUndefined();
  expect(await factorState(store, org, account)).toEqual({ inUse: false, recoveryCodes: 0 });
  expect(await listIdentities(store, org, account)).toEqual([]);
  await expect(signIn(parts, { org, account, password: PASSWORD, ...ORIGIN })).rejects.toMatchObject({
    code: 'sign-in-failed',
  });
  expect(await findSession(store, other.value, town.clock())).toBeDefined();
  const events = await listEvents(store, org, { account, limit: 50 });
  expect(events.find((each) => each.what === 'closed')).toMatchObject({ doneBy: 'system-administrator' });
  expect((await givePassword(parts, org, account)).stage).toBe('open');
});
