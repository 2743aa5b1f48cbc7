import type { FastifyInstance, FastifyRequest } from 'fastify';
import { listDeliveries, OUTCOMES, queueTrial, redeliver } from '../webhooks/delivery.ts';
import { TROUBLES } from '../webhooks/trouble.ts';
import {
  changeWebhook,
  listWebhooks,
  makeWebhook,
  noticeOf,
  PAUSES,
  removeWebhook,
  renewWebhookSecret,
  type Change,
  type ListedWebhook,
  type Wanted,
} from '../webhooks/webhook.ts';
import { administratorOf } from './administers.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

const TEXT: Schema = { type: 'string' };
const TIME: Schema = { type: 'string', format: 'date-time' };
const NO_TIME: Schema = { type: ['string', 'null'] };
const CODED: Schema = {
  type: ['object', 'null'],
  properties: { code: TEXT, label: TEXT },
};
const SECRET: Schema = { type: 'string', description: '签名密钥，只显示这一次' };

/** What an administrator says; the kinds are those of which everybody in the office may know. */
function wantedSchema({ register }: ApiParts): Readonly<Record<'label' | 'address' | 'kinds', Schema>> {
  const heard = register.kinds.filter(({ audience }) => audience === undefined).map(({ code }) => code);
  return {
    label: { type: 'string', maxLength: 120, description: '给哪个系统' },
    address: { type: 'string', maxLength: 500, description: '对方接收的网址，https://开头' },
    kinds: {
      type: ['array', 'null'],
      minItems: 1,
      uniqueItems: true,
      items: { type: 'string', enum: heard },
      description: '通知哪些种类的事项；不写就是全部',
    },
  };
}

const LISTED: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid' },
    label: TEXT,
    address: TEXT,
    kinds: { type: ['array', 'null'], items: TEXT },
    madeAt: TIME,
    madeBy: { type: 'string', description: '登记的账号' },
    failingSince: { ...NO_TIME, description: '从什么时候起一直送不到' },
    pausedAt: NO_TIME,
    paused: { ...CODED, description: '为什么停用' },
    notice: { type: ['string', 'null'], description: '自动停用的，提示一句话' },
    waiting: { type: 'integer', description: '待投递的次数' },
  },
};

const DELIVERY: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid' },
    entry: { type: ['integer', 'null'], description: '账本序号；试投的为空' },
    record: NO_TIME,
    kind: NO_TIME,
    step: NO_TIME,
    queuedAt: TIME,
    outcome: { type: 'object', properties: { code: TEXT, label: TEXT } },
    attempts: { type: 'integer', description: '试了几次' },
    triedAt: { ...NO_TIME, description: '最近一次' },
    nextAt: { ...NO_TIME, description: '下一次' },
    status: { type: ['integer', 'null'], description: '对方答复的HTTP状态码' },
    trouble: { ...CODED, description: '为什么没有送到' },
    tookMs: { type: ['integer', 'null'] },
  },
};

function coded<T extends string>(labels: Readonly<Record<T, string>>, code: T | null) {
  return code === null ? null : { code, label: labels[code] };
}

function inWords(webhook: ListedWebhook) {
  return { ...webhook, paused: coded(PAUSES, webhook.pausedFor), notice: noticeOf(webhook) ?? null };
}

type Params = { readonly id: string; readonly delivery: string };

const ID: Schema = { type: 'string', format: 'uuid' };

/** Other systems that hear of what is entered (回调), for the system administrator. */
export function addWebhookRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const { store, webhooks } = parts;
  const made = { store, key: parts.signIn.key, settings: webhooks.settings };
  const administrator = (request: FastifyRequest) => administratorOf(request, '回调');
  /** What delivers in this process looks at the organisation in its next round. */
  const tell = ({ org }: { readonly org: string }): void => void webhooks.touched.add(org);
  const wanted = wantedSchema(parts);
  const schema = (
    summary: string,
    name: string,
    response: Record<number, Schema>,
    more: { readonly description?: string; readonly body?: Schema; readonly querystring?: Schema } = {},
    params: Readonly<Record<string, Schema>> = { id: ID },
  ) => ({
    schema: {
      tags: ['回调'],
      summary,
      operationId: `webhooks.${name}`,
      params: { type: 'object', properties: { org: TEXT, ...params } },
      ...more,
      response: { ...response, ...problems(401, 403, 404, 409, 422) },
    },
  });

  app.get(
    '/:org/webhooks',
    schema(
      '回调',
      'list',
      { 200: { type: 'object', properties: { webhooks: { type: 'array', items: LISTED } } } },
      {},
      {},
    ),
    async (request) => {
      const { org } = administrator(request);
      return { webhooks: (await listWebhooks(store, org)).map(inWords) };
    },
  );
  app.post(
    '/:org/webhooks',
    schema(
      '登记回调',
      'make',
      { 201: { type: 'object', properties: { id: ID, secret: SECRET } } },
      {
        description:
          '账本每有一条新的记录，就向这个网址发一个签名的请求，只有编号、种类、环节、状态和日期，没有填写的内容。',
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['label', 'address'],
          properties: wanted,
        },
      },
      {},
    ),
    async (request, reply) => {
      const by = administrator(request);
      const { kinds = null, ...said } = request.body as Omit<Wanted, 'kinds'> & Partial<Wanted>;
      const answer = await makeWebhook(made, by, { ...said, kinds }, now());
      tell(by);
      reply.code(201);
      return answer;
    },
  );
  app.patch(
    '/:org/webhooks/:id',
    schema(
      '修改、停用、恢复回调',
      'change',
      { 204: { type: 'null' } },
      {
        description: '停用期间的投递留着（最长30天），恢复后再送。',
        body: {
          type: 'object',
          additionalProperties: false,
          minProperties: 1,
          properties: { ...wanted, paused: { type: 'boolean', description: '停用' } },
        },
      },
    ),
    async (request, reply) => {
      const by = administrator(request);
      await changeWebhook(made, by, (request.params as Params).id, request.body as Change, now());
      tell(by);
      return reply.code(204).send();
    },
  );
  app.post(
    '/:org/webhooks/:id/secret',
    schema(
      '换签名密钥',
      'renew-secret',
      {
        201: {
          type: 'object',
          properties: { secret: SECRET, oldUntil: { ...TIME, description: '旧密钥用到什么时候' } },
        },
      },
      { description: '一天之内新旧密钥各签一次名，对方改好之前不会漏收。' },
    ),
    async (request, reply) => {
      const by = administrator(request);
      reply.code(201);
      return renewWebhookSecret(made, by, (request.params as Params).id, now());
    },
  );
  app.delete(
    '/:org/webhooks/:id',
    schema('删除回调', 'remove', { 204: { type: 'null' } }, { description: '没有送完的也不再送。' }),
    async (request, reply) => {
      await removeWebhook(made, administrator(request), (request.params as Params).id, now());
      return reply.code(204).send();
    },
  );
  app.post(
    '/:org/webhooks/:id/test',
    schema(
      '试投一次',
      'test',
      { 202: { type: 'object', properties: { delivery: ID } } },
      { description: '排在投递里一起送，结果看投递记录。' },
    ),
    async (request, reply) => {
      const by = administrator(request);
      const delivery = await queueTrial(store, by.org, (request.params as Params).id, now());
      tell(by);
      reply.code(202);
      return { delivery };
    },
  );
  app.get(
    '/:org/webhooks/:id/deliveries',
    schema(
      '投递记录',
      'deliveries',
      { 200: { type: 'object', properties: { deliveries: { type: 'array', items: DELIVERY } } } },
      {
        description: '留30天。新的在前；下一页写上一页末条的queuedAt（写作at）和id（写作after）。',
        querystring: {
          type: 'object',
          additionalProperties: false,
          dependentRequired: { at: ['after'], after: ['at'] },
          properties: {
            at: { type: 'string', format: 'date-time' },
            after: { type: 'string', format: 'uuid' },
            size: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
          },
        },
      },
    ),
    async (request) => {
      const { org } = administrator(request);
      const { at, after, size } = request.query as { at?: string; after?: string; size: number };
      const found = await listDeliveries(store, {
        org,
        webhook: (request.params as Params).id,
        ...(at === undefined || after === undefined ? {} : { after: { at: new Date(at), id: after } }),
        size,
      });
      return {
        deliveries: found.map(({ seq, ...each }) => ({
          ...each,
          entry: seq,
          outcome: coded(OUTCOMES, each.outcome),
          trouble: coded(TROUBLES, each.trouble),
        })),
      };
    },
  );
  app.post(
    '/:org/webhooks/:id/deliveries/:delivery/redelivery',
    schema(
      '重投',
      'redeliver',
      { 202: { type: 'null' } },
      { description: '编号（webhook-id）不变，马上再送，不成照常再试。' },
      { id: ID, delivery: ID },
    ),
    async (request, reply) => {
      const by = administrator(request);
      const { id, delivery } = request.params as Params;
      await redeliver(store, { org: by.org, webhook: id, id: delivery }, now());
      tell(by);
      return reply.code(202).send();
    },
  );
}
