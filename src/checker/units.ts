/** A unit of measure and the family in which quantities may be added or compared. */
interface UnitInfo {
  readonly family: string;
  /** May follow a small Chinese numeral (三个, 两次) without being part of a name. */
  readonly chinese: boolean;
  /** Counts whole things: a decimal in front is a list number (2.5个村). */
  readonly whole: boolean;
}

const UNITS = new Map<string, UnitInfo>();

function define(words: string, family: string | null, chinese: boolean, whole: boolean): void {
  for (const word of words.split(' ')) UNITS.set(word, { family: family ?? word, chinese, whole });
}

// Real texts mix the words of one family in one sentence: 32件 = 28起 + 4起.
define('场次 轮次 场 次 期 堂 节 轮 讲', 'session', true, true);
define('件 起 宗 卷 例 案 件次', 'case', true, true);
define('人 名 位', 'person', true, true);
define('人次', 'person-time', true, true);
define('份 册 本', 'copy', true, true);
define(
  '个 项 条 家 户 处 所 支 篇 批 类 种 套 台 张 幅 块 辆 部 座 间 栋 幢 批次 家次 户次 大类 个次',
  null,
  true,
  true,
);
define('元 美元 块钱', 'money', true, false);
define('%', 'percent', true, false);
define('个百分点 百分点', 'point', true, false);
define('‰', null, false, false);
define('倍', null, true, false);
define('学时 课时', null, true, false);
define('小时 个小时', 'hour', true, false);
define('分钟', null, false, false);
// A length of time counts as a figure only where it is a result: 平均时长缩短1.5天.
define('天 个工作日', 'day', false, false);
define('平方公里 平方千米', 'square-kilometre', true, false);
define('平方米 ㎡ m² 平米 平方', 'square-metre', true, false);
define('亩 公顷 吨 公斤 千克 斤 立方米 公里 千米 米', null, true, false);
define('台次 车次 架次 班次 辆次 艘次 航次 趟次 人份 处次 片次', null, true, true);
define('分', null, false, false);
define('段 村 社区 镇 组 路 面 对 口 眼 棵 株 头 只 门 道 页 字 枚 封 箱 袋 桶 把 顶 床 瓶 根 片 队 票 艘 笔 单 桩 盏 杆 盒 颗 双 扇 具 架 则 集 帧 格 席 块次 题 版 首 幕 遍 趟 款 台套 顿 剂 针 羽 尾 匹 架次 节次 堂次 期次 站 校 所次 车  人天 工日 例次 项次 条次 篇次 点次', null, false, true); // prettier-ignore

const LONGEST = Math.max(...Array.from(UNITS.keys(), (unit) => unit.length));

export interface Unit {
  readonly end: number;
  /** As written, without blanks. */
  readonly unit: string;
}

/** Longest unit that begins at the position, with a second one in brackets or behind a stroke: 场(次), 台/套. */
export function readUnit(text: string, at: number): Unit | null {
  const first = readWord(text, at);
  if (first === null) return null;
  const second = readSecond(text, first.end);
  return second === null ? first : { end: second, unit: text.slice(at, second) };
}

function readWord(text: string, at: number): Unit | null {
  for (let length = LONGEST; length > 0; length--) {
    const word = text.slice(at, at + length);
    if (word.length !== length || !UNITS.has(word)) continue;
    // 2件次日答复: the 次 belongs to 次日.
    if (word.length > 1 && word.endsWith('次') && /[日年月]/.test(text[at + length] ?? '')) continue;
    return withTimes(text, at, length, word);
  }
  return null;
}

/** 轮次, 户次, 篇次: any unit of things may count their turns. */
function withTimes(text: string, at: number, length: number, word: string): Unit {
  const next = text.slice(at + length, at + length + 2);
  const turns =
    length === 1 && UNITS.get(word)?.whole === true && word !== '次' && /^次(?![日年月数序要生])/.test(next);
  return turns ? { end: at + length + 1, unit: `${word}次` } : { end: at + length, unit: word };
}

/** A second way to count the same things. 100元/人 and 3次/月 are rates and end before the stroke. */
function readSecond(text: string, at: number): number | null {
  const match = /^(?:[(]([次场件起户个处家套册人])[)]|\/([次场起套册处])(?![\u4e00-\u9fff\d]))/.exec(
    text.slice(at, at + 3),
  );
  return match === null ? null : at + match[0].length;
}

/** Family of a unit; unknown units are their own family. */
export function family(unit: string): string {
  const known = UNITS.get(unit)?.family;
  if (known !== undefined) return known;
  const [first = unit, second = ''] = unit.split(/[(/]/);
  if (first === '人' && second.startsWith('次')) return 'person-time';
  return UNITS.get(first)?.family ?? unit;
}

export function mayFollowChinese(unit: string): boolean {
  return infoOf(unit)?.chinese ?? false;
}

export function countsWholes(unit: string): boolean {
  return infoOf(unit)?.whole ?? false;
}

function infoOf(unit: string): UnitInfo | undefined {
  return UNITS.get(unit) ?? UNITS.get(unit.split(/[(/]/)[0] ?? '') ?? UNITS.get(unit.replace(/次$/, ''));
}
