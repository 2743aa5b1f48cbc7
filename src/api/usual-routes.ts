import type { FastifyInstance } from 'fastify';
import {
  addDays,
  dayAt,
  Refusal,
  sourcesOf,
  stepOf,
  usualValues,
  type Day,
  type FieldSet,
  type Kind,
  type Step,
  type Usual,
  type UsualValue,
} from '../kernel/index.ts';
import type { Principal } from '../people/principal.ts';
import { findRecord, listRecords, type ListedRecord } from '../records/listing.ts';
import { personalValues } from '../records/personal.ts';
import { oneOrganisation, type Transaction } from '../store/connection.ts';
import { principalOf, viewerOf } from './access.ts';
import { knownRecord } from './known-record.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { seesPeople } from './record-view.ts';
import { problems } from './route-schema.ts';

/** What a form offers beside its empty fields. */
export interface UsualView {
  readonly values: readonly UsualValue[];
  /** The village of the posts, where it is one alone and the kind has villages. */
  readonly village?: string;
}

type Values = Readonly<Record<string, unknown>>;

/** Longer ago it is no longer usual. */
const LAST_WITHIN_DAYS = 366;
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** One person at one step of a kind, on a day. */
interface Asking {
  readonly parts: ApiParts;
  readonly principal: Principal;
  readonly kind: Kind;
  readonly step: Step<FieldSet, string>;
  readonly today: Day;
}

function hasSource(step: Step<FieldSet, string>, wanted: (source: Usual) => boolean): boolean {
  return sourcesOf(step).some(([, sources]) => sources.some(wanted));
}

/** A record that something may be taken over from. A sealed one is opened on its own page alone, where that is noted. */
async function findUsable(
  { parts, principal }: Asking,
  tx: Transaction,
  target: string,
  id: string,
): Promise<ListedRecord | undefined> {
  const found = await findRecord(tx, parts.register, viewerOf(principal), principal.org, id);
  return found?.kind === target && !found.voided && found.sealed === null ? found : undefined;
}

/** What may be taken over from a record: its open values, personal ones too where who asks handles the matter. */
async function valuesOf(asking: Asking, target: string, id: string): Promise<Values | undefined> {
  const { parts, principal } = asking;
  const { org } = principal;
  return parts.store.read(oneOrganisation(org), async (tx) => {
    const record = await findUsable(asking, tx, target, id);
    if (!record) return undefined;
    const kind = parts.register.kind(record.kind, record.kindVersion);
    if (!seesPeople(principal, kind, record)) return record.values ?? {};
    return { ...record.values, ...(await personalValues(tx, parts.vault, org, id)) };
  });
}

/** What the same account gave in its last matter of the kind. */
async function lastValues(asking: Asking): Promise<Values | undefined> {
  const { parts, principal, kind, step, today } = asking;
  if (!hasSource(step, (source) => 'last' in source)) return undefined;
  const { records } = await listRecords(parts.store, parts.register, viewerOf(principal), {
    org: principal.org,
    kinds: [kind.code],
    handler: principal.account,
    recordedFrom: addDays(today, -LAST_WITHIN_DAYS),
    drills: 'without',
    sort: 'recordedOn',
    size: 1,
  });
  return records[0] ? valuesOf(asking, kind.code, records[0].id) : undefined;
}

/** The records that are linked, by link field, as far as the step takes something from them. */
async function linkedValues(asking: Asking, links: Values): Promise<Record<string, Values | undefined>> {
  const { kind, step } = asking;
  const wanted = Object.keys(kind.fields).filter((name) =>
    hasSource(step, (source) => 'link' in source && source.link === name),
  );
  const found = wanted.map(async (name) => {
    const id = links[name];
    const target = kind.fields[name]?.target;
    return [name, typeof id === 'string' && target ? await valuesOf(asking, target, id) : undefined] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** A link is offered only to a record that is still there for who asks. */
async function stillThere(asking: Asking, { name, value }: UsualValue): Promise<boolean> {
  const target = asking.kind.fields[name]?.target;
  if (target === undefined) return true;
  return asking.parts.store.read(
    oneOrganisation(asking.principal.org),
    async (tx) => (await findUsable(asking, tx, target, String(value))) !== undefined,
  );
}

async function usualFor(asking: Asking, links: Values): Promise<readonly UsualValue[]> {
  const { kind, step, principal, today } = asking;
  const [last, linked] = await Promise.all([lastValues(asking), linkedValues(asking, links)]);
  const name = Object.keys(kind.steps).find((each) => kind.steps[each] === step)!;
  const values = usualValues(kind, name, { posts: principal.posts, today, last, linked });
  const there = await Promise.all(values.map((value) => stillThere(asking, value)));
  return values.filter((_value, place) => there[place]);
}

function linksOf(asked: readonly string[]): Record<string, string> {
  return Object.fromEntries(asked.map((each) => each.split(':') as [string, string]));
}

const PARAMS: Schema = {
  type: 'object',
  properties: { org: { type: 'string' }, kind: { type: 'string' }, step: { type: 'string' } },
};
const QUERY: Schema = {
  type: 'object',
  properties: {
    record: { type: 'string', format: 'uuid', description: '已有的记录；新办的不写' },
    link: {
      type: 'array',
      maxItems: 20,
      items: { type: 'string', pattern: `^[A-Za-z]+:${UUID}$` },
      description: '已选的联系，写成“栏目:记录编号”',
    },
  },
};
const ANSWER: Schema = {
  type: 'object',
  required: ['values'],
  properties: {
    values: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'value', 'from'],
        properties: {
          name: { type: 'string', description: '栏目' },
          value: { description: '沿用的内容' },
          from: { type: 'string', description: '从哪里沿用' },
        },
      },
    },
    village: { type: 'string', description: '本人所管的村，只有一个时' },
  },
};

/** The usual values (沿用) of a step for who asks: a form offers them, and sends what was left standing like anything typed. */
export function addUsualRoute(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const schema = {
    tags: ['事项种类'],
    summary: '一个环节可以沿用的内容',
    description: '只供填写时参考；服务器不会自己补上，办理时要写全。',
    operationId: 'kinds.usual',
    params: PARAMS,
    querystring: QUERY,
    response: { 200: ANSWER, ...problems(401, 404) },
  };
  app.get('/:org/kinds/:kind/steps/:step/usual', { schema }, async (request): Promise<UsualView> => {
    const principal = principalOf(request);
    const { kind: code, step: name } = request.params as { kind: string; step: string };
    const { record: id, link = [] } = request.query as { record?: string; link?: readonly string[] };
    const known = id === undefined ? undefined : await knownRecord(parts, principal, id, code);
    const kind = known?.kind ?? parts.register.kind(code);
    const step = stepOf(kind, name);
    if (!step) throw new Refusal('not-found', `“${kind.label}”没有这个环节。`);
    const asking = { parts, principal, kind, step, today: dayAt(now()) };
    const values = await usualFor(asking, { ...known?.record.values, ...linksOf(link) });
    const [village, ...others] = kind.village === undefined ? [] : (principal.villages ?? []);
    return { values, ...(village !== undefined && others.length === 0 ? { village } : {}) };
  });
}
