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
define('场次 场 次 期 堂 节 轮 讲 场(次) 次(场)', 'session', true, true);
define('件 起 宗 卷 例 案 件次 件(次) 起(件) 件(起)', 'case', true, true);
define('人 名 位', 'person', true, true);
define('人次 人(次)', 'person-time', true, true);
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
define('平方公里 平方千米', 'square-kilometre', true, false);
define('平方米 ㎡ m² 平米 平方', 'square-metre', true, false);
define('亩 公顷 吨 公斤 千克 斤 立方米 公里 千米 米', null, true, false);
define('台次 车次 架次 班次 辆次 艘次 人份 处次 片次', null, true, true);
define('分', null, false, false);
define('村 社区 镇 组 路 面 对 口 眼 棵 株 头 只 门 道 页 字 枚 封 箱 袋 桶 把 顶 床 瓶 根 片 队 票 艘 笔 单 桩 盏 杆 盒 颗 双 扇 具 架 则 集 帧 格 席 块次', null, false, true); // prettier-ignore

const LONGEST = Math.max(...Array.from(UNITS.keys(), (unit) => unit.length));

export interface Unit {
  readonly end: number;
  /** As written, without blanks. */
  readonly unit: string;
}

/** Longest unit that begins at the position. */
export function readUnit(text: string, at: number): Unit | null {
  for (let length = LONGEST; length > 0; length--) {
    const word = text.slice(at, at + length);
    if (word.length === length && UNITS.has(word)) {
      return { end: at + length, unit: word };
    }
  }
  return null;
}

/** Family of a unit; unknown units are their own family. */
export function family(unit: string): string {
  return UNITS.get(unit)?.family ?? unit;
}

export function mayFollowChinese(unit: string): boolean {
  return UNITS.get(unit)?.chinese ?? false;
}

export function countsWholes(unit: string): boolean {
  return UNITS.get(unit)?.whole ?? false;
}
