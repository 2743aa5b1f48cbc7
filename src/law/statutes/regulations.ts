import { inForce, type Statute } from './edition.ts';

const REGULATION = '国务院·行政法规';
const READING = '最高人民法院·司法解释';
const PARTY = '中共中央、国务院·党内法规和规范性文件';
const DOCUMENT = '中共中央办公厅、国务院办公厅·文件';
const COUNCIL = '国务院及其办公厅·文件';

/**
 * Regulations (行政法规), judicial readings (司法解释) and documents. Regulations were read in a snapshot of April 2025;
 * documents known only from reports carry grade B, those known only from memory M.
 */
export const REGULATIONS = {
  GK: inForce('中华人民共和国政府信息公开条例', `${REGULATION}·国令第711号`, '2019-05-15', 56),
  JC: inForce('重大行政决策程序暂行条例', `${REGULATION}·国令第713号`, '2019-09-01', 44),
  XF: inForce('信访工作条例', PARTY, '2022-05-01', 50),
  YJ: inForce('生产安全事故应急条例', `${REGULATION}·国令第708号`, '2019-04-01', 35),
  SG: inForce('生产安全事故报告和调查处理条例', `${REGULATION}·国令第493号`, '2007-06-01', 46),
  ZH: inForce('自然灾害救助条例', REGULATION, '2019-03-02', undefined, {
    note: '2010-09-01施行,2019-03-02修改',
  }),
  DZ: inForce('地质灾害防治条例', REGULATION, '2004-03-01'),
  SL: inForce('森林防火条例', REGULATION, '2009-01-01'),
  CZ: inForce('村庄和集镇规划建设管理条例', `${REGULATION}·国令第116号`, '1993-11-01'),
  YS: inForce('优化营商环境条例', `${REGULATION}·国令第722号`, '2020-01-01', 72),
  ZX: inForce('国务院关于在线政务服务的若干规定', `${REGULATION}·国令第716号`, '2019-04-26'),
  GJ: inForce('公平竞争审查条例', REGULATION, '2024-08-01'),
  FJ: inForce('罚款决定与罚款收缴分离实施办法', `${REGULATION}·国令第235号`, '1998-01-01'),
  YSF: inForce('行政执法机关移送涉嫌犯罪案件的规定', REGULATION, '2020-08-07', undefined, {
    note: '2020-08-07修订',
  }),
  WD: inForce('网络数据安全管理条例', REGULATION, '2025-01-01', 64),
  DAT: inForce('中华人民共和国档案法实施条例', REGULATION, '2024-03-01'),
  JR: inForce('全国年节及纪念日放假办法', REGULATION, '2025-01-01', undefined, { note: '2024-11-10修订' }),
  DC: inForce('政府督查工作条例', REGULATION, '2021-02-01'),
  ZFJ: inForce('行政执法监督条例', `${REGULATION}·国令第825号`, '2026-02-01', undefined, { grade: 'B' }),

  SSJ: inForce(
    '最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释',
    `${READING}·法释〔2018〕1号`,
    '2018-02-08',
    163,
  ),
  FZR: inForce('最高人民法院关于行政机关负责人出庭应诉若干问题的规定', READING, '2020-07-01', 15),
  XY: inForce('最高人民法院关于审理行政协议案件若干问题的规定', READING, '2020-01-01', 29),
  SQ: inForce(
    '最高人民法院关于人民调解协议司法确认程序的若干规定',
    `${READING}·法释〔2011〕5号`,
    '2011-03-30',
  ),
  GYJ: inForce(
    '最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释',
    '司法解释',
    '2021-01-01',
    undefined,
    {
      grade: 'M',
    },
  ),

  DCG: inForce(
    '法治政府建设与责任落实督察工作规定',
    `${DOCUMENT}·厅字〔2019〕28号`,
    '2019-04-15',
    undefined,
    { grade: 'B' },
  ),
  DYZ: inForce('党政主要负责人履行推进法治建设第一责任人职责规定', DOCUMENT, '2016-11', undefined, {
    grade: 'B',
  }),
  GYZ: inForce(
    '领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定',
    DOCUMENT,
    '2015-03',
    undefined,
    {
      grade: 'B',
    },
  ),
  FLG: inForce('关于推行法律顾问制度和公职律师公司律师制度的意见', DOCUMENT, '2016-06', undefined, {
    grade: 'B',
  }),
  HFS: inForce('乡镇（街道）合法性审查工作规范（省级）', '各省规定', '2021-01', undefined, {
    grade: 'B',
    note: '各省名称和文号不同，按本省规定核对',
  }),
  ZFZ: inForce('行政执法证件管理办法（省级）', '各省规定', '2012-01', undefined, {
    grade: 'B',
    note: '各省名称、文号和施行日不同，按本省规定核对',
  }),
  PFZ: inForce('关于实行国家机关“谁执法谁普法”普法责任制的意见', DOCUMENT, '2017-05', undefined, {
    grade: 'B',
  }),
  QLD: inForce(
    '关于推行地方各级政府工作部门权力清单制度的指导意见',
    `${DOCUMENT}·中办发〔2015〕21号`,
    '2015-03',
    undefined,
    {
      grade: 'M',
    },
  ),
  LZQ: inForce('关于全面建立乡镇（街道）履行职责事项清单的意见', DOCUMENT, '2024', undefined, { grade: 'B' }),
  GYS: inForce('法治政府建设实施纲要（2021—2025年）', PARTY, '2021-08', undefined, {
    grade: 'M',
    note: '规划期已满',
  }),

  N37: inForce(
    '国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知',
    `${COUNCIL}·国办发〔2018〕37号`,
    '2018-05',
    undefined,
    {
      grade: 'M',
    },
  ),
  N115: inForce(
    '国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见',
    `${COUNCIL}·国办发〔2018〕115号`,
    '2018-12',
    undefined,
    { grade: 'M' },
  ),
  N118: inForce(
    '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
    `${COUNCIL}·国办发〔2018〕118号`,
    '2018-12',
    undefined,
    { grade: 'B' },
  ),
  N51: inForce(
    '国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见',
    `${COUNCIL}·国办发〔2019〕51号`,
    '2019-12',
    undefined,
    {
      grade: 'B',
    },
  ),
  N54: inForce(
    '国务院办公厅关于严格规范涉企行政检查的意见',
    `${COUNCIL}·国办发〔2024〕54号`,
    '2024-12-30',
    undefined,
    {
      grade: 'B',
    },
  ),
  N5: inForce('突发事件应急预案管理办法', `${COUNCIL}·国办发〔2024〕5号`, '2024-01-31', undefined, {
    grade: 'B',
  }),
  N27: inForce(
    '提升行政执法质量三年行动计划（2023—2025年）',
    `${COUNCIL}·国办发〔2023〕27号`,
    '2023-08',
    undefined,
    { grade: 'M' },
  ),
  G5: inForce(
    '国务院关于加快推进政务服务标准化规范化便利化的指导意见',
    `${COUNCIL}·国发〔2022〕5号`,
    '2022-02',
    undefined,
    {
      grade: 'B',
    },
  ),
  RTG: inForce('人民调解工作若干规定', '司法部·部门规章·令第75号', '2002-11', undefined, { grade: 'M' }),
  FFX: inForce('中小学法治副校长聘任与管理办法', '教育部·部门规章·令第52号', '2022-05-01', undefined, {
    grade: 'B',
    note: '施行日见教育部发布会报道；聘期、学时原文未见，待复核',
  }),
  DAJ: inForce('机关档案管理规定', '国家档案局令第13号', '2019-01', undefined, {
    grade: 'M',
    note: '原文未见；施行日待复核',
  }),
  DAW: inForce('机关文件材料归档范围和文书档案保管期限规定', '国家档案局令第8号', '2006-12-18', undefined, {
    grade: 'B',
    note: '文书档案分永久和定期，定期为30年、10年；原文未见，待复核',
  }),
  GWC: inForce('党政机关公文处理工作条例', `${DOCUMENT}·中办发〔2012〕14号`, '2012-07-01', undefined, {
    grade: 'M',
    note: '原文未见，待复核',
  }),
  GW9704: inForce('党政机关公文格式（GB/T 9704—2012）', '国家标准', '2012-07-01', undefined, { grade: 'B' }),
} as const satisfies Record<string, Statute>;
