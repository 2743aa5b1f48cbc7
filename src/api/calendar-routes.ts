import type { FastifyInstance } from 'fastify';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { statutoryCalendar, type StatutoryDuty } from '../figures/statutory.ts';
import { addDays, dayAt, Refusal, yearOf, type Day } from '../kernel/index.ts';
import { findPrincipal, type Principal } from '../people/principal.ts';
import { findToken } from '../people/token.ts';
import { dueList, type DueItem } from '../records/due.ts';
import { seesWholeOffice, viewerOf } from './access.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';

/** How often a phone should ask again. */
const EVERY_SECONDS = 6 * 3600;
const MOST = 500;

/** What a program of calendars takes: the day as midnight UTC of an all-day event. */
function dateOf(due: Day): Date {
  return new Date(`${due}T00:00:00Z`);
}

/**
 * One's own running terms as a calendar that a phone subscribes to (期限日历). A calendar lies with whoever makes the phone:
 * it says which term of what kind of matter ends when, with the number of the record; no title, no village, no person. Beside
 * them stand the days of the statutory calendar, which anybody may read in the law.
 */
function calendarOf(
  items: readonly (DueItem & { readonly due: Day })[],
  duties: readonly StatutoryDuty[],
  kindLabel: (code: string) => string,
) {
  const calendar = ical({
    name: '法度期限',
    prodId: { company: '法度', product: '期限日历', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: EVERY_SECONDS,
  });
  for (const { record, rule, from, due, name, article, kind } of items) {
    calendar.createEvent({
      id: `${record}.${rule}.${from}`,
      start: dateOf(due),
      end: dateOf(addDays(due, 1)),
      stamp: dateOf(from),
      allDay: true,
      summary: `${kindLabel(kind)}：${name}到期`,
      description: `${article}。记录编号${record}`,
    });
  }
  for (const { code, due, safeDue, name, article, configured } of duties) {
    calendar.createEvent({
      id: `${code}.${due}`,
      start: dateOf(due),
      end: dateOf(addDays(due, 1)),
      stamp: dateOf(due),
      allDay: true,
      summary: `法定日历：${name}`,
      description: `${article}${configured ? '；日期按本地要求' : ''}${safeDue === null ? '' : `。稳妥日${safeDue}`}`,
    });
  }
  return calendar.toString();
}

/**
 * Duties of the statutory calendar that are open, of this year and the next. Only to whoever sees the whole office: to others
 * what they may not know of would seem not done.
 */
async function openDuties(
  { store, register }: ApiParts,
  principal: Principal,
  today: Day,
): Promise<StatutoryDuty[]> {
  if (!seesWholeOffice(principal)) return [];
  const read = (year: number) =>
    statutoryCalendar(store, register, viewerOf(principal), today, { org: principal.org, year });
  const years = await Promise.all([read(yearOf(today)), read(yearOf(today) + 1)]);
  return years
    .flatMap(({ duties }) => duties)
    .filter(({ standing, byWhen }) => byWhen !== 'within' && standing !== 'done' && standing !== 'before');
}

/** The address carries a token made for calendars alone, since a phone's calendar can sign in no other way. */
export function addCalendarRoute(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  const { store, register } = parts;
  const schema = {
    tags: ['期限'],
    summary: '我的期限日历，供手机和电脑的日历订阅',
    description: '地址里是用途为calendar的接口令牌；收回令牌，地址就失效。',
    operationId: 'due.calendar',
    params: {
      type: 'object',
      required: ['token'],
      properties: { token: { type: 'string', maxLength: 200 } },
    },
    response: {
      200: { description: '日历', content: { 'text/calendar': { schema: {} } } },
      ...problems(404),
    },
  };
  app.get('/calendar/:token/due.ics', { config: { open: true }, schema }, async (request, reply) => {
    const { token } = request.params as { token: string };
    const found = await findToken(store, token, now());
    const missing = new Refusal('not-found', '没有这个日历，或者地址已经失效。', {
      next: '请重新发一个订阅期限日历的接口令牌。',
    });
    if (found?.scopes?.includes('calendar') !== true) throw missing;
    const today = dayAt(now());
    const principal = await findPrincipal(store, found, found.home, today);
    if (!principal) throw missing;
    const asked = { org: found.home, handler: principal.account, most: MOST };
    const { items } = await dueList(store, register, viewerOf(principal), today, asked);
    const duties = await openDuties(parts, principal, today);
    const dated = items.flatMap((item) => (item.due === null ? [] : [{ ...item, due: item.due }]));
    return reply
      .type('text/calendar; charset=utf-8')
      .send(calendarOf(dated, duties, (code) => register.kind(code).label));
  });
}
