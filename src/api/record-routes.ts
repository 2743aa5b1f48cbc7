import type { FastifyInstance } from 'fastify';
import { VILLAGE_POSTS, type Kind } from '../kernel/index.ts';
import { personalValues, seesRestricted } from '../records/personal.ts';
import { noteOpening } from '../records/reveal.ts';
import { oneOrganisation } from '../store/connection.ts';
import { principalOf, viewerOf } from './access.ts';
import { knownRecord } from './known-record.ts';
import type { ApiParts } from './parts.ts';
import { viewOf } from './record-view.ts';
import { problems } from './route-schema.ts';

/** One record of a kind. */
export function addRecordRoutes(app: FastifyInstance, parts: ApiParts, kind: Kind, now: () => Date): void {
  const noting = { records: parts.records(), clock: now };
  const schema = {
    tags: [kind.label],
    summary: '一条记录',
    operationId: `${kind.code}.get`,
    response: { 200: { $ref: `${kind.code}-record#` }, ...problems(401, 404) },
  };
  app.get(`/:org/kinds/${kind.code}/records/:id`, { schema }, async (request, reply) => {
    const principal = principalOf(request);
    const { id } = request.params as { id: string };
    const { kind: own, record } = await knownRecord(parts, principal, id, kind.code);
    if (record.sealed !== null) {
      const { org, account, posts } = principal;
      // A post that is never for single villages where there is one: the note is the township's where the record is.
      const post = posts.find((each) => !VILLAGE_POSTS.includes(each)) ?? posts[0]!;
      await noteOpening(noting, { org, record: id, village: record.village, actor: { account, post } });
    }
    const personal = await parts.store.read(oneOrganisation(principal.org), (tx) =>
      personalValues(tx, parts.vault, principal.org, id, { restricted: seesRestricted(viewerOf(principal)) }),
    );
    reply.header('etag', `"${record.version}"`);
    return viewOf(principal, own, record, personal);
  });
}
