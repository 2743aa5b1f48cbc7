import { stripLeadIn } from './nouns.ts';
import type { Reading } from './types.ts';

const RESPECTIVELY = /分别(?:为|是|达到?|有|占|完成|下降|增长|提高|办理|开展)?了?$/;
const JOINED = /^\s?(?:[、,]|和|及|与|以及|、?和)\s?$/;

/** A、B和C分别为31件、26件和9件: gives each figure its own name, in order. */
export function pairInOrder(readings: readonly Reading[], text: string): Reading[] {
  const renamed = [...readings];
  for (const [index, first] of readings.entries()) {
    if (!RESPECTIVELY.test(first.phrase.trim())) continue;
    const run = runFrom(readings, index, text);
    const names = run.length < 2 ? null : namesOf(nameList(first, text), run.length);
    if (names === null) continue;
    for (const [place, reading] of run.entries()) {
      const label = names[place] ?? '';
      renamed[reading.index] = { ...reading, label, figure: { ...reading.figure, noun: stripLeadIn(label) } };
    }
  }
  return renamed;
}

function runFrom(readings: readonly Reading[], index: number, text: string): Reading[] {
  const run = readings.slice(index, index + 1);
  for (const next of readings.slice(index + 1, index + 12)) {
    const last = run.at(-1)?.figure;
    if (last === undefined || next.figure.unit !== last.unit) break;
    if (!JOINED.test(text.slice(last.end, next.figure.start))) break;
    run.push(next);
  }
  return run;
}

const LONGEST = 80;

/** The words in front of 分别; those of the clause before where the comma stands between. */
function nameList({ phrase, figure }: Reading, text: string): string {
  const list = phrase
    .trim()
    .replace(RESPECTIVELY, '')
    .replace(/^[\s、,]+/, '');
  if (list !== '') return list;
  const before = text.slice(
    Math.max(0, figure.start - phrase.length - LONGEST),
    figure.start - phrase.length,
  );
  return /[^,。;:!?\n]*(?=[,:]$)/.exec(before)?.[0] ?? '';
}

/** Exactly so many names, or nothing. */
function namesOf(list: string, wanted: number): string[] | null {
  const byPause = list.split('、').filter((name) => name !== '');
  const byWord = byPause.flatMap((name) => name.split(/以及|[和及与]/)).filter((name) => name !== '');
  const last = [...byPause.slice(0, -1), ...(byPause.at(-1)?.split(/以及|[和及与]/) ?? [])];
  return [byPause, last, byWord].find((names) => names.length === wanted) ?? null;
}
