import type { FastifyInstance } from 'fastify';
import { addMonths, dayAt, Refusal, type Day, type Kind } from '../kernel/index.ts';
import { postsNeedingFactor } from '../people/strong-posts.ts';
import type { Principal } from '../people/principal.ts';
import { stockOn } from '../records/stock-list.ts';
import { exportPersonal, MOST_EXPORTED, type RevealParts } from '../records/reveal.ts';
import { principalOf, viewerOf } from './access.ts';
import { keyOf, postFor, START_HEADERS } from './act-request.ts';
import { monthSpan, SECTIONS, type PackReading, type Section } from './emergency-pack.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import type { RecordView } from './record-view.ts';
import { problems } from './route-schema.ts';
import { viewsOf, type Narrowed } from './views.ts';

const LOG = 'personal-reveal';
const TEXT: Schema = { type: 'string' };
const MONTH: Schema = {
  type: 'string',
  pattern: '^20\\d{2}-(0[1-9]|1[0-2])$',
  description: '月份，如2026-06',
};

/** What stands in the emergency pack (应急包) on the day on which it is made. */
export interface EmergencyPack {
  readonly madeOn: Day;
  /** From this day on it is older than a month and has to be printed anew. */
  readonly staleFrom: Day;
  readonly month: string;
  readonly sections: readonly Section[];
}

/** The duty roster (值班表) of a month, shift by shift as each one's own page shows it. */
export interface DutyMonth {
  readonly month: string;
  readonly shifts: readonly RecordView[];
}

const PACK: Schema = {
  type: 'object',
  required: ['madeOn', 'staleFrom', 'month', 'sections'],
  properties: {
    madeOn: { ...TEXT, description: '哪天的情况' },
    staleFrom: { ...TEXT, description: '从这一天起满一个月，应当重新打印' },
    month: TEXT,
    sections: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          code: TEXT,
          title: TEXT,
          columns: { type: 'array', items: TEXT },
          rows: { type: 'array', items: { type: 'array', items: TEXT } },
          masked: { type: 'boolean', description: '姓名、电话隐去了' },
        },
      },
    },
  },
};

function readingOf(parts: ApiParts, principal: Principal, month: string, today: Day): PackReading {
  return {
    month,
    stock: () => stockOn(parts.store, parts.register, viewerOf(principal), principal.org, { today }),
    kind: (code) => parts.register.kind(code),
    records: (kind: string, narrowed?: Narrowed) => viewsOf(parts, principal, kind, narrowed),
  };
}

async function packOf(reading: PackReading, today: Day): Promise<EmergencyPack> {
  const sections: Section[] = [];
  for (const section of SECTIONS) sections.push(await section(reading));
  return { madeOn: today, staleFrom: addMonths(today, 1), month: reading.month, sections };
}

/** Whoever may take personal data along, with a reason, reads what was masked for them: the note stands in the ledger first. */
function revealing(
  reading: PackReading,
  give: (
    kind: Kind,
    records: readonly string[],
    fields: readonly string[],
  ) => Promise<ReadonlyMap<string, RecordView['personal']>>,
): PackReading {
  const clear = new Map<string, RecordView['personal']>();
  return {
    ...reading,
    async records(code, narrowed, shows = []) {
      const records = await reading.records(code, narrowed);
      const hidden = records.filter(
        ({ id, masked, personal }) => masked && !clear.has(id) && shows.some((name) => personal[name]),
      );
      for (let at = 0; at < hidden.length; at += MOST_EXPORTED) {
        const some = hidden.slice(at, at + MOST_EXPORTED).map(({ id }) => id);
        for (const [id, personal] of await give(reading.kind(code), some, shows)) clear.set(id, personal);
      }
      return records.map((record) => {
        const personal = clear.get(record.id);
        return personal === undefined ? record : { ...record, personal, masked: false };
      });
    },
  };
}

const monthIn = (query: unknown, today: Day): string =>
  (query as { month?: string }).month ?? today.slice(0, 7);

/** The emergency pack for the day without power or network, and the duty roster of a month. */
export function addEmergencyRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const querystring = { type: 'object', additionalProperties: false, properties: { month: MONTH } };
  app.get(
    '/:org/emergency-pack',
    {
      schema: {
        tags: ['应急'],
        summary: '应急包',
        description: '叫应名单、当月值班表、避灾点和路线、队伍、物资、预案，打印备用；电话只给承办的人看全。',
        operationId: 'emergency.pack',
        querystring,
        response: { 200: PACK, ...problems(401, 404, 422) },
      },
    },
    async (request) => {
      const today = dayAt(now());
      return packOf(readingOf(parts, principalOf(request), monthIn(request.query, today), today), today);
    },
  );
  addFullPack(app, parts, now);
  app.get(
    '/:org/duty-months/:month',
    {
      schema: {
        tags: ['应急'],
        summary: '一个月的值班表',
        operationId: 'emergency.duty-month',
        params: { type: 'object', properties: { org: TEXT, month: MONTH } },
        response: {
          200: {
            type: 'object',
            required: ['month', 'shifts'],
            properties: { month: TEXT, shifts: { type: 'array', items: { $ref: 'duty-roster-record#' } } },
          },
          ...problems(401, 404, 422),
        },
      },
    },
    async (request): Promise<DutyMonth> => {
      const { month } = request.params as { month: string };
      const narrowed = { states: ['arranged', 'handed'], fields: { dutyOn: monthSpan(month) } };
      return { month, shifts: await viewsOf(parts, principalOf(request), 'duty-roster', narrowed) };
    },
  );
}

/** The pack with every name and telephone, against a reason: as an export, since it is taken along. */
function addFullPack(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const step = parts.register.kind(LOG).steps['export'];
  const exporting: RevealParts = { ...parts, records: parts.records(), clock: now };
  app.post(
    '/:org/emergency-pack',
    {
      schema: {
        tags: ['应急'],
        summary: '写明理由，取带全部电话的应急包',
        description: '先在账本里记下谁、为什么、看了哪些记录的哪几栏，再给出内容。',
        operationId: 'emergency.full-pack',
        headers: START_HEADERS,
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['reason'],
          properties: {
            month: MONTH,
            reason: { type: 'string', minLength: 1, maxLength: 300, title: '用途' },
          },
        },
        response: { 200: PACK, ...problems(401, 403, 404, 409, 422) },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const { post } = postFor(request, (each) => step?.by.includes(each) ?? false, '导出个人信息');
      if (!principal.strong && postsNeedingFactor([post]).length > 0) {
        throw new Refusal('not-permitted', '导出个人信息要用动态口令登录。', {
          next: '请先启用动态口令，再用它登录一次。',
        });
      }
      const { reason } = request.body as { reason: string };
      const today = dayAt(now());
      const key = keyOf(request, principal);
      const give = async (kind: Kind, records: readonly string[], fields: readonly string[]) => {
        const { rows } = await exportPersonal(exporting, {
          org: principal.org,
          kind: kind.code,
          records,
          fields,
          reason,
          actor: { account: principal.account, post },
          viewer: viewerOf(principal),
          idempotencyKey: `${key}\n${kind.code}\n${records[0] ?? ''}`,
        });
        return new Map(rows.map(({ record, values }) => [record, values]));
      };
      const reading = readingOf(parts, principal, monthIn(request.body, today), today);
      return packOf(revealing(reading, give), today);
    },
  );
}
