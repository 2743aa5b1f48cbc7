import { day, type Day } from '../kernel/index.ts';

/** Phrases of official writing that change with the years. A template names the key, never the words. */
export type PhraseKey = 'guidance' | 'thought-on-law' | 'congress' | 'mediation' | 'publicity-plan';

/** One wording (提法), from its first day to before `until`. */
export interface Phrase {
  readonly key: PhraseKey;
  readonly text: string;
  readonly from: Day;
  /** The first day on which it may no longer be used; absent while no end is known. */
  readonly until?: Day;
  readonly source: string;
}

interface Wording {
  readonly text: string;
  readonly from: string;
  readonly until?: string;
  readonly source: string;
}

function phrases(key: PhraseKey, wordings: readonly Wording[]): Phrase[] {
  return wordings.map(({ text, from, until, source }) => ({
    key,
    text,
    from: day(from),
    source,
    ...(until === undefined ? {} : { until: day(until) }),
  }));
}

/** Each plenary session changes the wording on the day it closes; what nobody has written down yet stands nowhere. */
export const PHRASES: readonly Phrase[] = [
  ...phrases('guidance', [
    {
      text: '习近平新时代中国特色社会主义思想',
      from: '2017-10-24',
      source: '党的十九大通过的《中国共产党章程（修正案）》',
    },
  ]),
  ...phrases('thought-on-law', [
    {
      text: '习近平法治思想',
      from: '2020-11-17',
      source: '中央全面依法治国工作会议（2020年11月16日至17日）',
    },
  ]),
  ...phrases('congress', [
    {
      text: '党的十九大和十九届二中、三中、四中全会精神',
      from: '2019-10-31',
      until: '2020-10-29',
      source: '党的十九届四中全会公报',
    },
    {
      text: '党的十九大和十九届二中、三中、四中、五中全会精神',
      from: '2020-10-29',
      until: '2021-11-11',
      source: '党的十九届五中全会公报',
    },
    {
      text: '党的十九大和十九届历次全会精神',
      from: '2021-11-11',
      until: '2022-10-22',
      source: '党的十九届六中全会公报',
    },
    { text: '党的二十大精神', from: '2022-10-22', until: '2023-02-28', source: '党的二十大闭幕' },
    {
      text: '党的二十大和二十届二中全会精神',
      from: '2023-02-28',
      until: '2024-07-18',
      source: '党的二十届二中全会公报',
    },
    {
      text: '党的二十大和二十届二中、三中全会精神',
      from: '2024-07-18',
      until: '2025-10-23',
      source: '党的二十届三中全会公报',
    },
    {
      // Congresses are held every five years: the next one brings words that are not known yet.
      text: '党的二十大和二十届历次全会精神',
      from: '2025-10-23',
      until: '2027-10-01',
      source: '党的二十届四中全会公报；党的全国代表大会每五年举行一次，届时重新核定',
    },
  ]),
  ...phrases('mediation', [
    { text: '新时代“枫桥经验”', from: '2019-10-31', source: '党的十九届四中全会决定' },
  ]),
  ...phrases('publicity-plan', [
    // The plan from 2026 on has not been seen (PF-14), so none is named.
    {
      text: '“八五”普法规划',
      from: '2021-06-15',
      until: '2026-01-01',
      source: '第八个五年法治宣传教育规划（2021—2025年）',
    },
  ]),
];

/** The wording in force on a day, or nothing: then what needs it is not said. */
export function findPhrase(key: PhraseKey, on: Day): string | undefined {
  return PHRASES.find(
    (each) => each.key === key && each.from <= on && (each.until === undefined || on < each.until),
  )?.text;
}

/** A word that holds a numeral and counts nothing: the only ones that templates may use. */
export interface FixedTerm {
  readonly text: string;
  readonly source: string;
}

export const FIXED_TERMS: readonly FixedTerm[] = [
  { text: '三项制度', source: '国办发〔2018〕118号：公示、全过程记录、重大执法决定法制审核' },
  { text: '第一责任人', source: '《党政主要负责人履行推进法治建设第一责任人职责规定》' },
  { text: '一次性告知', source: '《优化营商环境条例》' },
  { text: '一件事', source: '国发〔2024〕3号：高效办成一件事' },
  { text: '两级', source: '乡、村两级的通称' },
  { text: '队伍', source: '常用词，其中的“伍”不表示数' },
];
