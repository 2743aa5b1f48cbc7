import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { backingOf, spanOf } from '../figures/figures.ts';
import { monthsOf } from '../figures/months.ts';
import { dayAt, Refusal, yearOf, type Post } from '../kernel/index.ts';
import { issueCheckpoint } from '../ledger/index.ts';
import type { Principal } from '../people/principal.ts';
import { FORMATS, writeReport, type Format } from '../report/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { principalOf, viewerOf } from './access.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

const YEAR: Schema = { type: 'integer', minimum: 1949, maximum: 2100, description: '年度' };

const FIGURE: Schema = {
  type: 'object',
  required: ['code', 'name', 'value', 'records'],
  properties: {
    code: { type: 'string' },
    name: { type: 'string' },
    chapter: { type: 'string' },
    room: { type: 'string' },
    unit: { type: 'string' },
    measure: { type: 'string' },
    rollUp: { type: 'string' },
    value: { type: ['number', 'null'] },
    numerator: { type: 'number' },
    denominator: { type: 'number' },
    records: { type: 'integer', description: '后面有多少条记录' },
    definition: { type: 'string', description: '口径' },
    definitionHash: { type: 'string' },
    period: { type: 'object', properties: { from: { type: 'string' }, to: { type: 'string' } } },
    asOf: { type: 'string' },
    evidence: { type: 'string' },
  },
};

const MONTHLY: Schema = {
  type: 'object',
  properties: {
    code: { type: 'string' },
    name: { type: 'string' },
    unit: { type: 'string' },
    months: { type: 'array', items: { type: 'integer' }, description: '一月到十二月' },
  },
};

const BACKING: Schema = {
  type: 'object',
  properties: {
    record: { type: 'string', format: 'uuid' },
    kind: { type: 'string' },
    title: { type: 'string' },
    village: { type: ['string', 'null'] },
    occurredOn: { type: 'string' },
    version: { type: 'integer' },
    evidence: { type: 'string' },
    part: { type: 'string' },
    contribution: { type: 'number', description: '计入多少' },
  },
};

const TYPES: Readonly<Record<Format, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Whose work the ledger as a whole is. */
const LEDGER_POSTS: readonly Post[] = [
  'judicial-office',
  'auditor',
  'county-supervisor',
  'system-administrator',
];

function assertPost(principal: Principal, posts: readonly Post[], what: string): void {
  if (principal.posts.some((post) => posts.includes(post))) return;
  throw new Refusal('not-permitted', `您的岗位不能${what}。`);
}

/**
 * Numbers and report of a year that runs are made of records that were not drawn; those of one that has ended are public.
 * Only an auditor is held to what the public reads of them.
 */
function assertSeesYear({ drawn }: Principal, year: number, now: Date): void {
  if (drawn === undefined || year < yearOf(dayAt(now))) return;
  throw new Refusal('not-permitted', '审计人员看抽到的记录；指标和报告要等这一年结束、公开以后再看。');
}

/** Figures, the report that they make, and the ledger behind them. */
export function addFigureRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const byYear = { type: 'object', required: ['year'], properties: { year: YEAR } };
  app.get(
    '/:org/figures',
    {
      config: { kept: true },
      schema: {
        tags: ['指标'],
        summary: '一年的全部指标',
        operationId: 'figures.list',
        querystring: byYear,
        response: {
          200: { type: 'object', properties: { figures: { type: 'array', items: FIGURE } } },
          ...problems(401, 403, 404),
        },
      },
    },
    async (request) => {
      const { year } = request.query as { year: number };
      assertSeesYear(principalOf(request), year, now());
      return { figures: await parts.figures(principalOf(request).org, year) };
    },
  );
  app.get(
    '/:org/figures/:code/records',
    {
      config: { kept: true },
      schema: {
        tags: ['指标'],
        summary: '一个指标后面的记录',
        operationId: 'figures.records',
        querystring: byYear,
        response: {
          200: { type: 'object', properties: { records: { type: 'array', items: BACKING } } },
          ...problems(401, 403, 404),
        },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const { code } = request.params as { code: string };
      const { year } = request.query as { year: number };
      const span = spanOf(year, now());
      const records = await parts.store.read(oneOrganisation(principal.org), (tx) =>
        backingOf(tx, parts.register, principal.org, code, span, viewerOf(principal)),
      );
      return { records };
    },
  );
  addMonths(app, parts, now);
  addReport(app, parts, now);
  addLedger(app, parts);
}

function addMonths(app: FastifyInstance, { store, register }: ApiParts, now: () => Date): void {
  app.get(
    '/:org/figures/months',
    {
      config: { kept: true },
      schema: {
        tags: ['指标'],
        summary: '一年的期间数，分月',
        operationId: 'figures.months',
        querystring: { type: 'object', required: ['year'], properties: { year: YEAR } },
        response: {
          200: { type: 'object', properties: { figures: { type: 'array', items: MONTHLY } } },
          ...problems(401, 403, 404),
        },
      },
    },
    async (request) => {
      const { year } = request.query as { year: number };
      assertSeesYear(principalOf(request), year, now());
      return { figures: await monthsOf(store, register, principalOf(request).org, year) };
    },
  );
}

function addReport(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  app.get(
    '/:org/report/:year',
    {
      schema: {
        tags: ['年度报告'],
        summary: '一年的报告草稿',
        operationId: 'report.get',
        params: { type: 'object', properties: { org: { type: 'string' }, year: YEAR } },
        querystring: {
          type: 'object',
          properties: { format: { type: 'string', enum: [...FORMATS], default: 'json' } },
        },
        response: {
          200: {
            description: '报告',
            content: Object.fromEntries(
              Object.values(TYPES).map((type) => [type.split(';')[0], { schema: {} }]),
            ),
          },
          ...problems(401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const { year } = request.params as unknown as { year: number };
      assertSeesYear(principalOf(request), year, now());
      const { format } = request.query as { format: Format };
      const draft = await parts.report(principalOf(request).org, year);
      return reply.type(TYPES[format]).send(await writeReport(draft, format));
    },
  );
}

function addLedger(app: FastifyInstance, parts: ApiParts): void {
  const whole: Schema = { type: 'object', additionalProperties: true };
  app.get(
    '/:org/ledger/checkpoint',
    {
      schema: {
        tags: ['账本'],
        summary: '签发检查点',
        description: 'C2SP签名注记和核验公钥。',
        operationId: 'ledger.checkpoint',
        response: {
          200: {
            type: 'object',
            properties: { note: { type: 'string' }, key: { type: 'string' }, size: { type: 'integer' } },
          },
          ...problems(401, 403, 404),
        },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      assertPost(principal, LEDGER_POSTS, '签发检查点');
      const { note, verifier, size } = await issueCheckpoint(
        parts.store,
        path.join(parts.data, 'keys'),
        principal.org,
      );
      return { note, key: verifier, size };
    },
  );
  app.get(
    '/:org/ledger/verify',
    {
      schema: {
        tags: ['账本'],
        summary: '逐条核验账本',
        description: '重算散列链、记录表、月计数、个人信息和附件的承诺值；有一处不符就指出第一处。',
        operationId: 'ledger.verify',
        response: { 200: whole, ...problems(401, 403, 404) },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      assertPost(principal, LEDGER_POSTS, '核验账本');
      return parts.verify(principal.org);
    },
  );
}
