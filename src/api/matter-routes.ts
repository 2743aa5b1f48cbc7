import type { FastifyInstance } from 'fastify';
import { countedIn } from '../figures/counted-in.ts';
import { dayAt, Refusal } from '../kernel/index.ts';
import { recordHistory } from '../records/history.ts';
import { linkedMatters } from '../records/links.ts';
import { nextSteps } from '../records/next-steps.ts';
import { recordWhy } from '../records/why.ts';
import { oneOrganisation, type Transaction } from '../store/connection.ts';
import { principalOf, viewerOf } from './access.ts';
import { RECORD_PARAMS } from './act-schema.ts';
import { knownRecord } from './known-record.ts';
import type { Schema } from './kind-schema.ts';
import { COUNTED, FLAW, HISTORY, NEXT, WHY } from './matter-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

function schemaOf(operationId: string, summary: string, properties: Readonly<Record<string, Schema>>) {
  return {
    tags: ['记录'],
    summary,
    operationId,
    params: RECORD_PARAMS,
    response: { 200: { type: 'object', properties }, ...problems(401, 404) },
  };
}

/** What happened to a record, why it could, and what comes next. */
export function addMatterRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const { store, register } = parts;
  app.addSchema(FLAW);
  app.get(
    '/:org/records/:id/history',
    { schema: schemaOf('records.history', '办理经过：每一次办理谁在什么时候改了什么', { entries: HISTORY }) },
    async (request) => {
      const principal = principalOf(request);
      const { id } = request.params as { id: string };
      await knownRecord(parts, principal, id);
      const read = (tx: Transaction) => recordHistory(tx, register, viewerOf(principal), principal.org, id);
      return { entries: known(await store.read(oneOrganisation(principal.org), read)) };
    },
  );
  app.get(
    '/:org/records/:id/why',
    { schema: schemaOf('records.why', '每一次办理的依据、对照过的规则和期限', { acts: WHY }) },
    async (request) => {
      const principal = principalOf(request);
      const { id } = request.params as { id: string };
      await knownRecord(parts, principal, id);
      const read = (tx: Transaction) => recordWhy(tx, register, viewerOf(principal), principal.org, id);
      return { acts: known(await store.read(oneOrganisation(principal.org), read)) };
    },
  );
  app.get(
    '/:org/records/:id/figures',
    {
      schema: schemaOf('records.figures', '这条记录计入哪些指标，在哪些指标里重复出现', {
        figures: COUNTED,
      }),
    },
    async (request) => {
      const { id } = request.params as { id: string };
      const { kind, record } = await knownRecord(parts, principalOf(request), id);
      const { values = {}, sealed } = record;
      return { figures: countedIn(register, kind, { ...record, values, sealed: sealed !== null }) };
    },
  );
  app.get(
    '/:org/records/:id/next',
    { schema: schemaOf('records.next', '现在能办什么，不能办的为什么', NEXT) },
    async (request) => {
      const principal = principalOf(request);
      const { id } = request.params as { id: string };
      const { kind, record } = await knownRecord(parts, principal, id);
      const { org, account, readsOnly, posts } = principal;
      const linked = await store.read(oneOrganisation(org), (tx) =>
        linkedMatters(tx, org, kind, record.values ?? {}),
      );
      const asking = { account, posts: readsOnly ? [] : posts };
      return nextSteps(kind, record, linked, asking, dayAt(now()));
    },
  );
}

/** It was known a moment ago; sealed or gone meanwhile, it answers like a missing one. */
function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('not-found', '没有这条记录。');
  return found;
}
