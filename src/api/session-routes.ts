import type { FastifyInstance } from 'fastify';
import { dayAt, POSTS, Refusal } from '../kernel/index.ts';
import { changePassword } from '../people/credential.ts';
import { findPrincipal } from '../people/principal.ts';
import { listSessions, revokeSessions, signOut } from '../people/session.ts';
import { signIn } from '../people/sign-in.ts';
import type { Schema } from './kind-schema.ts';
import { takeSession } from './machine.ts';
import { originOf } from './origin.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';
import { SESSION, sessionOf } from './session-schema.ts';
import { clearSessionCookie, ownSession, signedInOf } from './signed-in.ts';

const PASSWORD: Schema = { type: 'string', minLength: 1, maxLength: 200 };

const ME: Schema = {
  type: 'object',
  properties: {
    home: { type: 'string' },
    account: { type: 'string' },
    strong: { type: 'boolean' },
    posts: {
      type: 'array',
      description: '在本机构担任的岗位',
      items: { type: 'object', properties: { code: { type: 'string' }, label: { type: 'string' } } },
    },
    villages: { type: 'array', items: { type: 'string' }, description: '只管这些村' },
    readsOnly: { type: 'boolean', description: '只能查看' },
  },
};

const LISTED: Schema = {
  type: 'object',
  properties: {
    session: { type: 'string', format: 'uuid' },
    stage: { type: 'string' },
    strong: { type: 'boolean' },
    device: { type: 'string', description: '设备' },
    address: { type: 'string', description: '网络地址' },
    openedAt: { type: 'string', format: 'date-time' },
    seenAt: { type: 'string', format: 'date-time' },
    endsAt: { type: 'string', format: 'date-time' },
    own: { type: 'boolean', description: '就是这一个' },
  },
};

/** Signing in and out, the own password, the own sessions. */
export function addSessionRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  addSigningIn(app, parts, now);
  addOwnSessions(app, parts, now);
}

function addSigningIn(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const tags = ['登录'];
  app.post(
    '/session',
    {
      config: { open: true },
      schema: {
        tags,
        summary: '登录',
        description: '答的stage说还差什么；会话放在Cookie里。',
        operationId: 'session.open',
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['org', 'account', 'password'],
          properties: {
            org: { type: 'string', maxLength: 20, description: '机构代码' },
            account: { type: 'string', maxLength: 200, description: '账号' },
            password: { ...PASSWORD, description: '密码，或管理员给的一次性口令' },
          },
        },
        response: { 201: SESSION, ...problems(401, 404, 429) },
      },
    },
    async (request, reply) => {
      const asked = request.body as { org: string; account: string; password: string };
      const opened = await signIn(parts.signIn, { ...asked, ...originOf(request) });
      await takeSession(parts, request, reply, opened);
      return reply.code(201).send(sessionOf(opened));
    },
  );
  app.delete(
    '/session',
    {
      config: { open: true },
      schema: { tags, summary: '退出', operationId: 'session.close', response: { 204: { type: 'null' } } },
    },
    async (request, reply) => {
      await signOut(parts.store, ownSession(request), originOf(request), now());
      clearSessionCookie(request, reply);
      return reply.code(204).send();
    },
  );
  app.post(
    '/session/password',
    {
      config: { open: true },
      schema: {
        tags,
        summary: '修改自己的密码',
        operationId: 'session.password',
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['password'],
          properties: {
            current: { ...PASSWORD, description: '现在的密码；用一次性口令登录的不用写' },
            password: { ...PASSWORD, description: '新密码' },
          },
        },
        response: { 200: SESSION, ...problems(401, 403, 422) },
      },
    },
    async (request, reply) => {
      const asked = request.body as { current?: string; password: string };
      const session = ownSession(request);
      const opened = await changePassword(parts.signIn, { ...asked, session, ...originOf(request) });
      await takeSession(parts, request, reply, opened);
      return sessionOf(opened);
    },
  );
}

function addOwnSessions(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const tags = ['登录'];
  app.get(
    '/session',
    {
      schema: {
        tags,
        summary: '我是谁',
        operationId: 'session.get',
        response: { 200: ME, ...problems(401) },
      },
    },
    async (request) => {
      const me = signedInOf(request);
      const principal = await findPrincipal(parts.store, me, me.home, dayAt(now()));
      const { posts = [], villages, readsOnly = false } = principal ?? {};
      return {
        ...me,
        posts: posts.map((post) => ({ code: post, label: POSTS[post] })),
        ...(villages ? { villages } : {}),
        readsOnly,
      };
    },
  );
  app.get(
    '/sessions',
    {
      schema: {
        tags,
        summary: '我登录着的设备',
        operationId: 'sessions.list',
        response: {
          200: { type: 'object', properties: { sessions: { type: 'array', items: LISTED } } },
          ...problems(401),
        },
      },
    },
    async (request) => {
      const { home, account, session } = signedInOf(request);
      const sessions = await listSessions(parts.store, home, account, now());
      return { sessions: sessions.map((each) => ({ ...each, own: each.session === session })) };
    },
  );
  app.delete(
    '/sessions/:session',
    {
      schema: {
        tags,
        summary: '收回一台设备的登录',
        operationId: 'sessions.revoke',
        params: { type: 'object', properties: { session: { type: 'string', format: 'uuid' } } },
        response: { 204: { type: 'null' }, ...problems(401, 404) },
      },
    },
    async (request, reply) => {
      const { home: org, account } = signedInOf(request);
      const { session } = request.params as { session: string };
      const revocation = { org, account, by: account, session, ...originOf(request) };
      if ((await revokeSessions(parts.store, revocation, now())) === 0) {
        throw new Refusal('not-found', '没有这个登录，或已经退出。');
      }
      return reply.code(204).send();
    },
  );
}
