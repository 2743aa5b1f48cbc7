/**
 * A legal basis (依据): one article of one edition of a statute. Only the law room makes citations (`cite()`), so a step
 * can't name a statute or article that the register does not hold.
 */
export interface Citation {
  /** Code of the statute in the register, such as `CF`. */
  readonly statute: string;
  /** Full Chinese title, such as 中华人民共和国行政处罚法. */
  readonly title: string;
  /** The edition: the day from which this text is in force. */
  readonly edition: string;
  /** The article as written in Chinese law, such as 第六十条. */
  readonly article: string;
  /** Trust grade of `law-rules`: A full text seen, B second-hand (待原文复核), M from memory (configuration only). */
  readonly grade: 'A' | 'B' | 'M';
  readonly __citation: unique symbol;
}

/** 《行政处罚法》第六十条 — the short form after first use. */
export function citationText(citation: Citation): string {
  const short = citation.title.replace(/^中华人民共和国/, '');
  const mark = citation.grade === 'A' ? '' : '(待原文复核)';
  return `《${short}》${citation.article}${mark}`;
}
