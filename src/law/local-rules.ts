import type { Day } from '../kernel/day.ts';

/** A number that national law leaves to a province or county (地方规定), with what is usual until the office enters its own. */
export interface LocalRule {
  readonly label: string;
  readonly unit: '日' | '工作日' | '分钟' | '元' | '次' | '学时';
  /** What is usual, by the day from which it is. */
  readonly usual: readonly { readonly since: string; readonly value: number; readonly source: string }[];
}

/** Rule of the law room that a local rule fills in → what is usual. */
export const LOCAL_RULES = {
  'CF-22': {
    label: '陈述申辩的期限',
    unit: '工作日',
    usual: [
      { since: '2018-01-01', value: 3, source: '法律没有写天数，常用三个或者五个工作日，在告知书里写明' },
    ],
  },
  'CF-41.citizen': {
    label: '对公民较大数额罚款的标准（听证范围）',
    unit: '元',
    usual: [
      { since: '2018-01-01', value: 2000, source: '由省规定，各省不同；没有登记本省规定时按较低的提醒' },
    ],
  },
  'CF-41.organisation': {
    label: '对单位较大数额罚款的标准（听证范围）',
    unit: '元',
    usual: [
      { since: '2018-01-01', value: 20_000, source: '由省规定，各省不同；没有登记本省规定时按较低的提醒' },
    ],
  },
  'GF-11': {
    label: '规范性文件报送备案的期限',
    unit: '日',
    usual: [
      {
        since: '2018-01-01',
        value: 15,
        source: '国家文件没有写天数，多省规章为十五日或者三十日，按较短的提醒',
      },
    ],
  },
  'GF-16.contract': {
    label: '合同合法性审查的期限',
    unit: '工作日',
    usual: [{ since: '2018-01-01', value: 5, source: '各地乡镇合法性审查办法多为五个工作日' }],
  },
  'GF-16.enforcement': {
    label: '重大执法决定法制审核的期限',
    unit: '工作日',
    usual: [{ since: '2018-01-01', value: 5, source: '法律没有写天数，各地多为五个工作日' }],
  },
  'ZF-19.renew': {
    label: '执法证、监督证到期前提醒换证',
    unit: '日',
    usual: [{ since: '2000-01-01', value: 60, source: '国家没有规定，提前六十日够组织报名和考试' }],
  },
  'ZF-20': {
    label: '执法人员每年培训的学时',
    unit: '学时',
    usual: [
      { since: '2000-01-01', value: 40, source: '旧的地方规定多为四十学时' },
      { since: '2023-08-01', value: 60, source: '国办发〔2023〕27号，原文待核，以本省方案为准' },
    ],
  },
  'PF-20': {
    label: '法治副校长任职前培训的学时',
    unit: '学时',
    usual: [{ since: '2022-05-01', value: 8, source: '教育部令第52号写不少于八学时，原文待核' }],
  },
  'FWU-09': {
    label: '社会救助申请的审核期限',
    unit: '工作日',
    usual: [{ since: '2018-01-01', value: 20, source: '法律没有写天数，按民政规程和省级规定填写' }],
  },
  'YJ-11.phone': {
    label: '突发事件电话报告的时限',
    unit: '分钟',
    usual: [
      { since: '2007-11-01', value: 30, source: '法律没有写分钟数，多为三十分钟，按本省规定和预案填写' },
    ],
  },
  'YJ-11.written': {
    label: '突发事件书面报告的时限',
    unit: '分钟',
    usual: [
      { since: '2007-11-01', value: 60, source: '法律没有写分钟数，多为六十分钟，按本省规定和预案填写' },
    ],
  },
  'FWU-14': {
    label: '差评回访整改的期限',
    unit: '工作日',
    usual: [{ since: '2019-12-01', value: 5, source: '国家没有写天数，有的市为五个工作日' }],
  },
} as const satisfies Readonly<Record<string, LocalRule>>;
export type LocalRuleId = keyof typeof LOCAL_RULES;

export function isLocalRuleId(id: string): id is LocalRuleId {
  return Object.hasOwn(LOCAL_RULES, id);
}

/** What is usual on a day where the office has entered no rule of its own; undefined before anything is known. */
export function usualOn(id: LocalRuleId, on: Day): number | undefined {
  return LOCAL_RULES[id].usual.filter(({ since }) => since <= on).at(-1)?.value;
}
