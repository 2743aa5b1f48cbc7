import type { FastifyInstance } from 'fastify';
import { addDays, codesAbove, dayAt, POSTS, yearSpan, type Day } from '../kernel/index.ts';
import { dayTypeText, fixedDates, PUBLISHED_CALENDAR, type FixedDate } from '../law/index.ts';
import { colleaguesOf } from '../people/colleagues.ts';
import { findPrincipal } from '../people/principal.ts';
import { principalOf } from './access.ts';
import { LETTER_KEY, letterKeyOf, type LetterKeyView } from './letter-routes.ts';
import type { Named } from './kind-routes.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';
import { signedInOf } from './signed-in.ts';

const TEXT: Schema = { type: 'string' };
const NAMED: Schema = { type: 'object', properties: { code: TEXT, label: TEXT } };

/** An organisation in which one can sign in. */
export interface OfficeView {
  readonly code: string;
  readonly name: string;
  /** Invented throughout: every screen says so. */
  readonly demo: boolean;
}

/** Who one is in an organisation. */
export interface SelfView {
  readonly account: string;
  readonly posts: readonly Named[];
  /** Only for these villages; absent for the whole township. */
  readonly villages?: readonly string[];
  /** Sees only the matters that name one as handler. */
  readonly assignedOnly: boolean;
  readonly readsOnly: boolean;
  /** Signed in with a second factor. */
  readonly strong: boolean;
  /** To whom letters are sealed. */
  readonly letters?: LetterKeyView;
}

/** Who holds which posts: an account is shown by them, since names are personal. */
export interface ColleagueView {
  readonly account: string;
  readonly posts: readonly Named[];
  /** Only for these villages; absent for the whole township. */
  readonly villages?: readonly string[];
}

/** A day that its weekday does not tell: off on a weekday, or worked on a weekend (调休). */
export interface SpecialDay {
  readonly date: Day;
  readonly work: boolean;
  readonly text: string;
}

/** A year as an office looks at it. `known` is false before its holiday notice: then nothing is said of its days. */
export interface CalendarView {
  readonly year: number;
  readonly known: boolean;
  readonly special: readonly SpecialDay[];
  readonly fixed: readonly FixedDate[];
}

function calendarOf(year: number): CalendarView {
  const known = PUBLISHED_CALENDAR.covers(year);
  return { year, known, special: known ? specialDays(year) : [], fixed: fixedDates(year) };
}

function specialDays(year: number): SpecialDay[] {
  const special: SpecialDay[] = [];
  const { from, to } = yearSpan(year);
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const type = PUBLISHED_CALENDAR.typeOf(date);
    if (type.kind === 'workday' || type.kind === 'weekend') continue;
    special.push({ date, work: type.kind === 'make-up', text: dayTypeText(date, type) });
  }
  return special;
}

/** What a client needs beside the work itself: where one signs in, who is who, which days are worked. */
export function addOfficeRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  addOffices(app, parts);
  addBelow(app, parts, now);
  addSelf(app, parts);
  addDraftKey(app, parts);
  addColleagues(app, parts, now);
  addCalendar(app);
}

const OFFICE: Schema = {
  type: 'object',
  properties: { code: TEXT, name: TEXT, demo: { type: 'boolean', description: '演示，数据虚构' } },
};
const OFFICES: Schema = { type: 'object', properties: { offices: { type: 'array', items: OFFICE } } };
const DOORS: Schema = {
  type: 'object',
  properties: {
    offices: { type: 'array', items: OFFICE },
    identity: { type: 'string', description: '统一身份平台的名称；没有接平台的，没有这一栏' },
  },
};

async function officesOf(parts: ApiParts): Promise<OfficeView[]> {
  const all = await parts.organisations();
  return all.flatMap(({ code, name, demo, closed }) => (closed ? [] : [{ code, name, demo }]));
}

function addOffices(app: FastifyInstance, parts: ApiParts): void {
  app.get(
    '/session/offices',
    {
      config: { open: true },
      schema: {
        tags: ['登录'],
        summary: '可以登录的机构',
        operationId: 'session.offices',
        response: { 200: DOORS },
      },
    },
    async () => ({
      offices: await officesOf(parts),
      ...(parts.oidc ? { identity: parts.oidc.settings.label } : {}),
    }),
  );
}

/** The county's townships, as far as somebody has anything to see there. */
function addBelow(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  app.get(
    '/session/townships',
    {
      schema: {
        tags: ['登录'],
        summary: '我能查看的下级机构',
        operationId: 'session.townships',
        response: { 200: OFFICES, ...problems(401, 403) },
      },
    },
    async (request) => {
      const me = signedInOf(request);
      const below = (await officesOf(parts)).filter(({ code }) => codesAbove(code).includes(me.home));
      const today = dayAt(now());
      const seen = await Promise.all(below.map(({ code }) => findPrincipal(parts.store, me, code, today)));
      return { offices: below.filter((_office, place) => seen[place] !== undefined) };
    },
  );
}

function addSelf(app: FastifyInstance, parts: ApiParts): void {
  app.get(
    '/:org/me',
    {
      schema: {
        tags: ['登录'],
        summary: '我在这个机构的岗位',
        operationId: 'me.get',
        response: {
          200: {
            type: 'object',
            properties: {
              account: TEXT,
              posts: { type: 'array', items: NAMED },
              villages: { type: 'array', items: TEXT, description: '只管这些村' },
              assignedOnly: { type: 'boolean', description: '只看得到自己承办的' },
              readsOnly: { type: 'boolean', description: '只能查看' },
              strong: { type: 'boolean', description: '用动态口令登录的' },
              letters: LETTER_KEY,
            },
          },
          ...problems(401, 404),
        },
      },
    },
    async (request): Promise<SelfView> => {
      const { org, account, posts, villages, assignedOnly, readsOnly, strong } = principalOf(request);
      const letters = await letterKeyOf(parts.letters, signedInOf(request), org);
      return {
        account,
        posts: posts.map((code) => ({ code, label: POSTS[code] })),
        ...(villages ? { villages } : {}),
        assignedOnly,
        readsOnly,
        strong,
        ...(letters ? { letters } : {}),
      };
    },
  );
}

/**
 * Drafts lie in the browser of a PC that others use too. They are encrypted with a key that only their writer gets, so
 * the next person at the PC finds nothing to read in them.
 */
function addDraftKey(app: FastifyInstance, { signIn }: ApiParts): void {
  app.get(
    '/session/draft-key',
    {
      schema: {
        tags: ['登录'],
        summary: '本人草稿的密钥',
        description: '浏览器里自动保存的草稿用它加密，换了人读不出来。',
        operationId: 'session.draft-key',
        response: {
          200: { type: 'object', properties: { key: { ...TEXT, description: '256位，base64' } } },
          ...problems(401, 403),
        },
      },
    },
    (request) => {
      const { home, account } = signedInOf(request);
      return { key: signIn.key.tag('drafts', `${home}/${account}`).toString('base64') };
    },
  );
}

function addColleagues(app: FastifyInstance, { store }: ApiParts, now: () => Date): void {
  const colleague: Schema = {
    type: 'object',
    properties: {
      account: TEXT,
      posts: { type: 'array', items: NAMED },
      villages: { type: 'array', items: TEXT, description: '只管这些村' },
    },
  };
  app.get(
    '/:org/colleagues',
    {
      schema: {
        tags: ['账号'],
        summary: '谁任什么岗位',
        description: '今天在任的账号和岗位，没有姓名。',
        operationId: 'colleagues.list',
        response: {
          200: { type: 'object', properties: { colleagues: { type: 'array', items: colleague } } },
          ...problems(401, 404),
        },
      },
    },
    async (request) => {
      const found = await colleaguesOf(store, principalOf(request).org, dayAt(now()));
      const colleagues = found.map(({ account, posts, villages }): ColleagueView => {
        const labelled = posts.map((code) => ({ code, label: POSTS[code] }));
        return { account, posts: labelled, ...(villages ? { villages } : {}) };
      });
      return { colleagues };
    },
  );
}

function addCalendar(app: FastifyInstance): void {
  const day: Schema = { type: 'object', properties: { date: TEXT, work: { type: 'boolean' }, text: TEXT } };
  const fixed: Schema = {
    type: 'object',
    properties: {
      rule: TEXT,
      date: TEXT,
      name: TEXT,
      article: TEXT,
      configured: { type: 'boolean', description: '法律没有为乡镇规定日期，按本地要求' },
    },
  };
  app.get(
    '/calendar/:year',
    {
      config: { open: true },
      schema: {
        tags: ['期限'],
        summary: '一年的节假日、补班日和法定日历',
        operationId: 'calendar.year',
        params: { type: 'object', properties: { year: { type: 'integer', minimum: 1949, maximum: 2100 } } },
        response: {
          200: {
            type: 'object',
            properties: {
              year: { type: 'integer' },
              known: { type: 'boolean', description: '放假通知已发布' },
              special: { type: 'array', items: day },
              fixed: { type: 'array', items: fixed },
            },
          },
          ...problems(400),
        },
      },
    },
    (request) => calendarOf((request.params as unknown as { year: number }).year),
  );
}
