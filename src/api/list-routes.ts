import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  EVIDENCE,
  isPersonal,
  SOURCES,
  type Evidence,
  type Field,
  type Kind,
  type Source,
} from '../kernel/index.ts';
import type { FieldFilter, Including } from '../records/list-query.ts';
import { listRecords, type Page } from '../records/listing.ts';
import { principalOf, viewerOf } from './access.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { headOf } from './record-view.ts';
import { problems } from './route-schema.ts';

/** A list's question as an address carries it. */
interface Asked {
  readonly q?: string;
  readonly kind?: readonly string[];
  readonly state?: readonly string[];
  readonly village?: readonly string[];
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
  readonly recordedFrom?: string;
  readonly recordedTo?: string;
  readonly source?: readonly Source[];
  readonly evidence?: readonly Evidence[];
  readonly handler?: string;
  readonly flawed?: boolean;
  readonly drills?: Including;
  readonly voided?: Including;
  readonly sort?: string;
  readonly order?: 'asc' | 'desc';
  readonly cursor?: string;
  readonly size?: number;
  readonly total?: boolean;
}

const TEXTS: Schema = { type: 'array', items: { type: 'string', maxLength: 60 }, maxItems: 50 };
const DAY: Schema = { type: 'string', maxLength: 10 };
const INCLUDING: Schema = { type: 'string', enum: ['with', 'without', 'only'] };

const QUERY: Readonly<Record<string, Schema>> = {
  q: { type: 'string', maxLength: 100, description: '查找标题和内容里的文字，几个词用空格隔开' },
  state: { ...TEXTS, description: '状态，可写几个' },
  village: { ...TEXTS, description: '村，可写几个' },
  unit: { type: 'string', maxLength: 60, description: '责任单位' },
  from: { ...DAY, description: '发生日起' },
  to: { ...DAY, description: '发生日止' },
  recordedFrom: { ...DAY, description: '登记日起' },
  recordedTo: { ...DAY, description: '登记日止' },
  source: { type: 'array', items: { type: 'string', enum: Object.keys(SOURCES) }, description: '来源' },
  evidence: {
    type: 'array',
    items: { type: 'string', enum: Object.keys(EVIDENCE) },
    description: '佐证等级',
  },
  handler: { type: 'string', maxLength: 60, description: '承办人的账号' },
  flawed: { type: 'boolean', description: '只看有（或没有）程序瑕疵的' },
  drills: { ...INCLUDING, description: '演练：with一并、without不看、only只看' },
  voided: { ...INCLUDING, description: '作废的，写法同上；不写就不看' },
  sort: {
    type: 'string',
    maxLength: 60,
    description: '按什么排：occurredOn、recordedOn、title、state，或本种事项的日期、数目栏',
  },
  order: { type: 'string', enum: ['asc', 'desc'], description: '升序或降序' },
  cursor: { type: 'string', maxLength: 1000, description: '上一页给的next' },
  size: { type: 'integer', minimum: 1, maximum: 200, default: 50, description: '每页多少条' },
  total: { type: 'boolean', description: '一并数出总数' },
};

/** A kind's own filters: `field.type=land`, `field.settledOn.from=2024-01-01`. */
function filtersOf(kind: Kind): Record<string, Schema> {
  const schemas = (name: string, field: Field): [string, Schema][] => {
    if (isPersonal(field)) return [];
    switch (field.type) {
      case 'one-of':
      case 'many-of':
      case 'link':
        return [[`field.${name}`, { ...TEXTS, description: field.label }]];
      case 'day':
        return [
          [`field.${name}.from`, { ...DAY, description: `${field.label}起` }],
          [`field.${name}.to`, { ...DAY, description: `${field.label}止` }],
        ];
      default:
        return [];
    }
  };
  return Object.fromEntries(Object.entries(kind.fields).flatMap(([name, field]) => schemas(name, field)));
}

function readFilters(query: Readonly<Record<string, unknown>>): Record<string, FieldFilter> {
  const filters: Record<string, FieldFilter> = {};
  for (const [key, value] of Object.entries(query)) {
    const [, name, end] = /^field\.([^.]+)(?:\.(from|to))?$/.exec(key) ?? [];
    if (name === undefined) continue;
    filters[name] = end === undefined ? (value as string[]) : { ...filters[name], [end]: value as string };
  }
  return filters;
}

const NEXT: Readonly<Record<string, Schema>> = {
  next: { type: 'string', description: '下一页的cursor；没有就是最后一页' },
  total: {
    type: 'object',
    properties: {
      count: { type: 'integer' },
      more: { type: 'boolean', description: '数到这里为止，实际更多' },
    },
  },
};

async function pageOf({ store, register }: ApiParts, request: FastifyRequest, kind?: Kind): Promise<Page> {
  const principal = principalOf(request);
  const asked = request.query as Asked;
  const {
    kind: kinds,
    state,
    village,
    unit,
    from,
    to,
    recordedFrom,
    recordedTo,
    source,
    order,
    size,
    ...rest
  } = asked;
  const { evidence, handler, flawed, drills, voided, sort, cursor, total } = rest;
  const given = {
    q: asked.q,
    kinds: kind ? [kind.code] : kinds,
    states: state,
    villages: village,
    unit,
    occurredFrom: from,
    occurredTo: to,
    recordedFrom,
    recordedTo,
    sources: source,
    evidence,
    handler,
    flawed,
    drills,
    voided,
    sort,
    descending: order === undefined ? undefined : order === 'desc',
    cursor,
    size,
    total,
    values: kind ? true : undefined,
    fields: kind ? readFilters(request.query as Record<string, unknown>) : undefined,
  };
  const query = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return listRecords(store, register, viewerOf(principal), { ...query, org: principal.org });
}

function answer({ register }: ApiParts, { records, ...page }: Page): object {
  return {
    ...page,
    records: records.map((record) => headOf(register.kind(record.kind, record.kindVersion), record)),
  };
}

function listSchema(items: string): Record<number, Schema> {
  return {
    200: {
      type: 'object',
      required: ['records'],
      properties: { records: { type: 'array', items: { $ref: `${items}#` } }, ...NEXT },
    },
  };
}

/** The list of one kind, with its own filters and values. */
export function addListRoute(app: FastifyInstance, parts: ApiParts, kind: Kind): void {
  const schema = {
    tags: [kind.label],
    summary: '列表',
    operationId: `${kind.code}.list`,
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: { ...QUERY, ...filtersOf(kind) },
    },
    response: { ...listSchema(`${kind.code}-record`), ...problems(401, 404, 422) },
  };
  app.get(`/:org/kinds/${kind.code}/records`, { schema, config: { kept: true } }, async (request) =>
    answer(parts, await pageOf(parts, request, kind)),
  );
}

/** All kinds in one list. */
export function addRecordsRoute(app: FastifyInstance, parts: ApiParts): void {
  const kind = { ...TEXTS, description: '事项种类，可写几种；不写就是全部' };
  const schema = {
    tags: ['记录'],
    summary: '各种事项的记录',
    operationId: 'records.list',
    querystring: { type: 'object', additionalProperties: false, properties: { kind, ...QUERY } },
    response: { ...listSchema('any-record'), ...problems(401, 404, 422) },
  };
  app.get('/:org/records', { schema, config: { kept: true } }, async (request) =>
    answer(parts, await pageOf(parts, request)),
  );
}
