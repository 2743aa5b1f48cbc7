import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isPersonal, type Kind } from '../kernel/index.ts';
import { ERASURE_GROUNDS, type ErasureGround } from '../law/index.ts';
import type { VoidRequest } from '../records/ask.ts';
import type { Acted } from '../records/draft.ts';
import { appliesTo, mayMend, MENDING } from '../records/mending.ts';
import { ERASE, PROPOSE_PURGE, PURGE, RELEASE, RESTRICT, SEAL } from '../records/projection.ts';
import type { Records } from '../records/records.ts';
import { ACT_HEADERS, bodySchema, furtherOf, postFor } from './act-request.ts';
import { ACTED, RECORD_PARAMS, REASON } from './act-schema.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

/** What is said beside the reason; which of it a route takes is in the route's schema. */
interface KeepingBody {
  readonly reason: string;
  readonly fields?: readonly string[];
  readonly ground?: ErasureGround;
  readonly class?: string | null;
  readonly entries?: readonly number[];
}

/** One act about how a record is kept. */
interface Keeping {
  readonly act: string;
  readonly description: string;
  readonly body: Schema;
  /** What it answers beside what every act does. */
  readonly answer?: Readonly<Record<string, Schema>>;
  readonly run: (request: VoidRequest, said: KeepingBody) => Promise<Acted>;
}

const GROUND: Schema = {
  type: 'string',
  enum: Object.keys(ERASURE_GROUNDS),
  title: '理由的法定情形',
  description: Object.entries(ERASURE_GROUNDS)
    .map(([code, { label }]) => `${code}：${label}`)
    .join('；'),
};
const ERASED: Readonly<Record<string, Schema>> = {
  outcome: {
    type: 'string',
    enum: ['erased', 'restricted'],
    description: '已删除，或者因为还要保存而只限制处理',
  },
  retainedThrough: { type: 'string', description: '保存到哪一天；permanent是永久' },
};

function fieldsOf(kind: Kind): Schema {
  const personal = Object.keys(kind.fields).filter((name) => isPersonal(kind.fields[name]!));
  return {
    type: 'array',
    minItems: 1,
    items: { type: 'string', enum: personal },
    title: '哪几栏个人信息',
  };
}

/** Restricting, erasing and releasing, for kinds that hold personal values. */
function aboutPersonal(kind: Kind, records: Records): Readonly<Record<string, Keeping>> {
  const fields = fieldsOf(kind);
  const withheld = bodySchema({ fields, ground: GROUND, reason: REASON }, ['fields', 'ground', 'reason']);
  return {
    restrict: {
      act: RESTRICT,
      description: '只保存，不再使用；获准的人以外谁也看不到。',
      body: withheld,
      answer: ERASED,
      run: (request, { fields: named = [], ground = 'other' }) =>
        records.restrict({ ...request, fields: named, ground }),
    },
    erase: {
      act: ERASE,
      description: '过了保存期限的销毁，还在期限内的只限制处理。',
      body: withheld,
      answer: ERASED,
      run: (request, { fields: named = [], ground = 'other' }) =>
        records.erase({ ...request, fields: named, ground }),
    },
    release: {
      act: RELEASE,
      description: '限制错了，或者限制的理由已经没有。',
      body: bodySchema({ fields, reason: REASON }, ['fields', 'reason']),
      run: (request, { fields: named = [] }) => records.release({ ...request, fields: named }),
    },
  };
}

/** Destroying what must not stand in the ledger, by two people. */
function purging(records: Records): Readonly<Record<string, Keeping>> {
  const entries: Schema = {
    type: 'array',
    minItems: 1,
    maxItems: 1000,
    items: { type: 'integer', minimum: 1 },
    title: '哪几条账目',
    description: '账本序号，办理经过里有',
  };
  return {
    'propose-purge': {
      act: PROPOSE_PURGE,
      description: '第一个人：指出哪几条账目写进了不该写的内容。',
      body: bodySchema({ entries, reason: REASON }, ['entries', 'reason']),
      run: (request, { entries: named = [] }) => records.proposePurge({ ...request, entries: named }),
    },
    purge: {
      act: PURGE,
      description: '第二个人：销毁内容，只留散列值、谁在何时办了什么、理由。不能撤回。',
      body: bodySchema({ reason: REASON }, ['reason']),
      answer: {
        entries: { type: 'array', items: { type: 'integer' }, description: '内容已销毁的账目' },
        remaining: {
          type: 'array',
          description: '程序够不着、要由人去销毁的',
          items: { type: 'object', properties: { what: { type: 'string' }, next: { type: 'string' } } },
        },
      },
      run: (request) => records.purge(request),
    },
  };
}

function sealing(records: Records): Readonly<Record<string, Keeping>> {
  const sealedClass: Schema = {
    anyOf: [{ type: 'string', minLength: 1, maxLength: 60 }, { type: 'null' }],
    title: '限定类别',
    description: '任职里写明可以知悉这一类的人才看得到；写null就是不再限定',
  };
  return {
    seal: {
      act: SEAL,
      description: '只让获准知悉这一类的人看到。',
      body: bodySchema({ class: sealedClass, reason: REASON }, ['class', 'reason']),
      run: (request, said) => records.seal({ ...request, class: said.class ?? null }),
    },
  };
}

function keepings(kind: Kind, records: Records): Readonly<Record<string, Keeping>> {
  // Those who answer for personal data may not look into the log of looks, so they can't act on it here.
  if (kind.log) return {};
  const all = { ...aboutPersonal(kind, records), ...sealing(records), ...purging(records) };
  return Object.fromEntries(Object.entries(all).filter(([, { act }]) => appliesTo(act, kind)));
}

/** What is done about a record as a thing that is kept: 限制处理, 删除个人信息, 限定知悉, 涉密清除. */
export function addKeepingRoutes(app: FastifyInstance, parts: ApiParts, kind: Kind, now: () => Date): void {
  for (const [name, keeping] of Object.entries(keepings(kind, parts.records()))) {
    const { act, description, body, answer = {}, run } = keeping;
    const label = MENDING[act] ?? act;
    const schema = {
      tags: [kind.label],
      summary: label,
      description,
      operationId: `${kind.code}.${name}`,
      params: RECORD_PARAMS,
      headers: ACT_HEADERS,
      body,
      response: {
        200: { ...ACTED, properties: { ...(ACTED['properties'] as object), ...answer } },
        ...problems(401, 403, 404, 409, 412, 422),
      },
    };
    app.post(`/:org/kinds/${kind.code}/records/:id/${name}`, { schema }, async (request, reply) => {
      const acting = postFor(request, (post) => mayMend(act, kind, post), label);
      const further = await furtherOf(parts, request, kind, acting, now());
      const acted = await run({ ...further, reason: saidBy(request).reason }, saidBy(request));
      reply.header('etag', `"${acted.version}"`);
      return acted;
    });
  }
}

function saidBy(request: FastifyRequest): KeepingBody {
  return request.body as KeepingBody;
}
