import type { Context } from './context.ts';
import { finding, spanOf } from './message.ts';
import type { Finding, Reading } from './types.ts';

const LEADING = /(?:不少于|不低于|不下|不超过|将近|接近|大约|大概|至少|最少|至多|最多|超过|近|约|超|逾)/;
const FOLLOWING = /余|多|(?:以上|以下|以内|左右|上下|有余)$/;
/** 约达到500余人次: the word of approximation and the number are apart. */
const APART = /(?:约|近|超过?|大约)(?:达到?|为|有)$/;

/** 约500余人次, 近三十余场: two words of approximation that say different things. */
export function checkStacked(context: Context): Finding[] {
  return context.document.readings.filter(isStacked).map((reading) => {
    const message = `${reading.figure.text}用了两个约数词,说不清是多于还是少于,请只留一个`;
    return finding('stacked-approximation', 'confirm', [reading], message);
  });
}

function isStacked({ figure, phrase }: Reading): boolean {
  if (figure.approx === null || figure.approx === 'range') return false;
  const rough = FOLLOWING.test(figure.text.replace(LEADING, ''));
  return rough && (LEADING.test(figure.text.slice(0, 4)) || APART.test(phrase.trim()));
}

const NORM =
  /每(?:年度?|半年|季度?|月|周)[^,。;:\d]{0,16}(?:不少于|不低于|至少)\s?[\d一二两三四五六七八九十]+\s?[次场期节个条篇]/g;
const REQUIRED = /要求|规定|制度|办法|应当|必须|明确|确保|原则上|标准|计划|清单|落实|建立|机制/;
const MOST_NORMS = 5;

/** 每年学法不少于4次 among the results: a rule was copied where its result should stand. */
export function checkNorms(context: Context): Finding[] {
  const { text, layout } = context.document;
  const findings: Finding[] = [];
  for (const { start, end, plan, heading } of layout.sentences) {
    if (plan || heading || findings.length >= MOST_NORMS) continue;
    const sentence = text.slice(start, end);
    for (const match of sentence.matchAll(NORM)) {
      const before =
        sentence
          .slice(Math.max(0, match.index - 24), match.index)
          .split(/[;]/)
          .at(-1) ?? '';
      if (REQUIRED.test(before)) continue;
      const at = start + match.index;
      findings.push({
        type: 'norm-as-result',
        grade: 'confirm',
        spans: [{ start: at, end: at + match[0].length, text: match[0] }],
        message: `“${match[0]}”是要求,不是结果,请写明本年度实际做了多少`,
      });
    }
  }
  return findings;
}

interface Span {
  readonly session: Reading;
  readonly amount: Reading;
}

const EVENT = /宣传|活动|讲座|培训|演练|宣讲|院坝会|群众会|讲法|授课|学习|咨询/;
const SHEETS = /资料|手册|传单|折页|读本|单页|宣传品|宣传单/;
const FEWEST_PEOPLE = 8;
const MOST_PEOPLE = 3000;
const MOST_SHEETS = 5;

/** Counts that fit no relation and still look odd beside each other: seven people at each of seventy events. */
export function checkPerHead(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const readings of context.bySentence.values()) {
    for (const people of readings.filter(isPeople)) {
      const near = readings.filter((r) => r.index < people.index && r.index >= people.index - 3 && !r.plan);
      const session = near.findLast((r) => isSession(r) && EVENT.test(r.phrase + r.figure.noun));
      const sheets = near.findLast((r) => /^[份册本张]$/.test(r.figure.unit) && SHEETS.test(r.phrase));
      if (session !== undefined) findings.push(...oddAttendance({ session, amount: people }));
      if (sheets !== undefined) findings.push(...oddSheets(sheets, people));
    }
  }
  return findings;
}

function isPeople({ figure, phrase, plan }: Reading): boolean {
  const attended = /参加|参与|受教育|覆盖|受众|听众|惠及|培训|参训|群众|人员|参演/.test(phrase + figure.noun);
  return !plan && attended && figure.unit.startsWith('人') && !/均|每|调解员|队员|干警|名单/.test(phrase);
}

function isSession({ figure }: Reading): boolean {
  return /^(?:次|场次?|期)/.test(figure.unit);
}

/** The nominal value, so that 70余次 and 500余人次 can be divided. */
function nominal(reading: Reading): number {
  return reading.figure.value ?? 0;
}

function oddAttendance({ session, amount }: Span): Finding[] {
  const each = nominal(amount) / nominal(session);
  if (!Number.isFinite(each) || nominal(session) < 5) return [];
  if (each >= FEWEST_PEOPLE && each <= MOST_PEOPLE) return [];
  const message = `${amount.figure.text}÷${session.figure.text},平均每次约${rounded(each)}人,${each < FEWEST_PEOPLE ? '偏少' : '偏多'}`;
  return [{ type: 'odd-ratio', grade: 'confirm', spans: [spanOf(amount), spanOf(session)], message }];
}

function oddSheets(sheets: Reading, people: Reading): Finding[] {
  const each = nominal(sheets) / nominal(people);
  if (!Number.isFinite(each) || each <= MOST_SHEETS) return [];
  const message = `${sheets.figure.text}÷${people.figure.text},平均每人约${rounded(each)}份,偏多`;
  return [{ type: 'odd-ratio', grade: 'confirm', spans: [spanOf(sheets), spanOf(people)], message }];
}

function rounded(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
