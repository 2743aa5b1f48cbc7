import type { FastifyInstance } from 'fastify';
import { dayAt, isDay, Refusal, type Day } from '../kernel/index.ts';
import { stockOn } from '../records/stock-list.ts';
import { principalOf, viewerOf } from './access.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer' };
const NULLABLE: Schema = { type: ['string', 'null'] };

function listOf(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'array', items: { type: 'object', properties } };
}

const LOTS = listOf({
  lot: { ...TEXT, description: '批次' },
  quantity: { ...COUNT, description: '账面数' },
  expires: { ...NULLABLE, description: '有效期至' },
  mark: { type: 'string', enum: ['expired', 'soon'], description: 'expired已过期，soon三个月内到期' },
  counted: { ...NULLABLE, description: '最近一次盘点' },
});

const ITEMS = listOf({
  record: TEXT,
  title: TEXT,
  unit: TEXT,
  quantity: { ...COUNT, description: '各批次合计' },
  minimum: { ...COUNT, description: '最低储备' },
  short: { ...COUNT, description: '还差多少' },
  lots: LOTS,
});

const STOCK: Schema = {
  type: 'object',
  required: ['at', 'storehouses', 'awaiting', 'counts'],
  properties: {
    at: { ...TEXT, description: '哪一天的' },
    storehouses: listOf({
      record: TEXT,
      kind: TEXT,
      title: TEXT,
      village: NULLABLE,
      closed: { type: 'boolean', description: '已停用，还有结存' },
      items: ITEMS,
    }),
    awaiting: {
      ...listOf({
        record: TEXT,
        kind: TEXT,
        title: TEXT,
        storehouse: TEXT,
        item: TEXT,
        lot: TEXT,
        quantity: COUNT,
        day: TEXT,
      }),
      description: '超出账面、还没有核实的出库（待核）',
    },
    counts: {
      type: 'object',
      description: '过期、快到期的批次，不足的物资，待核的出库各有多少',
      properties: { expired: COUNT, soon: COUNT, short: COUNT, awaiting: COUNT },
    },
  },
};

function readDay(text: string | undefined, today: Day): Day {
  if (text === undefined) return today;
  if (!isDay(text)) {
    throw new Refusal('invalid-value', `“${text}”不是一个存在的日期。`, {
      field: 'at',
      next: '请写成2026-05-09的样子。',
    });
  }
  if (text <= today) return text;
  throw new Refusal('invalid-value', `${text}还没有到，只能看今天和以前的库存。`, { field: 'at' });
}

/** What is in which storehouse on a day (应急物资库存), of those that the person may know of. */
export function addStockRoute(app: FastifyInstance, { store, register }: ApiParts, now: () => Date): void {
  const schema = {
    tags: ['应急物资'],
    summary: '应急物资库存：哪天、哪个库室、哪一批、有多少',
    operationId: 'stock.list',
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: {
        at: { type: 'string', maxLength: 10, description: '看哪一天，不写就是今天' },
        storehouse: { type: 'string', format: 'uuid', description: '只看这个库室' },
      },
    },
    response: { 200: STOCK, ...problems(401, 404, 422) },
  };
  app.get('/:org/stock', { schema, config: { kept: true } }, async (request) => {
    const principal = principalOf(request);
    const { at, storehouse } = request.query as { at?: string; storehouse?: string };
    const today = dayAt(now());
    return stockOn(store, register, viewerOf(principal), principal.org, {
      today,
      at: readDay(at, today),
      ...(storehouse === undefined ? {} : { storehouse }),
    });
  });
}
