import type { Finding, Span } from './types.ts';

interface Programme {
  /** Ends where the brackets with the years begin. */
  readonly name: RegExp;
  /** Each edition; years of another edition are wrong, years after the last known one are left in peace. */
  readonly editions: readonly (readonly [from: number, to: number])[];
}

/** National plans by the years of their names. A plan that a new edition follows gets its line here. */
const PROGRAMMES: readonly Programme[] = [
  { name: /法治政府建设实施纲要》?$/, editions: [[2015, 2020], [2021, 2025]] },
  { name: /法治中国建设规划》?$/, editions: [[2020, 2025]] },
  { name: /法治社会建设实施纲要》?$/, editions: [[2020, 2025]] },
  { name: /(?:全面深化法治领域改革|法治领域改革)纲要》?$/, editions: [[2023, 2027]] },
  { name: /提升行政执法质量三年行动计划》?$/, editions: [[2023, 2025]] },
  { name: /“?七五”?普法(?:规划)?》?$/, editions: [[2016, 2020]] },
  { name: /“?八五”?普法(?:规划)?》?$/, editions: [[2021, 2025]] },
  { name: /“?九五”?普法(?:规划)?》?$/, editions: [[2026, 2030]] },
  { name: /全国人大常委会关于开展第八个五年法治宣传教育的决议》?$/, editions: [[2021, 2025]] },
  { name: /公民法治素养提升行动(?:实施方案)?》?$/, editions: [[2021, 2025]] },
  { name: /数字中国建设整体布局规划》?$/, editions: [[2023, 2035]] },
]; // prettier-ignore

const YEARS = /[(](20\d\d)\s?年?\s?[—\-–~至]{1,2}\s?(20\d\d)\s?年?[)]/g;
const LONGEST_NAME = 30;

/** The years in a plan's name against the plan's own. */
export function checkProgrammes(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(YEARS)) {
    const [from, to] = [Number(match[1]), Number(match[2])];
    const name = text.slice(Math.max(0, match.index - LONGEST_NAME), match.index);
    const programme = PROGRAMMES.find((each) => each.name.test(name));
    if (programme === undefined || isEdition(programme, from, to)) continue;
    const right = programme.editions.map(([a, b]) => `${a}—${b}年`).join('或');
    const span: Span = { start: match.index, end: match.index + match[0].length, text: match[0] };
    findings.push({
      type: 'year-mismatch',
      grade: 'likely',
      spans: [span],
      message: `这份文件的起止年份是${right},文中写成${from}—${to}年`,
    });
  }
  return findings;
}

function isEdition({ editions }: Programme, from: number, to: number): boolean {
  const last = Math.max(...editions.map(([, end]) => end));
  return from >= last || editions.some(([a, b]) => a === from && b === to);
}
