import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isDay, Refusal, type Post } from '../kernel/index.ts';
import { actsLog, type ActsQuery, type LoggedAct } from '../records/acts-log.ts';
import { principalOf } from './access.ts';
import { csvOf } from './csv.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

/** The post that sees everything that was done, and by whom. */
export const AUDITS: Post = 'audit-administrator';
/** A file of acts holds so many at most; a longer span is asked for in parts. */
const MOST_IN_FILE = 50_000;

const TEXT: Schema = { type: 'string' };
const NAMED: Schema = { type: 'object', properties: { code: TEXT, label: TEXT } };
const DAY: Schema = { type: 'string', maxLength: 10 };

const ACT: Schema = {
  type: 'object',
  properties: {
    seq: { type: 'integer', description: '账本序号' },
    recordedAt: TEXT,
    occurredOn: TEXT,
    account: { ...TEXT, description: '谁办的' },
    post: NAMED,
    behalf: { ...TEXT, description: '替谁录入' },
    kind: NAMED,
    step: NAMED,
    record: TEXT,
    from: {
      type: 'object',
      description: '在这之前最近一次登录的地址和设备',
      properties: { address: TEXT, device: TEXT },
    },
  },
};

const FILTERS: Readonly<Record<string, Schema>> = {
  account: { type: 'string', maxLength: 60, description: '账号' },
  kind: { type: 'string', maxLength: 60, description: '事项种类' },
  step: { type: 'string', maxLength: 60, description: '环节' },
  from: { ...DAY, description: '登记日起' },
  to: { ...DAY, description: '登记日止' },
};

function askedOf(request: FastifyRequest, size: number): ActsQuery {
  const { org, posts, home } = principalOf(request);
  if (home !== org || !posts.includes(AUDITS)) {
    throw new Refusal('not-permitted', '只有审计管理员可以查看全部操作记录。');
  }
  const asked = request.query as Omit<ActsQuery, 'org' | 'size'> & { readonly size?: number };
  for (const field of ['from', 'to'] as const) {
    const day = asked[field];
    if (day !== undefined && !isDay(day))
      throw new Refusal('invalid-value', `“${day}”不是一个存在的日期。`, {
        field,
        next: '请写成2026-05-09的样子。',
      });
  }
  return { ...asked, org, size: asked.size ?? size };
}

/** What was done by whom, when and from where (操作记录), as a list and as a file. */
export function addAuditRoutes(app: FastifyInstance, { store, register }: ApiParts): void {
  app.get(
    '/:org/acts',
    {
      schema: {
        tags: ['账本'],
        summary: '操作记录：谁在什么时候办了什么',
        description: '只有审计管理员可以看。新的在前，不含填写的内容；下一页把末条的seq写在before里。',
        operationId: 'acts.list',
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            ...FILTERS,
            before: { type: 'integer', minimum: 1 },
            size: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
          },
        },
        response: {
          200: { type: 'object', properties: { acts: { type: 'array', items: ACT } } },
          ...problems(401, 403, 404, 422),
        },
      },
    },
    async (request) => ({ acts: await actsLog(store, register, askedOf(request, 50)) }),
  );
  app.get(
    '/:org/acts.csv',
    {
      schema: {
        tags: ['账本'],
        summary: '操作记录的文件，可用表格软件打开',
        operationId: 'acts.file',
        querystring: { type: 'object', additionalProperties: false, properties: FILTERS },
        response: {
          200: { description: '操作记录', content: { 'text/csv': { schema: {} } } },
          ...problems(401, 403, 404, 422),
        },
      },
    },
    async (request, reply) => {
      const acts = await actsLog(store, register, askedOf(request, MOST_IN_FILE));
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('操作记录.csv')}`)
        .type('text/csv; charset=utf-8')
        .send(fileOf(acts));
    },
  );
}

const HEAD = [
  '账本序号',
  '登记时间',
  '发生日',
  '账号',
  '岗位',
  '替谁录入',
  '事项',
  '环节',
  '记录编号',
  '登录地址',
  '设备',
];

function fileOf(acts: readonly LoggedAct[]): string {
  const rows = acts.map((act) => [
    String(act.seq),
    act.recordedAt,
    act.occurredOn,
    act.account,
    act.post.label,
    act.behalf ?? '',
    act.kind.label,
    act.step.label,
    act.record,
    act.from?.address ?? '',
    act.from?.device ?? '',
  ]);
  return csvOf([HEAD, ...rows]);
}
