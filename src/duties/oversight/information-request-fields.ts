import { dayField, longText, oneOf, person, text, type Matter } from '../../kernel/index.ts';

/** Kinds of answer (答复类型，条例第三十六条、第三十七条、第三十九条), as the yearly report's table counts them. */
export const ANSWERS = {
  open: '予以公开',
  known: '已主动公开，告知获取方式',
  partly: '部分公开',
  refused: '不予公开',
  special: '工商、不动产登记等，按专门规定查询',
  missing: '本机关不掌握，已告知',
  elsewhere: '不属本机关公开，告知去处',
  uncompiled: '没有现成信息，需要另行加工',
  unclear: '补正后内容仍不明确',
  complaint: '以申请形式信访、投诉、举报，告知不作为公开申请处理',
  again: '重复申请，不再处理',
  printed: '要求提供公开出版物，告知获取途径',
  excessive: '无正当理由大量反复申请，不予处理',
} as const;
export type Answer = keyof typeof ANSWERS;

/** Why something is not open (不予公开的情形), as the yearly report's table lists it. */
const GROUNDS = {
  secret: '属于国家秘密',
  forbidden: '其他法律、行政法规禁止公开',
  safety: '危及国家安全、公共安全、经济安全、社会稳定',
  party: '保护第三方合法权益',
  internal: '内部事务信息',
  process: '过程性信息',
  file: '行政执法案卷',
} as const;

export const fields = {
  subject: text('申请的信息', { max: 120, help: '概括写，不写申请人姓名' }),
  applicant: person('申请人'),
  kind: oneOf('申请人类别', { citizen: '公民', organisation: '法人或者其他组织' }),
  channel: oneOf('收到方式', {
    visit: '当面提交（提交之日）',
    mail: '邮寄签收（签收之日）',
    letter: '平常信函（当日确认之日）',
    online: '网络、传真（双方确认之日）',
    oral: '口头，已代填',
  }),
  detail: longText('申请内容', { privacy: 'personal' }),
  form: text('要求的形式', { max: 60 }),
  contact: oneOf('申请要素', { whole: '身份、联系方式、信息描述、形式要求齐全', lacking: '有缺' }),
  receivedOn: dayField('收到日'),
  unclear: text('要补正什么', { max: 300 }),
  correctionOn: dayField('告知补正日'),
  correctBy: dayField('补正期限', { future: true, help: '给一个合理的日期，写进补正告知书' }),
  correctedOn: dayField('收到补正日'),
  excuse: oneOf('逾期不补正有没有正当理由', { none: '没有正当理由', good: '有正当理由' }),
  /** The day from which the answer is counted: of receipt, or of the corrected request. */
  countsFrom: dayField('期限起算日'),
  written: oneOf('怎样征求第三方意见', { yes: '书面', no: '口头' }),
  partyAskedOn: dayField('发出征求第三方意见书日'),
  partyReceivedOn: dayField('第三方收到征求意见书日'),
  partyAnsweredOn: dayField('收到第三方意见日', { help: '逾期没有提出的，填期限届满之日' }),
  partyView: oneOf('第三方意见', {
    agrees: '同意公开',
    refuses: '不同意，理由合理',
    unfounded: '不同意，理由不合理',
    silent: '逾期未提',
  }),
  overriding: oneOf('第三方不同意而决定公开', {
    told: '不公开对公共利益有重大影响，已把内容和理由书面告知第三方',
    untold: '没有书面告知第三方',
  }),
  organAskedOn: dayField('发出征求共同制作机关意见函日'),
  organReceivedOn: dayField('共同制作机关收到日'),
  organAnsweredOn: dayField('收到共同制作机关意见日', { help: '逾期没有提出的，填期限届满之日' }),
  organView: oneOf('共同制作机关意见', {
    agrees: '同意公开',
    refuses: '不同意公开',
    silent: '逾期未提，视为同意公开',
  }),
  extendedOn: dayField('同意延期日'),
  extensionTold: oneOf('延期告知', { told: '已告知申请人', untold: '没有告知' }),
  nature: oneOf('申请的性质', { information: '要的是政府信息', complaint: '实为信访、投诉、举报' }),
  separable: oneOf('能不能区分处理', {
    whole: '全部可以公开，或者全部不能公开',
    yes: '能区分：有的可以公开，有的不能',
    no: '混在一起，不能区分',
  }),
  answer: oneOf('答复', ANSWERS),
  ground: oneOf('不予公开的情形', GROUNDS),
  reasons: longText('理由和依据', { max: 2000, help: '不写姓名' }),
  remedy: oneOf('救济途径', {
    review: '写明应当先申请行政复议',
    either: '写成可以复议或者诉讼',
    none: '没有写',
  }),
  delivery: oneOf('送达', { direct: '当面', mail: '邮寄', online: '网络' }),
  answeredOn: dayField('答复日'),
  withdrawnOn: dayField('撤回日'),
  abandonedOn: dayField('视为放弃日'),
  /** The day on which it was done with, however: answered, withdrawn or given up. */
  endedOn: dayField('办结日'),
};
export type Request = Matter<typeof fields>;
