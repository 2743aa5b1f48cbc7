import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../kernel/index.ts';
import { findSession, type SignedIn } from '../people/session.ts';
import type { Store } from '../store/connection.ts';

export type { SignedIn } from '../people/session.ts';

/** `__Host-` binds the cookie to this host under TLS; browsers refuse the prefix without, where only localhost is served. */
function cookieName(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-fadu' : 'fadu';
}

export function sessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(request)];
}

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, value: string): void {
  reply.setCookie(cookieName(request), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), { path: '/' });
}

const REFUSED = new Refusal('not-signed-in', '还没有登录，或登录已失效。', {
  next: '请登录后再办；您填的内容还在。',
});

/** Who asks, by the session of a browser. Refuses where there is none that holds. */
export async function readSignedIn(store: Store, request: FastifyRequest, now: Date): Promise<SignedIn> {
  const found = await findSession(store, sessionCookie(request) ?? '', now);
  if (!found) throw REFUSED;
  return found;
}

/** The person of a route that is not open to all. */
export function signedInOf(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw REFUSED;
  return request.signedIn;
}
