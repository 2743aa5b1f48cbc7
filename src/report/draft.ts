import { AREAS } from '../duties/areas.ts';
import type { FigureValue, Span } from '../figures/figures.ts';
import { dayInChinese, type Day } from '../kernel/index.ts';
import { chineseNumber } from '../law/index.ts';
import { typedText } from './binding.ts';
import { fillPoint, fillSentences, fillText, joined, type Filling } from './fill.ts';
import type {
  Draft,
  FigureRun,
  Organisation,
  Paragraph,
  Part,
  Run,
  Section,
  StatedZero,
  Unproven,
} from './model.ts';
import { outlineOn, type Outline, type PartKey } from './outline.ts';
import { findPhrase } from './phrases.ts';
import type { Chapter } from './templates/form.ts';
import { CHAPTERS, FIRST_RESPONSIBLE, OPENING, PLAN_ANSWERS, PLAN_OUTCOMES } from './templates/index.ts';
import { plainParagraph } from './text.ts';

export type { Draft } from './model.ts';

/** What stands on every page of an organisation that exists only to be looked at. */
export const DEMO_MARK = '样稿·数据虚构';

export interface Shortcoming {
  readonly text: string;
  readonly cause: string;
}

export interface Plan {
  readonly text: string;
}

/** An item that last year's report arranged for this year, and what became of it. */
export interface PlanAnswer {
  readonly text: string;
  /** `done`, `partly`, `not`, or empty: nobody has answered it. */
  readonly outcome: string;
  readonly result: string;
  readonly why: string;
}

export interface DraftInput {
  readonly organisation: Organisation;
  readonly year: number;
  readonly span: Span;
  readonly figures: readonly FigureValue[];
  /** Typed by a clerk; `{code}` binds a figure, any other number is marked 未佐证. */
  readonly shortcomings: readonly Shortcoming[];
  readonly plans: readonly Plan[];
  readonly answers?: readonly PlanAnswer[];
  /** The day of the paper: guiding phrases are those of this day. */
  readonly phrasesOn: Day;
}

/** Writes the annual report. Pure: the same input gives the same draft. */
export function draftReport(input: DraftInput): Draft {
  const outline = outlineOn(input.span.to);
  const filling = fillingOf(input);
  const opening = { runs: fillSentences(OPENING, filling) };
  const { parts, gaps } = partsOf(input, outline, filling);
  const { organisation, year, span, phrasesOn } = input;
  const runs = [opening, ...parts.flatMap(paragraphsOf)].flatMap((paragraph) => paragraph.runs);
  const codes = new Set(runs.flatMap((run) => (run.kind === 'figure' ? [run.code] : [])));
  return {
    organisation,
    year,
    span,
    title: [organisation.name, `${year}年度法治政府建设工作情况报告`],
    opening,
    parts,
    date: phrasesOn,
    note: `（数据统计期间为${dayInChinese(span.from)}至${dayInChinese(span.to)}，时点数据截至${dayInChinese(span.to)}）`,
    ...(organisation.demo ? { mark: DEMO_MARK } : {}),
    figures: [...codes].map((code) => filling.figures.get(code)).filter((each) => each !== undefined),
    unproven: parts.flatMap(unprovenOf),
    statedZeros: parts.flatMap(statedZerosOf),
    gaps: [...gaps, ...unanswered(input.answers ?? []), ...unmentioned(input.figures, codes)],
  };
}

/** 乡, 镇 or 街道, by the name; 乡镇 where the name does not tell. */
function placeOf(name: string): string {
  return /(街道|乡|镇)(?:办事处|人民政府)?(?:[（(][^（()）]*[)）])?$/.exec(name)?.[1] ?? '乡镇';
}

function fillingOf({ organisation, year, span, figures, phrasesOn }: DraftInput): Filling {
  const whole = span.to.endsWith('-12-31');
  const phrases = (
    ['guidance', 'thought-on-law', 'congress', 'mediation', 'publicity-plan'] as const
  ).flatMap((key) => {
    const text = findPhrase(key, phrasesOn);
    return text === undefined ? [] : [[key, text] as const];
  });
  return {
    figures: new Map(figures.map((figure) => [figure.code, figure])),
    statesZeros: figures.some(isWorkOfTheYear),
    words: {
      year: String(year),
      nextYear: String(year + 1),
      organisation: organisation.name,
      place: placeOf(organisation.name),
      period: whole ? '全年' : '年内',
      asOf: whole ? '截至年末' : '目前',
      current: whole ? '截至年末，现行' : '现行',
      'heading.services': AREAS.services,
      'heading.decisions': AREAS.decisions,
      ...Object.fromEntries(phrases),
    },
  };
}

type Body = Pick<Part, 'paragraphs' | 'sections'>;

/** Parts are numbered as they come: one without words and without a calm sentence takes no number. */
function partsOf(
  input: DraftInput,
  outline: Outline,
  filling: Filling,
): { readonly parts: Part[]; readonly gaps: string[] } {
  const parts: Part[] = [];
  const gaps: string[] = [];
  for (const part of outline.parts) {
    const body = bodyOf(part.key, input, filling);
    const empty = body.paragraphs.length + body.sections.length === 0;
    if (empty && part.silent === undefined) continue;
    const name = worded(part.heading, filling);
    if (empty) gaps.push(`“${name}”没有登记内容，请补充。`);
    parts.push({
      key: part.key,
      heading: `${chineseNumber(parts.length + 1)}、${name}`,
      ...(empty
        ? {
            sections: [],
            paragraphs: [{ runs: [{ kind: 'text', text: worded(part.silent ?? '', filling) }] }],
          }
        : body),
    });
  }
  return { parts, gaps };
}

/** The words of the outline, with the years filled in. */
function worded(text: string, filling: Filling): string {
  return plainParagraph({ runs: fillText(text, filling) ?? [] });
}

function bodyOf(key: PartKey, input: DraftInput, filling: Filling): Body {
  const only = (paragraphs: readonly Paragraph[]): Body => ({ paragraphs, sections: [] });
  switch (key) {
    case 'results':
      return { paragraphs: [], sections: sectionsOf(CHAPTERS, filling) };
    case 'shortcomings':
      return only(enumerated(input.shortcomings.map((each) => shortcomingRuns(each, filling))));
    case 'first-responsible': {
      const runs = fillSentences(FIRST_RESPONSIBLE, filling);
      return only(runs.length === 0 ? [] : [{ runs }]);
    }
    case 'next-year':
      return only(enumerated(input.plans.map(({ text }) => typedText(ended(text), filling.figures))));
    case 'other':
      return only(planAnswers(input.answers ?? [], filling));
  }
}

/** A chapter of which nothing was counted is left out. */
function sectionsOf(chapters: readonly Chapter[], filling: Filling): Section[] {
  return chapters
    .map(({ area, points }) => ({
      area,
      points: points.map((point) => fillPoint(point, filling)).filter((runs) => runs !== undefined),
    }))
    .filter(({ points }) => points.length > 0)
    .map(({ area, points }, index) => ({
      area,
      heading: `（${chineseNumber(index + 1)}）${AREAS[area]}`,
      paragraphs: enumerated(points),
    }));
}

/** 一是…… 二是……; a single one goes without. */
function enumerated(items: readonly (readonly Run[])[]): Paragraph[] {
  if (items.length === 1) return items.map((runs) => ({ runs }));
  return items.map((runs, index) => ({
    runs: joined([[{ kind: 'text', text: `${chineseNumber(index + 1)}是` }], runs]),
  }));
}

function shortcomingRuns({ text, cause }: Shortcoming, filling: Filling): Run[] {
  const reason = cause.trim().replace(/^(?:主要)?(?:原因)?(?:是|在于|：)?(?:由于|因为)?/, '');
  return typedText(`${ended(text)}${reason === '' ? '' : ended(`主要原因是${reason}`)}`, filling.figures);
}

/** Every item of last year's arrangements with its answer; what nobody has answered is a gap, not a sentence. */
function planAnswers(answers: readonly PlanAnswer[], filling: Filling): Paragraph[] {
  const told = answers.flatMap(({ text, outcome, result, why }) => {
    const word = PLAN_OUTCOMES[outcome];
    if (word === undefined) return [];
    const more = [
      ended(`${word}${result === '' ? '' : `，${result}`}`),
      why === '' ? '' : ended(`原因是${why}`),
    ];
    const item = ended(text).replace(/。$/, '');
    return [typedText(`关于“${item}”，${more.join('')}`, filling.figures)];
  });
  return [{ runs: fillSentences(PLAN_ANSWERS, filling) }, ...enumerated(told)].filter(
    ({ runs }) => runs.length > 0,
  );
}

function unanswered(answers: readonly PlanAnswer[]): string[] {
  return answers
    .filter(({ outcome }) => PLAN_OUTCOMES[outcome] === undefined)
    .map(({ text }) => `上年度报告的安排“${text}”还没有答复完成情况。`);
}

/** One line that ends with a full stop. */
function ended(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, '');
  return /[。！？]$/.test(line) ? line : `${line.replace(/[，；、.;,]+$/, '')}。`;
}

function paragraphsOf(part: Part): readonly Paragraph[] {
  return [...part.paragraphs, ...part.sections.flatMap((section) => section.paragraphs)];
}

/** A stock says nothing of the year: the power list of ten years ago still stands where nobody entered anything. */
function isWorkOfTheYear({ period, records }: FigureValue): boolean {
  return period !== undefined && records > 0;
}

interface Place {
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

function placesOf({ heading, paragraphs, sections }: Part): Place[] {
  return [{ heading, paragraphs }, ...sections];
}

function statedZerosOf(part: Part): StatedZero[] {
  return placesOf(part).flatMap(({ heading, paragraphs }) =>
    paragraphs.flatMap(({ runs }) =>
      runs.flatMap((run, index) =>
        run.kind === 'figure' && run.value === 0 && run.unit !== '%'
          ? [{ code: run.code, name: run.name, text: clauseAround(runs, index), where: heading }]
          : [],
      ),
    ),
  );
}

/** The words around a run, from the stop before it to the stop after it. */
function clauseAround(runs: readonly Run[], index: number): string {
  const text = (some: readonly Run[]): string => some.map((run) => run.text).join('');
  const before = text(runs.slice(0, index)).split(/[，。；：]/);
  const after = text(runs.slice(index + 1)).split(/[，。；：]/);
  return `${before.at(-1) ?? ''}${runs[index]?.text ?? ''}${after[0] ?? ''}`;
}

function unprovenOf(part: Part): Unproven[] {
  return placesOf(part).flatMap(({ heading, paragraphs }) =>
    paragraphs.flatMap((paragraph) =>
      paragraph.runs.flatMap((run) => {
        if (run.kind === 'text' || (run.kind === 'figure' && !restsOnNothing(run))) return [];
        const code = run.kind === 'figure' ? { code: run.code } : {};
        return [{ text: run.text, where: heading, context: plainParagraph(paragraph), ...code }];
      }),
    ),
  );
}

/** Declared once (last year's report), shown by no record, export or scan. */
export function restsOnNothing(run: Pick<FigureRun, 'evidence'>): boolean {
  return run.evidence === 'none';
}

function unmentioned(figures: readonly FigureValue[], codes: ReadonlySet<string>): string[] {
  return figures
    .filter(({ code, value }) => value !== null && value !== 0 && !codes.has(code))
    .map(
      ({ name, value, unit, measure }) =>
        `“${name}”（${value}${measure === 'ratio' ? '%' : unit}）没有写进报告。`,
    );
}
