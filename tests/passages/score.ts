import { check, type Figure, type Finding, type FindingType } from '../../src/checker/index.ts';
import type { Issue, MarkedFigure, Passage, Place } from './passage.ts';

/** How one passage was read, against its marks. */
export interface Outcome {
  readonly passage: Passage;
  /** Marked figures whose exact span was read, with what was read there. */
  readonly hits: readonly { readonly marked: MarkedFigure; readonly read: Figure }[];
  readonly missed: readonly MarkedFigure[];
  readonly extra: readonly Figure[];
  readonly found: readonly Issue[];
  /** Found, but only as a question to confirm. */
  readonly asked: readonly Issue[];
  readonly overlooked: readonly Issue[];
  /** Findings of grade certain or likely that no marked issue is behind. */
  readonly alarms: readonly Finding[];
  readonly questions: number;
}

const meets = (a: Omit<Place, 'text'>, b: Omit<Place, 'text'>): boolean => a.start < b.end && b.start < a.end;

const isFirm = (finding: Finding): boolean => finding.grade !== 'confirm';

function answers(finding: Finding, issue: Issue): boolean {
  return (
    finding.type === issue.type &&
    finding.spans.some((span) => issue.spans.some((place) => meets(span, place)))
  );
}

export function judge(passage: Passage): Outcome {
  const { figures, findings } = check(passage.text);
  const counted = figures.filter((read) => !passage.optional.some((place) => meets(place, read)));
  const marked = passage.figures.filter((mark) => !passage.optional.some((place) => meets(place, mark)));
  const same = (a: Omit<Place, 'text'>) => (b: Omit<Place, 'text'>) => a.start === b.start && a.end === b.end;
  const hits = marked.flatMap((mark) => {
    const read = counted.find(same(mark));
    return read === undefined ? [] : [{ marked: mark, read }];
  });
  const by = (firm: boolean) => (issue: Issue) =>
    findings.some((finding) => isFirm(finding) === firm && answers(finding, issue));
  const found = passage.issues.filter(by(true));
  const asked = passage.issues.filter((issue) => !found.includes(issue) && by(false)(issue));
  return {
    passage,
    hits,
    missed: marked.filter((mark) => !counted.some(same(mark))),
    extra: counted.filter((read) => !marked.some(same(read))),
    found,
    asked,
    overlooked: passage.issues.filter((issue) => !found.includes(issue) && !asked.includes(issue)),
    alarms: findings.filter(
      (finding) => isFirm(finding) && !passage.issues.some((issue) => answers(finding, issue)),
    ),
    questions: findings.filter((finding) => !isFirm(finding)).length,
  };
}

export interface Score {
  readonly passages: number;
  readonly marked: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Among the spans read: value, low, high and unit as marked. */
  readonly exact: number;
  readonly planted: number;
  /** Share of the planted errors that a certain or likely finding meets. */
  readonly found: number;
  readonly alarms: number;
  /** Passages without any planted error that still got a certain or likely finding. */
  readonly cleanAlarms: number;
  readonly questions: number;
  readonly byType: ReadonlyMap<
    FindingType,
    { planted: number; found: number; asked: number; alarms: number }
  >;
}

const close = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

export function isExactly({ marked, read }: Outcome['hits'][number]): boolean {
  return (
    close(marked.value, read.value) &&
    close(marked.low, read.low) &&
    close(marked.high, read.high) &&
    marked.unit === read.unit
  );
}

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const sum = (count: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const hits = sum((outcome) => outcome.hits.length);
  const marked = hits + sum((outcome) => outcome.missed.length);
  const read = hits + sum((outcome) => outcome.extra.length);
  const planted = sum((outcome) => outcome.passage.issues.length);
  return {
    passages: outcomes.length,
    marked,
    precision: ratio(hits, read),
    recall: ratio(hits, marked),
    f1: ratio(2 * hits, read + marked),
    exact: ratio(
      sum((outcome) => outcome.hits.filter(isExactly).length),
      hits,
    ),
    planted,
    found: ratio(
      sum((outcome) => outcome.found.length),
      planted,
    ),
    alarms: sum((outcome) => outcome.alarms.length),
    cleanAlarms: outcomes.filter(({ passage, alarms }) => passage.issues.length === 0 && alarms.length > 0)
      .length,
    questions: sum((outcome) => outcome.questions),
    byType: countsByType(outcomes),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function countsByType(outcomes: readonly Outcome[]): Score['byType'] {
  const counts = new Map<FindingType, { planted: number; found: number; asked: number; alarms: number }>();
  const add = (type: FindingType, key: 'planted' | 'found' | 'asked' | 'alarms'): void => {
    const row = counts.get(type) ?? { planted: 0, found: 0, asked: 0, alarms: 0 };
    row[key] += 1;
    counts.set(type, row);
  };
  for (const outcome of outcomes) {
    for (const { type } of outcome.passage.issues) add(type, 'planted');
    for (const { type } of outcome.found) add(type, 'found');
    for (const { type } of outcome.asked) add(type, 'asked');
    for (const { type } of outcome.alarms) add(type, 'alarms');
  }
  return counts;
}
