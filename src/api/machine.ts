import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Opened } from '../people/session.ts';
import { rememberMachine } from '../people/shared-pc.ts';
import type { ApiParts } from './parts.ts';
import { setSessionCookie } from './signed-in.ts';

/** The machine's own cookie, for turns at a shared PC (共用电脑). It says nothing of a person. */
function cookieName(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-fadu-machine' : 'fadu-machine';
}

export function machineOf(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(request)];
}

/** Puts a session into its cookie; once nothing is missing from the sign-in, a shared PC remembers who sat there. */
export async function takeSession(
  parts: ApiParts,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: Opened,
): Promise<void> {
  setSessionCookie(request, reply, opened.value);
  if (opened.stage !== 'open') return;
  const machine = machineOf(request);
  const value = await rememberMachine(parts.signIn, opened, {
    address: request.ip,
    ...(machine === undefined ? {} : { machine }),
  });
  if (value === undefined) return;
  reply.setCookie(cookieName(request), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: 365 * 86_400,
  });
}
