import type { FastifyInstance, FastifyRequest } from 'fastify';
import { closeSignIn } from '../people/closing.ts';
import { resetPassword } from '../people/credential.ts';
import { issueIdentityCode } from '../people/identity.ts';
import { resetFactor } from '../people/second-factor.ts';
import { revokeSessions } from '../people/session.ts';
import { listEvents, SIGN_IN_EVENTS, type SignInEventKind } from '../people/sign-in-event.ts';
import { unlockAccount } from '../people/unlock.ts';
import { principalOf } from './access.ts';
import { administratorOf } from './administers.ts';
import { AUDITS } from './audit-routes.ts';
import type { Schema } from './kind-schema.ts';
import { originOf } from './origin.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

/** Says whom it is about, and by whom. */
function administer(request: FastifyRequest) {
  const { account } = request.params as { account: string };
  return { ...administratorOf(request, '账号'), account };
}

const CODE: Schema = {
  type: 'object',
  properties: { code: { type: 'string', description: '一次性口令，24小时内有效，只显示这一次' } },
};
const NOTHING: Schema = { type: 'null' };

/** What the system administrator does about the sign-in of others, and who signed in when. */
export function addAccountRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const tags = ['账号'];
  const refused = problems(401, 403, 404, 409);
  const at = (path: string): string => `/:org/accounts/:account/${path}`;
  const schema = (summary: string, name: string, response: Record<number, Schema>, description?: string) => ({
    schema: {
      tags,
      summary,
      ...(description === undefined ? {} : { description }),
      operationId: `accounts.${name}`,
      response: { ...response, ...refused },
    },
  });
  app.post(
    at('password-reset'),
    schema('重置密码', 'password-reset', { 201: CODE }, '原密码和登录随即失效。'),
    async (request, reply) => {
      reply.code(201);
      return { code: await resetPassword(parts.signIn, administer(request)) };
    },
  );
  app.post(
    at('identity-code'),
    schema(
      '发统一身份绑定口令',
      'identity-code',
      { 201: CODE },
      '本人第一次用统一身份登录时，用它把身份绑到账号上。',
    ),
    async (request, reply) => {
      reply.code(201);
      return { code: await issueIdentityCode(parts.signIn, administer(request)) };
    },
  );
  app.post(
    at('factor-reset'),
    schema('停用动态口令', 'factor-reset', { 204: NOTHING }, '本人丢了手机和恢复码时用。'),
    async (request, reply) => {
      await resetFactor(parts.signIn, administer(request));
      return reply.code(204).send();
    },
  );
  app.post(at('sign-out'), schema('收回全部登录', 'sign-out', { 204: NOTHING }), async (request, reply) => {
    await revokeSessions(parts.store, administer(request), now());
    return reply.code(204).send();
  });
  app.post(
    at('closing'),
    schema(
      '停用登录',
      'closing',
      { 204: NOTHING },
      '密码、登录、动态口令、令牌一并失效；办过的事仍在账本里。',
    ),
    async (request, reply) => {
      await closeSignIn(parts.signIn, administer(request));
      return reply.code(204).send();
    },
  );
  app.post(
    at('unlock'),
    schema('解锁', 'unlock', { 204: NOTHING }, '领导、司法所或系统管理员给锁住的同事解锁，不能给自己解。'),
    async (request, reply) => {
      const { account } = request.params as { account: string };
      await unlockAccount(parts.signIn, { by: principalOf(request), account, ...originOf(request) });
      return reply.code(204).send();
    },
  );
  addEvents(app, parts);
}

const EVENT: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid' },
    at: { type: 'string', format: 'date-time' },
    account: { type: ['string', 'null'], description: '没有这个账号的，为空' },
    what: { type: 'object', properties: { code: { type: 'string' }, label: { type: 'string' } } },
    doneBy: { type: ['string', 'null'], description: '由别人办的，是谁' },
    address: { type: 'string' },
    device: { type: 'string' },
  },
};

function addEvents(app: FastifyInstance, parts: ApiParts): void {
  app.get(
    '/:org/sign-ins',
    {
      schema: {
        tags: ['账号'],
        summary: '登录记录',
        description: '审计管理员看全机构的，其他人看自己的。新的在前；下一页写上一页末条的at和id。',
        operationId: 'sign-ins.list',
        querystring: {
          type: 'object',
          additionalProperties: false,
          dependentRequired: { at: ['id'], id: ['at'] },
          properties: {
            at: { type: 'string', format: 'date-time' },
            id: { type: 'string', format: 'uuid' },
            size: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
          },
        },
        response: {
          200: { type: 'object', properties: { events: { type: 'array', items: EVENT } } },
          ...problems(401, 404),
        },
      },
    },
    async (request) => {
      const { org, home, account, posts } = principalOf(request);
      const { at, id, size } = request.query as { at?: string; id?: string; size: number };
      const events = await listEvents(parts.store, org, {
        ...(org === home && posts.includes(AUDITS) ? {} : { account }),
        ...(at === undefined || id === undefined ? {} : { after: { at: new Date(at), id } }),
        limit: size,
      });
      return {
        events: events.map((event) => ({ ...event, what: { code: event.what, label: labelOf(event.what) } })),
      };
    },
  );
}

function labelOf(what: SignInEventKind): string {
  return SIGN_IN_EVENTS[what];
}
