import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayAt, POSTS, Refusal, SEPARATE_POSTS, type Post } from '../kernel/index.ts';
import { standingWarnings } from '../people/warnings.ts';
import { sampleRecords, type SampleRequest } from '../records/sample.ts';
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
/** Who audits, and who watches. */
const DRAWING: readonly Post[] = ['auditor', 'county-supervisor', 'audit-administrator'];

function assertHolds(request: FastifyRequest, posts: readonly Post[], what: string): void {
  if (principalOf(request).posts.some((post) => posts.includes(post))) return;
  throw new Refusal('not-permitted', `您的岗位不能${what}。`);
}

const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer' };

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

const SAMPLED: Schema = {
  type: 'object',
  properties: {
    id: TEXT,
    kind: { type: 'object', properties: { code: TEXT, label: TEXT } },
    title: TEXT,
    occurredOn: TEXT,
    state: { type: 'object', properties: { code: TEXT, label: TEXT } },
    voided: { type: 'boolean' },
  },
};

/** What those ask who watch over an office: who holds too much, and records drawn at random. */
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
  addSample(app, parts);
}

type SampleQuery = Omit<SampleRequest, 'seed'> & { readonly seed?: string };

function addSample(app: FastifyInstance, parts: ApiParts): void {
  app.get(
    '/:org/sample',
    {
      schema: {
        tags: ['监督'],
        summary: '审计抽样',
        description:
          '按种子随机抽取记录，不含限定知悉的。写同样的种子和账本条数，谁抽都是这几件；不写种子则随机给一个。',
        operationId: 'sample.draw',
        querystring: {
          type: 'object',
          additionalProperties: false,
          required: ['year', 'size'],
          properties: {
            year: { type: 'integer', minimum: 1949, maximum: 2100 },
            size: { type: 'integer', minimum: 1, maximum: 500, description: '抽几件' },
            kind: { type: 'string', enum: parts.register.kinds.map(({ code }) => code) },
            seed: { type: 'string', minLength: 1, maxLength: 80 },
            ledgerSize: { type: 'integer', minimum: 1, description: '只从账本的前多少条里抽' },
          },
        },
        response: {
          200: {
            type: 'object',
            properties: {
              year: COUNT,
              size: COUNT,
              kind: TEXT,
              seed: TEXT,
              ledgerSize: COUNT,
              population: { ...COUNT, description: '从多少件里抽的' },
              records: { type: 'array', items: SAMPLED },
            },
          },
          ...problems(401, 403, 404),
        },
      },
    },
    async (request) => {
      assertHolds(request, DRAWING, '抽样');
      const { seed = randomBytes(8).toString('hex'), ...query } = request.query as SampleQuery;
      const sample = await sampleRecords(parts.store, parts.register, principalOf(request).org, {
        ...query,
        seed,
      });
      return {
        ...sample,
        records: sample.records.map((each) => {
          const { code, label, states } = parts.register.kind(each.kind);
          const state = { code: each.state, label: states[each.state] ?? each.state };
          return { ...each, kind: { code, label }, state };
        }),
      };
    },
  );
}
