import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityPlatform, type IdentityPlatform } from '../../tests/identity-platform.ts';
import { givePassword, ORIGIN, PASSWORD } from '../../tests/signed-in.ts';
import { testTownship, type TestTownship } from '../../tests/township.ts';
import { bindByCode } from './identity-code.ts';
import { bindIdentity, issueIdentityCode, listIdentities, removeIdentity } from './identity.ts';
import { readOidc } from './oidc-settings.ts';
import { beginOidc, finishOidc, openOidc, type Oidc, type OidcOutcome } from './oidc.ts';
import { confirmFactor, enrolFactor, takeFactor } from './second-factor.ts';
import { findSession } from './session.ts';
import { listEvents } from './sign-in-event.ts';

let town: TestTownship;
let org: string;
let platform: IdentityPlatform;
let oidc: Oidc;

function settingsOf(over: Record<string, string> = {}) {
  return {
    FADU_OIDC_ISSUER: platform.issuer,
    FADU_OIDC_CLIENT_ID: platform.clientId,
    FADU_OIDC_CLIENT_SECRET: platform.clientSecret,
    FADU_OIDC_REDIRECT: platform.redirect,
    ...over,
  };
}

beforeAll(async () => {
  town = await testTownship();
  org = town.org;
  // The platform goes by the machine's clock, and what it signs is only valid now.
  town.at(new Date());
  platform = await startIdentityPlatform();
  oidc = openOidc(readOidc(settingsOf())!);
});
afterAll(async () => {
  await platform.close();
  await town.close();
});

const later = (minutes: number): void => town.at(new Date(town.clock().getTime() + minutes * 60_000));
const by = { by: 'system-administrator', ...ORIGIN };

/** A whole sign-in of a person of the platform. */
async function comeAs(person: string): Promise<OidcOutcome> {
  const { url, keep } = await beginOidc(town.signIn, oidc, org);
  return finishOidc(town.signIn, oidc, { url: await platform.visit(url, person), keep, ...ORIGIN });
}

function openedOf(outcome: OidcOutcome) {
  if (!('opened' in outcome)) throw new Error('was not signed in');
  return outcome.opened;
}

function ticketOf(outcome: OidcOutcome): string {
  if (!('ticket' in outcome)) throw new Error('was signed in');
  return outcome.ticket;
}

describe('a person of the identity platform', () => {
  it('signs in to the account that the administrator has bound', async () => {
    const binding = { org, account: 'judicial-office', issuer: platform.issuer, subject: 'wang', ...by };
    await bindIdentity(town.signIn, binding);
    const opened = openedOf(await comeAs('wang'));
    expect(opened).toMatchObject({ account: 'judicial-office', stage: 'open', strong: false });
    expect(await findSession(town.store, opened.value, town.clock())).toMatchObject({
      account: 'judicial-office',
    });
    const events = await listEvents(town.store, org, { account: 'judicial-office', limit: 5 });
    expect(events.map((each) => each.what).toSorted()).toEqual(['identity-bound', 'signed-in-by-identity']);
    await expect(bindIdentity(town.signIn, { ...binding, account: 'mediator' })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await expect(
      bindIdentity(town.signIn, { ...binding, account: 'nobody', subject: 'x' }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('binds the account at the first sign-in with the administrator’s code, and only with it', async () => {
    const account = 'mediator';
    const code = await issueIdentityCode(town.signIn, { org, account, ...by });
    const ticket = ticketOf(await comeAs('li'));
    const bind = (over: object = {}) =>
      bindByCode(town.signIn, { ticket, account, code, ...ORIGIN, ...over });
    await expect(bind({ code: 'aaaa-aaaa-aaaa-aaaa' })).rejects.toMatchObject({ code: 'sign-in-failed' });
    await expect(bind({ account: 'counsel' })).rejects.toMatchObject({ code: 'sign-in-failed' });
    await expect(bind({ ticket: `${ticket.slice(0, -4)}AAAA` })).rejects.toMatchObject({
      code: 'sign-in-failed',
    });
    expect(await bind()).toMatchObject({ account, stage: 'open' });
    await expect(bind()).rejects.toMatchObject({ code: 'sign-in-failed' });
    expect(openedOf(await comeAs('li'))).toMatchObject({ account });
    expect(await listIdentities(town.store, org, account)).toMatchObject([
      { issuer: platform.issuer, subject: 'li' },
    ]);
  });

  it('is a stranger again once the binding is removed', async () => {
    const binding = { org, account: 'counsel', issuer: platform.issuer, subject: 'zhao', ...by };
    await bindIdentity(town.signIn, binding);
    expect(openedOf(await comeAs('zhao')).account).toBe('counsel');
    await removeIdentity(town.signIn, binding);
    expect(ticketOf(await comeAs('zhao'))).toBeTruthy();
    await expect(removeIdentity(town.signIn, binding)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('still needs the second factor of the account', async () => {
    const account = 'area-lead';
    const { value } = await givePassword(town.signIn, org, account);
    const { secret } = await enrolFactor(town.signIn, { session: value, password: PASSWORD, ...ORIGIN });
    const shown = () => generate({ secret, epoch: Math.floor(town.clock().getTime() / 1000) });
    await confirmFactor(town.signIn, { session: value, code: await shown(), ...ORIGIN });
    await bindIdentity(town.signIn, { org, account, issuer: platform.issuer, subject: 'chen', ...by });
    const half = openedOf(await comeAs('chen'));
    expect(half).toMatchObject({ stage: 'factor', strong: false });
    expect(await findSession(town.store, half.value, town.clock())).toBeUndefined();
    later(1);
    const code = await shown();
    expect(await takeFactor(town.signIn, { session: half.value, code, ...ORIGIN })).toMatchObject({
      strong: true,
    });
    town.at(new Date());
  });
});

describe('coming back from the platform', () => {
  it('is refused with another browser’s state, an altered one, and a second time', async () => {
    const [mine, others] = [await beginOidc(town.signIn, oidc, org), await beginOidc(town.signIn, oidc, org)];
    const url = await platform.visit(mine.url, 'wang');
    const come = (over: object) =>
      finishOidc(town.signIn, oidc, { url, keep: mine.keep, ...ORIGIN, ...over });
    // Always another character than the one that stands there.
    const altered = (name: string): string =>
      url.replace(new RegExp(`(?<=[?&]${name}=).`), (first) => (first === 'A' ? 'B' : 'A'));
    const refused = { code: 'sign-in-failed' };
    await expect(come({ keep: others.keep })).rejects.toMatchObject(refused);
    await expect(come({ keep: '' })).rejects.toMatchObject(refused);
    await expect(come({ url: altered('state') })).rejects.toMatchObject(refused);
    await expect(come({ url: altered('code') })).rejects.toMatchObject(refused);
    expect(openedOf(await come({})).account).toBe('judicial-office');
    await expect(come({})).rejects.toMatchObject(refused);
  });

  it('is refused after ten minutes, and where the platform says no', async () => {
    const { url, keep } = await beginOidc(town.signIn, oidc, org);
    const { searchParams } = new URL(url);
    const back = `${platform.redirect}?error=access_denied&state=${searchParams.get('state')}&iss=${platform.issuer}`;
    await expect(finishOidc(town.signIn, oidc, { url: back, keep, ...ORIGIN })).rejects.toMatchObject({
      code: 'sign-in-failed',
      message: '统一身份登录没有成功：平台没有同意。',
    });
    const slow = await platform.visit(url, 'wang');
    later(10);
    await expect(finishOidc(town.signIn, oidc, { url: slow, keep, ...ORIGIN })).rejects.toMatchObject({
      code: 'sign-in-failed',
    });
    town.at(new Date());
  });

  it('asks the platform with PKCE, state and nonce', async () => {
    const { url, keep } = await beginOidc(town.signIn, oidc, org);
    const asked = Object.fromEntries(new URL(url).searchParams);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]!.length).toBeGreaterThan(20);
    expect(Buffer.from(keep, 'base64url').toString('latin1')).not.toContain(asked['state']);
  });

  it('says so when the platform can’t be reached, and tries anew the next time', async () => {
    const settings = readOidc(settingsOf({ FADU_OIDC_ISSUER: 'http://127.0.0.1:9' }))!;
    const down = openOidc(settings);
    const refused = { code: 'environment', message: '连不上统一身份平台。' };
    await expect(beginOidc(town.signIn, down, org)).rejects.toMatchObject(refused);
    await expect(beginOidc(town.signIn, down, org)).rejects.toMatchObject(refused);
  });
});

describe('the settings', () => {
  it('may all be absent; the secret may lie in a file', () => {
    expect(readOidc({})).toBeUndefined();
    expect(readOidc(settingsOf())).toMatchObject({ clientId: 'fadu', label: '统一身份' });
    const folder = mkdtempSync(path.join(tmpdir(), 'fadu-oidc-'));
    const file = path.join(folder, 'secret');
    writeFileSync(file, 'from the file\n');
    const env = { ...settingsOf(), FADU_OIDC_CLIENT_SECRET: undefined, FADU_OIDC_CLIENT_SECRET_FILE: file };
    expect(readOidc(env)?.clientSecret).toBe('from the file');
    rmSync(folder, { recursive: true });
    expect(() => readOidc(env)).toThrow('读不出');
  });

  it.each([
    [{ FADU_OIDC_ISSUER: '' }, '还要设置FADU_OIDC_ISSUER'],
    [{ FADU_OIDC_CLIENT_ID: '' }, '还要设置FADU_OIDC_CLIENT_ID'],
    [{ FADU_OIDC_CLIENT_SECRET: '' }, '缺少FADU_OIDC_CLIENT_SECRET'],
    [{ FADU_OIDC_CLIENT_SECRET_FILE: '/dev/null' }, '只能设置一个'],
    [{ FADU_OIDC_ISSUER: 'id.example' }, 'FADU_OIDC_ISSUER不是网址'],
    [{ FADU_OIDC_ISSUER: 'http://id.example' }, 'FADU_OIDC_ISSUER应以https://开头'],
    [{ FADU_OIDC_REDIRECT: 'ftp://127.0.0.1/' }, 'FADU_OIDC_REDIRECT应以https://开头'],
  ])('are refused with %j', (over: Record<string, string>, said) => {
    expect(() => readOidc(settingsOf(over))).toThrow(said);
  });
});
