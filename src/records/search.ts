import { Refusal } from '../kernel/index.ts';
import type { Transaction } from '../store/connection.ts';
import type { Place } from '../store/places.ts';
import { plainText } from './words.ts';

const LONGEST = 40;
const TERMS_AT_MOST = 5;
/** So many records are looked at one by one. */
const FEW = 1000;
/** What so many records hold is soon met on a walk along the list. */
const MANY = 4000;
const LOOKED_UP_AT_MOST = 16;

/** The words that were asked for, each a substring to be found. */
export function readTerms(asked: string): string[] {
  const terms = [...new Set(plainText(asked).split(' '))].filter((term) => term !== '');
  const sentence =
    terms.length === 0
      ? '请写明要找的文字。'
      : terms.length > TERMS_AT_MOST || [...asked].length > LONGEST
        ? `要找的文字最多${LONGEST}个字，用空格分开的最多${TERMS_AT_MOST}个词。`
        : undefined;
  if (sentence === undefined && !asked.includes('\0')) return terms;
  throw new Refusal('invalid-value', sentence ?? '要找的文字里有乱码。', { field: 'q' });
}

/** A stretch of grams in the index: a gram itself, or for one character all that begin with it. */
interface Stretch {
  readonly from: string;
  readonly to: string;
}

function stretchesOf(term: string): Stretch[] {
  const characters = [...term];
  if (characters.length === 1) return [{ from: term, to: `${term}\u{10FFFF}` }];
  return characters.slice(1).map((second, index) => {
    const gram = characters[index]! + second;
    return { from: gram, to: gram };
  });
}

/** How many times each gram is held, no further than many. */
async function countGrams(tx: Transaction, org: string, stretches: readonly Stretch[]): Promise<number[]> {
  const rows = await tx.query<{ count: number }>(
    'count-grams',
    `SELECT (
       SELECT count(*) FROM (
         SELECT 1 FROM gram g WHERE g.org_code = $1 AND g.gram >= s.low AND g.gram <= s.high LIMIT $4
       ) AS counted
     ) AS count
     FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS s (low, high, n) ORDER BY s.n`,
    [org, stretches.map(({ from }) => from), stretches.map(({ to }) => to), MANY],
  );
  return rows.map((row) => row.count);
}

/**
 * The records that may hold all terms, where they are few; undefined where they are many, and a walk along the list soon
 * meets some. Candidates only: that a record holds the rarest grams does not say that they stand together.
 */
export async function findCandidates(
  tx: Transaction,
  org: string,
  terms: readonly string[],
): Promise<string[] | undefined> {
  const stretches = terms.flatMap(stretchesOf).slice(0, LOOKED_UP_AT_MOST);
  const counts = await countGrams(tx, org, stretches);
  const [rarest, second] = stretches
    .map((stretch, index) => ({ ...stretch, count: counts[index]! }))
    .toSorted((a, b) => a.count - b.count);
  if (!rarest) return undefined;
  if (rarest.count <= FEW) return few(await holders(tx, org, rarest));
  if (!second || second.count >= MANY) return undefined;
  return few(await holdersOfBoth(tx, org, rarest, second));
}

function few(rows: readonly { readonly record_id: string }[]): string[] | undefined {
  const ids = new Set(rows.map((row) => row.record_id));
  return ids.size > FEW ? undefined : [...ids];
}

function holders(tx: Transaction, org: string, { from, to }: Stretch): Promise<{ record_id: string }[]> {
  return tx.query(
    'records-of-gram',
    `SELECT g.record_id FROM gram g WHERE g.org_code = $1 AND g.gram >= $2 AND g.gram <= $3`,
    [org, from, to],
  );
}

function holdersOfBoth(
  tx: Transaction,
  org: string,
  rarest: Stretch,
  second: Stretch,
): Promise<{ record_id: string }[]> {
  return tx.query(
    'records-of-two-grams',
    `SELECT g.record_id FROM gram g WHERE g.org_code = $1 AND g.gram >= $2 AND g.gram <= $3
       AND EXISTS (
         SELECT 1 FROM gram h
         WHERE h.org_code = $1 AND h.gram >= $4 AND h.gram <= $5 AND h.record_id = g.record_id
       )`,
    [org, rarest.from, rarest.to, second.from, second.to],
  );
}

/** The records to look at: all of the organisation, or the candidates, fetched by their ids before anything is sorted. */
export function recordsAmong(candidates: readonly string[] | undefined, place: Place): string {
  if (candidates === undefined) return 'record';
  return `(SELECT m.* FROM unnest(${place(candidates)}::uuid[]) AS c (id)
     JOIN record m ON m.org_code = $1 AND m.record_id = c.id OFFSET 0)`;
}

/** The condition that a record aliased `r` holds each term. */
export function holdsTerms(terms: readonly string[], place: Place): string[] {
  return terms.map((term) => `strpos(r.words, ${place(term)}) > 0`);
}
