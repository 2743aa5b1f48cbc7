import { checkBackReferences } from './back-references.ts';
import { checkBalances, checkCarriedOver, checkExclusive, checkStocks } from './balances.ts';
import { checkClosings } from './closings.ts';
import { contextOf } from './context.ts';
import { checkContradictions } from './contradictions.ts';
import { checkCounts } from './counts.ts';
import { readDocument, readFigures } from './figures.ts';
import { unfold } from './normal.ts';
import { checkGrowth } from './growth.ts';
import { checkMentions } from './mentions.ts';
import { checkNamedCounts } from './named-counts.ts';
import { checkPersonalData, checkUnitNames } from './names.ts';
import { checkPercents } from './percents.ts';
import { checkRatios } from './ratios.ts';
import { checkRecaps } from './recaps.ts';
import { checkRepeats } from './repeats.ts';
import { checkRestatements } from './restatements.ts';
import { checkResults } from './results.ts';
import { checkRows } from './rows.ts';
import { checkShares } from './shares.ts';
import { checkSubsets } from './subsets.ts';
import { checkSums } from './sums.ts';
import { checkTables } from './tables.ts';
import type { Figure, Finding, Grade } from './types.ts';
import { checkPerHead, checkNorms, checkStacked } from './wording.ts';
import { checkVillages } from './villages.ts';
import { checkYears } from './years.ts';
import { checkZeros } from './zeros.ts';

export { readFigures };
export { compareWithLast, type PreviousFinding } from './previous.ts';
export { family } from './units.ts';
export type { Figure, Finding, FindingType, Grade, QuestionType, Scope, Span } from './types.ts';

const RELATIONS = [
  checkSums, checkClosings, checkResults, checkSubsets, checkRatios, checkGrowth, checkPercents, checkCounts, checkNamedCounts, checkYears, checkContradictions, checkRestatements, checkMentions,
  checkZeros, checkBackReferences, checkBalances, checkCarriedOver, checkExclusive, checkStocks, checkShares, checkTables, checkRows, checkRecaps, checkVillages,
  checkPerHead, checkStacked, checkNorms, checkRepeats, checkUnitNames, checkPersonalData,
] as const; // prettier-ignore

/** Reads every figure of a report and lists what does not add up, in the order of the text. */
export function check(text: string): { figures: Figure[]; findings: Finding[] } {
  const document = readDocument(text);
  const context = contextOf(document);
  const findings = withoutRepeats(RELATIONS.flatMap((relation) => relation(context))).map((finding) => ({
    ...finding,
    spans: finding.spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
    message: unfold(finding.message),
  }));
  return { figures: document.readings.map((reading) => reading.figure), findings };
}

const FIRMNESS: Readonly<Record<Grade, number>> = { certain: 0, likely: 1, confirm: 2 };

/** Two relations may meet at one place; the surer is heard, of equals the first. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  const placesOf = ({ spans }: Finding): string =>
    spans
      .map(({ start }) => start)
      .sort((a, b) => a - b)
      .join(',');
  const contradicted = new Set(
    findings.filter(({ type, grade }) => type === 'contradiction' && grade !== 'confirm').map(placesOf),
  );
  const rates = new Set(
    findings.flatMap(({ type, grade, spans }) =>
      type === 'ratio-mismatch' && grade === 'certain' ? spans.slice(0, 1).map(({ start }) => start) : [],
    ),
  );
  for (const finding of findings) {
    // A share that is wrong makes its sum wrong, too.
    if (finding.type === 'sum-mismatch' && finding.spans.some(({ start }) => rates.has(start))) continue;
    // One count said twice is no part of itself.
    if (finding.type === 'part-exceeds-whole' && contradicted.has(placesOf(finding))) continue;
    const places = finding.spans.map((span) => span.start).sort((a, b) => a - b);
    const key = `${finding.type}:${places.slice(0, 2).join(',')}`;
    const other = kept.get(key);
    if (other === undefined || FIRMNESS[finding.grade] < FIRMNESS[other.grade]) kept.set(key, finding);
  }
  return [...kept.values()].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}
