import type { FastifyInstance } from 'fastify';
import { dayAt, isDay, Refusal, type Day } from '../kernel/index.ts';
import { WHEN, type When } from '../records/due-day.ts';
import { dueList } from '../records/due.ts';
import { principalOf, viewerOf } from './access.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

interface Asked {
  readonly kind?: readonly string[];
  readonly village?: readonly string[];
  readonly mine?: boolean;
  readonly record?: string;
  readonly when?: readonly When[];
  readonly on?: string;
  readonly most?: number;
  readonly path?: boolean;
}

const TEXT: Schema = { type: 'string' };
const TEXTS: Schema = { type: 'array', items: { type: 'string', maxLength: 60 }, maxItems: 50 };
const NULLABLE: Schema = { type: ['string', 'null'] };

const ITEM: Schema = {
  type: 'object',
  properties: {
    record: TEXT,
    kind: TEXT,
    title: TEXT,
    state: TEXT,
    village: NULLABLE,
    handlers: { type: 'array', items: TEXT, description: '承办人' },
    rule: { ...TEXT, description: '期限规则编号' },
    name: { ...TEXT, description: '期限内要办什么' },
    article: { ...TEXT, description: '条文' },
    role: { ...TEXT, description: '谁的期限' },
    from: { ...TEXT, description: '起算日' },
    metBy: { ...TEXT, description: '填了哪一栏就算办到' },
    due: { ...NULLABLE, description: '最后一日' },
    safeDue: { ...NULLABLE, description: '稳妥日' },
    when: { ...TEXT, description: '已逾期、今天、本周……' },
    left: {
      type: 'object',
      description: '还有多少天，逾期为负',
      properties: { count: { type: 'integer' }, unit: TEXT },
    },
    awaits: {
      type: 'object',
      description: '缺哪一年的放假通知',
      properties: { year: { type: 'integer' }, lastCertainDay: NULLABLE },
    },
    pausedSince: { ...TEXT, format: 'date', description: '从哪天起暂停，不计入期限' },
    unsettled: { ...TEXT, description: '为什么算不出' },
    path: {
      type: 'array',
      description: '每一天计不计、为什么',
      items: { type: 'object', properties: { date: TEXT, counted: { type: 'boolean' }, why: TEXT } },
    },
  },
};

function readDay(text: string | undefined, today: Day): Day {
  if (text === undefined) return today;
  if (isDay(text)) return text;
  throw new Refusal('invalid-value', `“${text}”不是一个存在的日期。`, {
    field: 'on',
    next: '请写成2026-05-09的样子。',
  });
}

/** Running terms of open matters, the soonest first; with `mine` of those that name the person as handler. */
export function addDueRoute(app: FastifyInstance, { store, register }: ApiParts, now: () => Date): void {
  const when = Object.keys(WHEN);
  const schema = {
    tags: ['期限'],
    summary: '在办事项的期限',
    operationId: 'due.list',
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: {
        kind: { ...TEXTS, description: '事项种类，可写几种' },
        village: { ...TEXTS, description: '村，可写几个' },
        mine: { type: 'boolean', description: '只看自己承办的' },
        record: { type: 'string', format: 'uuid', description: '只看这一件' },
        when: { type: 'array', items: { type: 'string', enum: when }, description: '只看已逾期、今天等' },
        on: { type: 'string', maxLength: 10, description: '站在哪一天看，不写就是今天' },
        most: { type: 'integer', minimum: 0, maximum: 10_000, default: 200, description: '最多列出多少件' },
        path: { type: 'boolean', description: '列出每一天计不计、为什么' },
      },
    },
    response: {
      200: {
        type: 'object',
        properties: {
          today: TEXT,
          items: { type: 'array', items: ITEM },
          counts: {
            type: 'object',
            description: '各类共有多少件，不受most限制',
            properties: Object.fromEntries(when.map((each) => [each, { type: 'integer' }])),
          },
        },
      },
      ...problems(401, 404, 422),
    },
  };
  app.get('/:org/due', { schema }, async (request) => {
    const principal = principalOf(request);
    const {
      kind: kinds,
      village: villages,
      mine,
      record,
      when: wanted,
      on,
      most,
      path,
    } = request.query as Asked;
    const given = { kinds, villages, record, when: wanted, most, path };
    const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const handler = mine ? { handler: principal.account } : {};
    const today = readDay(on, dayAt(now()));
    return dueList(store, register, viewerOf(principal), today, { ...asked, ...handler, org: principal.org });
  });
}
