import type { Document } from './figures.ts';
import { clean } from './intervals.ts';
import type { Reading } from './types.ts';
import { family } from './units.ts';

/** Readings by sentence, so that no relation ever looks at the whole text for one figure. */
export interface Context {
  readonly document: Document;
  readonly bySentence: ReadonlyMap<number, readonly Reading[]>;
}

export function contextOf(document: Document): Context {
  const bySentence = new Map<number, Reading[]>();
  for (const reading of document.readings) {
    const list = bySentence.get(reading.sentence);
    if (list === undefined) bySentence.set(reading.sentence, [reading]);
    else list.push(reading);
  }
  return { document, bySentence };
}

export function familyOf(reading: Reading): string {
  return family(reading.figure.unit);
}

export function sameFamily(a: Reading, b: Reading): boolean {
  return familyOf(a) === familyOf(b);
}

export function between(context: Context, from: number, to: number): string {
  return context.document.text.slice(from, to);
}

export function sentenceText(context: Context, sentence: number): string {
  const home = context.document.layout.sentences[sentence];
  return home === undefined ? '' : context.document.text.slice(home.start, home.end);
}

export function sentenceStart(context: Context, sentence: number): number {
  return context.document.layout.sentences[sentence]?.start ?? 0;
}

/** Figures of the sentence before, if it stands in the same paragraph. */
export function previousReadings(context: Context, sentence: number): readonly Reading[] {
  const here = context.document.layout.sentences[sentence];
  const before = context.document.layout.sentences[sentence - 1];
  if (here === undefined || before === undefined || here.paragraph !== before.paragraph) return [];
  return context.bySentence.get(sentence - 1) ?? [];
}

/** So many sentences back a reader still knows what was counted. */
const MEMORY = 12;

/** Figures of the same paragraph before a sentence, no further than a reader remembers. */
export function paragraphBefore(context: Context, sentence: number, most: number): readonly Reading[] {
  const { sentences } = context.document.layout;
  const { paragraph } = sentences[sentence] ?? {};
  const readings: Reading[] = [];
  for (let at = sentence - 1; at >= Math.max(0, sentence - MEMORY) && readings.length < most; at--) {
    if (sentences[at]?.paragraph !== paragraph) break;
    readings.unshift(...(context.bySentence.get(at) ?? []));
  }
  return readings.slice(-most);
}

const SHORT = 12;

/** 机关站所14人。述法14人。: what a sentence of one short phrase is said of stands in the one before. */
export function leansOn(context: Context, reading: Reading): Reading | undefined {
  const before = context.document.readings[reading.index - 1];
  const first = context.bySentence.get(reading.sentence)?.[0] === reading;
  const start = sentenceStart(context, reading.sentence);
  const short =
    reading.figure.start - start <= SHORT && reading.phrase.trim().length >= reading.figure.start - start - 1;
  const near = before !== undefined && reading.sentence - before.sentence <= 1;
  return first && short && near ? before : undefined;
}

/** 上半年评查16卷。优秀6卷、合格10卷: the period that is named where the sentence leans on another. */
export function periodOf(context: Context, reading: Reading): string {
  let at: Reading | undefined = reading;
  for (let steps = 0; at !== undefined && steps < 4; steps++) {
    if (at.figure.scope.period !== '') return at.figure.scope.period;
    const first: Reading | undefined = context.bySentence.get(at.sentence)?.[0];
    at = first === undefined ? undefined : leansOn(context, first);
  }
  return '';
}

/** So long a sentence says by itself what it is about. */
const TELEGRAPHIC = 30;

/** A sentence with the short ones around it: 上年结转4件。新受理151件。办结152件. */
export function around(context: Context, sentence: number): string {
  const { sentences } = context.document.layout;
  const home = sentences[sentence];
  const long = home !== undefined && home.end - home.start > 2 * TELEGRAPHIC;
  const near = (long ? [] : [-2, -1, 1]).filter((step) => {
    const other = sentences[sentence + step];
    return (
      other !== undefined &&
      other.end - other.start <= TELEGRAPHIC &&
      Math.abs(other.paragraph - (home?.paragraph ?? 0)) <= 2
    );
  });
  return [0, ...near].map((step) => sentenceText(context, sentence + step)).join('。');
}

/** 讨论6件…自愿讨论2件…讨论总计8件: the later is what the earlier comes to with another count. */
export function completes(context: Context, earlier: Reading, later: Reading): boolean {
  if (!/总计|合计|共计|总共|一共|累计/.test(later.phrase)) return false;
  const missing = clean((later.figure.value ?? 0) - (earlier.figure.value ?? 0));
  const before = context.document.readings.slice(Math.max(0, later.index - MEMORY), later.index);
  return before.some((r) => r !== earlier && sameFamily(r, later) && r.figure.value === missing);
}

/** 2025年1960件,2024年为1860件; 上年1860件: last year's is no base. */
export function isOfYearBefore({ phrase, figure }: Reading): boolean {
  const own = /20\d\d(?=年)/.exec(phrase)?.[0];
  const later = figure.sentence.match(/20\d\d(?=年)/g)?.some((year) => own !== undefined && year > own);
  return /上年|去年|同期/.test(phrase) || (later === true && !/以来|起/.test(phrase));
}

/** 月均6.5件: what it came to on the average. */
export function isAverage({ phrase }: Reading): boolean {
  return /平均|(?<![\d个名])[人月日周年户村场次件]均(?:约|达|达到|为|近|超)?$/.test(phrase.trim());
}

const CHANGED =
  /增加|新增|增[聘配至设]|新[聘配进招]|补[聘充配招]|调[入出离]|退休|辞|离职|退出|减[少至]|递补|转正|到任|撤并|合并/;
const JUST_BEFORE = 60;

/** 10月起增加律师1名,现有4名: what was there has changed since it was counted. */
export function hasChanged(context: Context, later: Reading): boolean {
  const again = context.document.readings
    .slice(Math.max(0, later.index - MEMORY), later.index)
    .filter((r) => sameFamily(r, later) && r.figure.value === later.figure.value);
  return [later, ...again].some((each) => followsChange(context, each));
}

function followsChange(context: Context, later: Reading): boolean {
  const from = Math.max(sentenceStart(context, later.sentence), later.figure.start - JUST_BEFORE);
  if (CHANGED.test(between(context, from, later.figure.start))) return true;
  // 10月起增加律师1名。现有4名: told of just before.
  const before = context.document.readings[later.index - 1];
  return (
    before !== undefined &&
    before.sentence === later.sentence - 1 &&
    sameFamily(before, later) &&
    CHANGED.test(before.phrase)
  );
}

/** 结案28件(含2024年立案的4件), 其中4件系上年受理: some are older than the year. */
const OLDER =
  /(?:含|包括|系|属于?|[件起宗份个]为|来自)[^,。;()]{0,4}(?:20\d\d年|上一?年度?|去年|往年|以前年度|前一年)[^,。;()]{0,6}(?:立案|罚款|欠缴|受理|接收|移交|登记|申请|签订|起诉|发生|排查|发现|交办|收到|转|遗|未|旧|老)/;

/** Something came over from the year before: parts and totals may then be counted differently. */
export function bringsOver(sentence: string): boolean {
  return (
    OLDER.test(sentence) ||
    /结转|跨年|补缴|清欠|上年未|(?:去年|上年|年初)[底末]?[^,。;\d]{0,14}(?:未结|未办|在办|未决)|上年度?(?:转|剩)/.test(
      sentence,
    )
  );
}

/** Carried over from earlier years: results may then exceed the year's intake. */
export function carriesOver(sentence: string): boolean {
  return (
    OLDER.test(sentence) ||
    /结转|跨年|补缴|清欠|(?:去年|上年|年初)[底末]?[^,。;\d]{0,14}(?:未结|未办|在办|未决)|往年|历年|上年未|上年度?(?:转|剩|遗)|存量|积案|遗留|陈年|旧案/.test(
      sentence,
    )
  );
}
