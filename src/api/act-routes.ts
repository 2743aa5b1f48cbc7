import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FieldSet, Kind, Step } from '../kernel/index.ts';
import type { AssignRequest } from '../records/ask.ts';
import type { Acted } from '../records/draft.ts';
import { mayMend, MENDING } from '../records/mending.ts';
import { ASSIGN, CORRECT, VOID } from '../records/projection.ts';
import type { Records } from '../records/records.ts';
import {
  ACT_HEADERS,
  bodySchema,
  commonOf,
  furtherOf,
  postFor,
  START_HEADERS,
  type ActBody,
} from './act-request.ts';
import { ACTED, REASON, RECORD_PARAMS } from './act-schema.ts';
import { fieldSchemas, valuesSchema, type Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

/** One kind at the API's counter. */
interface Counter {
  readonly app: FastifyInstance;
  readonly parts: ApiParts;
  readonly records: Records;
  readonly kind: Kind;
  readonly now: () => Date;
}

/** Start and step routes of one kind: one route for each step, and the acts that every kind knows. */
export function addActRoutes(app: FastifyInstance, parts: ApiParts, kind: Kind, now: () => Date): void {
  const counter: Counter = { app, parts, records: parts.records(), kind, now };
  for (const [name, step] of Object.entries(kind.steps)) {
    if (step.from === 'start') addStart(counter, name, step);
    else addStep(counter, name, step);
  }
  if (!kind.log) addMending(counter);
}

function villageOf(kind: Kind): Record<string, Schema> {
  return kind.village === undefined ? {} : { village: { type: 'string', title: '所在村' } };
}

function addStart({ app, records, kind, now }: Counter, name: string, step: Step<FieldSet, string>): void {
  const body = bodySchema(
    {
      values: valuesSchema(kind, step),
      ...villageOf(kind),
      drill: { type: 'boolean', title: '演练', description: '演练的记录永远不计入指标' },
      record: { type: 'string', format: 'uuid', title: '记录编号', description: '可以自己先编' },
    },
    ['values', ...(kind.village === 'required' ? ['village'] : [])],
  );
  const schema = {
    tags: [kind.label],
    summary: step.label,
    operationId: `${kind.code}.${name}`,
    headers: START_HEADERS,
    body,
    response: { 201: ACTED, ...problems(401, 403, 404, 409, 422) },
  };
  app.post(`/:org/kinds/${kind.code}/steps/${name}`, { schema }, async (request, reply) => {
    const acting = postFor(request, (post) => step.by.includes(post), step.label);
    const { record = randomUUID() } = request.body as ActBody;
    const asked = { ...commonOf(request, acting, now()), kind: kind.code, step: name, record };
    return answer(reply.code(201), await records.start(asked));
  });
}

function addStep(
  { app, parts, records, kind, now }: Counter,
  name: string,
  step: Step<FieldSet, string>,
): void {
  const schema = {
    tags: [kind.label],
    summary: step.label,
    operationId: `${kind.code}.${name}`,
    params: RECORD_PARAMS,
    headers: ACT_HEADERS,
    body: bodySchema({ values: valuesSchema(kind, step) }),
    response: { 200: ACTED, ...problems(401, 403, 404, 409, 412, 422) },
  };
  app.post(`/:org/kinds/${kind.code}/records/:id/steps/${name}`, { schema }, async (request, reply) => {
    const acting = postFor(request, (post) => step.by.includes(post), step.label);
    const further = await furtherOf(parts, request, kind, acting, now());
    return answer(reply, await records.act({ ...further, step: name }));
  });
}

/** What a correction may change: any field, with `null` where an open one is taken away. */
function correctable(kind: Kind): Schema {
  const fields = Object.entries(fieldSchemas(kind.fields)).map(([name, schema]) => [
    name,
    { anyOf: [schema, { type: 'null' }] },
  ]);
  return {
    type: 'object',
    title: '内容',
    additionalProperties: false,
    properties: Object.fromEntries(fields),
  };
}

interface Mending {
  readonly act: string;
  readonly body: Schema;
  readonly run: (request: AssignRequest) => Promise<Acted>;
}

function mendings(kind: Kind, records: Records): Readonly<Record<string, Mending>> {
  const redatedTo: Schema = { type: 'string', format: 'date', title: '发生日改为' };
  const handlers: Schema = {
    type: 'array',
    minItems: 1,
    maxItems: 20,
    items: { type: 'string' },
    title: '承办人',
    description: '账号，第一个负主要责任',
  };
  return {
    correct: {
      act: CORRECT,
      body: bodySchema({ values: correctable(kind), ...villageOf(kind), redatedTo, reason: REASON }, [
        'reason',
      ]),
      run: (request) => records.correct(request),
    },
    void: {
      act: VOID,
      body: bodySchema({ reason: REASON }, ['reason']),
      run: (request) => records.void(request),
    },
    assign: {
      act: ASSIGN,
      body: bodySchema({ handlers, reason: REASON }, ['reason', 'handlers']),
      run: (request) => records.assign(request),
    },
  };
}

function addMending({ app, parts, records, kind, now }: Counter): void {
  for (const [name, { act, body, run }] of Object.entries(mendings(kind, records))) {
    const label = MENDING[act] ?? act;
    const schema = {
      tags: [kind.label],
      summary: label,
      operationId: `${kind.code}.${name}`,
      params: RECORD_PARAMS,
      headers: ACT_HEADERS,
      body,
      response: { 200: ACTED, ...problems(401, 403, 404, 409, 412, 422) },
    };
    app.post(`/:org/kinds/${kind.code}/records/:id/${name}`, { schema }, async (request, reply) => {
      const acting = postFor(request, (post) => mayMend(act, kind, post), label);
      const further = await furtherOf(parts, request, kind, acting, now());
      const { reason = '', redatedTo, handlers = [] } = request.body as ActBody;
      const asked = { ...further, reason, handlers, ...(redatedTo === undefined ? {} : { redatedTo }) };
      return answer(reply, await run(asked));
    });
  }
}

function answer(reply: FastifyReply, acted: Acted): Acted {
  reply.header('etag', `"${acted.version}"`);
  return acted;
}
