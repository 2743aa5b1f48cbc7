import * as client from 'openid-client';
import { Refusal } from '../kernel/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { findBound, type Identity } from './identity.ts';
import type { OidcSettings } from './oidc-settings.ts';
import type { Opened } from './session.ts';
import type { Origin } from './sign-in-event.ts';
import type { SignInKey } from './sign-in-key.ts';
import { openFor, type SignInParts } from './sign-in.ts';

/** How long somebody may take at the platform, or to find the code that binds. */
const MINUTES = 10;

/** The platform; asked about itself when it is first needed, so that Fadu starts while it is down. */
export interface Oidc {
  readonly settings: OidcSettings;
  configuration(): Promise<client.Configuration>;
}

export function openOidc(settings: OidcSettings): Oidc {
  let found: Promise<client.Configuration> | undefined;
  return {
    settings,
    configuration() {
      found ??= discover(settings).catch((error: unknown) => {
        found = undefined;
        throw error;
      });
      return found;
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  // The settings allow http on this machine only.
  const execute = [
    client.enableNonRepudiationChecks,
    ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
  ];
  return client.discovery(issuer, clientId, clientSecret, undefined, { execute }).catch((error: unknown) => {
    throw new Refusal('environment', '连不上统一身份平台。', {
      next: '请用账号和密码登录。',
      facts: { cause: error },
    });
  });
}

/** What is kept in the browser between going and coming back, sealed. */
interface Flow {
  readonly org: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly until: number;
}

const FLOW = 'oidc flow';
const TICKET = 'oidc ticket';

function sealed(key: SignInKey, place: string, content: object): string {
  return key.seal(place, JSON.stringify(content)).toString('base64url');
}

/** Undefined where it was altered, sealed for something else, or is too old. */
function unsealed<T extends { readonly until: number }>(
  key: SignInKey,
  place: string,
  text: string,
  now: Date,
): T | undefined {
  try {
    const content = JSON.parse(key.open(place, Buffer.from(text, 'base64url'))) as T;
    return content.until > now.getTime() ? content : undefined;
  } catch {
    return undefined;
  }
}

function untilOf(now: Date): number {
  return now.getTime() + MINUTES * 60_000;
}

/**
 * Begins a sign-in at the identity platform (authorization code with PKCE, state and nonce). The door sends the browser to
 * `url` and keeps `keep` in a short-lived cookie.
 */
export async function beginOidc(
  { key, clock }: SignInParts,
  oidc: Oidc,
  org: string,
): Promise<{ readonly url: string; readonly keep: string }> {
  if (!/^[0-9]{12}$/.test(org))
    throw new Refusal('unknown-organisation', '机构代码应为12位数字。', { field: 'org' });
  const configuration = await oidc.configuration();
  const [state, nonce, verifier] = [
    client.randomState(),
    client.randomNonce(),
    client.randomPKCECodeVerifier(),
  ];
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: oidc.settings.redirect.href,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const flow: Flow = { org, state, nonce, verifier, until: untilOf(clock()) };
  return { url: url.href, keep: sealed(key, FLOW, flow) };
}

/** Either a session, or a ticket for `bindByCode`: the platform knows the person, and we do not yet know which account. */
export type OidcOutcome = { readonly opened: Opened } | { readonly ticket: string };

export interface OidcReturn extends Origin {
  /** The whole address that the browser came back to. */
  readonly url: string;
  /** What `beginOidc` gave to keep. */
  readonly keep: string;
}

/** Ends a sign-in at the identity platform. A second factor of the account is asked for as after a password. */
export async function finishOidc(
  parts: SignInParts,
  oidc: Oidc,
  { url, keep, ...origin }: OidcReturn,
): Promise<OidcOutcome> {
  const { store, key, clock } = parts;
  const flow = unsealed<Flow>(key, FLOW, keep, clock());
  if (!flow) throw failed('登录用时太长，或不是从这里开始的');
  const identity = await identityOf(oidc, url, flow);
  const { org } = flow;
  return store.transaction(oneOrganisation(org), async (tx) => {
    const account = await findBound(tx, org, identity);
    if (account === undefined) return { ticket: ticketOf(key, { org, ...identity }, clock()) };
    return { opened: await openFor(tx, parts, { org, account, ...origin }, 'signed-in-by-identity') };
  });
}

function failed(said: string): Refusal {
  return new Refusal('sign-in-failed', `统一身份登录没有成功：${said}。`, {
    next: '请重新登录，或用账号和密码登录。',
  });
}

/** Who the platform says it is; everything that it sends is checked: state, nonce, PKCE, signature, issuer, audience. */
async function identityOf(oidc: Oidc, url: string, { state, nonce, verifier }: Flow): Promise<Identity> {
  const configuration = await oidc.configuration();
  const tokens = await client
    .authorizationCodeGrant(configuration, addressOf(oidc, url), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      throw whyNot(error);
    });
  const claims = tokens.claims();
  if (!claims) throw failed('平台没有说明身份');
  return { issuer: claims.iss, subject: claims.sub };
}

/** Behind a proxy the door may see another host than the one that is registered; only what came with it counts. */
function addressOf({ settings }: Oidc, url: string): URL {
  const address = new URL(settings.redirect.href);
  address.search = new URL(url, settings.redirect).search;
  return address;
}

/** A refusal for what the platform or the browser did; anything else is a fault. */
function whyNot(error: unknown): unknown {
  if (error instanceof client.AuthorizationResponseError) return failed('平台没有同意');
  if (error instanceof client.ResponseBodyError) return failed('这次登录已经用过或已经过期');
  if (error instanceof client.ClientError) return failed('平台的回答核对不上');
  if (error instanceof TypeError)
    return new Refusal('environment', '连不上统一身份平台。', {
      next: '请用账号和密码登录。',
      facts: { cause: error },
    });
  return error;
}

/** An identity that the platform has vouched for, for some minutes. */
export interface Ticket extends Identity {
  readonly org: string;
  readonly until: number;
}

function ticketOf(key: SignInKey, content: Omit<Ticket, 'until'>, now: Date): string {
  return sealed(key, TICKET, { ...content, until: untilOf(now) });
}

export function readTicket(key: SignInKey, ticket: string, now: Date): Ticket {
  const found = unsealed<Ticket>(key, TICKET, ticket, now);
  if (!found) throw failed('绑定用时太长');
  return found;
}
