import type { Context } from './context.ts';
import type { Finding } from './types.ts';

/** So many characters in a row, punctuation apart, are no coincidence. */
const LENGTH = 32;
/** Guiding phrases are the same everywhere, and meant to be. */
const SET_PHRASE = /习近平|中国特色社会主义|党的[一二]十/;
const MOST = 5;

/** Passages that stand in the report twice. */
export function checkRepeats(context: Context): Finding[] {
  const { text } = context.document;
  const seen = new Map<string, number>();
  const findings: Finding[] = [];
  let skipTo = 0;
  for (const start of clauseStarts(text)) {
    const run = runFrom(text, start);
    if (run === null) continue;
    const before = seen.get(run.key);
    if (before === undefined) seen.set(run.key, start);
    else if (start >= skipTo && findings.length < MOST && !SET_PHRASE.test(run.key)) {
      const length = sharedLength(text, before, start);
      skipTo = start + length;
      findings.push({
        type: 'repeated-passage',
        grade: 'confirm',
        spans: [start, before].map((at) => ({ start: at, end: at + length, text: '' })),
        message: `这段话与前文重复:“${text.slice(start, start + 16)}……”`,
      });
    }
  }
  return findings;
}

function* clauseStarts(text: string): Generator<number> {
  for (let i = 0; i < text.length; i++) {
    if (i === 0 || /[,。;:!?\n]/.test(text[i - 1] ?? '')) yield i;
  }
}

/** The next characters without punctuation; nothing where the paragraph ends before. */
function runFrom(text: string, start: number): { key: string } | null {
  const near = /^[^\n]*/.exec(text.slice(start, start + 2 * LENGTH))?.[0] ?? '';
  const key = near.replace(/[^\u4e00-\u9fff\dA-Za-z]+/g, '').slice(0, LENGTH);
  return key.length < LENGTH ? null : { key };
}

const LONGEST = 400;

function sharedLength(text: string, a: number, b: number): number {
  let length = 0;
  while (
    length < LONGEST &&
    a + length < b &&
    text[a + length] === text[b + length] &&
    text[b + length] !== '\n'
  )
    length++;
  return Math.max(length, LENGTH);
}
