import type { FastifyInstance } from 'fastify';
import { Refusal } from '../kernel/index.ts';
import { postsNeedingFactor } from '../people/strong-posts.ts';
import { revealPersonal, type RevealParts } from '../records/reveal.ts';
import { principalOf, viewerOf } from './access.ts';
import { keyOf, postFor, START_HEADERS } from './act-request.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

/** The kind in which every look at other people's personal data is noted; its step says which posts may. */
const LOG = 'personal-reveal';

/** Personal data of a matter that one does not handle, against a written reason that stands in the ledger first. */
export function addRevealRoute(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const { reveal } = parts.register.kind(LOG).steps;
  const revealing: RevealParts = { ...parts, records: parts.records(), clock: now };
  const schema = {
    tags: ['记录'],
    summary: '写明理由，查看个人信息',
    description: '先在账本里记下谁、为什么、看了哪几栏，再给出内容。',
    operationId: 'records.reveal',
    headers: START_HEADERS,
    body: {
      type: 'object',
      additionalProperties: false,
      required: ['fields', 'reason'],
      properties: {
        fields: { type: 'array', minItems: 1, maxItems: 20, items: { type: 'string' }, title: '看哪几栏' },
        reason: { type: 'string', minLength: 1, maxLength: 300, title: '理由' },
      },
    },
    response: {
      200: {
        type: 'object',
        properties: {
          values: { type: 'object', additionalProperties: true },
          note: {
            type: 'object',
            description: '登记这次查看的记录',
            properties: { record: { type: 'string' }, seq: { type: 'integer' } },
          },
        },
      },
      ...problems(401, 403, 404, 409, 422),
    },
  };
  app.post('/:org/records/:id/reveal', { schema }, async (request) => {
    const principal = principalOf(request);
    const { post } = postFor(request, (each) => reveal?.by.includes(each) ?? false, '查看个人信息');
    if (!principal.strong && postsNeedingFactor([post]).length > 0) {
      throw new Refusal('not-permitted', '查看个人信息要用动态口令登录。', {
        next: '请先启用动态口令，再用它登录一次。',
      });
    }
    const { id } = request.params as { id: string };
    const { fields, reason } = request.body as { fields: string[]; reason: string };
    return revealPersonal(revealing, {
      org: principal.org,
      record: id,
      fields,
      reason,
      actor: { account: principal.account, post },
      viewer: viewerOf(principal),
      idempotencyKey: keyOf(request, principal),
    });
  });
}
