import type { Binding } from '../report/bind.ts';
import type { Grade } from '../checker/index.ts';
import { lineOf, lineStarts } from '../marking/lines.ts';
import { countsOf, GRADES } from '../marking/notes.ts';
import type { CheckedFigure, CheckedFile } from './check.ts';

/** Colours of a terminal; each grade is also said in words. */
const COLOURS: Readonly<Record<Grade | 'place', string>> = {
  certain: '\u001b[1;31m',
  likely: '\u001b[33m',
  confirm: '\u001b[36m',
  place: '\u001b[4m',
};
const PLAIN = '\u001b[0m';

/** Colour only for a person at a terminal who has not declined it (no-color.org). */
export function wantsColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** What was found in one file, for a person: grade, where, arithmetic, and the sentence itself. */
export function describe({ file, figures, findings }: CheckedFile, text: string, colour: boolean): string[] {
  const paint = (as: keyof typeof COLOURS, words: string): string =>
    colour ? `${COLOURS[as]}${words}${PLAIN}` : words;
  const starts = lineStarts(text);
  const lines = [`${file}`];
  for (const { grade, message, spans } of findings) {
    const [first] = spans.toSorted((a, b) => a.start - b.start);
    const at = first?.start ?? 0;
    const line = `第${lineOf(starts, at)}行`;
    lines.push(`${paint(grade, `【${GRADES[grade]}】`)}${line}：${ended(message)}`);
    lines.push(`    ${quote(text, at, first?.end ?? at, (words) => paint('place', words))}`);
  }
  const summary = findings.length === 0 ? '没有发现不一致' : countsOf(findings);
  return [...lines, `共读出${figures.length}个数字，${summary}。`, ...describeBindings(figures, starts)];
}

function ended(message: string): string {
  return /[。？]$/.test(message) ? message : `${message}。`;
}

/** What the ledger says, for a person: each number that differs, and how many nothing proves. */
function describeBindings(figures: readonly CheckedFigure[], starts: readonly number[]): string[] {
  const bound = figures.filter(({ binding }) => binding !== undefined);
  if (bound.length === 0) return [];
  const differing = bound.flatMap(({ start, text, noun, binding }) =>
    binding?.status === 'differ'
      ? [
          `【与记录不符】第${lineOf(starts, start)}行：${noun}${text}，记录是${binding.ledgerValue}（${binding.code}）。`,
        ]
      : [],
  );
  const count = (status: Binding['status']): number =>
    bound.filter(({ binding }) => binding?.status === status).length;
  return [
    ...differing,
    `与记录核对：相符${count('agree')}个，不符${count('differ')}个，未佐证${count('未佐证')}个。`,
  ];
}

const LONGEST_QUOTE = 160;
const STOP = /[。!?\n\uff01\uff1f]/;

/** The sentence around a place, with the place itself shown. */
function quote(text: string, at: number, to: number, show: (words: string) => string): string {
  let start = at;
  while (start > 0 && at - start < LONGEST_QUOTE && !STOP.test(text[start - 1] ?? '')) start--;
  let end = at;
  while (end < text.length && end - at < LONGEST_QUOTE && !STOP.test(text[end] ?? '')) end++;
  if (end < text.length && text[end] !== '\n' && STOP.test(text[end] ?? '')) end++;
  const shown = Math.min(to, end);
  const before = `${at - start >= LONGEST_QUOTE ? '…' : ''}${text.slice(start, at).trimStart()}`;
  const after = `${text.slice(shown, end).trimEnd()}${end - at >= LONGEST_QUOTE ? '…' : ''}`;
  return before + show(text.slice(at, shown)) + after;
}
