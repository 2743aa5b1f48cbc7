import {
  around,
  between,
  carriesOver,
  isAverage,
  paragraphBefore,
  sameFamily,
  sentenceText,
  type Context,
} from './context.ts';
import { intervalOf } from './figures.ts';
import { listedUnder } from './groups.ts';
import { above, isFar, total } from './intervals.ts';
import { finding } from './message.ts';
import type { Finding, Reading } from './types.ts';

/** Pairs of intake and outcome: the outcome of a year cannot pass its intake. */
const PAIRS: readonly (readonly [intake: RegExp, outcome: RegExp])[] = [
  [
    /受理|排查|接到|收到|登记|接收|发现|交办|摸排|立案|承接|反映|来电|诉求/,
    /解决|化解|调解成功|成功调解|调处成功|成功调处|办结|结案|整改|答复|办复|销号|处置完毕|处理完毕/,
  ],
  [
    /应考|应参加|应到|应参训|报名|应参考/,
    /实考|实际参加|实到|实参|参考|参加|到会|到场|到课|参会|出席|签到|参训/,
  ],
  [/培训|参训/, /结业|取证|发证/],
  [/参加.{0,8}考试|参考|实考|参考人/, /合格|通过|及格|优秀/],
  [/执法人员/, /持证|取得.{0,6}证|持有.{0,6}证/],
  [/提出|征集|收集|收到|形成/, /吸收采纳|采纳|吸收/],
  [/申请|申报|报送|提请|提交|送审/, /批准|通过|获批|准予|核准|审结|立项/],
  [/检查|巡查|抽查|走访/, /合格|达标/],
  [/评查|抽查|抽取/, /优秀|合格|良好/],
  [/应到|应出庭|开庭|应诉/, /实到|出庭/],
  [/调解成功|达成协议|达成/, /履行|司法确认|兑现/],
  [/调解成功|化解|调处/, /(?:签订|制作|达成)(?:书面|调解|口头|人民调解)*协议书?/],
  [/立案/, /处罚|结案|移送/],
  [/列出|任务|部署|安排/, /完成/],
  [/移交|移送|收到|排查/, /属实|查实/],
  [/清理|梳理/, /废止|失效|修改|保留|继续有效/],
  [/签订|达成|制作/, /司法确认/],
  [/复议|诉讼/, /纠错|撤销|败诉|变更/],
  [/配备|划分|设立|建成|安装|制作/, /启用|投用|投入使用|运行|接入/],
  [/签订|应签/, /履行|兑现/],
  [/申请|受理/, /指派/],
  [/立案/, /处罚决定/],
  [/聘请|聘任|配备|核定|编制/, /到岗|在岗/],
  [/下达|下发|发出|责令/, /整改/],
  [/应[建设签配聘装到参办]/, /已[建设签配聘装到参办]|实[到参]/],
  [/发放|发出|下发|印发/, /收回|回收|回执/],
];
/** What may stand around the outcome word; anything more names another object. */
const FILLER =
  /成功|已经?|全部|完成|到位|其中|共|累计|按期|及时|妥善|顺利|有效|均|现|并|已|当场|就地|[一二三]是|上岗|的|了|被|考试|考核|测试|合格(?=,?发证)|当年|目前|年内|年底|实际|依法|最终|经审核|审核|申请|予以|宣布|协议书?|作出|完毕|律师|主要负责人|负责人|行政首长|行政机关|核查|核实|研究|梳理|论证|讨论|经|办理|后|有|为|达|[,、\s]/g;
/** A bare verb of outcome, which speaks of what was just counted. */
const OUTCOME =
  /^(?:化解|成功化解|化解成功|调解成功|成功调解|成功调处|成功办结|成功|调处成功|调结|办结|结案|审结|整改|整改到位|整改完成|完成整改|答复|办复|回复|销号|采纳|合格|通过|优秀|持证|批准|履行|缴纳|兑现|验收|实到|出庭)$/;
/** Some of the people just counted. */
const ATTRIBUTE =
  /^(?:中共)?(?:党员|女性?|男性?|女队员|女干部|女网格员|少数民族|本科|大专|研究生|退役军人|持证)[\u4e00-\u9fff]{0,4}$/;

/** Outcome above intake in one sentence without any 其中: part-exceeds-whole. */
export function checkResults(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const [sentence, readings] of context.bySentence) {
    if (carriesOver(around(context, sentence))) continue;
    for (const outcome of readings) {
      const intake =
        justCounted(context, readings, outcome) ??
        intakeOf(context, readings, outcome) ??
        subsetOf(context, readings, outcome) ??
        intakeBefore(context, outcome);
      if (intake === null || !above(intervalOf(outcome), intervalOf(intake))) continue;
      if (readings.some((r) => isEnough(r, intake, outcome))) continue;
      const far = isFar(intervalOf(outcome), intervalOf(intake));
      const message = `${outcome.phrase.trim()}${outcome.figure.text},大于${intake.figure.noun}${intake.figure.text}`;
      findings.push(finding('part-exceeds-whole', far ? 'confirm' : 'likely', [outcome, intake], message));
    }
  }
  return findings;
}

/** A larger total stands between the two: 提出5条…共计20条,被采纳7条. */
function isEnough(between: Reading, intake: Reading, outcome: Reading): boolean {
  return (
    between.index > intake.index &&
    between.index < outcome.index &&
    sameFamily(between, outcome) &&
    !above(intervalOf(outcome), intervalOf(between))
  );
}

/** 培训40人,合格43人: a bare outcome, or an attribute, of the count just before. */
function justCounted(context: Context, readings: readonly Reading[], outcome: Reading): Reading | null {
  const bare = outcome.phrase.replace(FILLER, '') || outcome.phrase.replace(/[已均共,、\s]|全部|累计/g, '');
  // 17名退役军人、31名…: what stands in front is the name of the count before; 、 sets beside.
  const attribute = ATTRIBUTE.test(bare) && !outcome.nounRight && !/^\s*[、和及与]/.test(outcome.phrase);
  if (outcome.plan || outcome.figure.unit === '%' || (!attribute && !isOutcome(outcome.phrase))) return null;
  for (let back = 1; back <= 4; back++) {
    const before = readings.find((r) => r.index === outcome.index - back);
    if (before === undefined || before.plan || !sameFamily(before, outcome)) return null;
    if (before.depth !== outcome.depth) return null;
    if (/请假|缺席|缺考|缺勤|正在|尚|未|待/.test(before.phrase) || isAverage(before)) continue;
    const another =
      isOutcome(before.phrase) ||
      /优秀|良好$/.test(before.phrase) ||
      ATTRIBUTE.test(before.phrase.replace(FILLER, ''));
    if (attribute && !/队|员|干部|志愿者|顾问|律师/.test(before.phrase)) return null;
    if (!another) return isAmongOthers(context, readings, before, outcome) ? null : totalOf(context, before);
  }
  return null;
}

/** 执法人员21名;辅助人员13名;持证20名: of which of those in a row is not said. */
function isAmongOthers(
  context: Context,
  readings: readonly Reading[],
  before: Reading,
  outcome: Reading,
): boolean {
  const gap = between(context, before.figure.end, outcome.figure.start);
  const row = readings.filter(
    (r) => r.index === before.index - 1 && sameFamily(r, before) && r.depth === before.depth,
  );
  const beside = /^[^,;。\d]{0,8}[;、][^,;。\d]{1,12}$/;
  return (
    row.some((r) => {
      const joined = /^[^,;。\d]{0,8}[、和及与][^,;。\d]{1,12}$/.test(
        between(context, r.figure.end, before.figure.start),
      );
      return joined && !above(intervalOf(outcome), total([intervalOf(r), intervalOf(before)]));
    }) ||
    ((/[;]/.test(gap) || before.figure.unit === '人' || before.figure.unit === '名') &&
      row.some(
        (r) =>
          beside.test(between(context, r.figure.end, before.figure.start)) &&
          !above(intervalOf(outcome), intervalOf(r)),
      ))
  );
}

/** Behind a list of parts the outcome speaks of their total. */
function totalOf(context: Context, reading: Reading): Reading {
  return listedUnder(context, reading) ?? reading;
}

function isOutcome(phrase: string): boolean {
  return OUTCOME.test(
    phrase.replace(
      /[,、\s]|已经?|全部|均|共|累计|按期|及时|妥善|现|并|当场|就地|了|被|考试|考核|测试|目前|年内|年底|实际|依法|最终|其中|有$|为$|的/g,
      '',
    ),
  );
}

/** 行政村9个,获评示范村的有11个: those of a kind among all of the kind. */
function subsetOf(context: Context, readings: readonly Reading[], part: Reading): Reading | null {
  const words = part.phrase.trim();
  // 评为优秀的5个、良好的10个: 、 sets beside.
  // 部分采纳15条,未采纳的22条: what was not done is no part of what was.
  if (/其中|^[、和及与]|正在|尚未|[未没](?!成年)[^,]{1,8}的(?:共?有|达到?|为|占)?$/.test(words)) return null;
  const relative = /[^年月日同比较上去]的(?:共?有|达到?|为|占)?$/.test(words) && !FLOW.test(words);
  const just = readings.find((r) => r.index === part.index - 1);
  const share = /[^月]占(?:了|有|到|据)?$/.test(words) && part.figure.unit !== '%';
  if (share && just !== undefined && isBeside(context, just)) return null;
  if (share && just?.figure.unit === part.figure.unit && !just.plan) return just;
  // 对文书的建议8条,对宣传的建议9条: named alike, they stand side by side.
  const head = words.replace(/(?:共?有|达到?|为|占)$/, '').slice(-3);
  const apart =
    just !== undefined &&
    (isBeside(context, just) ||
      (head.length === 3 &&
        /^(?:其中)?对/.test(words) &&
        /对[^,]*的/.test(just.phrase) &&
        just.phrase.trim().endsWith(head)));
  if (apart) return null;
  if (relative && just !== undefined && isAsked(context, just, part)) return just;
  const kind =
    /([\u4e00-\u9fff])的(?:共?有|达到?|为|占)?$|的[\u4e00-\u9fff]{0,3}?([\u4e00-\u9fff])(?:共?有|达到?|为)?$/.exec(
      words,
    );
  const among = readings.find((r) => r.index === part.index - 1 && r.figure.unit === part.figure.unit);
  if (among !== undefined && !part.plan && isAmong(context, among, part)) return among;
  const noun = kind?.[1] ?? kind?.[2];
  if (noun === undefined || part.plan || part.figure.unit === '%') return null;
  if (/[年月日度期有末初底]/.test(noun) || /比|较|上年|去年/.test(words)) return null;
  const whole = [
    readings.find((r) => r.index === part.index - 1),
    readings.find((r) => r.index === part.index + 1),
  ]
    .filter((r) => r !== undefined && r.figure.unit === part.figure.unit && !r.plan)
    .find((r) => r !== undefined && isOfKind(r, noun) && isAll(r, part));
  if (whole === undefined) return null;
  const [first, second] = whole.index < part.index ? [whole, part] : [part, whole];
  return /^[^;]{0,40}$/.test(between(context, first.figure.end, second.figure.start)) ? whole : null;
}

/** People and things that come, go or are asked for are no part of those just counted. */
const FLOW =
  /[比较由从以]|[到至]目前|[到至]现在|净|增|减|调入|新增|退休|调离|上年|去年|往年|同期|另|每|平均|最|不含|报名|申请/;

/** 法律顾问12名,持有律师证的14名: the relative clause speaks of those just counted. */
function isAsked(context: Context, whole: Reading, part: Reading): boolean {
  const gap = between(context, whole.figure.end, part.figure.start);
  return (
    whole.figure.unit === part.figure.unit && !/^(?:%|分数|倍|元|次|场次?|人次)$/.test(part.figure.unit) &&
    !part.plan && !whole.plan && whole.depth === part.depth && !FLOW.test(whole.phrase) &&
    /^[^;。、的]{0,8},[^,;。、]{2,24}$/.test(gap) && !/的(?:共?有|达到?|为)?$/.test(whole.phrase.trim())
  ); // prettier-ignore
}

/** 甲46条、乙15条: one of several in a row, of which what follows may speak. */
function isBeside(context: Context, reading: Reading): boolean {
  const before = context.document.readings[reading.index - 1];
  return (
    before?.sentence === reading.sentence &&
    sameFamily(before, reading) &&
    /^[^,。;]{0,10}[、和及与]/.test(between(context, before.figure.end, reading.figure.start))
  );
}

/** 12个村中,有13个建成: some of what is named just before. */
function isAmong(context: Context, all: Reading, part: Reading): boolean {
  const gap = between(context, all.figure.end, part.figure.start);
  return part.figure.unit !== '%' && /^[^,。;:、\d]{1,10}[中里内],?(?:已|共)?有?$/.test(gap);
}

/** 行政村9个 and 9个行政村 are 村. */
function isOfKind({ figure, after }: Reading, noun: string): boolean {
  return figure.noun.endsWith(noun) || after.slice(0, 4).includes(noun);
}

/** Said of all: 全镇共12个. A count in front may do without the word. */
function isAll(reading: Reading, part: Reading): boolean {
  return reading.index < part.index || /全|共|辖|总|现有/.test(reading.phrase);
}

/** 受理初次信访事项59件。…初次信访事项办结63件: the outcome names again what a sentence before took in. */
function intakeBefore(context: Context, outcome: Reading): Reading | null {
  const pair = PAIRS[0];
  if (pair === undefined || outcome.plan || outcome.figure.unit === '%' || !pair[1].test(outcome.phrase))
    return null;
  const named = outcome.phrase.replace(pair[1], '').replace(FILLER, '').trim();
  if (named.length < 4 || pair[0].test(outcome.phrase)) return null;
  const before = paragraphBefore(context, outcome.sentence, 12).findLast(
    (r) =>
      sameFamily(r, outcome) && !r.plan && pair[0].test(r.phrase) && (r.phrase + r.after).includes(named),
  );
  if (before === undefined || pair[1].test(before.phrase)) return null;
  return carriesOver(sentenceText(context, before.sentence)) ? null : before;
}

function intakeOf(context: Context, readings: readonly Reading[], outcome: Reading): Reading | null {
  // 其中 belongs to the listings.
  if (outcome.plan || outcome.figure.unit === '%' || /其中/.test(outcome.phrase)) return null;
  for (const [intake, result] of PAIRS) {
    if (!result.test(outcome.phrase) || intake.test(outcome.phrase.replace(result, ''))) continue;
    const before = readings.findLast(
      (r) =>
        r.index < outcome.index &&
        r.index >= outcome.index - 3 &&
        sameFamily(r, outcome) &&
        !r.plan &&
        !isAverage(r) &&
        intake.test(r.phrase + r.figure.noun),
    );
    if (before === undefined || result.test(before.phrase.replace(intake, ''))) continue;
    if (/[;]/.test(between(context, before.figure.end, outcome.figure.start))) continue;
    const rest = outcome.phrase.replace(result, '').replace(FILLER, '').trim();
    if (rest === '' || before.phrase.includes(rest) || before.after.includes(rest))
      return totalOf(context, before);
  }
  return null;
}
