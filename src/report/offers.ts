import { countFigures, spanOf, type FigureValue } from '../figures/figures.ts';
import { staffingOf, type OfficeStaffing } from '../figures/staffing.ts';
import { statutoryCalendar, type StatutoryDuty } from '../figures/statutory.ts';
import { dayAt, type Register } from '../kernel/index.ts';
import type { Insider } from '../people/visibility.ts';
import { dueList, type DueItem } from '../records/due.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';

/** A record or a figure that an offer rests on. */
export interface OfferSource {
  readonly label: string;
  readonly kind?: string;
  readonly record?: string;
  readonly figure?: string;
}

/**
 * A shortcoming that the data suggests (不足线索). Somebody accepts it, words and all to be changed, or ignores it; it gets
 * into no report by itself. Its numbers are figures: `{judicial-office.staff}`.
 */
export interface Offer {
  readonly code: string;
  readonly problem: string;
  readonly cause: string;
  /** What in the data suggests it. */
  readonly because: string;
  readonly sources: readonly OfferSource[];
}

export interface OfferInput {
  readonly figures: readonly FigureValue[];
  readonly before: readonly FigureValue[];
  readonly staffing: readonly OfficeStaffing[];
  /** Terms of the year that are overdue and the office's own duty. */
  readonly overdue: readonly DueItem[];
  readonly duties: readonly StatutoryDuty[];
  readonly kindLabel: (code: string) => string;
}

/** Rates that say how well something was kept; below a hundred there is something to say. */
const RATES = [
  ['upper-tasks.on-time-rate', '上级任务没有全部按期完成，按期完成率为{upper-tasks.on-time-rate}。'],
  ['tasks.on-time-rate', '自己布置的工作任务没有全部按期完成，按期完成率为{tasks.on-time-rate}。'],
  [
    'supervision.rectification-rate',
    '监督反馈的问题没有全部整改到位，整改率为{supervision.rectification-rate}。',
  ],
] as const;
const NAMED = 4;

const valueOf = (figures: readonly FigureValue[], code: string): number | null =>
  figures.find((figure) => figure.code === code)?.value ?? null;

function someOf(names: readonly string[]): string {
  const shown = [...new Set(names)].slice(0, NAMED).join('、');
  return new Set(names).size > NAMED ? `${shown}等` : shown;
}

function judicialOffice({ figures, staffing }: OfferInput): Offer[] {
  if (valueOf(figures, 'judicial-office.staff') !== 1) return [];
  const vacant = staffing.find(({ office }) => office === 'judicial-office')?.vacant ?? 0;
  return [
    {
      code: 'one-in-judicial-office',
      problem:
        '法治力量不足，司法所在岗工作人员只有{judicial-office.staff}，难以兼顾调解、普法和合法性审查。',
      cause: vacant > 0 ? '编制没有配齐' : '编制少',
      because: '司法所在岗工作人员只有一人。',
      sources: [{ label: '司法所工作人员', figure: 'judicial-office.staff' }],
    },
  ];
}

function vacancies({ staffing }: OfferInput): Offer[] {
  const short = staffing.filter(({ vacant }) => (vacant ?? 0) > 0);
  if (short.length === 0) return [];
  return [
    {
      code: 'vacancies',
      problem: `${someOf(short.map(({ label }) => label))}编制没有配齐，核定编制{establishment.posts}、在岗{staff.in-post}。`,
      cause: '招录、调配不及时，人员流动快',
      because: short.map(({ label, vacant }) => `${label}空缺${vacant}名`).join('；'),
      sources: [
        { label: '核定编制', figure: 'establishment.posts' },
        { label: '在岗人员', figure: 'staff.in-post' },
      ],
    },
  ];
}

function overdueWork({ overdue, kindLabel }: OfferInput): Offer[] {
  if (overdue.length === 0) return [];
  const kinds = someOf(overdue.map(({ kind }) => kindLabel(kind)));
  return [
    {
      code: 'overdue',
      problem: `部分事项没有在期限内办结，主要是${kinds}。`,
      cause: '期限提醒、交办跟进不够及时',
      because: `这一年到期、现在还没有办的有${overdue.length}项。`,
      sources: overdue
        .slice(0, 10)
        .map(({ kind, record, title, name }) => ({ label: `${title}：${name}`, kind, record })),
    },
  ];
}

/** What was done last year and not at all this year. A stock says nothing of the year. */
function emptied({ figures, before }: OfferInput): Offer[] {
  const empty = figures.filter(
    ({ code, value, measure }) => measure === 'flow' && value === 0 && (valueOf(before, code) ?? 0) > 0,
  );
  if (empty.length === 0) return [];
  return [
    {
      code: 'empty',
      problem: `有的工作上年开展、本年没有开展或者没有登记，如${someOf(empty.map(({ name }) => name))}。`,
      cause: '',
      because: `${empty.length}个指标上年有数、本年为零；没有登记的请先补登。`,
      sources: empty.slice(0, 10).map(({ name, code }) => ({ label: name, figure: code })),
    },
  ];
}

function rates({ figures }: OfferInput): Offer[] {
  return RATES.flatMap(([code, problem]) => {
    const figure = figures.find((each) => each.code === code);
    if (!figure || figure.value === null || figure.value >= 100) return [];
    const { name, numerator = 0, denominator = 0 } = figure;
    const because = `${name}：${denominator}项里有${numerator}项。`;
    return [{ code, problem, cause: '', because, sources: [{ label: name, figure: code }] }];
  });
}

/** Only what binds the township: what it merely takes as a model, or the locality sets, is no shortcoming. */
function lateDuties({ duties }: OfferInput): Offer[] {
  const late = duties.filter(
    ({ standing, doneLate, reference, configured }) =>
      (standing === 'late' || doneLate) && !reference && !configured,
  );
  if (late.length === 0) return [];
  return [
    {
      code: 'yearly-duties',
      problem: `有的年度法定事项没有按时办：${someOf(late.map(({ name }) => name))}。`,
      cause: '',
      because: '法定日历里已过日期、没有登记办成，或者过了日期才办。',
      sources: late.flatMap(({ name, records: [first] }) =>
        first ? [{ label: name, kind: first.kind, record: first.record }] : [{ label: name }],
      ),
    },
  ];
}

/** What the data suggests as shortcomings. Pure: the same data gives the same offers. */
export function offersFrom(input: OfferInput): Offer[] {
  return [judicialOffice, vacancies, overdueWork, rates, emptied, lateDuties].flatMap((each) => each(input));
}

const MOST_OVERDUE = 500;

/** The offers of a year, as far as the viewer may know of what they rest on. */
export async function shortcomingOffers(
  store: Store,
  register: Register,
  viewer: Insider,
  asked: { readonly org: string; readonly year: number; readonly now: Date },
): Promise<Offer[]> {
  const { org, year, now } = asked;
  const today = dayAt(now);
  const span = spanOf(year, now);
  const [figures, before] = await store.read(oneOrganisation(org), async (tx) => [
    await countFigures(tx, register, org, span),
    await countFigures(tx, register, org, spanOf(year - 1, now)),
  ]);
  const { items } = await dueList(store, register, viewer, today, {
    org,
    when: ['overdue'],
    most: MOST_OVERDUE,
  });
  const { duties } = await statutoryCalendar(store, register, viewer, today, { org, year });
  return offersFrom({
    figures: figures!,
    before: before!,
    staffing: await staffingOf(store, register, viewer, org, span.to),
    overdue: items.filter(
      ({ role, due }) => role === 'duty' && due !== null && due >= span.from && due <= span.to,
    ),
    duties,
    kindLabel: (code) => register.kind(code).label,
  });
}
