const DIGITS = '零一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** Article, `之一`, paragraph in a circle, item in brackets: `60`, `57②`, `20(1)`, `23①(4)`. */
const ONE = /^(\d{1,4})(?:之(\d))?([①-⑳])?(?:\((\d{1,2})\))?$/;
const CHAPTER = /^c(\d{1,2})$/;

/** A reference to articles: what Chinese law writes, and the highest article number that it names. */
export interface ArticleReference {
  readonly text: string;
  /** 0 where no article is named (a chapter, or a document without articles). */
  readonly highest: number;
}

/**
 * Reads a reference: `60`, `57②`, `20(1)`, `28-30` (range), `31,41②` (list), `c4` (chapter), `*` (a document that is not
 * divided into articles). Throws a RangeError for anything else, so a slip shows when the room is loaded.
 */
export function readArticle(reference: string): ArticleReference {
  if (reference === '*') return { text: '全文', highest: 0 };
  const chapter = CHAPTER.exec(reference);
  if (chapter) return { text: `第${chineseNumber(Number(chapter[1]))}章`, highest: 0 };
  const pieces = reference.split(',').map(readPiece);
  return { text: pieces.map((p) => p.text).join('、'), highest: Math.max(...pieces.map((p) => p.highest)) };
}

function readPiece(piece: string): ArticleReference {
  const [first, last, ...more] = piece.split('-').map(readOne);
  if (!first || more.length > 0) throw new RangeError(`not an article: ${piece}`);
  if (!last) return first;
  if (last.highest <= first.highest) throw new RangeError(`not a range of articles: ${piece}`);
  return { text: `${first.text}至${last.text}`, highest: last.highest };
}

function readOne(one: string): ArticleReference {
  const match = ONE.exec(one);
  const number = Number(match?.[1]);
  if (!match || number < 1) throw new RangeError(`not an article: ${one}`);
  const [, , branch, paragraph, item] = match;
  const text = [
    `第${chineseNumber(number)}条`,
    branch ? `之${chineseNumber(Number(branch))}` : '',
    paragraph ? `第${chineseNumber(CIRCLED.indexOf(paragraph) + 1)}款` : '',
    item ? `第${chineseNumber(Number(item))}项` : '',
  ];
  return { text: text.join(''), highest: number };
}

/** 60 is 六十, 101 is 一百零一, 1242 is 一千二百四十二: as articles are numbered. From 1 to 9999. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`not a number: ${value}`);
  const units = ['', '十', '百', '千'];
  const digits = String(value).split('').map(Number);
  let text = '';
  digits.forEach((digit, index) => {
    const unit = units[digits.length - 1 - index] ?? '';
    if (digit > 0) text += (DIGITS[digit] ?? '') + unit;
    else if (!text.endsWith('零')) text += '零';
  });
  return text.replace(/零$/, '').replace(/^一十/, '十');
}
