import type { Context } from './context.ts';
import { sameBody } from './scope.ts';
import type { Finding, Span } from './types.ts';

const SELF = /(?:我|本|全)(乡|镇|街道|县|区|局)(?!村|域|级|直|内|长|委|属)/g;
/** A unit as the subject of what it does. */
const SUBJECT =
  /(?:^|[,。;、:\n\s])([\u4e00-\u9fff]{2,10}?(?:镇|乡|街道))(?=党委|党工委|人民政府|政府|办事处|坚持|始终|深入|认真|扎实|全面|持续|积极|严格|不断)/g;
const GENERIC =
  /(?:各|全|我|本|该|所辖|辖区|有关|相关|其他|周边)(?:镇|乡|街道)$|^(?:各|由|为|对|在|向|协助|督促)|[和与及、]/;
const MOST = 5;

/** Another unit's name left in a copied report, and 我镇 in the report of a 乡. */
export function checkUnitNames(context: Context): Finding[] {
  return [...otherKinds(context.document.text), ...otherNames(context.document.text)].slice(0, MOST);
}

function otherKinds(text: string): Finding[] {
  const places = new Map<string, number[]>();
  for (const match of text.matchAll(SELF)) {
    const kind = match[1] ?? '';
    places.set(kind, [...(places.get(kind) ?? []).slice(0, MOST), match.index]);
  }
  const kinds = [...places]
    .filter(([kind]) => /乡|镇|街道/.test(kind))
    .toSorted((a, b) => b[1].length - a[1].length);
  const [own, ...others] = kinds;
  // 全区 and 全县 stand in every township's report; 全镇 in that of a 乡 does not.
  if (own === undefined || own[1].length < 2) return [];
  return others
    .filter(([, found]) => found.length < own[1].length)
    .flatMap(([kind, found]) =>
      found.map((start) =>
        named(
          text,
          start,
          start + 1 + kind.length,
          `全文多写“${own[0]}”,这里写成“${text.slice(start, start + 1 + kind.length)}”`,
        ),
      ),
    );
}

function otherNames(text: string): Finding[] {
  const names = [...text.matchAll(SUBJECT)]
    .map((match) => ({
      name: match[1] ?? '',
      start: match.index + match[0].length - (match[1] ?? '').length,
    }))
    .filter(({ name }) => !GENERIC.test(name));
  const own = mostFrequent(names.map(({ name }) => name));
  if (own === null) return [];
  return names
    .filter(({ name }) => !sameUnit(name, own))
    .map(({ name, start }) =>
      named(text, start, start + name.length, `这份报告写的是${own},这里写成${name}`),
    );
}

/** The name that most sentences begin with; it must stand twice to be the report's own. */
function mostFrequent(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best === undefined || best[1] < 2 ? null : best[0];
}

/** The short and the full name of one unit, also behind the county's. */
function sameUnit(a: string, b: string): boolean {
  return sameBody(a, b) || a.endsWith(b) || b.endsWith(a);
}

function named(text: string, start: number, end: number, message: string): Finding {
  const span: Span = { start, end, text: text.slice(start, end) };
  return { type: 'other-unit', grade: 'confirm', spans: [span], message };
}

const MOBILE = /(?<![\d.])1[3-9]\d{9}(?!\d)/g;
const IDENTITY =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
/** The hundred commonest family names, for the one purpose of asking whether a person is named with an illness. */
const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const ILLNESS = new RegExp(
  `(?<![\\u4e00-\\u9fff])[${FAMILY}][\\u4e00-\\u9fff]{1,2}(?:同志)?(?:[、和][${FAMILY}][\\u4e00-\\u9fff]{1,2}){0,3}(?:[12两一二]人)?(?:因病|因身体|因健康|身患|患有|患|系残疾|怀孕|因伤)`,
  'g',
);

/** What a public report must not say of a person. */
export function checkPersonalData(context: Context): Finding[] {
  const { text } = context.document;
  const ask = (pattern: RegExp, what: string): Finding[] =>
    [...text.matchAll(pattern)].slice(0, MOST).map((match) => ({
      type: 'personal-data',
      grade: 'confirm',
      spans: [{ start: match.index, end: match.index + match[0].length, text: match[0] }],
      message: `公开的报告里出现${what},请核实是否应当删去`,
    }));
  return [...ask(IDENTITY, '身份证号码'), ...ask(MOBILE, '手机号码'), ...ask(ILLNESS, '姓名和健康情况')];
}
