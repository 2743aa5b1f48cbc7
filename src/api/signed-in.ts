import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../kernel/index.ts';
import { findSession, type SignedIn } from '../people/session.ts';
import { findToken, TOKEN_SCOPES, type TokenScope } from '../people/token.ts';
import type { Store } from '../store/connection.ts';
import { cookieName, cookieOptions } from './cookie.ts';

export type { SignedIn } from '../people/session.ts';

/** Value of the session's cookie; empty where there is none. */
export function ownSession(request: FastifyRequest): string {
  return request.cookies[cookieName(request, 'fadu')] ?? '';
}

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, value: string): void {
  reply.setCookie(cookieName(request, 'fadu'), value, cookieOptions(request));
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request, 'fadu'), cookieOptions(request));
}

const REFUSED = new Refusal('not-signed-in', '还没有登录，或登录已失效。', {
  next: '请登录后再办；您填的内容还在。',
});

/**
 * Who asks, by the session of a browser or the token of a program. Refuses where there is none that holds. What leaves no
 * trace is for persons alone: the use of a token is noted.
 */
export async function readSignedIn(store: Store, request: FastifyRequest, now: Date): Promise<SignedIn> {
  if (request.routeOptions.config.traceless) {
    const person = await findSession(store, ownSession(request), now, { unnoted: true });
    if (!person) throw REFUSED;
    return person;
  }
  const token = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  const found =
    token === undefined
      ? await findSession(store, ownSession(request), now)
      : await findToken(store, token, now);
  if (!found) throw REFUSED;
  assertScope(found, request.method);
  return found;
}

/** A token may do what it was made for, and never what is about signing in. */
function assertScope({ scopes }: SignedIn, method: string): void {
  const needed: TokenScope = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
  if (scopes === undefined || scopes.includes(needed)) return;
  throw new Refusal('not-permitted', `这个接口令牌不能用来${TOKEN_SCOPES[needed]}。`, {
    next: '请另发一个有此用途的令牌。',
  });
}

/** The person of a route that is not open to all. */
export function signedInOf(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw REFUSED;
  return request.signedIn;
}
