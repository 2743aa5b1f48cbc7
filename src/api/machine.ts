import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Opened } from '../people/session.ts';
import { rememberMachine } from '../people/shared-pc.ts';
import { cookieName, cookieOptions } from './cookie.ts';
import type { ApiParts } from './parts.ts';
import { setSessionCookie } from './signed-in.ts';

/** The machine's own cookie, for turns at a shared PC (共用电脑). It says nothing of a person. */
const MACHINE = 'fadu-machine';

export function machineOf(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(request, MACHINE)];
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
  reply.setCookie(cookieName(request, MACHINE), value, {
    ...cookieOptions(request),
    maxAge: 365 * 86_400,
  });
}
