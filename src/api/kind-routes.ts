import type { FastifyInstance } from 'fastify';
import { basesOf, citationText, isPersonal, POSTS, type Field, type Kind } from '../kernel/index.ts';
import { principalOf } from './access.ts';
import { fieldSchema, type Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

function describeField(name: string, field: Field): object {
  return {
    name,
    label: field.label,
    type: field.type,
    privacy: field.privacy,
    personal: isPersonal(field),
    ...(field.help === undefined ? {} : { help: field.help }),
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    ...(field.options === undefined
      ? {}
      : { options: Object.entries(field.options).map(([code, label]) => ({ code, label })) }),
    ...(field.target === undefined ? {} : { target: field.target }),
    ...(field.future ? { future: true } : {}),
    ...(field.items === undefined
      ? {}
      : { items: Object.entries(field.items).map(([key, item]) => describeField(key, item)) }),
    schema: fieldSchema(field),
  };
}

/** A kind as a form, a list and a record page need it: all words in it are for people. */
export function describeKind(kind: Kind): object {
  return {
    code: kind.code,
    label: kind.label,
    room: kind.room,
    version: kind.version,
    ...(kind.home ? { home: kind.home } : {}),
    ...(kind.village === undefined ? {} : { village: kind.village }),
    title: kind.title,
    states: Object.entries(kind.states).map(([code, label]) => ({ code, label })),
    fields: Object.entries(kind.fields).map(([name, field]) => describeField(name, field)),
    steps: Object.entries(kind.steps).map(([name, step]) => ({
      name,
      label: step.label,
      by: step.by.map((post) => ({ code: post, label: POSTS[post] })),
      basis: basesOf(step).map(citationText),
      start: step.from === 'start',
      from: step.from === 'start' ? [] : step.from,
      to: step.to,
      ...(step.day === undefined ? {} : { day: step.day }),
      sameDay: step.sameDay ?? [],
      asks: step.asks ?? [],
      may: step.may ?? [],
      rules: (step.rules ?? []).map(({ rule, remedy }) => ({
        id: rule.id,
        sentence: rule.sentence,
        basis: citationText(rule.basis),
        hard: rule.hard,
        remedy,
      })),
    })),
    figures: Object.entries(kind.figures ?? {}).map(([code, { label, unit, definition }]) => ({
      code,
      label,
      unit,
      definition,
    })),
    public: kind.disclosure?.fields ?? [],
  };
}

const KIND: Schema = {
  type: 'object',
  required: ['code', 'label', 'room', 'version', 'fields', 'steps', 'states'],
  additionalProperties: true,
  properties: {
    code: { type: 'string' },
    label: { type: 'string' },
    room: { type: 'string' },
    version: { type: 'integer' },
  },
};

/** The kinds of work as they are declared: what a client builds its screens from. */
export function addKindRoutes(app: FastifyInstance, { register }: ApiParts): void {
  app.get(
    '/:org/kinds',
    {
      schema: {
        tags: ['事项种类'],
        summary: '全部事项种类',
        operationId: 'kinds.list',
        response: {
          200: { type: 'object', properties: { kinds: { type: 'array', items: KIND } } },
          ...problems(401, 404),
        },
      },
    },
    (request) => {
      principalOf(request);
      return { kinds: register.kinds.map(describeKind) };
    },
  );
  app.get(
    '/:org/kinds/:kind',
    {
      schema: {
        tags: ['事项种类'],
        summary: '一种事项的栏目和环节',
        operationId: 'kinds.get',
        response: { 200: KIND, ...problems(401, 404) },
      },
    },
    (request) => {
      principalOf(request);
      return describeKind(register.kind((request.params as { kind: string }).kind));
    },
  );
}
