import type { FastifyInstance } from 'fastify';
import {
  confirmFactor,
  enrolFactor,
  factorState,
  removeFactor,
  replaceRecoveryCodes,
  takeFactor,
} from '../people/second-factor.ts';
import type { Schema } from './kind-schema.ts';
import { takeSession } from './machine.ts';
import { originOf } from './origin.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';
import { SESSION, sessionOf } from './session-schema.ts';
import { ownSession, setSessionCookie, signedInOf } from './signed-in.ts';

const PASSWORD: Schema = { type: 'string', minLength: 1, maxLength: 200, description: '现在的密码' };
const CODE: Schema = { type: 'string', minLength: 1, maxLength: 40, description: '动态口令，或一个恢复码' };
const CODES: Schema = { type: 'array', items: { type: 'string' }, description: '恢复码，只显示这一次' };

function asks(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

/** The second factor (动态口令) of one's own account. */
export function addFactorRoutes(app: FastifyInstance, parts: ApiParts): void {
  const tags = ['动态口令'];
  app.post(
    '/session/factor',
    {
      config: { open: true },
      schema: {
        tags,
        summary: '登录时输动态口令',
        operationId: 'session.factor',
        body: asks({ code: CODE }),
        response: { 200: SESSION, ...problems(401, 429) },
      },
    },
    async (request, reply) => {
      const { code } = request.body as { code: string };
      const opened = await takeFactor(parts.signIn, {
        session: ownSession(request),
        code,
        ...originOf(request),
      });
      await takeSession(parts, request, reply, opened);
      return sessionOf(opened);
    },
  );
  app.get(
    '/factor',
    {
      schema: {
        tags,
        summary: '启用了没有',
        operationId: 'factor.get',
        response: {
          200: {
            type: 'object',
            properties: {
              inUse: { type: 'boolean' },
              recoveryCodes: { type: 'integer', description: '还剩几个恢复码' },
            },
          },
          ...problems(401),
        },
      },
    },
    async (request) => {
      const { home, account } = signedInOf(request);
      return factorState(parts.store, home, account);
    },
  );
  addChanging(app, parts);
}

function addChanging(app: FastifyInstance, parts: ApiParts): void {
  const tags = ['动态口令'];
  app.post(
    '/factor',
    {
      schema: {
        tags,
        summary: '启用动态口令',
        description: '答的uri做成二维码给手机上的口令软件扫；再用它给的口令确认一次才算启用。',
        operationId: 'factor.enrol',
        body: asks({ password: PASSWORD }),
        response: {
          201: { type: 'object', properties: { uri: { type: 'string' }, secret: { type: 'string' } } },
          ...problems(401, 403, 409),
        },
      },
    },
    async (request, reply) => {
      const { password } = request.body as { password: string };
      reply.code(201);
      return enrolFactor(parts.signIn, { session: ownSession(request), password, ...originOf(request) });
    },
  );
  app.post(
    '/factor/confirm',
    {
      schema: {
        tags,
        summary: '确认启用',
        operationId: 'factor.confirm',
        body: asks({ code: CODE }),
        response: {
          200: { type: 'object', properties: { session: SESSION, recoveryCodes: CODES } },
          ...problems(401, 409),
        },
      },
    },
    async (request, reply) => {
      const { code } = request.body as { code: string };
      const asked = { session: ownSession(request), code, ...originOf(request) };
      const { opened, recoveryCodes } = await confirmFactor(parts.signIn, asked);
      setSessionCookie(request, reply, opened.value);
      return { session: sessionOf(opened), recoveryCodes };
    },
  );
  app.post(
    '/factor/recovery-codes',
    {
      schema: {
        tags,
        summary: '换发恢复码',
        operationId: 'factor.recovery-codes',
        body: asks({ password: PASSWORD }),
        response: {
          201: { type: 'object', properties: { recoveryCodes: CODES } },
          ...problems(401, 403, 409),
        },
      },
    },
    async (request, reply) => {
      const { password } = request.body as { password: string };
      const asked = { session: ownSession(request), password, ...originOf(request) };
      reply.code(201);
      return { recoveryCodes: await replaceRecoveryCodes(parts.signIn, asked) };
    },
  );
  app.post(
    '/factor/remove',
    {
      schema: {
        tags,
        summary: '停用动态口令',
        operationId: 'factor.remove',
        body: asks({ password: PASSWORD }),
        response: { 200: SESSION, ...problems(401, 403, 409) },
      },
    },
    async (request, reply) => {
      const { password } = request.body as { password: string };
      const asked = { session: ownSession(request), password, ...originOf(request) };
      const opened = await removeFactor(parts.signIn, asked);
      setSessionCookie(request, reply, opened.value);
      return sessionOf(opened);
    },
  );
}
