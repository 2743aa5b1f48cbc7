import { count, dayField, manyOf, oneOf, text, type Matter } from '../../kernel/index.ts';

/** What an opinion (信访处理意见书) must say (信访工作条例第三十二条). */
export const ELEMENTS = {
  request: '信访人请求',
  facts: '事实和理由',
  opinion: '处理意见',
  basis: '依据',
} as const;

/** An index has no field for what somebody wrote or said, and none for who it was: both stay in the petition system. */
export const petitionFields = {
  number: text('信访件编号', { max: 40, code: true, help: '信访信息系统的编号；不写姓名和内容' }),
  source: oneOf('怎样收到', { direct: '直接收到', transferred: '上级转送、交办' }),
  form: oneOf('信访形式', { visit: '走访', letter: '来信', online: '网上', phone: '电话' }),
  type: oneOf('信访类别', { suggestion: '建议意见', accusation: '检举控告', appeal: '申诉求决' }),
  ours: oneOf('是不是本机关职权', { yes: '是', no: '不是' }),
  people: count('信访人数', '人', { min: 1, max: 10_000 }),
  representatives: count('推选代表', '人', { max: 10_000 }),
  urgent: oneOf('重大、紧急', { yes: '是', no: '不是' }),
  receivedOn: dayField('收到日'),
  reportedUpOn: dayField('报告党委、政府日'),
  interest: oneOf('承办人有无直接利害关系', { none: '没有', has: '有' }),
  informedOn: dayField('书面告知日'),
  objectedOn: dayField('提出异议日'),
  passedTo: oneOf('转给谁', {
    unit: '有权处理的机关、单位',
    accused: '被检举、控告的人员或者单位',
  }),
  route: oneOf('办理途径', {
    opinion: '调查核实，出具处理意见书',
    court: '诉讼、行政复议、仲裁',
    party: '党员申诉',
    procedure: '行政程序（裁决、确认、许可、处罚等）',
    duty: '请求查处、履行职责',
    study: '研究论证（建议意见）',
    discipline: '移送纪检监察、有权机关（检举控告）',
  }),
  acceptedOn: dayField('受理日'),
  told: oneOf('告知信访人延期理由', { yes: '已告知', no: '没有告知' }),
  extendedOn: dayField('批准延期日'),
  elements: manyOf('意见书写明', ELEMENTS),
  result: oneOf('办理结果', {
    supported: '支持请求',
    partly: '部分支持',
    unsupported: '不予支持，已解释说明',
    other: '按法定途径办结',
  }),
  concludedOn: dayField('办结日'),
  deliveredOn: dayField('意见书送达日'),
  reviewRequestedOn: dayField('请求复查日'),
  reviewResult: oneOf('复查结果', { upheld: '维持', changed: '撤销或者变更' }),
  reviewedOn: dayField('收到复查意见日'),
  secondRequestedOn: dayField('请求复核日'),
  secondResult: oneOf('复核结果', { upheld: '维持', changed: '撤销或者变更' }),
  secondReviewedOn: dayField('收到复核意见日'),
};

export type PetitionFields = typeof petitionFields;
export type Petition = Matter<PetitionFields>;
