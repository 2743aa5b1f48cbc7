/** How far a text can be trusted: A full text seen, B second-hand (待原文复核), M from memory (configuration only). */
export type Grade = 'A' | 'B' | 'M';

/** One edition (版本) of a statute. Article numbers belong to an edition: 村委会组织法 第三十条 became 第三十五条. */
export interface Edition {
  /** First day in force; `YYYY-MM` where a document's day is not known for certain. */
  readonly since: string;
  /** First day on which it no longer held. */
  readonly until?: string;
  /** Trust in the text and in its numbering. */
  readonly grade: Grade;
  /** Highest article number, where it is certain. */
  readonly highest?: number;
  /** How the edition came about, such as 2021-01-22修订. */
  readonly note?: string;
}

/** A statute (法律、法规、规章、文件) with its editions, the newest last. */
export interface Statute {
  readonly title: string;
  /** Who issued it, in which form, with its number where that is how people cite it. */
  readonly form: string;
  readonly editions: readonly [Edition, ...Edition[]];
}

/** A statute whose one known edition is in force. */
export function inForce(
  title: string,
  form: string,
  since: string,
  highest?: number,
  more: { grade?: Grade; note?: string; earlier?: readonly Edition[] } = {},
): Statute {
  const newest: Edition = {
    since,
    grade: more.grade ?? 'A',
    ...(highest === undefined ? {} : { highest }),
    ...(more.note === undefined ? {} : { note: more.note }),
  };
  const [first, ...rest] = [...(more.earlier ?? []), newest];
  return { title, form, editions: [first ?? newest, ...rest] };
}

/** An edition that has been replaced; its text is not at hand, so nothing may rest on it without a look. */
export function replaced(since: string, until: string, note?: string): Edition {
  return { since, until, grade: 'M', ...(note === undefined ? {} : { note }) };
}
