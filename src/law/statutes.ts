import type { Citation } from '../kernel/citation.ts';
import { readArticle } from './article.ts';
import type { Edition, Grade, Statute } from './statutes/edition.ts';
import { LAWS } from './statutes/laws.ts';
import { REGULATIONS } from './statutes/regulations.ts';

export type { Edition, Grade, Statute } from './statutes/edition.ts';

/** The register of statutes by code. */
export const STATUTES = { ...LAWS, ...REGULATIONS };
export type StatuteCode = keyof typeof STATUTES;

/** True for a code that the register holds. */
export function isStatuteCode(code: string): code is StatuteCode {
  return Object.hasOwn(STATUTES, code);
}

/** The edition in force on a day; the newest one without a day. Nothing where none was in force (as far as known). */
export function findEdition(code: StatuteCode, on?: string): Edition | undefined {
  const { editions }: Statute = STATUTES[code];
  if (on === undefined) return editions.at(-1);
  return editions.find(
    (edition) => edition.since <= on && (edition.until === undefined || on < edition.until),
  );
}

/**
 * Cites an article: `cite('CF', '57②')` is 《行政处罚法》第五十七条第二款. See `readArticle` for the ways to write it. With
 * `on` the article is one of the edition in force that day. Throws a RangeError for an edition or article that the
 * register does not hold; since rules and kinds cite while they load, a wrong citation stops the program at once.
 */
export function cite(code: StatuteCode, article: string, on?: string): Citation {
  const statute: Statute = STATUTES[code];
  const edition = findEdition(code, on);
  if (!edition) throw new RangeError(`no edition of ${code} in force on ${on}`);
  const { text, highest } = readArticle(article);
  if (edition.highest !== undefined && highest > edition.highest) {
    throw new RangeError(`${code} of ${edition.since} has ${edition.highest} articles, not ${highest}`);
  }
  const citation = {
    statute: code,
    title: statute.title,
    edition: edition.since,
    article: text,
    grade: edition.grade,
  };
  // The one place where the brand of a citation is made.
  return citation as unknown as Citation;
}

const ORDER: readonly Grade[] = ['A', 'B', 'M'];

/** The same citation with no more trust than `grade`: a certain statute may still be known second-hand in one article. */
export function withGrade(citation: Citation, grade: Grade): Citation {
  return ORDER.indexOf(grade) > ORDER.indexOf(citation.grade) ? { ...citation, grade } : citation;
}
