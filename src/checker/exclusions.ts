import { arabicDigit } from './numerals.ts';

/**
 * What looks like a quantity and is none: dates, document numbers, articles, ordinals, slogans, hotlines, names,
 * frequencies and legal minimums. A figure dropped here is lost to all relations, so each rule names its reason.
 */

/** A unit followed by one of these is the beginning of another word (3部门, 两名单, 三人民). */
const UNIT_BREAKS: Readonly<Record<string, string>> = {
  部: '门分委署队长', 家: '庭政长', 人: '大民均事口格才', 名: '单次称义录字誉',
  位: '一置于', 次: '日年序要', 条: '例款', 场: '所地镇', 分: '钟之局管别类工批期', 户: '籍外主口', 处: '罚理置分',
  类: '似别', 期: '间限', 元: '旦月', 面: '对向积临', 口: '径头号', 路: '段', 组: '织长员建', 村: '民级委支务规干居集',
  镇: '级政村区', 门: '户牌店', 笔: '记', 单: '位元', 队: '员', 票: '据', 对: '于一象', 只: '有要能', 道: '路',
  席: '会', 把: '手关', 套: '路', 座: '谈', 台: '账风', 支: '部持书委付', 具: '有体', 集: '中体', 讲: '座', 节: '约目点日',
  段: '落位时',
  轮: '训', 项: '目', 案: '件由例', 社区: '民居', 份: '额', 本: '级地身科年', 层: '面', 头: '等', 格: '员',
  级: '别', 小时: '内制', 分钟: '内服生圈', 倍: '增', 件: '套', 批: '准复', 页: '面', 斤: '两', 起: '草诉来点', 例: '如',
  米: '粉', 站: '位点所长在台', 校: '区园长准', 首: '先次问届府都', 版: '本权块', 车: '辆次位间站队', 款: '项式', 幕: '后', 遍: '及布', 字: '号', 种: '植子', 则: '',
}; // prettier-ignore

/** True when the unit is really the head of a longer word. */
export function breaksUnit(text: string, unit: string, end: number): boolean {
  const next = text[end];
  if (next === undefined) return false;
  // 三个月, 五个工作日 are terms; 五个工作组 are things.
  if (unit === '个') return /^(?:月|季度|年|星期|周|工作日|自然日)/.test(text.slice(end, end + 3));
  return (UNIT_BREAKS[unit] ?? '').includes(next);
}

/** Set phrases of official writing; matched at the position of their number. */
const SET_PHRASES =
  /^(?:三项制度|三重一大|三会一课|两代表一委员|一规划两方案|四议两公开|一村一|一户一|一人一|一事一议|一案一|一件事|一岗双责|一次性|一次办|一窗|一网|一站式|一体化|一把手|一系列|一条龙|一条心|一对一|两个维护|两个确立|两个覆盖|两个毫不|两个至上|两个结合|两个责任|两个清单|三个必须|三个规定|三个区分|三个清单|三个务必|三个代表|三大攻坚|三大战役|三位一体|三方|三级|四个意识|四个自信|四个全面|四个最严|四个一律|四个服务|四个看|四个到位|四下基层|五个一|五个到位|五个必|五位一体|五社联动|六个一|六稳|六保|六大能力|七项任务|八大实效|八项规定|八个明确|十个明确|十四个坚持|十一个坚持|十个坚持|十项准则|百姓|百日|千家|万家|万户|双随机|两新|两委|两级|两条线|两会|两高|两法|两违|两站|两员|两项补贴|十户联|十联户|十大|十佳|百强|一张网|一中心|一张图|一本账|一类|一批|一些|一种|一定|一般|一方|一线|一流|一支部|一项项|一件件|一次次|一条条|一个个|一名名|一份份|一户户|一时|一度|一道|一同|一样)/;

/** Words in front of a number that make it an ordinal or part of a name. */
const ORDINAL_BEFORE =
  /(?:第|(?<![此会年之提目以课]|年底|庭)前|(?<!榜)首|(?:^|[,。;、:\s])头|最后|倒数|排名|名列|位列|位居|列(?:全[省市县区]))\s?$/;
/** 上三次, 下一批: which; 线上30场 and 上百人: how many. */
const NEXT_OR_LAST = /(?:^|[,。;、:\s])[上下]$/;
const ORDINAL_LIST = /第[一二三四五六七八九十百\d0-9]+[、,和至到—–\-~]+(?:第)?$/;
/** Latin letters, codes and operators glued to the number (A4, 1+6+N, 7×24). */
const GLUED_BEFORE = /(?:(?<![A-Za-z])[A-Za-z]|[+×*_/#№&=<])$/;
/** 每月一次, 每季度至少1次, 一周一次: how often, not how many. */
const FREQUENCY =
  /(?:每(?:两|半|一|1|逢|隔)?个?(?:年度?|月度?|季度?|周|星期|天|日|旬|半年)|逢[单双]?[月周])(?:[^\d,。;]{0,8})$/;
/** 一周一次 without 每. */
const ONCE_IN = /(?:^|[^\d第])[一1](?:年|个?月|周|天|季度?)$/;
/** Minimum that a law sets for acting together (两名以上执法人员). */
const LEGAL_MINIMUM =
  /^(?:[2两二]|不少于[2两二])(?:人|名|位)(?:及)?(?:以上)?(?:的)?(?:行政|具有|持证|正式|综合)?(?:行政)?(?:执法|办案|调查|检查)/;
/** 十二届七次全会, 人大四次会议: numbered meetings. */
const NUMBERED_MEETING = /^[\d一二三四五六七八九十]+次(?:全会|全体会议|代表大会|党代会|会议)/;
const SESSION_BEFORE = /届(?:[^\d,。;]{0,8})$/;
/** One, written in Chinese, counts only behind a verb that makes or finds things. */
const COUNTING_BEFORE =
  /(?:设立|设有|设置|建立|建成|新建|建有|新增|成立|组建|打造|创建|聘请|配备|配有|召开|举办|举行|开展|组织|办理|受理|化解|调解|制定|出台|修订|印发|查处|共|计|仅有|仅|各|增加|减少|发生|收到|调处|移送|选派|评选|培育|完成|设|另有?|其余|其他|立案|处罚|案件|纠纷|演练|培训|讲座|会议)了?$/;
/** Behind these a length of time is what was reached. */
const SHORTENED = /(?:缩短|压缩|压减|减少|提前|提速|平均[^,。;]{0,10})(?:了|至|到|为|约|近)?$/;
const HOURS_NAME = /^(?:24|24|二十四)(?:个)?小时/;

/** Context of a candidate: the text, where its number begins, and where the whole figure ends. */
export interface Candidate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly unit: string;
  readonly chinese: boolean;
  readonly value: number | null;
  /** A word of approximation or a range: no name is written so. */
  readonly rough: boolean;
}

/** True when the candidate is not a quantity of the report. */
export function isExcluded(candidate: Candidate): boolean {
  const { text, start, end, unit, chinese, value } = candidate;
  const before = text.slice(Math.max(0, start - 16), start).replace(/^[\s\S]*\n/, '');
  const at = text.slice(start, start + 24);
  if (ORDINAL_BEFORE.test(before) || (NEXT_OR_LAST.test(before) && !/^[百千万]/.test(at))) return true;
  if (ORDINAL_LIST.test(before) || GLUED_BEFORE.test(before)) return true;
  if (FREQUENCY.test(before) || LEGAL_MINIMUM.test(at) || HOURS_NAME.test(at)) return true;
  if (NUMBERED_MEETING.test(at) && SESSION_BEFORE.test(before)) return true;
  if (ONCE_IN.test(before) && /^[一两1-3]次/.test(at)) return true;
  if (
    (unit === '天' || unit === '个工作日') &&
    !SHORTENED.test(before) &&
    !/^(?:缩短|压缩|压减|减少|提前|降)/.test(text.slice(end, end + 2))
  )
    return true;
  if (unit === '分' && (chinese || /[点时]$/.test(before))) return true;
  if (chinese && isName(candidate, before)) return true;
  if (chinese) return excludedChinese(before, at, text.slice(end, end + 20), value, unit);
  return value !== null && isYearOrCode(text, start, end, unit);
}

/** What a place is called behind its numeral and unit word: 三家村, 八所镇, 两路口. */
const PLACE_END =
  /^(?:村|镇|乡|寨|庄|屯|坪|湾|沟|坝|坡|桥|铺|岭|岩|塘|冲|坳|坎|堡|营|岗|港|洲|岛|口|河|街道?)(?![级民办属集里委居企校卫中敬综调务事干两])/;
/** 四所一庭, 十户一长, 五站两中心: a small numeral and a noun, twice. */
const DOUBLE_SLOGAN = /^[一二两三四五六七八九十][\u4e00-\u9fff][一二两三四五六七八九十][\u4e00-\u9fff]/;
const SLOGAN_UNITS = '所站户组校庭室格队村镇社区网员长家岗轮章法线面路点层级环本道';

function isName({ text, start, end, unit, rough, value }: Candidate, before: string): boolean {
  if (rough || (value ?? 11) > 10) return false;
  const at = text.slice(start, start + 4);
  if (DOUBLE_SLOGAN.test(at) && SLOGAN_UNITS.includes(unit)) return true;
  // 四所一庭: the second half.
  if (
    /[一二两三四五六七八九十][\u4e00-\u9fff]$/.test(before) &&
    DOUBLE_SLOGAN.test(before.slice(-2) + at.slice(0, 2)) &&
    SLOGAN_UNITS.includes(unit) &&
    SLOGAN_UNITS.includes(before.at(-1) ?? '')
  )
    return true;
  return (
    end - start === 2 && !'个名人件次项起条支处座'.includes(unit) && PLACE_END.test(text.slice(end, end + 3))
  );
}

/** 行政诉讼零起: what there was none of stands in front. */
const NOTHING_OF = /(?:^|[,。;、:]|[案诉议件讼请访报发数量])$/;

function excludedChinese(
  before: string,
  at: string,
  after: string,
  value: number | null,
  unit: string,
): boolean {
  if (SET_PHRASES.test(at)) return true;
  // 统一三…, 进一步, 十一届: the numeral belongs to the word in front.
  if (/[统唯单同任逐之其归划进专万不]$/.test(before) && at.startsWith('一')) return true;
  // 零件 is a thing; 诉讼案件零件 states that there was none.
  if (value === 0 && /[起宗例]/.test(unit))
    return !NOTHING_OF.test(before) && !(/[^从由自]$/.test(before) && /^(?:[,。;、)]|$)/.test(after));
  if (value === 0) return !/[案诉议件讼请访报发数量]$/.test(before) || !/^(?:[,。;、)]|$)/.test(after);
  if (at.startsWith('二') && value === 2) return true;
  if (value === 1) return !countsOne(before, after, unit);
  return false;
}

function countsOne(before: string, after: string, unit: string): boolean {
  if (/^.{0,3}一/.test(after) || /^[性体系列些定律]/.test(after)) return false;
  if (/(?:每|再|又|任|跑|多|这|那|某|同|另|上|下|哪|新|有)$/.test(before)) return false;
  // 每村一名, 一村一名法律顾问 apart: how many for each.
  if (COUNTING_BEFORE.test(before) || /[每各][^,。;、\d]{1,4}$/.test(before)) return true;
  // 十二个村、一个社区: the last of a list of counts.
  if (unit === '个' && /[二两三四五六七八九十][个名][^,。;、\d]{1,6}[、和]$/.test(before)) return true;
  // 甲类一个、乙类十二个: one of a list of counts.
  const listed = /^[、,和][^,。;、\d]{1,14}?[一二两三四五六七八九十\d]/.test(after) && after.includes(unit);
  return (unit !== '个' || listed) && /^(?:[,。;、)]|$)/.test(after) && before !== '';
}

/** 12345件 without more is a hotline only when 热线 follows; bare years never take a unit of counting. */
function isYearOrCode(text: string, start: number, end: number, unit: string): boolean {
  if (unit === '号' || text.startsWith('热线', end)) return true;
  // 20242025 and other glued leftovers of web pages, next to 年 or 号.
  let digits = 0;
  for (let i = start; arabicDigit(text[i]) >= 0; i++) digits++;
  return digits >= 6 && /[年号〕]/.test(text.slice(Math.max(0, start - 2), start) + text.slice(end, end + 2));
}

const OPENERS: Readonly<Record<string, string>> = {
  '《': '》',
  '〔': '〕',
  '【': '】',
  '“': '”',
  '"': '"',
  '‘': '’',
  '「': '」',
};
/** A quotation longer than this is speech, not a name. */
const LONGEST_NAME = 20;
const LONGEST_TITLE = 60;

/** Marks titles and quoted names, whose numbers are not counts. Percentages in quotes stay readable. */
export function maskNames(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const closer = OPENERS[text[i] ?? ''];
    if (closer === undefined) continue;
    const limit =
      closer === '”' || closer === '"' || closer === '’' || closer === '」' ? LONGEST_NAME : LONGEST_TITLE;
    const close = closingAt(text, i + 1, closer, limit);
    if (close < 0) continue;
    if (!isCount(text.slice(i + 1, close))) mask.fill(1, i, close + 1);
    i = close;
  }
  return mask;
}

/** “98%” and “近一百五十次学法” quote a number; “四议两公开” is a name. */
function isCount(quoted: string): boolean {
  return /^[^。;]*%$|^(?:近|约|超过?|逾|不少于|不低于)\s?[\d一二两三四五六七八九十百千]/.test(quoted);
}

function closingAt(text: string, from: number, closer: string, limit: number): number {
  for (let i = from; i < text.length && i <= from + limit; i++) {
    if (text[i] === closer) return i;
    if (text[i] === '\n') return -1;
  }
  return -1;
}
