import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from './log.ts';

/** Who asked, as far as it is known when the answer has been sent. */
export interface Asker {
  readonly account?: string;
  readonly home?: string;
  readonly org?: string;
}

/** One line for each request, and for what never became one. */
export function logRequests(
  server: FastifyInstance,
  log: Log,
  askerOf: (request: FastifyRequest) => Asker,
): void {
  server.addHook('onResponse', async (request, reply) => {
    log.write({
      event: 'request',
      id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '-',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...askerOf(request),
      address: request.ip,
    });
  });
  const noRequest = (error: NodeJS.ErrnoException, socket: Socket): void => {
    log.write({
      event: 'no-request',
      reason: error.code ?? error.name,
      address: socket.remoteAddress ?? '-',
    });
  };
  server.server.on('clientError', noRequest);
  server.server.on('tlsClientError', noRequest);
}
