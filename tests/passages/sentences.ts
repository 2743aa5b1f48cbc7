import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check, type FindingType } from '../../src/checker/index.ts';

const FOLDER = path.join(import.meta.dirname, 'sentences');

/** Short texts of one type: each of `wrong` has one error of it, none of `right` has any. */
interface Texts {
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

type Batch = Readonly<Record<FindingType, Texts>>;

export interface SentenceScore {
  readonly wrong: number;
  readonly found: number;
  readonly right: number;
  /** Texts without an error that got a certain or likely finding. */
  readonly alarms: readonly string[];
}

function firmTypes(text: string): FindingType[] {
  return check(text)
    .findings.filter(({ grade }) => grade !== 'confirm')
    .map(({ type }) => type);
}

/** How the short texts are read: an error is found when a certain or likely finding has its type. */
export function scoreSentences(): SentenceScore {
  const batches = readdirSync(FOLDER).map(
    (name) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Batch,
  );
  const all = batches.flatMap((batch) => Object.entries(batch) as [FindingType, Texts][]);
  const wrong = all.flatMap(([type, texts]) => texts.wrong.map((text) => ({ type, text })));
  const right = all.flatMap(([, texts]) => texts.right);
  return {
    wrong: wrong.length,
    found: wrong.filter(({ type, text }) => firmTypes(text).includes(type)).length,
    right: right.length,
    alarms: right.filter((text) => firmTypes(text).length > 0),
  };
}
