import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayAt, Refusal, type Post, type Register } from '../kernel/index.ts';
import { SAMPLE } from '../people/drawn.ts';
import { findPrincipal, type Principal } from '../people/principal.ts';
import { drawsOf, sampleRecords, type Draw, type Sample, type SampleRequest } from '../records/sample.ts';
import { principalOf, viewerOf } from './access.ts';
import { keyOf, START_HEADERS } from './act-request.ts';
import { AUDITS } from './audit-routes.ts';
import type { Schema } from './kind-schema.ts';
import { assertHolds } from './oversight-routes.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';
import { signedInOf } from './signed-in.ts';

/** Who checks a sample by drawing it again. An auditor would learn of records that were not drawn. */
const CHECKING: readonly Post[] = ['county-supervisor', AUDITS];
/** Who draws, and who sees what was drawn. */
const DRAWING: readonly Post[] = ['auditor', AUDITS];

const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer' };

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

const SAMPLE_PROPERTIES: Readonly<Record<string, Schema>> = {
  year: COUNT,
  size: COUNT,
  kind: TEXT,
  seed: TEXT,
  ledgerSize: COUNT,
  population: { ...COUNT, description: '从多少件里抽的' },
  records: { type: 'array', items: SAMPLED },
};

const DRAW: Schema = {
  type: 'object',
  properties: {
    record: { ...TEXT, description: '登记这次抽样的记录' },
    auditor: { ...TEXT, description: '为谁抽的' },
    by: { ...TEXT, description: '谁抽的' },
    drawnOn: TEXT,
    purpose: TEXT,
    ...SAMPLE_PROPERTIES,
  },
};

function askedSchema(register: Register): Readonly<Record<string, Schema>> {
  return {
    year: { type: 'integer', minimum: 1949, maximum: 2100, description: '哪一年发生的' },
    size: { type: 'integer', minimum: 1, maximum: 500, description: '抽几件' },
    kind: { type: 'string', enum: register.kinds.map(({ code }) => code), description: '只抽一种事项' },
    seed: { type: 'string', minLength: 1, maxLength: 80, description: '不写则随机给一个' },
    ledgerSize: { type: 'integer', minimum: 1, description: '只从账本的前多少条里抽' },
  };
}

/** The same sample with the words for its codes. */
function inWords<T extends Sample>(register: Register, sample: T): object {
  return {
    ...sample,
    records: sample.records.map((each) => {
      const { code, label, states } = register.kind(each.kind);
      return {
        ...each,
        kind: { code, label },
        state: { code: each.state, label: states[each.state] ?? each.state },
      };
    }),
  };
}

/** Records drawn at random for an audit: drawing them, seeing what was drawn, checking it. */
export function addSampleRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  addDraw(app, parts, now);
  addDraws(app, parts);
  addCheck(app, parts);
}

interface DrawBody extends Omit<SampleRequest, 'seed'> {
  readonly seed?: string;
  readonly auditor?: string;
  readonly purpose?: string;
}

/** The draw's own post: an auditor's, for whom drawing is the one act, else the audit administrator's. */
function drawingPost({ posts }: Principal): Post {
  return posts.includes('auditor') ? 'auditor' : AUDITS;
}

function addDraw(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const records = parts.records();
  const schema = {
    tags: ['监督'],
    summary: '审计抽样',
    description:
      '按种子随机抽取记录，不含限定知悉的，并记入账本：谁为谁抽的、种子、账本条数、从多少件里抽、抽到哪几件。审计人员只看得到抽到的。',
    operationId: 'samples.draw',
    headers: START_HEADERS,
    body: {
      type: 'object',
      additionalProperties: false,
      required: ['year', 'size'],
      properties: {
        ...askedSchema(parts.register),
        auditor: { type: 'string', maxLength: 80, title: '为哪个账号抽', description: '审计人员不用写' },
        purpose: { type: 'string', maxLength: 300, title: '审计什么' },
      },
    },
    response: { 201: DRAW, ...problems(401, 403, 404, 409, 422) },
  };
  app.post('/:org/samples', { schema }, async (request, reply) => {
    assertHolds(request, DRAWING, '抽样');
    const principal = principalOf(request);
    const { kind, ...said } = request.body as DrawBody;
    const post = drawingPost(principal);
    const auditor = said.auditor ?? (post === 'auditor' ? principal.account : undefined);
    const { record } = await records.start({
      org: principal.org,
      actor: { account: principal.account, post },
      idempotencyKey: keyOf(request, principal),
      kind: SAMPLE,
      step: 'draw',
      occurredOn: dayAt(now()),
      values: { ...said, auditor, sampledKind: kind },
    });
    const [draw] = await drawsOf(
      parts.store,
      parts.register,
      await drawer(parts, request, now),
      principal.org,
      {
        record,
      },
    );
    return reply.code(201).send(inWords(parts.register, draw!));
  });
}

/** Who drew knows from now on of what was drawn. */
async function drawer({ store }: ApiParts, request: FastifyRequest, now: () => Date) {
  const { org } = principalOf(request);
  const principal = await findPrincipal(store, signedInOf(request), org, dayAt(now()));
  if (!principal) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
  return viewerOf(principal);
}

function addDraws(app: FastifyInstance, { store, register }: ApiParts): void {
  const schema = {
    tags: ['监督'],
    summary: '抽过的样',
    description: '审计人员看为自己抽的，审计管理员看全部；新的在前。',
    operationId: 'samples.list',
    response: {
      200: { type: 'object', properties: { samples: { type: 'array', items: DRAW } } },
      ...problems(401, 403, 404),
    },
  };
  app.get('/:org/samples', { schema }, async (request): Promise<object> => {
    assertHolds(request, DRAWING, '查看抽样');
    const principal = principalOf(request);
    const own = principal.drawn ? { auditor: principal.account } : {};
    const draws: Draw[] = await drawsOf(store, register, viewerOf(principal), principal.org, own);
    return { samples: draws.map((draw) => inWords(register, draw)) };
  });
}

function addCheck(app: FastifyInstance, { store, register }: ApiParts): void {
  const schema = {
    tags: ['监督'],
    summary: '按种子重抽，核对抽样',
    description: '写同样的种子和账本条数，谁抽都是这几件；只作核对，不记入账本，审计人员不能用。',
    operationId: 'sample.check',
    querystring: {
      type: 'object',
      additionalProperties: false,
      required: ['year', 'size'],
      properties: askedSchema(register),
    },
    response: { 200: { type: 'object', properties: SAMPLE_PROPERTIES }, ...problems(401, 403, 404) },
  };
  app.get('/:org/sample', { schema }, async (request) => {
    assertHolds(request, CHECKING, '重抽核对');
    const { seed = randomBytes(8).toString('hex'), ...query } = request.query as Omit<DrawBody, 'auditor'>;
    return inWords(
      register,
      await sampleRecords(store, register, principalOf(request).org, { ...query, seed }),
    );
  });
}
