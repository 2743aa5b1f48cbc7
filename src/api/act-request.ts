import type { FastifyRequest } from 'fastify';
import {
  dayAt,
  EVIDENCE,
  POSTS,
  Refusal,
  SOURCES,
  type Evidence,
  type Kind,
  type Post,
  type Source,
} from '../kernel/index.ts';
import type { Principal } from '../people/principal.ts';
import type { ActRequest, StartRequest } from '../records/ask.ts';
import { principalOf } from './access.ts';
import { knownRecord } from './known-record.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';

/** What an act says; which of it a route takes is in the route's schema. */
export interface ActBody {
  readonly on?: string;
  readonly precision?: 'day' | 'month' | 'year';
  readonly source?: Source;
  readonly behalf?: string;
  readonly post?: Post;
  readonly evidence?: Evidence;
  readonly unit?: string;
  readonly home?: string;
  readonly upperNumber?: string;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly village?: string;
  readonly drill?: boolean;
  readonly record?: string;
  readonly reason?: string;
  readonly redatedTo?: string;
  readonly handlers?: readonly string[];
}

/** What every act may say beside its values. */
const ENVELOPE: Readonly<Record<string, Schema>> = {
  on: { type: 'string', format: 'date', title: '发生日', description: '不写就是今天' },
  precision: { type: 'string', enum: ['day', 'month', 'year'], title: '日期精度' },
  source: { type: 'string', enum: Object.keys(SOURCES), title: '来源' },
  behalf: { type: 'string', title: '替谁录入', description: '代录时写账号' },
  post: {
    type: 'string',
    enum: Object.keys(POSTS),
    title: '以哪个岗位办理',
    description: '任多个岗位时可以指明',
  },
  evidence: { type: 'string', enum: Object.keys(EVIDENCE), title: '佐证等级' },
  unit: { type: 'string', title: '责任单位' },
  home: { type: 'string', title: '上级平台' },
  upperNumber: { type: 'string', title: '上级平台的编号' },
  reasons: {
    type: 'object',
    title: '规则提醒后仍要办理的理由',
    description: '规则编号→理由',
    additionalProperties: { type: 'string' },
  },
};

export function bodySchema(
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    required,
    properties: { ...properties, ...ENVELOPE },
  };
}

const KEY: Readonly<Record<string, Schema>> = {
  'idempotency-key': {
    type: 'string',
    minLength: 8,
    maxLength: 200,
    description: '提交编号：同一编号只办一次，重复提交得到第一次的结果',
  },
};

export const START_HEADERS: Schema = { type: 'object', required: ['idempotency-key'], properties: KEY };

export const ACT_HEADERS: Schema = {
  type: 'object',
  required: ['idempotency-key', 'if-match'],
  properties: {
    ...KEY,
    'if-match': { type: 'string', pattern: '^"[1-9]\\d{0,8}"$', description: '所见记录的版本，如"3"' },
  },
};

/** The post that acts: the one named, else the first of the person's posts that may. */
export function postFor(
  request: FastifyRequest,
  may: (post: Post) => boolean,
  act: string,
): { readonly principal: Principal; readonly post: Post } {
  const principal = principalOf(request);
  if (principal.readsOnly) throw new Refusal('not-permitted', '您在这个机构只能查看，不能办理。');
  const { post: wanted } = request.body as ActBody;
  const post = principal.posts.find((each) => (wanted === undefined || each === wanted) && may(each));
  if (post) return { principal, post };
  throw new Refusal('not-permitted', `您的岗位不能办“${act}”。`, {
    next: '请由有权的岗位办理，或请其代办。',
  });
}

/** Two people may hit upon one key by chance: a key is a person's own. */
export function keyOf(request: FastifyRequest, { account, home }: Principal): string {
  return `${home}/${account}\n${String(request.headers['idempotency-key'])}`;
}

/** What only acts about keeping say; their routes read it. */
const KEEPING = ['fields', 'ground', 'class', 'entries'] as const;

/** What starts and further acts have in common, as the write path takes it. */
export function commonOf(
  request: FastifyRequest,
  { principal, post }: ReturnType<typeof postFor>,
  now: Date,
): Omit<StartRequest, 'kind' | 'step'> {
  const {
    on,
    behalf,
    post: _post,
    reason: _reason,
    redatedTo: _to,
    handlers: _handlers,
    fields: _fields,
    ground: _ground,
    class: _class,
    entries: _entries,
    ...said
  } = request.body as ActBody & Readonly<Record<(typeof KEEPING)[number], unknown>>;
  return {
    ...said,
    org: principal.org,
    occurredOn: on ?? dayAt(now),
    idempotencyKey: keyOf(request, principal),
    actor: { account: principal.account, post, ...(behalf === undefined ? {} : { behalf }) },
  };
}

/** An act on a record. What this person may not know of can't be acted on: it answers like what is missing. */
export async function furtherOf(
  parts: ApiParts,
  request: FastifyRequest,
  kind: Kind,
  acting: ReturnType<typeof postFor>,
  now: Date,
): Promise<Omit<ActRequest, 'step'>> {
  const { id } = request.params as { id: string };
  await knownRecord(parts, acting.principal, id, kind.code);
  const version = Number(String(request.headers['if-match']).slice(1, -1));
  return { ...commonOf(request, acting, now), kind: kind.code, record: id, expectedVersion: version };
}
