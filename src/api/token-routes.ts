import type { FastifyInstance } from 'fastify';
import { Refusal } from '../kernel/index.ts';
import { listTokens, makeToken, revokeTokens, TOKEN_SCOPES, type TokenScope } from '../people/token.ts';
import type { Schema } from './kind-schema.ts';
import { originOf } from './origin.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';
import { signedInOf } from './signed-in.ts';

const SCOPES: Schema = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'string', enum: Object.keys(TOKEN_SCOPES) },
  description: Object.entries(TOKEN_SCOPES)
    .map(([code, label]) => `${code} ${label}`)
    .join('、'),
};
const TIME: Schema = { type: 'string', format: 'date-time' };

const LISTED: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid' },
    label: { type: 'string', description: '用途' },
    scopes: SCOPES,
    madeAt: TIME,
    expiresAt: TIME,
    usedAt: { type: ['string', 'null'], description: '最近一次使用' },
  },
};

/** API tokens (接口令牌) of one's own account, for other systems. */
export function addTokenRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const tags = ['接口令牌'];
  app.get(
    '/tokens',
    {
      schema: {
        tags,
        summary: '我的接口令牌',
        operationId: 'tokens.list',
        response: {
          200: { type: 'object', properties: { tokens: { type: 'array', items: LISTED } } },
          ...problems(401),
        },
      },
    },
    async (request) => {
      const { home, account } = signedInOf(request);
      return { tokens: await listTokens(parts.store, home, account, now()) };
    },
  );
  app.post(
    '/tokens',
    {
      schema: {
        tags,
        summary: '发接口令牌',
        description: '令牌只显示这一次；权限不超过本人，且不算用动态口令登录的。',
        operationId: 'tokens.make',
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['label', 'scopes', 'days'],
          properties: {
            label: { type: 'string', maxLength: 60, description: '用途' },
            scopes: SCOPES,
            days: { type: 'integer', minimum: 1, maximum: 365, description: '有效天数' },
          },
        },
        response: {
          201: {
            type: 'object',
            properties: { token: { type: 'string' }, id: { type: 'string' }, expiresAt: TIME },
          },
          ...problems(401, 403, 409, 422),
        },
      },
    },
    async (request, reply) => {
      const asked = request.body as { label: string; scopes: TokenScope[]; days: number };
      reply.code(201);
      return makeToken(parts.store, { ...asked, by: signedInOf(request), ...originOf(request) }, now());
    },
  );
  app.delete(
    '/tokens/:id',
    {
      schema: {
        tags,
        summary: '收回接口令牌',
        operationId: 'tokens.revoke',
        params: { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } },
        response: { 204: { type: 'null' }, ...problems(401, 404) },
      },
    },
    async (request, reply) => {
      const { home: org, account } = signedInOf(request);
      const { id } = request.params as { id: string };
      const revoked = await revokeTokens(
        parts.store,
        { org, account, by: account, id, ...originOf(request) },
        now(),
      );
      if (revoked === 0) throw new Refusal('not-found', '没有这个令牌，或已经收回。');
      return reply.code(204).send();
    },
  );
}
