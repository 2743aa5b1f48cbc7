import type { FastifyInstance } from 'fastify';
import { POSTS, Refusal, type Field, type Kind, type Person } from '../kernel/index.ts';
import { postsNeedingFactor } from '../people/strong-posts.ts';
import { exportPersonal, MOST_EXPORTED, type Exported, type RevealParts } from '../records/reveal.ts';
import { principalOf, viewerOf } from './access.ts';
import { keyOf, postFor, START_HEADERS } from './act-request.ts';
import { csvOf } from './csv.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

const LOG = 'personal-reveal';

/** Personal data of several records as a table that is taken along: a post's, with a reason, marked in every row. */
export function addExportRoute(app: FastifyInstance, parts: ApiParts, kind: Kind, now: () => Date): void {
  const step = parts.register.kind(LOG).steps['export'];
  const revealing: RevealParts = { ...parts, records: parts.records(), clock: now };
  const schema = {
    tags: [kind.label],
    summary: '导出个人信息',
    description:
      '先在账本里记下谁、为什么、导出了哪些记录的哪几栏，再给出表格；每一行都带登记号、账号和时间，流传出去查得到是谁导出的。',
    operationId: `${kind.code}.export-personal`,
    headers: START_HEADERS,
    body: {
      type: 'object',
      additionalProperties: false,
      required: ['records', 'fields', 'reason'],
      properties: {
        records: {
          type: 'array',
          minItems: 1,
          maxItems: MOST_EXPORTED,
          items: { type: 'string', format: 'uuid' },
          title: '哪些记录',
        },
        fields: { type: 'array', minItems: 1, maxItems: 20, items: { type: 'string' }, title: '哪几栏' },
        reason: { type: 'string', minLength: 1, maxLength: 300, title: '用途' },
      },
    },
    response: {
      200: { description: '表格', content: { 'text/csv': { schema: {} } } },
      ...problems(401, 403, 404, 409, 422),
    },
  };
  app.post(`/:org/kinds/${kind.code}/personal-export`, { schema }, async (request, reply) => {
    const principal = principalOf(request);
    const { post } = postFor(request, (each) => step?.by.includes(each) ?? false, '导出个人信息');
    if (!principal.strong && postsNeedingFactor([post]).length > 0) {
      throw new Refusal('not-permitted', '导出个人信息要用动态口令登录。', {
        next: '请先启用动态口令，再用它登录一次。',
      });
    }
    const asked = request.body as { records: string[]; fields: string[]; reason: string };
    const exported = await exportPersonal(revealing, {
      ...asked,
      org: principal.org,
      kind: kind.code,
      actor: { account: principal.account, post },
      viewer: viewerOf(principal),
      idempotencyKey: keyOf(request, principal),
    });
    const mark = `第${exported.note.seq}条 ${principal.account}（${POSTS[post]}）${now().toISOString()}`;
    return reply
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`${kind.label}.csv`)}`,
      )
      .type('text/csv; charset=utf-8')
      .send(tableOf(exported, mark, asked.reason));
  });
}

/** The mark stands above the table and in each of its rows: a row that goes on alone still says where it came from. */
function tableOf({ kind, fields, rows }: Exported, mark: string, reason: string): string {
  const labels = fields.map((name) => kind.fields[name]!.label);
  return csvOf([
    [`含个人信息，仅用于：${reason.trim()}。用后销毁，不得转给他人。导出登记：账本${mark}`],
    ['名称', ...labels, '导出登记'],
    ...rows.map(({ title, values }) => [
      title,
      ...fields.map((name) => textOf(kind.fields[name]!, values[name])),
      `账本${mark}`,
    ]),
  ]);
}

function textOf(field: Field, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (field.type === 'money') return (Number(value) / 100).toFixed(2);
  if (field.type !== 'person') return String(value);
  const people = (Array.isArray(value) ? value : [value]) as Person[];
  return people
    .map(({ name, phone, idNumber, address }) => [name, phone, idNumber, address].filter(Boolean).join(' '))
    .join('；');
}
