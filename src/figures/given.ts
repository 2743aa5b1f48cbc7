import type { Day, Register } from '../kernel/index.ts';
import { knownRows, type Insider } from '../people/visibility.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import { Places } from '../store/places.ts';

/** What somebody is about to tell an upper office. */
export interface Question {
  /** The question in the office's words, or the figure's name. */
  readonly figure: string;
  readonly code?: string;
  /** The number that is about to be told. */
  readonly number?: string;
}

/** An answer that was given before to the same question. */
export interface GivenBefore {
  readonly record: string;
  readonly figure: string;
  readonly number: string;
  readonly recipient: string;
  readonly on: Day;
  /** It says another number than the one that is about to be told; absent while none is named. */
  readonly differs?: boolean;
}

interface Row extends Omit<GivenBefore, 'differs'> {
  readonly code: string | null;
}

const MOST_READ = 2000;
const MOST_SHOWN = 20;
/** So much of a question's pairs of characters must stand in the other one. */
const ALIKE = 0.6;

/** Words that ask and don't say what for. */
const ASKING =
  /今年|去年|上年|全年|一共|总共|共有|多少|几个|几件|几次|全镇|全乡|情况|数量|[有了的数吗呢\p{P}\p{Z}\p{S}]/gu;

function pairsOf(words: string): ReadonlySet<string> {
  const letters = [...words.normalize('NFKC').replaceAll(ASKING, '')];
  return new Set(letters.slice(1).map((letter, place) => `${letters[place]}${letter}`));
}

/** Two questions are the same where each says most of what the other does. Pure. */
export function sameQuestion(a: string, b: string): boolean {
  if (a.trim() === b.trim()) return true;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  if (first.size === 0 || second.size === 0) return false;
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return shared / Math.max(first.size, second.size) >= ALIKE;
}

/** A number as it is told, without what does not change it: `1,200 件` and `1200件` are one. */
export function sameNumber(a: string, b: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s,]/g, '');
  return plain(a) === plain(b);
}

function isSame(question: Question, row: Row): boolean {
  if (question.code !== undefined && question.code !== '' && row.code !== null)
    return question.code === row.code;
  return sameQuestion(question.figure, row.figure);
}

/** What was told before in answer to the same question: what differs first, then the latest first. */
export async function givenBefore(
  store: Store,
  register: Register,
  viewer: Insider,
  org: string,
  question: Question,
): Promise<GivenBefore[]> {
  const places = new Places(org);
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<Row>(
      '~figures-given',
      `SELECT r.record_id AS record, r.title AS figure, r.body ->> 'code' AS code, r.body ->> 'number' AS number,
         r.body ->> 'recipient' AS recipient, r.occurred_on AS on FROM record r
       WHERE r.org_code = $1 AND r.version > 0 AND r.kind = 'figure-given' AND r.voided_by IS NULL AND NOT r.is_drill
         AND ${knownRows(viewer, register, places.place)}
       ORDER BY r.occurred_on DESC, r.record_id LIMIT ${MOST_READ}`,
      places.values,
    ),
  );
  const { number } = question;
  return rows
    .filter((row) => isSame(question, row))
    .map(({ code: _code, ...row }) => ({
      ...row,
      ...(number === undefined || number === '' ? {} : { differs: !sameNumber(number, row.number) }),
    }))
    .sort((a, b) => Number(b.differs === true) - Number(a.differs === true))
    .slice(0, MOST_SHOWN);
}
