import type { Scope } from './types.ts';

/** The institution that a count is said of; the longest form that stands right behind a boundary. */
const BODY =
  /(?:^|[,。;、由和与及])([^,。;、:\d由联会配协向对]{0,12}?(?:办公室|执法队|中队|大队|救援队|司法所|派出所|工作站|服务站|综治中心|服务中心|矛调中心|中心(?!组)|法庭|调委会|[\u4e00-\u9fff]办(?![理结件公法好事学班证税妥])|该[办所队站室]))(?!\d|[一二两三四五六七八九十]+[个家处支所]|牵头|把关|配合|指导|审核|年终|年末|汇总|统计|台账|数据|登记|记录|显示|核对|档案|名册|报表|考核|监测|系统)/g;
/** 镇级1个、村级9个; the institutions of a level are counted apart from those of another. */
const LEVEL =
  /(?:^|[,。;、:(由和与及其中为有是共])(省级|市级|[县区]级|[乡镇街]级|街道级|村级|社区级|组级|村\(社区\)级|[镇乡]本级)/g;
const PERIOD =
  /(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?[至到—\-~]{1,2}\d{1,2}月|[春夏秋冬]季|(?:春节|国庆|中秋|清明|端午|五一|元旦|两节|[汛防]火?期|暑期|寒假|农忙|农闲)(?:前|后|期间)?|上半年|下半年|[一二三四1-4]季度|(?:20\d\d年)?\d{1,2}月(?:份|底|末)?|截至[^,]{1,12}|年初|月底|年底|年末|前[一二三四五六七八九\d]+个?月|全年|一年来|年内/g;

/** 全年某中心: when is no part of the name. */
const WHEN = /^(?:今年|全年|年内|本年度?|一年来|20\d\d年)/;

/** Where, by whom and when: what must be equal before two counts can contradict each other. */
export function scopeAt(before: string): Scope {
  // 司法所牵头,全乡开展48场: what the whole township did is no one's alone.
  const own = before.slice(Math.max(0, before.search(/全[镇乡街](?![^,]*全[镇乡街])/)));
  return {
    level: lastOf(LEVEL, before),
    body: lastOf(BODY, own).replace(WHEN, ''),
    period: lastOf(PERIOD, before),
  };
}

function lastOf(pattern: RegExp, text: string): string {
  let found = '';
  for (const match of text.matchAll(pattern)) found = match[1] ?? match[0];
  return found;
}

/** The part of the year that a period covers; '' is the whole year, however it is named. */
export function partOfYear(period: string): string {
  if (/^(?:20\d\d年)?1月(?:1日)?[至到—\-~]{1,2}12月/.test(period)) return '';
  return /^(?:截至)?(?:20\d\d年)?(?:12月[底末]|年底|年末)|^截至(?:20\d\d年)?12月|^(?:全年|一年来|年内|年底|年末)/.test(
    period,
  )
    ? ''
    : period;
}

/** 应急办 is 应急管理办公室: each character of the short name stands in the long one, in order. */
export function sameBody(a: string, b: string): boolean {
  if (a === b) return true;
  if (a === '' || b === '') return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.startsWith('该')) return long.includes(short.slice(1));
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}
