import { daysBetween, isDay, yearSpan, type Day, type Register } from '../kernel/index.ts';
import { OWN_KIND, yearlyDuties, type Calendar, type DutyOfYear, type ShownByRecords } from '../law/index.ts';
import { knownRows, type Insider } from '../people/visibility.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { Places } from '../store/places.ts';
import { countFigures, type FigureValue } from './figures.ts';

/**
 * Where a duty of the year stands. `done`; `late`: its day has passed and nothing shows it done; `near`: within the days in
 * which the office is reminded; `open`: later; `before`: it fell before the office began to keep its records here.
 */
export const STANDINGS = {
  done: '已办成',
  late: '已过日期，还没有登记',
  near: '快到了',
  open: '还没有到',
  before: '启用本系统以前，不在这里登记',
} as const;
export type Standing = keyof typeof STANDINGS;

/** So many days before its day a duty is near. */
const NEAR_DAYS = 45;

/** A record that shows a duty done, or on the way. */
export interface Showing {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  /** The day on which it was done; null while it is on the way. */
  readonly on: Day | null;
}

/** A duty of the statutory calendar as it stands in an office. */
export interface StatutoryDuty extends Omit<DutyOfYear, 'shown'> {
  readonly standing: Standing;
  readonly doneOn: Day | null;
  /** It was done after its day. */
  readonly doneLate: boolean;
  readonly left: number;
  /** The latest first, some of them. */
  readonly records: readonly Showing[];
  /** The figure that shows it, with what it must reach. */
  readonly figure?: {
    readonly code: string;
    readonly name: string;
    readonly value: number;
    readonly least: number;
  };
  /** Where it is entered, and what is known already. */
  readonly enter: {
    readonly kind: string;
    readonly step: string;
    readonly values: Readonly<Record<string, string | number>>;
  };
}

export interface StatutoryCalendar {
  readonly year: number;
  readonly today: Day;
  readonly duties: readonly StatutoryDuty[];
}

interface Row {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Records are read so many at most for one duty, the latest first. */
const MOST = 200;
const SHOWN = 5;

/** The records that may show a duty, not voided, no drill, as far as the viewer may know of them. */
function rowsOf(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  org: string,
  { due, about }: DutyOfYear,
  shown: ShownByRecords,
): Promise<Row[]> {
  const places = new Places(org);
  const { place } = places;
  const [from, to] = shown.between ?? ['01-01', '12-31'];
  const when =
    shown.year === undefined
      ? `r.body ->> ${place(shown.within ?? shown.done)}::text BETWEEN ${place(`${due.slice(0, 4)}-${from}`)} AND ${place(`${due.slice(0, 4)}-${to}`)}`
      : `r.body ->> ${place(shown.year)}::text = ${place(String(about))}`;
  return tx.query<Row>(
    '~showing-a-duty',
    `SELECT r.record_id AS record, r.kind, r.title, r.body FROM record r
     WHERE r.org_code = $1 AND r.version > 0 AND r.kind = ${place(shown.kind)} AND r.voided_by IS NULL
       AND NOT r.is_drill AND r.sealed IS NULL AND r.state <> ALL (${place(shown.not ?? [])}::text[])
       AND ${when} AND ${knownRows(viewer, register, place)}
     ORDER BY r.occurred_on DESC, r.record_id LIMIT ${MOST}`,
    places.values,
  );
}

function says(body: Row['body'], field: string, codes: readonly string[]): boolean {
  const value = body[field];
  return Array.isArray(value) ? codes.some((code) => value.includes(code)) : codes.includes(String(value));
}

/** The day on which the records show it done: the first that does, or the last of the first of each that is asked. */
function doneDay(shown: ShownByRecords, rows: readonly Row[]): Day | null {
  const days = (some: readonly Row[]): Day[] =>
    some.flatMap(({ body }) => (isDay(body[shown.done]) ? [body[shown.done] as Day] : [])).sort();
  const { each } = shown;
  if (!each) return days(rows)[0] ?? null;
  const firsts = each.of.map((code) => days(rows.filter(({ body }) => says(body, each.field, [code])))[0]);
  return firsts.includes(undefined) ? null : (firsts.sort().at(-1) ?? null);
}

/** What the form that enters it need not be told. */
function known(shown: ShownByRecords, about: number): Record<string, string | number> {
  const chosen = Object.entries(shown.where ?? {}).flatMap(([field, codes]) =>
    shown.kind === OWN_KIND && codes[0] !== undefined ? [[field, codes[0]] as const] : [],
  );
  return { ...(shown.year === undefined ? {} : { [shown.year]: about }), ...Object.fromEntries(chosen) };
}

interface Evidence extends Pick<StatutoryDuty, 'doneOn' | 'records' | 'enter' | 'figure'> {
  readonly done: boolean;
}

async function byRecords(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  org: string,
  duty: DutyOfYear,
  shown: ShownByRecords,
): Promise<Evidence> {
  const where = Object.entries(shown.where ?? {});
  const rows = (await rowsOf(tx, register, viewer, org, duty, shown)).filter(({ body }) =>
    where.every(([field, codes]) => says(body, field, codes)),
  );
  const doneOn = doneDay(shown, rows);
  return {
    done: doneOn !== null,
    doneOn,
    records: rows.slice(0, SHOWN).map(({ body, record, kind, title }) => {
      const on = body[shown.done];
      return { record, kind, title, on: isDay(on) ? on : null };
    }),
    enter: { kind: shown.kind, step: shown.step, values: known(shown, duty.about) },
  };
}

function byFigure(
  shown: Exclude<DutyOfYear['shown'], ShownByRecords>,
  figures: readonly FigureValue[],
): Evidence {
  const { figure: code, least, kind, step } = shown;
  const found = figures.find((each) => each.code === code);
  const value = found?.value ?? 0;
  return {
    done: value >= least,
    doneOn: null,
    records: [],
    figure: { code, name: found?.name ?? code, value, least },
    enter: { kind, step, values: {} },
  };
}

function standingOf(done: boolean, { due, byWhen, shown }: DutyOfYear, today: Day, opened: Day): Standing {
  if (done) return 'done';
  // A day that is kept in the days around it has not passed before they have.
  const last =
    byWhen === 'on' && !('figure' in shown) && shown.between ? `${due.slice(0, 4)}-${shown.between[1]}` : due;
  if (last < opened) return 'before';
  if (last < today) return 'late';
  return daysBetween(today, due) <= NEAR_DAYS ? 'near' : 'open';
}

async function openedOn(tx: Transaction, org: string): Promise<Day> {
  const [row] = await tx.query<{ opened: Day | null }>(
    'opening-day',
    `SELECT min(recorded_on) AS opened FROM record WHERE org_code = $1 AND kind = 'organisation'`,
    [org],
  );
  return row?.opened ?? ('0001-01-01' as Day);
}

/** The statutory calendar (法定日历) of a year: each duty with the records that show it done, seen from today. */
export function statutoryCalendar(
  store: Store,
  register: Register,
  viewer: Insider,
  today: Day,
  asked: { readonly org: string; readonly year: number; readonly calendar?: Calendar },
): Promise<StatutoryCalendar> {
  const { org, year, calendar } = asked;
  const duties = yearlyDuties(year, calendar);
  return store.read(oneOrganisation(org), async (tx) => {
    const opened = await openedOn(tx, org);
    const figures = duties.some(({ shown }) => 'figure' in shown)
      ? await countFigures(tx, register, org, yearSpan(year))
      : [];
    const standing: StatutoryDuty[] = [];
    for (const duty of duties) {
      const { shown, ...said } = duty;
      const { done, ...evidence } =
        'figure' in shown
          ? byFigure(shown, figures)
          : await byRecords(tx, register, viewer, org, duty, shown);
      standing.push({
        ...said,
        ...evidence,
        standing: standingOf(done, duty, today, opened),
        doneLate: duty.byWhen === 'by' && evidence.doneOn !== null && evidence.doneOn > duty.due,
        left: daysBetween(today, duty.due),
      });
    }
    return { year, today, duties: standing };
  });
}
