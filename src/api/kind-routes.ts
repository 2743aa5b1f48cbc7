import type { FastifyInstance } from 'fastify';
import { AREAS } from '../duties/areas.ts';
import {
  basesOf,
  canStop,
  citationText,
  isPersonal,
  POSTS,
  sourcesOf,
  type Area,
  type Field,
  type FieldType,
  type Kind,
  type Post,
  type Privacy,
  type Usual,
} from '../kernel/index.ts';
import { ERASURE_GROUNDS } from '../law/index.ts';
import { principalOf } from './access.ts';
import { fieldSchema, type Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

/** A code with the Chinese word for it. */
export interface Named<Code extends string = string> {
  readonly code: Code;
  readonly label: string;
}

/** A field as a form and a list need it. */
export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly privacy: Privacy;
  /** Stored apart, masked for those who don't handle the matter. */
  readonly personal: boolean;
  readonly help?: string;
  readonly unit?: string;
  readonly options?: readonly Named[];
  /** Kind that a link points to. */
  readonly target?: string;
  /** A number given by an authority (文号、案号、证号). */
  readonly code?: true;
  /** A day that may lie ahead. */
  readonly future?: true;
  /** Several persons. */
  readonly several?: true;
  /** What a file mostly is: a phone takes it by one tap. */
  readonly media?: 'photo' | 'sound';
  /** Fields of each item of a list. */
  readonly items?: readonly FieldView[];
  /** Those of them that every item must have. */
  readonly needs?: readonly string[];
  readonly schema: Schema;
}

/** A step as a form and a step bar need it. */
export interface StepView {
  readonly name: string;
  readonly label: string;
  readonly by: readonly Named<Post>[];
  /** Articles that it rests on. */
  readonly basis: readonly string[];
  /** It makes a new matter. */
  readonly start: boolean;
  readonly from: readonly string[];
  /** Absent where the matter stays in the state in which it stands. */
  readonly to?: string;
  /** The field that holds the day of the act. */
  readonly day?: string;
  readonly sameDay: readonly string[];
  readonly asks: readonly string[];
  readonly may: readonly string[];
  /** Fields that have a usual value (沿用); with `link`, once that link is chosen. */
  readonly usual: readonly UsualHint[];
  readonly rules: readonly RuleView[];
  /** Papers that it issues. */
  readonly papers: readonly PaperView[];
}

/** A field whose usual value can be asked for, and the link that it may come by. */
export interface UsualHint {
  readonly name: string;
  readonly link?: string;
}

/** A paper (文书) with the fields that it states, by name. */
export interface PaperView extends Named {
  readonly series?: string;
  readonly data: readonly string[];
}

export interface RuleView {
  readonly id: string;
  readonly sentence: string;
  readonly basis: string;
  readonly hard: boolean;
  readonly remedy: string;
}

/** A kind of work as a client builds its screens from it. */
export interface KindView {
  readonly code: string;
  readonly label: string;
  readonly room: Area;
  readonly version: number;
  readonly home?: { readonly platform: string };
  readonly village?: 'optional' | 'required';
  /** The one post that may know of its records; absent where the whole office may. */
  readonly audience?: Post;
  /** A log: nothing in it is corrected or voided. */
  readonly log?: true;
  /** Its records move stock (库存). */
  readonly stock?: true;
  /** Drills go through it too: a form offers to mark a new record as one. */
  readonly practised?: true;
  /** The field that names a record. */
  readonly title: string;
  readonly states: readonly Named[];
  readonly fields: readonly FieldView[];
  readonly steps: readonly StepView[];
  /** Deadline rules that run in it, the field that meets each, and the one that says by when, where somebody does. */
  readonly terms: readonly {
    readonly rule: string;
    readonly from: string;
    readonly metBy: string;
    readonly by?: string;
  }[];
  readonly figures: readonly (Named & { readonly unit: string; readonly definition: string })[];
  /** Fields that the public may see. */
  readonly public: readonly string[];
}

function hintOf(name: string, source: Usual): UsualHint {
  return { name, ...('link' in source ? { link: source.link } : {}) };
}

function describeField(name: string, field: Field): FieldView {
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
    ...(field.code ? { code: true as const } : {}),
    ...(field.future ? { future: true as const } : {}),
    ...(field.several ? { several: true as const } : {}),
    ...(field.media === undefined ? {} : { media: field.media }),
    ...(field.items === undefined
      ? {}
      : {
          items: Object.entries(field.items).map(([key, item]) => describeField(key, item)),
          needs: field.needs ?? [],
        }),
    schema: fieldSchema(field),
  };
}

/** A kind as a form, a list and a record page need it: all words in it are for people. */
export function describeKind(kind: Kind): KindView {
  return {
    code: kind.code,
    label: kind.label,
    room: kind.room,
    version: kind.version,
    ...(kind.home ? { home: kind.home } : {}),
    ...(kind.village === undefined ? {} : { village: kind.village }),
    ...(kind.audience === undefined ? {} : { audience: kind.audience }),
    ...(kind.log ? { log: true as const } : {}),
    ...(kind.stock ? { stock: true as const } : {}),
    ...(kind.practised ? { practised: true as const } : {}),
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
      ...(step.to === undefined ? {} : { to: step.to }),
      ...(step.day === undefined ? {} : { day: step.day }),
      sameDay: step.sameDay ?? [],
      asks: step.asks ?? [],
      may: step.may ?? [],
      usual: sourcesOf(step).flatMap(([field, sources]) => sources.map((source) => hintOf(field, source))),
      rules: (step.rules ?? []).map(({ rule, remedy }) => ({
        id: rule.id,
        sentence: rule.sentence,
        basis: citationText(rule.basis),
        hard: canStop(step, rule),
        remedy,
      })),
      papers: Object.entries(step.papers ?? {}).map(([code, paper]) => ({ code, ...paper })),
    })),
    terms: (kind.terms ?? []).map(({ rule, from, metBy, by }) => ({
      rule,
      from,
      metBy,
      ...(by ? { by } : {}),
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
          200: {
            type: 'object',
            properties: {
              rooms: {
                type: 'array',
                description: '九个方面',
                items: {
                  type: 'object',
                  properties: { code: { type: 'string' }, label: { type: 'string' } },
                },
              },
              kinds: { type: 'array', items: KIND },
              erasureGrounds: {
                type: 'array',
                description: '删除、限制处理个人信息的法定情形',
                items: {
                  type: 'object',
                  properties: { code: { type: 'string' }, label: { type: 'string' } },
                },
              },
            },
          },
          ...problems(401, 404),
        },
      },
    },
    (request) => {
      principalOf(request);
      const rooms = Object.entries(AREAS).map(([code, label]) => ({ code, label }));
      const erasureGrounds = Object.entries(ERASURE_GROUNDS).map(([code, { label, basis }]) => ({
        code,
        label: `${label}（${citationText(basis)}）`,
      }));
      return { rooms, kinds: register.kinds.map(describeKind), erasureGrounds };
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
