import { citationText, Refusal, yearOf, type Citation, type Day, type Post } from '../kernel/index.ts';
import type { Calendar } from './calendar.ts';
import { workdayUpTo } from './count.ts';
import { PUBLISHED_CALENDAR } from './deadline.ts';
import { RULES, type RuleId } from './rules/index.ts';
import { TERMS, type TermId } from './terms/index.ts';
import type { Binding } from './terms/term.ts';

/**
 * By when: `by` the day at the latest; `on` around the day; `within` the year, since no text names a day (the year's last
 * day is then only where the year ends).
 */
export type ByWhen = 'by' | 'on' | 'within';

/** Records of a kind that show a duty done. */
export interface ShownByRecords {
  readonly kind: string;
  /** The day field that says when it was done. */
  readonly done: string;
  /** The number field that says for which year. */
  readonly year?: string;
  /** Choice fields and the codes of which one must be chosen. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** One record for each of these codes of a choice field. */
  readonly each?: { readonly field: string; readonly of: readonly string[] };
  /** `MM-DD` from which to which it counts, where not by a year's field. */
  readonly between?: readonly [from: string, to: string];
  /** The day field that must lie there, where it is not the day on which it was done. */
  readonly within?: string;
  /** States in which a record shows nothing any more. */
  readonly not?: readonly string[];
  /** The step by which it is entered. */
  readonly step: string;
}

/** A figure of the year that shows a duty done where it is at least so much. */
export interface ShownByFigure {
  readonly figure: string;
  readonly least: number;
  /** Kind and step that add to it. */
  readonly kind: string;
  readonly step: string;
}

export type Shown = ShownByRecords | ShownByFigure;

/** A duty that comes every year (法定年度事项), and what in the office's records shows that it was done. */
export interface YearlyDuty {
  readonly code: TermId | RuleId;
  readonly name: string;
  /** `MM-DD` */
  readonly date: string;
  readonly byWhen: ByWhen;
  /** It is about the year before, as every report is. */
  readonly aboutLast: boolean;
  /** Who sees to it. */
  readonly posts: readonly Post[];
  readonly shown: Shown;
  /** The last year for which the text asks it. */
  readonly lastYear?: number;
  readonly basis: Citation;
  readonly binding: readonly Binding[];
  readonly since: string;
  readonly note?: string;
}

type Declared = Pick<YearlyDuty, 'name' | 'posts'> &
  Partial<Pick<YearlyDuty, 'byWhen' | 'date' | 'aboutLast' | 'lastYear' | 'note'>> & {
    /** Without it a record of the year's duties (年度法定事项) shows it. */
    readonly shown?: Shown;
  };

/** The kind that records a duty which has no kind of its own. */
export const OWN_KIND = 'yearly-duty';

function shownByOwn(code: string): Shown {
  return { kind: OWN_KIND, done: 'doneOn', year: 'year', where: { duty: [code] }, step: 'record' };
}

function duty(code: TermId | RuleId, declared: Declared): YearlyDuty {
  const law = Object.hasOwn(TERMS, code) ? TERMS[code as TermId] : RULES[code as RuleId];
  const term = Object.hasOwn(TERMS, code) ? TERMS[code as TermId] : undefined;
  const note = declared.note ?? law.note;
  return {
    byWhen: term?.date === undefined ? 'within' : 'by',
    aboutLast: false,
    shown: shownByOwn(code),
    ...declared,
    code,
    date: declared.date ?? term?.date ?? '12-31',
    basis: law.basis,
    binding: law.binding,
    since: law.since,
    ...(note === undefined ? {} : { note }),
  };
}

const OFFICE: readonly Post[] = ['judicial-office', 'area-lead'];
const LEADING: readonly Post[] = ['party-secretary', 'township-head'];

/**
 * The statutory calendar (法定日历) of a township: every day of the year that a text names, then what is asked for every year
 * without a day. What comes at shorter or longer intervals, or is the village's own, stands in its own kinds (0033).
 */
export const YEARLY_DUTIES: readonly YearlyDuty[] = [
  duty('ZF-05', {
    name: '公开上年度行政执法统计年报，并报县政府和上级主管部门',
    posts: ['judicial-office', 'enforcement-officer'],
    aboutLast: true,
    shown: { kind: 'enforcement-statistics', done: 'publishedOn', year: 'year', step: 'compile' },
  }),
  duty('GK-20', {
    name: '公布上年度政府信息公开工作年度报告',
    posts: OFFICE,
    aboutLast: true,
    shown: { kind: 'openness-report', done: 'publishedOn', year: 'year', step: 'begin' },
  }),
  duty('ND-01', {
    name: '向县委、县政府报告上年度法治政府建设情况，抄送县委法治办事机构',
    posts: [...OFFICE, ...LEADING],
  }),
  duty('ND-02', { name: '向社会公开上年度法治政府建设年度报告', posts: [...OFFICE, ...LEADING] }),
  duty('SJA-26', {
    name: '把上一年办结的文件材料归档',
    posts: OFFICE,
    aboutLast: true,
    shown: { kind: 'archive-box', done: 'boxedOn', year: 'year', step: 'box' },
  }),
  duty('PF-02', {
    name: '开展国家宪法日宣传',
    date: '12-04',
    byWhen: 'on',
    posts: ['judicial-office', 'village-cadre'],
    shown: {
      kind: 'publicity-activity',
      done: 'heldOn',
      where: { topics: ['constitution'] },
      between: ['12-01', '12-10'],
      step: 'hold',
    },
    note: '登记十二月一日至十日之间、涉及内容有“宪法”的宣传活动就算办到。',
  }),
  duty('ND-05', {
    name: '向乡镇人民代表大会和县政府报告工作，其中报告法治政府建设情况',
    posts: LEADING,
    note: '在人民代表大会会期里办，法律没有写日期。',
  }),
  duty('PF-08', {
    name: '把学法用法情况列入领导干部年度述职',
    posts: [...OFFICE, ...LEADING],
    shown: {
      kind: 'law-statement',
      done: 'statedOn',
      year: 'year',
      where: { covers: ['study'] },
      step: 'state',
    },
    note: '述的是当年，会议常在次年一月开；写明述哪一年就算办到。',
  }),
  duty('PF-18', {
    name: '党委书记、乡镇长年度述法',
    posts: LEADING,
    shown: {
      kind: 'law-statement',
      done: 'statedOn',
      year: 'year',
      where: { covers: ['duties'] },
      each: { field: 'leader', of: ['secretary', 'head'] },
      step: 'state',
    },
  }),
  duty('PF-12', {
    name: '制定当年的普法责任清单',
    posts: ['judicial-office'],
    shown: {
      kind: 'publicity-duty',
      done: 'listedOn',
      within: 'dueOn',
      between: ['01-01', '12-31'],
      not: ['dropped'],
      step: 'list',
    },
    note: '有完成时限在当年的普法责任事项就算办到，上年底列入的也算；移出清单的不算。',
  }),
  duty('PF-15', { name: '登记公务员当年培训情况，作为考核内容', posts: OFFICE }),
  duty('PF-16', {
    name: '领导班子举办法治专题讲座两期以上',
    posts: LEADING,
    lastYear: 2025,
    shown: { figure: 'study.lectures', least: 2, kind: 'gathering', step: 'hold' },
    note: '纲要的规划期到2025年止，以后的要求没有查到。',
  }),
];

/** Duties that are recorded by themselves, since no kind of work shows them. */
export const OWN_DUTIES: Readonly<Record<string, string>> = Object.fromEntries(
  YEARLY_DUTIES.filter(({ shown }) => !('figure' in shown) && shown.kind === OWN_KIND).map(
    ({ code, name }) => [code, name],
  ),
);

/** A duty as it falls in a year. */
export interface DutyOfYear extends Omit<YearlyDuty, 'basis'> {
  readonly due: Day;
  /** The year that it is about. */
  readonly about: number;
  /** The last working day up to it; null where the year's holiday notice is missing, or no day is kept by working days. */
  readonly safeDue: Day | null;
  /** The year whose holiday notice is missing. */
  readonly awaits?: number;
  readonly article: string;
  /** 待原文复核, 仅作提示, or empty. */
  readonly mark: string;
  /** No statute names the day for a township: the locality's own demand, to be confirmed (按本地要求). */
  readonly configured: boolean;
  /** It is only taken as a model (参照). */
  readonly reference: boolean;
}

const MARKS = { A: '', B: '待原文复核', M: '仅作提示' } as const;

/** The statutory calendar of a year, the first day first. No fixed day moves with a holiday. */
export function yearlyDuties(year: number, calendar: Calendar = PUBLISHED_CALENDAR): DutyOfYear[] {
  return YEARLY_DUTIES.flatMap((each) => {
    const { basis, ...duty } = each;
    const due = `${year}-${duty.date}` as Day;
    if (due < duty.since || year > (duty.lastYear ?? year)) return [];
    return [
      {
        ...duty,
        due,
        about: duty.aboutLast ? year - 1 : year,
        ...safeUpTo(duty.byWhen, due, calendar),
        article: citationText(basis).replace('(待原文复核)', ''),
        mark: MARKS[basis.grade],
        configured: duty.binding.includes('配置'),
        reference: duty.binding.includes('参'),
      },
    ];
  }).sort(byDay);
}

/** By the day; what has no day of its own last. */
function byDay(a: DutyOfYear, b: DutyOfYear): number {
  const key = ({ due, byWhen }: DutyOfYear): string => `${due} ${byWhen === 'within' ? 1 : 0}`;
  return key(a).localeCompare(key(b));
}

function safeUpTo(
  byWhen: ByWhen,
  due: Day,
  calendar: Calendar,
): { readonly safeDue: Day | null; readonly awaits?: number } {
  if (byWhen === 'on') return { safeDue: null };
  try {
    return { safeDue: workdayUpTo(calendar, due) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'calendar-missing')
      return { safeDue: null, awaits: yearOf(due) };
    throw error;
  }
}

/** A day of the year by which a township must have done something, every year. */
export interface FixedDate {
  readonly rule: string;
  readonly date: Day;
  readonly name: string;
  readonly article: string;
  readonly configured: boolean;
}

/** The days that a text names, of a year. */
export function fixedDates(year: number): FixedDate[] {
  return yearlyDuties(year)
    .filter(({ byWhen }) => byWhen !== 'within')
    .map(({ code, due, name, article, configured }) => ({
      rule: code,
      date: due,
      name,
      article,
      configured,
    }));
}
