import type { Context } from './context.ts';
import type { Reading } from './types.ts';

/** Things named beside a number that says how many there are. */
export interface Listing {
  readonly start: number;
  readonly end: number;
  /** Fewest and most things that the list can be read as: 和 may join two or stand inside a name. */
  readonly least: number;
  readonly most: number;
  /** 等 closes it: more may exist than are named. */
  readonly open: boolean;
  /** How firmly the text promises that all are named. */
  readonly promise: 'full' | 'shown' | 'weak';
}

const LONGEST = 300;
/** Behind the figure: its noun, then a word that promises the full list. */
const PROMISE =
  /^([^,。;:、\d]{0,16})[,:(—]{0,2}(分别为|分别是|分别叫|分别(?:办理|负责|承担|受理|处理|围绕|针对|就|从|抓好|聚焦)|(?<=[,:(—])即(?![可日时将使便刻以])|也就是|依次为|依次是)[:]?/;
/** 3项制度:甲、乙、丙 and 3项制度——甲、乙、丙. */
const SHOWN = /^([^,。;:、\d(]{0,14})(?::|—{1,2})(?!一是)/;
const CLOSED_BRACKET = /^[^,。;:、\d(]{0,12}[(]([^()]{3,200})[)]/;
const PARTIAL = /主要|例如|比如|如下|包括|其中|部分/;

export function listingsOf(context: Context, reading: Reading): Listing | null {
  return (
    promised(context, reading) ??
    numbered(context, reading) ??
    shown(context, reading) ??
    bracketed(context, reading) ??
    gathered(context, reading)
  );
}

function promised(context: Context, reading: Reading): Listing | null {
  const from = reading.figure.end;
  const head = PROMISE.exec(context.document.text.slice(from, from + 30));
  if (head === null || PARTIAL.test(head[1] ?? '')) return dated(context, from);
  // 3名律师,分别负责合同审查、案件代理: people may share a task.
  if (/^[名人位]$/.test(reading.figure.unit) && !/[为是叫]|即|也就/.test(head[2] ?? '')) return null;
  return listAt(context.document.text, from + head[0].length, 'full');
}

/** 召开会议3次,时间分别在1月、4月、7月和11月. */
const DATES =
  /^[^。;:\d]{0,16}分别(?:于|在|是|为)((?:20\d\d年)?\d{1,2}月[^,。;]*?)(?:召开|举行|举办|开展|进行|组织|实施|完成)?(?=[,。;]|$)/;

function dated(context: Context, from: number): Listing | null {
  const match = DATES.exec(context.document.text.slice(from, from + LONGEST));
  const list = match?.[1] ?? '';
  const length = list.match(/\d{1,2}月/g)?.length ?? 0;
  if (match === null || length < 2 || /等|至|-|—/.test(list) || /日.*[、和]\d{1,2}日/.test(list)) return null;
  const start = from + match[0].indexOf(list);
  return { start, end: start + list.length, least: length, most: length, open: false, promise: 'full' };
}

function shown(context: Context, reading: Reading): Listing | null {
  const from = reading.figure.end;
  const head = SHOWN.exec(context.document.text.slice(from, from + 24));
  if (head === null || PARTIAL.test(head[1] ?? '')) return null;
  return listAt(context.document.text, from + head[0].length, 'shown');
}

/** The list that begins there and ends with its clause, or with its sentence where clauses are listed. */
export function listAt(text: string, start: number, promise: Listing['promise']): Listing | null {
  const near = text.slice(start, start + LONGEST);
  const list = /^[^。;,!?\n\r]*/.exec(near)?.[0] ?? '';
  return (
    listingFrom(start, list, promise) ??
    clausesAt(text, start, promise) ??
    itemsAt(start, /^[^。!?\n\r]*/.exec(near)?.[0] ?? '', promise)
  );
}

/** 分别为:改造服务站;新建基地;配备设备: items that are whole clauses, parted by semicolons. */
function itemsAt(start: number, list: string, promise: Listing['promise']): Listing | null {
  const items = list.split(';').filter((item) => item.trim() !== '');
  if (promise !== 'full' || items.length < 2 || list.length === LONGEST || /\d/.test(list)) return null;
  if (items.some((item) => item.length > LONGEST_ITEM || item.endsWith('等'))) return null;
  const { length } = items;
  return { start, end: start + list.length, least: length, most: length, open: false, promise };
}

/** 3个方面不足:意识不强,力量薄弱,形式单一: short clauses alike, to the end of the sentence. */
function clausesAt(text: string, start: number, promise: Listing['promise']): Listing | null {
  if (!/(?:不足|问题|短板|差距|薄弱环节|困难|特点|变化)[:]$/.test(text.slice(Math.max(0, start - 8), start)))
    return null;
  const list = /^[^。;!?\n\r]*/.exec(text.slice(start, start + LONGEST))?.[0] ?? '';
  const items = list.split(',');
  const [longest, shortest] = [Math.max, Math.min].map((most) => most(...items.map((item) => item.length)));
  if (items.length < 2 || /\d|、|等/.test(list) || (longest ?? 0) > 16 || (shortest ?? 0) < 4) return null;
  const { length } = items;
  return { start, end: start + list.length, least: length, most: length, open: false, promise };
}

const LONGEST_ITEM = 40;

function bracketed(context: Context, reading: Reading): Listing | null {
  const from = reading.figure.end;
  const match = CLOSED_BRACKET.exec(context.document.text.slice(from, from + 240));
  const inner = match?.[1] ?? '';
  if (match === null || /含|其中|包括|如|详见|以下|简称|[,;:]/.test(inner)) return null;
  return listingFrom(from + match[0].length - 1 - inner.length, inner, 'shown');
}

/** 宪法公园等3处阵地, 许可、处罚、强制四类: the number closes its list. */
function gathered(context: Context, reading: Reading): Listing | null {
  const { figure, phrase, after, index } = reading;
  // 1个镇级调委会、10个村级调委会: the words in front belong to the figure before.
  if (context.document.readings[index - 1]?.figure.end === figure.start - phrase.length) return null;
  if (!/^(?:个|项|处|类|种|家|所|大类)$/.test(figure.unit) || !/、|》《|[”"][“"]/.test(phrase)) return null;
  if (/^\s*、|[共各分为有达级]$|分别|合计|(?:^|、)[\u4e00-\u9fff](?:、|$)/.test(phrase.trimEnd()))
    return null;
  const start = figure.start - phrase.length;
  // 《甲》《乙》《丙》等制度2项: names in full are what is counted.
  const open = /等$|[》”]等[\u4e00-\u9fff]{0,6}$/.test(phrase);
  // 利用校舍、广场等打造阵地六处; 储备帐篷、编织袋等物资15类: examples, and often of something else.
  if (!open && /等[^、]*$/.test(phrase)) return null;
  const listing = listingFrom(start, phrase.replace(/等[^、》”]*$/, ''), 'weak');
  if (listing === null) return null;
  // 打印机、扫描仪6个 counts pieces; 甲、乙、丙3处阵地 and 四类 count what is named.
  const kinds = /^(?:类|种|大类)$/.test(figure.unit) || /^[两三四五六七八九十]/.test(figure.text);
  const named = kinds || reading.nounRight || /^(?:方面|重点|主要)/.test(after);
  return named || open ? { ...listing, open } : null;
}

/** 四项举措:一是…;二是…;三是…: the highest ordinal of the run that begins right behind the noun. */
function numbered(context: Context, reading: Reading): Listing | null {
  const { text } = context.document;
  const from = reading.figure.end;
  const head = /^([^,。;:、\d(]{1,14})[,:。](?=一是|第一[,、组个支队类项])/.exec(text.slice(from, from + 20));
  if (head === null || PARTIAL.test(head[1] ?? '')) return null;
  // 剩余7处挂牌督办。一是…: behind a full stop only what is always listed so.
  if (
    head[0].endsWith('。') &&
    !/(?:举措|措施|问题|方面|工作|短板|不足|困难|机制|做法|特点|任务|环节|行动|制度|原因|变化)$/.test(
      head[1] ?? '',
    )
  )
    return null;
  const start = from + head[0].length;
  const paragraph = /^[^\n]*/.exec(text.slice(start, start + 4 * LONGEST))?.[0] ?? '';
  if (paragraph.length === 4 * LONGEST) return null;
  const count = highestOrdinal(paragraph);
  return { start, end: start + 2, least: count, most: count, open: false, promise: 'full' };
}

/** Words with a 和, 及 or 与 that joins nothing. */
const JOINS_NOTHING =
  /及时|普及|涉及|危及|提及|参与|赠与|给与|和谐|和睦|和解|和美|和顺|和平|和合|祥和|温和|人和/g;

const ORDINALS = '一二三四五六七八九十';

/** 一是…二是…三是… is three. */
export function highestOrdinal(paragraph: string): number {
  const second = paragraph.startsWith('第') ? (name: string) => `第${name}` : (name: string) => `${name}是`;
  let at = 0;
  for (const [count, name] of Array.from(ORDINALS).entries()) {
    const next = paragraph.indexOf(second(name), at);
    if (next < 0) return count;
    at = next + 2;
  }
  return ORDINALS.length;
}

/** Reads 甲、乙和丙; nothing where numbers in it make the items parts rather than names. */
function listingFrom(start: number, list: string, promise: Listing['promise']): Listing | null {
  const body = list.replace(/\s+$/, '');
  const masked = maskInner(body).replace(JOINS_NOTHING, (word) => '□'.repeat(word.length));
  const open = /等[^、]{0,8}$/.test(masked);
  if (!/、|[”"》][“"《]/.test(masked) || /\d|各|[一二两三四五六七八九十]+[个名人件项处家次]/.test(masked))
    return null;
  if (open && promise !== 'weak') return null;
  const least = (masked.match(/、|(?<=[”"》])(?=[“"《])/g)?.length ?? 0) + 1;
  const joined = joinedNames(masked);
  const most = least + (masked.match(/以及|[和及与暨]/g)?.length ?? 0);
  return { start, end: start + body.length, least: least + joined, most, open, promise };
}

/** 甲专班、乙专班、丙专班和丁专班: where both sides of 和 end like the others, they are two. */
function joinedNames(list: string): number {
  const names = list.split('、');
  const ending = names[0]?.slice(-1) ?? '';
  return names.flatMap((name) => {
    const [left = '', right, ...more] = name.split(/以及|[和及与]/);
    return right !== undefined &&
      more.length === 0 &&
      left.endsWith(ending) &&
      right.endsWith(ending) &&
      left.length > 2
      ? [name]
      : [];
  }).length;
}

/** Blanks what stands in quotes and brackets, where 、 and 和 do not separate items. */
function maskInner(list: string): string {
  return list.replace(
    /《[^》]*》|“[^”]*”|\([^)]*\)|"[^"]*"/g,
    (inner) => `${inner[0] ?? ''}${'□'.repeat(inner.length - 2)}${inner.at(-1) ?? ''}`,
  );
}
