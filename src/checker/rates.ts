/** The two counts of a rate, by the words that name them. */
export interface Rate {
  /** End of the rate's name. */
  readonly name: RegExp;
  /** Words of the count above the line. */
  readonly part: RegExp;
  /** Words of the count below it: without them the base is a guess. */
  readonly base: RegExp;
}

/** What a rate's name asks of the labels of its two counts; the first that fits decides. */
const RATES: readonly Rate[] = [
  { name: /(?<!成功)调解率$/, part: /调解|调处/, base: /受理|发生|排查|接|登记|收到|纠纷|共|累计/ },
  {
    name: /(?:化解|调解成功|调处成功|成功|调成|调解|调处|调处化解)率$/,
    part: /化解|调解成功|成功|调处|调成|调结|达成/,
    base: /受理|排查|接|摸排|登记|收到|纠纷|调解|调处|矛盾|发生|共|累计/,
  },
  {
    name: /(?:办结|结案|审结|处结)率$/,
    part: /办结|结案|审结|处结|处置|办理完毕/,
    base: /受理|收到|接|立案|转办|交办|办理|登记|工单|上报|反映|诉求|来电|来信|来访|案件|新收|派单|派发|流转|共|累计/,
  },
  {
    name: /(?:整改|整改完成|整改到位|销号|整治)率$/,
    part: /整改|立改|即改|销号|整治|治理/,
    base: /排查|发现|隐患|问题|反馈|交办|查出|摸排|责令|通报|移交|下发/,
  },
  {
    name: /(?:应考|参考|参加考试)率$/,
    part: /实考|实到|到考|实际参|参考|参加/,
    base: /应|报名|共|现有|组织|干部|人员|党员|队员|代表|委员|在编|在职/,
  },
  {
    name: /(?:参训|参学|参会|参与|参加|到课|到会|出勤)率$/,
    part: /实到|实际参|参训|参学|参会|参与|参加|到课|到会|出勤/,
    base: /应|报名|共|现有|组织|干部|人员|党员|队员|代表|委员|在编|在职|总/,
  },
  {
    name: /(?:合格|通过|及格|达标)率$/,
    part: /合格|通过|及格|达标/,
    base: /参考|参加|考试|应考|实考|参训|培训|组织|抽查|抽检|抽样|送检|评查|检测|案卷|检验|共|考核/,
  },
  {
    name: /优秀率$/,
    part: /优秀|9[05]分(?:及)?以上/,
    base: /参考|参加|考试|应考|实考|参训|组织|抽查|抽检|评查|案卷|共|考核/,
  },
  { name: /持证(?:上岗)?率$/, part: /持证|持有|取得/, base: /执法人员|人员|队员|共|现有|在编|在岗|干部/ },
  { name: /出庭(?:应诉)?率$/, part: /出庭/, base: /应诉|诉讼|案件|开庭|庭审|共/ },
  { name: /回收率$/, part: /收回|回收/, base: /发放|发出|下发|印发/ },
  { name: /采纳率$/, part: /采纳|吸收/, base: /提出|收集|征集|意见|建议/ },
  { name: /(?:答复|回复|办复)率$/, part: /答复|回复|办复/, base: /收到|受理|申请|建议|提案|承办|办理|接/ },
  { name: /(?:审查|审核)率$/, part: /审查|审核/, base: /制定|签订|出台|送审|合同|文件|决策|案件|共/ },
  { name: /(?:签订|签约)率$/, part: /签订|签约|已签/, base: /应|共|总|户|家/ },
  { name: /(?:履行|履约)率$/, part: /履行|履约|兑现/, base: /达成|签订|协议|共/ },
  { name: /完成率$/, part: /完成/, base: /任务|安排|下达|共|计划|事项|承办|部署|要点/ },
  { name: /(?:网办|网上办理|网上可办|网上办件)率$/, part: /网办|网上|线上/, base: /办件|受理|办理|事项|共/ },
  { name: /覆盖率$/, part: /覆盖|配备|建成|设立|实现|聘请/, base: /共|总|辖|现有|全|村|社区|[中内]有?/ },
  { name: /(?:使用|行使|承接)率$/, part: /使用|行使|承接/, base: /赋权|承接|事项|权限|现行|保留|现有|共/ },
  { name: /(?:准确|属实)率$/, part: /属实|准确/, base: /预警|核查|上报|推送|举报|投诉|共/ },
  { name: /纠错率$/, part: /纠错|撤销|变更/, base: /受理|复议|案件|审结|共/ },
  { name: /培训率$/, part: /培训|参训/, base: /应|共|现有|人员|干部/ },
  {
    name: /(?:投保|参保|参评|见面|走访|入户|检查|抽检|公示)率$/,
    part: /投保|参保|参评|见面|走访|入户|检查|抽检|公示/,
    base: /应|共|总|现有|需/,
  },
];

/** Narrower rates use another base than the plain counts: their counts must bear the same word. */
const QUALIFIERS =
  /按期|及时|限期|按时|规范|满意|当场|首次|一次|当月|当年|主动|好评|网上|先行|上年|去年|目标|以内|法定|平均/;

/** What to look for around a rate; nothing where its name asks for no count. */
export function rateOf(name: string): Rate | null {
  const stem = /([\u4e00-\u9fff]{2})率$/.exec(name)?.[1];
  if (stem === undefined) return null;
  const qualifier = QUALIFIERS.exec(name)?.[0];
  const known = RATES.find((rate) => rate.name.test(name));
  const base = known?.base ?? INTAKE;
  if (qualifier !== undefined) return { name: /率$/, part: new RegExp(qualifier), base };
  // 应查412户,实查398户,检查率…: what was really done of what was due.
  return { name: known?.name ?? /率$/, part: new RegExp(`${known?.part.source ?? stem}|实[${stem}]`), base };
}

/** Words of intake that any rate may stand on. */
const INTAKE =
  /调查|受访|问卷|样本|受理|排查|接到|收到|登记|接收|移送|移交|转送|推送|立案|发现|申请|应|共|总|提出|征集|收集|办理|检查|上报|累计|投诉|答复|回复|回访|评价|测评|参评|抽查|抽取|建议|意见|任务|协议|交办|转办|事项|发放|发出|下发|印发/;

/** A count of that rate's own word needs the same qualifier, and no other. */
export function isQualified(words: string): boolean {
  return QUALIFIERS.test(words);
}
