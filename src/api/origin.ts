import type { FastifyRequest } from 'fastify';
import { LABEL, type Origin } from '../people/sign-in-event.ts';

/** Where a request comes from, as sign-ins and what changes them note it. */
export function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, device: String(request.headers['user-agent'] ?? '').slice(0, LABEL) };
}
