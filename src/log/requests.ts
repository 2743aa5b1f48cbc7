import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from './log.ts';

/** Who asked, as far as it is known when the answer has been sent. */
export interface Asker {
  readonly account?: string;
  readonly home?: string;
  readonly org?: string;
}

type AskerOf = (request: FastifyRequest) => Asker;

/** One line for each request, and for what never became one. */
export function logRequests(server: FastifyInstance, log: Log, askerOf: AskerOf): void {
  server.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.traceless) return;
    logRequest(log, request, reply, askerOf(request));
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

/** The line of one request that was answered. */
export function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply, asker: Asker = {}): void {
  log.write({
    event: 'request',
    id: request.id,
    method: request.method,
    route: request.routeOptions.url ?? '-',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    ...asker,
    address: request.ip,
  });
}
