import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../kernel/index.ts';
import { askedBefore, forgetAsking, keepAnswer, type Repeatable } from '../people/repeat.ts';
import type { ApiParts } from './parts.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** A write that may come twice and is under way; null for all else. */
    repeatable: Repeatable | null;
  }
}

const LONGEST_KEY = 200;

/** Acts of the ledger know their keys themselves: their routes say so in their schema. */
function knowsItsKeys(request: FastifyRequest): boolean {
  const headers = request.routeOptions.schema?.headers as { properties?: object } | undefined;
  return Object.hasOwn(headers?.properties ?? {}, 'idempotency-key');
}

function repeatableOf(request: FastifyRequest): Repeatable | undefined {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (!request.signedIn || knowsItsKeys(request) || request.routeOptions.config.traceless) return undefined;
  if (key.length === 0 || key.length > LONGEST_KEY)
    throw new Refusal('bad-input', `Idempotency-Key应是1到${LONGEST_KEY}个字符。`);
  const { home: org, account } = request.signedIn;
  // What is uploaded is named by its content: the same once more is the same file.
  const body =
    request.body instanceof Object && !Buffer.isBuffer(request.body) ? JSON.stringify(request.body) : '';
  return { org, account, key, request: `${request.method} ${request.url}\n${body}` };
}

/**
 * `Idempotency-Key` on writes that are no acts of the ledger (passwords, tokens, accounts of others, webhooks): the same
 * request once more, within a day, gets the first answer and does nothing. What was refused may be tried again.
 */
export function answerRepeats(app: FastifyInstance, { signIn }: ApiParts, now: () => Date): void {
  app.decorateRequest('repeatable', null);
  app.addHook('preHandler', async (request, reply) => {
    const asked = repeatableOf(request);
    if (!asked) return;
    const before = await askedBefore(signIn, asked, now());
    if (!before) {
      request.repeatable = asked;
      return;
    }
    reply.header('idempotency-replayed', 'true').code(before.status);
    return before.body === ''
      ? reply.send()
      : reply.type('application/json; charset=utf-8').send(before.body);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const { repeatable } = request;
    if (!repeatable) return payload;
    request.repeatable = null;
    const done =
      reply.statusCode < 300 && (payload === null || payload === undefined || typeof payload === 'string');
    if (done) {
      const body = typeof payload === 'string' ? payload : '';
      await keepAnswer(signIn, repeatable, { status: reply.statusCode, body }, now());
    } else await forgetAsking(signIn, repeatable);
    return payload;
  });
}
