import type { FastifyInstance, FastifyRequest } from 'fastify';
import { firstResponsible } from '../figures/first-responsible.ts';
import { spanOf } from '../figures/figures.ts';
import { givenBefore, type Question } from '../figures/given.ts';
import { staffingOf } from '../figures/staffing.ts';
import { statutoryCalendar, type StatutoryCalendar, type StatutoryDuty } from '../figures/statutory.ts';
import { dayAt, isDay, POSTS, Refusal } from '../kernel/index.ts';
import type { Principal } from '../people/principal.ts';
import { makePlanTasks } from '../records/plan-tasks.ts';
import { shortcomingOffers } from '../report/offers.ts';
import { principalOf, seesWholeOffice, viewerOf } from './access.ts';
import { postFor } from './act-request.ts';
import type { Named } from './kind-routes.ts';
import type { Schema } from './kind-schema.ts';
import {
  FIRST_SCHEMA,
  GIVEN_SCHEMA,
  OFFER_SCHEMA,
  PLAN_TASKS_SCHEMA,
  STAFFING_SCHEMA,
  STATUTORY_SCHEMA,
} from './leadership-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

/** A duty of the statutory calendar as a client shows it: posts with what they are called. */
export interface StatutoryDutyView extends Omit<StatutoryDuty, 'posts' | 'binding' | 'since' | 'lastYear'> {
  readonly posts: readonly Named[];
}

export interface StatutoryView extends Omit<StatutoryCalendar, 'duties'> {
  readonly duties: readonly StatutoryDutyView[];
}

const YEAR: Schema = { type: 'integer', minimum: 2000, maximum: 2100, description: '年度' };
const BY_YEAR: Schema = {
  type: 'object',
  required: ['year'],
  properties: { org: { type: 'string' }, year: YEAR },
};

/**
 * These speak of the whole office: whoever sees some villages, some matters or what was drawn alone would read as not done
 * what he may not know of.
 */
function wholeOffice(request: FastifyRequest): Principal {
  const principal = principalOf(request);
  if (seesWholeOffice(principal)) return principal;
  throw new Refusal('not-permitted', '这里说的是全乡镇的工作，您的岗位只看得到其中一部分。', {
    next: '请向司法所了解。',
  });
}

function yearOfPath(request: FastifyRequest): number {
  return (request.params as { year: number }).year;
}

function reading(operationId: string, summary: string, properties: Readonly<Record<string, Schema>>) {
  return {
    tags: ['组织领导'],
    summary,
    operationId,
    response: { 200: { type: 'object', properties }, ...problems(401, 403, 404, 422) },
  };
}

/** What the office's leaders look at: the statutory calendar, their own ledger, how offices are staffed, what falls short. */
export function addLeadershipRoutes(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  addStatutory(app, parts, now);
  addFirstResponsible(app, parts, now);
  addStaffing(app, parts, now);
  addOffers(app, parts, now);
  addGiven(app, parts);
  addPlanTasks(app, parts, now);
}

function addStatutory(app: FastifyInstance, { store, register }: ApiParts, now: () => Date): void {
  app.get(
    '/:org/statutory-calendar/:year',
    {
      config: { kept: true },
      schema: {
        ...reading(
          'leadership.statutory-calendar',
          '一年的法定日历：每一项办没有办、由哪条记录看出',
          STATUTORY_SCHEMA,
        ),
        params: BY_YEAR,
      },
    },
    async (request): Promise<StatutoryView> => {
      const principal = wholeOffice(request);
      const asked = { org: principal.org, year: yearOfPath(request) };
      const found = await statutoryCalendar(store, register, viewerOf(principal), dayAt(now()), asked);
      const duties = found.duties.map((duty) => ({
        ...duty,
        posts: duty.posts.map((code) => ({ code, label: POSTS[code] })),
      }));
      return { ...found, duties };
    },
  );
}

function addFirstResponsible(app: FastifyInstance, { store, register }: ApiParts, now: () => Date): void {
  app.get(
    '/:org/first-responsible/:year',
    {
      config: { kept: true },
      schema: {
        ...reading(
          'leadership.first-responsible',
          '第一责任人履职：由会议、批示、述法的记录归集',
          FIRST_SCHEMA,
        ),
        params: BY_YEAR,
      },
    },
    async (request) => {
      const principal = wholeOffice(request);
      const span = spanOf(yearOfPath(request), now());
      const viewer = viewerOf(principal);
      return { leaders: await firstResponsible(store, register, viewer, principal.org, span) };
    },
  );
}

function addStaffing(app: FastifyInstance, { store, register }: ApiParts, now: () => Date): void {
  app.get(
    '/:org/staffing',
    {
      config: { kept: true },
      schema: {
        ...reading('leadership.staffing', '各机构的编制、在岗和空缺', STAFFING_SCHEMA),
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: { on: { type: 'string', maxLength: 10, description: '哪一天，不写就是今天' } },
        },
      },
    },
    async (request) => {
      const principal = wholeOffice(request);
      const { on = dayAt(now()) } = request.query as { on?: string };
      if (!isDay(on))
        throw new Refusal('invalid-value', `“${on}”不是一个存在的日期。`, {
          field: 'on',
          next: '请写成2026-05-09的样子。',
        });
      const viewer = viewerOf(principal);
      return { on, offices: await staffingOf(store, register, viewer, principal.org, on) };
    },
  );
}

function addOffers(app: FastifyInstance, { store, register }: ApiParts, now: () => Date): void {
  app.get(
    '/:org/shortcoming-offers/:year',
    {
      config: { kept: true },
      schema: {
        ...reading(
          'leadership.shortcoming-offers',
          '不足线索：数据里看得出的，采用不采用由人定',
          OFFER_SCHEMA,
        ),
        params: BY_YEAR,
      },
    },
    async (request) => {
      const principal = wholeOffice(request);
      const asked = { org: principal.org, year: yearOfPath(request), now: now() };
      return { offers: await shortcomingOffers(store, register, viewerOf(principal), asked) };
    },
  );
}

function addGiven(app: FastifyInstance, { store, register }: ApiParts): void {
  app.get(
    '/:org/figures-given',
    {
      schema: {
        ...reading('leadership.figures-given', '同一个问题以前报过的数，不同的在前', GIVEN_SCHEMA),
        querystring: {
          type: 'object',
          additionalProperties: false,
          required: ['figure'],
          properties: {
            figure: { type: 'string', minLength: 1, maxLength: 120, description: '要报什么数' },
            code: { type: 'string', maxLength: 80, description: '指标代码' },
            number: { type: 'string', maxLength: 60, description: '这次要报的数，连同单位' },
          },
        },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const question = request.query as Question;
      return { before: await givenBefore(store, register, viewerOf(principal), principal.org, question) };
    },
  );
}

function addPlanTasks(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const { store, register } = parts;
  const records = parts.records();
  const may = register.kind('task').steps['assignPlanned']!.by;
  app.post(
    '/:org/plan-tasks/:year',
    {
      schema: {
        ...reading('leadership.plan-tasks', '把上年度报告的安排一次列为当年的任务', PLAN_TASKS_SCHEMA),
        params: BY_YEAR,
        body: {
          type: 'object',
          additionalProperties: false,
          properties: {
            due: { type: 'string', format: 'date', description: '完成时限，不写就是当年12月31日' },
          },
        },
      },
    },
    async (request) => {
      const { principal, post } = postFor(request, (each) => may.includes(each), '把安排列为任务');
      const year = yearOfPath(request);
      const { due = `${year}-12-31` } = request.body as { due?: string };
      const made = await makePlanTasks({ store, register, records }, viewerOf(principal), {
        org: principal.org,
        year,
        actor: { account: principal.account, post },
        occurredOn: dayAt(now()),
        due,
      });
      return { made: made.map(({ record }) => record) };
    },
  );
}
