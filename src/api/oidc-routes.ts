import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bindByCode } from '../people/identity-code.ts';
import { beginOidc, finishOidc, type Oidc } from '../people/oidc.ts';
import { cookieName, cookieOptions } from './cookie.ts';
import { takeSession } from './machine.ts';
import { originOf } from './origin.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';
import { SESSION, sessionOf } from './session-schema.ts';

const COOKIE = 'fadu-oidc';
const MINUTES = 10;

/**
 * Keeps what a sign-in at the platform needs until the browser comes back. `Lax`: it comes back from another site, and
 * `Strict` would leave the cookie behind.
 */
function keeping(request: FastifyRequest) {
  return { ...cookieOptions(request), sameSite: 'lax', maxAge: MINUTES * 60 } as const;
}

/** Sign-in through an identity platform (统一身份), where the deployment has one. */
export function addOidcRoutes(app: FastifyInstance, parts: ApiParts, oidc: Oidc): void {
  const tags = ['统一身份'];
  app.get(
    '/session/oidc',
    {
      config: { open: true },
      schema: {
        tags,
        summary: `用${oidc.settings.label}登录`,
        description: '把浏览器转到统一身份平台。',
        operationId: 'oidc.begin',
        querystring: {
          type: 'object',
          required: ['org'],
          properties: { org: { type: 'string', maxLength: 20, description: '机构代码' } },
        },
        response: { 302: { type: 'null' }, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { org } = request.query as { org: string };
      const { url, keep } = await beginOidc(parts.signIn, oidc, org);
      return reply.setCookie(cookieName(request, COOKIE), keep, keeping(request)).redirect(url, 302);
    },
  );
  app.get(
    '/session/oidc/return',
    {
      config: { open: true },
      schema: {
        tags,
        summary: '从统一身份平台回来',
        description: '身份还没有绑定账号的，答ticket，再用管理员给的口令绑定。',
        operationId: 'oidc.return',
        response: {
          200: { type: 'object', properties: { session: SESSION, ticket: { type: 'string' } } },
          ...problems(401),
        },
      },
    },
    async (request, reply) => {
      const keep = request.cookies[cookieName(request, COOKIE)] ?? '';
      reply.clearCookie(cookieName(request, COOKIE), { ...cookieOptions(request), sameSite: 'lax' });
      const outcome = await finishOidc(parts.signIn, oidc, { url: request.url, keep, ...originOf(request) });
      if ('ticket' in outcome) return outcome;
      await takeSession(parts, request, reply, outcome.opened);
      return { session: sessionOf(outcome.opened) };
    },
  );
  app.post(
    '/session/oidc/bind',
    {
      config: { open: true },
      schema: {
        tags,
        summary: '绑定统一身份',
        operationId: 'oidc.bind',
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['ticket', 'account', 'code'],
          properties: {
            ticket: { type: 'string', maxLength: 2000 },
            account: { type: 'string', maxLength: 200 },
            code: { type: 'string', maxLength: 60, description: '管理员给的一次性口令' },
          },
        },
        response: { 201: SESSION, ...problems(401, 429) },
      },
    },
    async (request, reply) => {
      const asked = request.body as { ticket: string; account: string; code: string };
      const opened = await bindByCode(parts.signIn, { ...asked, ...originOf(request) });
      await takeSession(parts, request, reply, opened);
      return reply.code(201).send(sessionOf(opened));
    },
  );
}
