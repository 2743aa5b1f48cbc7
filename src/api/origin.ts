import type { FastifyRequest } from 'fastify';
import { deviceLabel } from '../people/device-label.ts';
import type { Origin } from '../people/sign-in-event.ts';

/** Where a request comes from, as sign-ins and what changes them note it. */
export function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, device: deviceLabel(request.headers['user-agent']) };
}
