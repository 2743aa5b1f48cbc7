import type { FastifyInstance } from 'fastify';
import { removePin, setPin } from '../people/pin.ts';
import { listSeated, switchByPin } from '../people/shared-pc.ts';
import type { Schema } from './kind-schema.ts';
import { machineOf } from './machine.ts';
import { originOf } from './origin.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';
import { SESSION, sessionOf } from './session-schema.ts';
import { ownSession, setSessionCookie, signedInOf } from './signed-in.ts';

const ORG: Schema = { type: 'string', maxLength: 20, description: '机构代码' };
const PIN: Schema = { type: 'string', minLength: 1, maxLength: 20, description: 'PIN' };

/** Turns at a shared PC by PIN, where the deployment has named its office network. */
export function addSharedPcRoutes(app: FastifyInstance, parts: ApiParts): void {
  const tags = ['共用电脑'];
  app.get(
    '/session/colleagues',
    {
      config: { open: true },
      schema: {
        tags,
        summary: '这台电脑上可以切换给谁',
        description: '只在办公网内，只列今天在这台电脑上用密码登录过、设了PIN的人。',
        operationId: 'session.colleagues',
        querystring: { type: 'object', required: ['org'], properties: { org: ORG } },
        response: {
          200: {
            type: 'object',
            properties: {
              colleagues: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    account: { type: 'string' },
                    blocked: { type: 'boolean', description: 'PIN输错太多，要用密码' },
                  },
                },
              },
            },
          },
          ...problems(404),
        },
      },
    },
    async (request) => {
      const { org } = request.query as { org: string };
      const machine = machineOf(request);
      const known = machine !== undefined && /^\d{12}$/.test(org);
      return {
        colleagues: known ? await listSeated(parts.signIn, { org, machine, address: request.ip }) : [],
      };
    },
  );
  app.post(
    '/session/switch',
    {
      config: { open: true },
      schema: {
        tags,
        summary: '用PIN切换',
        operationId: 'session.switch',
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['org', 'account', 'pin'],
          properties: { org: ORG, account: { type: 'string', maxLength: 200 }, pin: PIN },
        },
        response: { 200: SESSION, ...problems(401, 403, 429) },
      },
    },
    async (request, reply) => {
      const asked = request.body as { org: string; account: string; pin: string };
      const from = ownSession(request);
      const opened = await switchByPin(parts.signIn, {
        ...asked,
        ...originOf(request),
        machine: machineOf(request) ?? '',
        ...(from === '' ? {} : { from }),
      });
      setSessionCookie(request, reply, opened.value);
      return sessionOf(opened);
    },
  );
  addPin(app, parts);
}

function addPin(app: FastifyInstance, parts: ApiParts): void {
  const tags = ['共用电脑'];
  const password = { type: 'string', minLength: 1, maxLength: 200, description: '现在的密码' };
  app.put(
    '/pin',
    {
      schema: {
        tags,
        summary: '设置PIN',
        operationId: 'pin.set',
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['password', 'pin'],
          properties: { password, pin: PIN },
        },
        response: { 204: { type: 'null' }, ...problems(401, 403, 422) },
      },
    },
    async (request, reply) => {
      const asked = request.body as { password: string; pin: string };
      await setPin(parts.signIn, { ...asked, session: ownSession(request), ...originOf(request) });
      return reply.code(204).send();
    },
  );
  app.delete(
    '/pin',
    {
      schema: {
        tags,
        summary: '停用PIN',
        operationId: 'pin.remove',
        response: { 204: { type: 'null' }, ...problems(401, 409) },
      },
    },
    async (request, reply) => {
      const { home: org, account } = signedInOf(request);
      await removePin(parts.signIn, { org, account, by: account, ...originOf(request) });
      return reply.code(204).send();
    },
  );
}
