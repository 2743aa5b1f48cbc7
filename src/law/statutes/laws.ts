import { inForce, replaced, type Statute } from './edition.ts';

const LAW = '全国人大及其常委会·法律';
const PRC = '中华人民共和国';

/** Laws (法律). The codes are those of the rules; days in force as published with each law. */
export const LAWS = {
  CF: inForce(`${PRC}行政处罚法`, LAW, '2021-07-15', 86, {
    note: '2021-01-22修订',
    earlier: [replaced('2018-01-01', '2021-07-15', '2017-09-01修正')],
  }),
  XK: inForce(`${PRC}行政许可法`, LAW, '2019-04-23', 83, {
    note: '2019-04-23修正',
    earlier: [replaced('2004-07-01', '2019-04-23')],
  }),
  QZ: inForce(`${PRC}行政强制法`, LAW, '2012-01-01', 71),
  FY: inForce(`${PRC}行政复议法`, LAW, '2024-01-01', 90, {
    note: '2023-09-01修订',
    earlier: [replaced('2018-01-01', '2024-01-01', '2017-09-01修正')],
  }),
  SS: inForce(`${PRC}行政诉讼法`, LAW, '2017-07-01', 103, { note: '2017-06-27修正' }),
  MS: inForce(`${PRC}民事诉讼法`, LAW, '2024-01-01', 306, { note: '2023-09-01修正' }),
  MD: inForce(`${PRC}民法典`, LAW, '2021-01-01', 1260),
  GP: inForce(`${PRC}国家赔偿法`, LAW, '2013-01-01', 42, { note: '2012-10-26修正' }),
  RT: inForce(`${PRC}人民调解法`, LAW, '2011-01-01', 35),
  TF: inForce(`${PRC}突发事件应对法`, LAW, '2024-11-01', 106, {
    note: '2024-06-28修订',
    earlier: [replaced('2007-11-01', '2024-11-01')],
  }),
  WS: inForce(`${PRC}突发公共卫生事件应对法`, LAW, '2025-11-01'),
  AQ: inForce(`${PRC}安全生产法`, LAW, '2021-09-01', 119, { note: '2021-06-10修正' }),
  CW: inForce(`${PRC}村民委员会组织法`, LAW, '2026-01-01', undefined, {
    note: '2025-10-28修正，条号全变；施行日据公开转载',
    earlier: [replaced('2018-12-29', '2026-01-01', '2018-12-29修正')],
  }),
  JT: inForce(`${PRC}农村集体经济组织法`, LAW, '2025-05-01', 67),
  DF: inForce(`${PRC}地方各级人民代表大会和地方各级人民政府组织法`, LAW, '2022-03-12', undefined, {
    note: '2022-03-11修正',
  }),
  PF: inForce(`${PRC}法治宣传教育法`, LAW, '2025-11-01'),
  SJ: inForce(`${PRC}社会救助法`, LAW, '2026-07-01'),
  ZA: inForce(`${PRC}治安管理处罚法`, LAW, '2026-01-01', 144, {
    note: '2025-06-27修订',
    earlier: [replaced('2013-01-01', '2026-01-01', '2012-10-26修正')],
  }),
  CX: inForce(`${PRC}城乡规划法`, LAW, '2019-04-23', 70, { note: '2019年修正' }),
  TD: inForce(`${PRC}土地管理法`, LAW, '2020-01-01', 87, { note: '2019-08-26修正' }),
  SLF: inForce(`${PRC}森林法`, LAW, '2020-07-01', 84, { note: '2019-12-28修订' }),
  TC: inForce(`${PRC}农村土地承包经营纠纷调解仲裁法`, LAW, '2010-01-01', 53),
  HJ: inForce(`${PRC}生态环境法典`, LAW, '2026-08-15', 1242),
  FA: inForce(`${PRC}法律援助法`, LAW, '2022-01-01', 71),
  GB: inForce(`${PRC}个人信息保护法`, LAW, '2021-11-01', 74),
  WA: inForce(`${PRC}网络安全法`, LAW, '2026-01-01', undefined, { note: '2025-10-28修正；施行日待复核' }),
  SA: inForce(`${PRC}数据安全法`, LAW, '2021-09-01', 55),
  BM: inForce(`${PRC}保守国家秘密法`, LAW, '2024-05-01', 65, { note: '2024-02-27修订' }),
  WZ: inForce(`${PRC}无障碍环境建设法`, LAW, '2023-09-01', 72),
  DA: inForce(`${PRC}档案法`, LAW, '2021-01-01', 53),
  FB: inForce(`${PRC}反家庭暴力法`, LAW, '2016-03-01', 38),
  ZW: inForce(`${PRC}公职人员政务处分法`, LAW, '2020-07-01', 68),
  GWY: inForce(`${PRC}公务员法`, LAW, '2019-06-01', 113, { note: '2018-12-29修订' }),
  FN: inForce(`${PRC}妇女权益保障法`, LAW, '2023-01-01'),
  YW: inForce(`${PRC}义务教育法`, LAW, '2018-12-29'),
  LS: inForce(`${PRC}粮食安全保障法`, LAW, '2024-06-01'),
} as const satisfies Record<string, Statute>;
