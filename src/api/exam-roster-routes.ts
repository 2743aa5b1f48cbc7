import type { FastifyInstance } from 'fastify';
import { dayAt, isDay, Refusal, type Day, type FileReference } from '../kernel/index.ts';
import { readTable, tableOf } from '../reading/table.ts';
import { viewerOf } from './access.ts';
import { postFor } from './act-request.ts';
import { importRoster, type RosterDone } from './exam-roster.ts';
import { readRoster } from './exam-roster-table.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

const COUNT: Schema = { type: 'integer' };

const DONE: Schema = {
  type: 'object',
  properties: {
    checked: { type: 'boolean', description: '只是核对，没有登记' },
    people: { ...COUNT, description: '名册人数（比率的分母）' },
    taken: { ...COUNT, description: '有成绩的人数' },
    onRoll: { ...COUNT, description: '在岗人员名册里对得上的' },
    offRoll: { type: 'array', items: COUNT, description: '名册里对不上的在表格第几行；姓名加密另存' },
    added: { ...COUNT, description: '新列入的' },
    scored: { ...COUNT, description: '原来应考、这次有了成绩的' },
    unchanged: { ...COUNT, description: '已经登记过的' },
    ignored: { type: 'array', items: { type: 'string' }, description: '没有取用的栏' },
  },
};

interface Body {
  readonly platform: string;
  readonly dueOn: Day;
  readonly table?: string;
  readonly file?: FileReference;
  readonly takenOn?: Day;
  readonly check?: boolean;
}

function assertDay(field: string, label: string, value: Day | undefined): void {
  if (value === undefined || isDay(value)) return;
  throw new Refusal('invalid-value', `“${label}”应填真实存在的日期，如2024-11-29。`, { field });
}

/** The table that was pasted, or that stands in a file uploaded before. */
async function tableIn({ files }: ApiParts, org: string, { table, file }: Body): Promise<string[][]> {
  if (file !== undefined) {
    const content = await files.get(org, file.sha256);
    if (content) return readTable(content, file.name);
    throw new Refusal('not-found', '没有这个文件。', { field: 'file', next: '请先上传文件。' });
  }
  if (table !== undefined && table.trim() !== '') return tableOf(table, '粘贴的表格');
  throw new Refusal('missing-value', '没有表格。', { field: 'table', next: '请粘贴表格，或者上传文件。' });
}

/** What a learning platform exports (平台学法成绩): who should take part, who did, how well. */
export function addExamRosterRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const kind = parts.register.kind('platform-result');
  const day: Schema = { type: 'string', format: 'date' };
  const schema = {
    tags: [kind.label],
    summary: '导入平台的应考名册、成绩',
    description:
      '第一行（或前几行之一）是栏名：姓名必须有，编号、成绩、参考日可以没有；没有成绩的算应考未考。有一处不对就一行也不登记；重复导入不会重复登记。',
    operationId: 'exam-rosters.import',
    body: {
      type: 'object',
      additionalProperties: false,
      required: ['platform', 'dueOn'],
      properties: {
        platform: { type: 'string', enum: Object.keys(kind.fields['platform']!.options!), title: '平台' },
        dueOn: { ...day, title: '应考截止日' },
        table: {
          type: 'string',
          maxLength: 1_000_000,
          title: '表格',
          description: '粘贴的表格，制表符或逗号分隔',
        },
        file: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'size', 'sha256'],
          properties: {
            name: { type: 'string', maxLength: 255 },
            size: COUNT,
            sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          },
          title: '文件',
          description: '先用“上传附件”上传的 .xlsx 或 .csv；同时作为佐证附在每条成绩上',
        },
        takenOn: { ...day, title: '参考日', description: '表格没有参考日一栏时按这一天' },
        check: { type: 'boolean', title: '只核对', description: '只说会登记多少，不登记' },
        post: { type: 'string', title: '以哪个岗位办理' },
      },
    },
    response: { 200: DONE, ...problems(401, 403, 404, 422) },
  };
  app.post(
    '/:org/exam-rosters',
    { schema },
    async (request): Promise<RosterDone & { checked: boolean; ignored: readonly string[] }> => {
      const may = kind.steps['expect']!.by;
      const { principal, post } = postFor(request, (each) => may.includes(each), '导入平台学法成绩');
      const body = request.body as Body;
      const { platform, dueOn, takenOn, file, check = false } = body;
      assertDay('dueOn', '应考截止日', dueOn);
      assertDay('takenOn', '参考日', takenOn);
      const today = dayAt(now());
      const { rows, ignored } = readRoster(await tableIn(parts, principal.org, body), {
        today,
        ...(takenOn === undefined ? {} : { takenOn }),
      });
      const asked = {
        org: principal.org,
        actor: { account: principal.account, post },
        viewer: viewerOf(principal),
        today,
        platform,
        dueOn,
        rows,
        ...(file ? { file } : {}),
      };
      return { checked: check, ignored, ...(await importRoster(parts, asked, check)) };
    },
  );
}
