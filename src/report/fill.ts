import type { FigureValue } from '../figures/figures.ts';
import type { Clause, Point, Sentence, Word } from './templates/form.ts';
import type { FigureRun, Run } from './model.ts';

/** What fills the sentences: the counted figures by code, and the words of date and organisation. */
export interface Filling {
  readonly figures: ReadonlyMap<string, FigureValue>;
  readonly words: Readonly<Partial<Record<Word, string>>>;
  /** Whether a zero may be said (未制定): only where the year has records, else nothing was kept and nothing is known. */
  readonly statesZeros: boolean;
}

/** `{code}`, `{@word}`, `{code:未制定}`. */
const TOKEN = /\{(@?)([A-Za-z][A-Za-z0-9.-]*)(?::([^{}]*))?\}/g;

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
  readonly name: string;
  /** The words that say the zero. */
  readonly zero: string | undefined;
}

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[1] === '@',
    name: match[2] ?? '',
    zero: match[3],
  }));
}

/** Codes of the figures that a text prints. */
export function codesIn(text: string): string[] {
  return tokensOf(text).flatMap(({ word, name }) => (word ? [] : [name]));
}

/** A figure as it stands in a sentence. A ratio without denominator has no value and can't be printed. */
export function figureRun(figure: FigureValue, inWords?: string): FigureRun | undefined {
  const { code, name, value, unit, definition, records, evidence } = figure;
  if (value === null) return undefined;
  const text = inWords ?? `${value}${figure.measure === 'ratio' ? '%' : unit}`;
  return { kind: 'figure', text, code, name, value, unit, definition, records, evidence };
}

/** A text with everything filled in, or nothing when something it needs is missing or zero. */
export function fillText(text: string, filling: Filling): Run[] | undefined {
  const runs: Run[] = [];
  let at = 0;
  for (const token of tokensOf(text)) {
    const run = fillToken(token, filling);
    if (!run) return undefined;
    runs.push({ kind: 'text', text: text.slice(at, token.start) }, run);
    at = token.end;
  }
  return joined([[...runs, { kind: 'text', text: text.slice(at) }]]);
}

function fillToken({ word, name, zero }: Token, { figures, words, statesZeros }: Filling): Run | undefined {
  if (word) {
    const text = words[name as Word];
    return text === undefined ? undefined : { kind: 'text', text };
  }
  const figure = figures.get(name);
  const wanted = zero === undefined ? figure?.value !== 0 : statesZeros && figure?.value === 0;
  return figure && wanted ? figureRun(figure, zero) : undefined;
}

/** Puts runs together with a separator, text beside text made one. */
export function joined(pieces: readonly (readonly Run[])[], separator = ''): Run[] {
  const runs = pieces.flatMap((piece, index) =>
    index === 0 || separator === '' ? piece : [{ kind: 'text' as const, text: separator }, ...piece],
  );
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (run.text === '') continue;
    if (run.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = { kind: 'text', text: last.text + run.text };
    } else merged.push(run);
  }
  return merged;
}

/** Every text of a clause, for what looks through templates. */
export function textsOf(clause: Clause): string[] {
  if (typeof clause === 'string') return [clause];
  if ('list' in clause) return [clause.before ?? '', ...clause.list];
  return [clause.say, clause.zero ?? '', ...(clause.of ?? [])];
}

/** Figures that a clause prints or depends on; a clause without any is connecting words. */
export function evidenceOf(clause: Clause): string[] {
  const given = typeof clause !== 'string' && 'say' in clause ? (clause.given ?? []) : [];
  return [...textsOf(clause).flatMap(codesIn), ...given];
}

function fillClause(clause: Clause, filling: Filling): Run[] | undefined {
  if (typeof clause === 'string') return fillText(clause, filling);
  if ('list' in clause) {
    const before = fillText(clause.before ?? '', filling);
    const list = fillAll(clause.list, filling);
    return before && list.length > 0 ? joined([before, joined(list, '、')]) : undefined;
  }
  if ((clause.given ?? []).some((code) => !filling.figures.get(code)?.value)) return undefined;
  const said = fillText(clause.say, filling);
  if (!said) return clause.zero === undefined ? undefined : fillText(clause.zero, filling);
  const parts = fillAll(clause.of ?? [], filling);
  return parts.length === 0 ? said : joined([said, [{ kind: 'text', text: '，其中' }], joined(parts, '、')]);
}

function fillAll(texts: readonly string[], filling: Filling): Run[][] {
  return texts.map((text) => fillText(text, filling)).filter((runs) => runs !== undefined);
}

/** A filled sentence with its full stop, and whether it stands on figures; nothing when it has nothing to say. */
function fillSentence(
  sentence: Sentence,
  filling: Filling,
): { readonly runs: Run[]; readonly proven: boolean } | undefined {
  const said = sentence.clauses
    .map((clause) => ({ runs: fillClause(clause, filling), proven: evidenceOf(clause).length > 0 }))
    .filter((each): each is { runs: Run[]; proven: boolean } => each.runs !== undefined);
  const needsProof = sentence.clauses.some((clause) => evidenceOf(clause).length > 0);
  const proven = said.some((each) => each.proven);
  const lead = fillText(sentence.lead ?? '', filling);
  if (!lead || said.length === 0 || (needsProof && !proven)) return undefined;
  const body = joined(
    said.map(({ runs }) => runs),
    '，',
  );
  return { runs: joined([lead, body, [{ kind: 'text', text: '。' }]]), proven };
}

/** Sentences one after another. */
export function fillSentences(sentences: readonly Sentence[], filling: Filling): Run[] {
  return joined(sentences.flatMap((each) => fillSentence(each, filling)?.runs ?? []).map((run) => [run]));
}

/** A point with its topic in front; nothing when no sentence stands on a figure. */
export function fillPoint(point: Point, filling: Filling): Run[] | undefined {
  const sentences = point.sentences
    .map((each) => fillSentence(each, filling))
    .filter((each) => each !== undefined);
  if (!sentences.some(({ proven }) => proven)) return undefined;
  return joined([[{ kind: 'text', text: `${point.topic}。` }], ...sentences.map(({ runs }) => runs)]);
}
