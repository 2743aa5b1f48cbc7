import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayAt, POSTS, Refusal, SEPARATE_POSTS, type Post } from '../kernel/index.ts';
import { standingWarnings } from '../people/warnings.ts';
import { principalOf } from './access.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

/** Whose matter it is that one person holds too much: who can change it, and who watches over the office. */
const WARNED: readonly Post[] = [
  'party-secretary',
  'township-head',
  'judicial-office',
  'county-supervisor',
  'auditor',
  ...SEPARATE_POSTS,
];

export function assertHolds(request: FastifyRequest, posts: readonly Post[], what: string): void {
  if (principalOf(request).posts.some((post) => posts.includes(post))) return;
  throw new Refusal('not-permitted', `您的岗位不能${what}。`);
}

const TEXT: Schema = { type: 'string' };

const WARNING: Schema = {
  type: 'object',
  properties: {
    code: {
      ...TEXT,
      description: 'separate：管理员未分设，已抄送上级；reviews-own：承办兼审核；auditor-beside：审计兼任',
    },
    account: TEXT,
    posts: {
      type: 'array',
      items: { type: 'object', properties: { code: TEXT, label: TEXT } },
      description: '不应由一人担任的岗位',
    },
    sentence: TEXT,
  },
};

/** What those ask who watch over an office: who holds too much. */
export function addOversightRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  app.get(
    '/:org/warnings',
    {
      schema: {
        tags: ['监督'],
        summary: '常设提示',
        description: '今天谁一人担任了不应由一人担任的岗位。改了岗位，提示自然消除。',
        operationId: 'warnings.list',
        response: {
          200: { type: 'object', properties: { warnings: { type: 'array', items: WARNING } } },
          ...problems(401, 403, 404),
        },
      },
    },
    async (request) => {
      assertHolds(request, WARNED, '查看常设提示');
      const found = await standingWarnings(parts.store, principalOf(request).org, dayAt(now()));
      return {
        warnings: found.map((each) => ({
          ...each,
          posts: each.posts.map((code) => ({ code, label: POSTS[code] })),
        })),
      };
    },
  );
}
