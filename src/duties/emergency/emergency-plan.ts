import {
  count,
  dayField,
  defineKind,
  link,
  longText,
  manyOf,
  oneOf,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { STATION } from './desk.ts';

const fields = {
  title: text('预案名称', { privacy: 'public' }),
  hazard: oneOf(
    '适用事件',
    {
      general: '总体',
      earthquake: '地震',
      mine: '非煤矿山',
      workplace: '其他生产安全事故',
      relief: '自然灾害救助',
      flood: '防汛抗旱',
      fire: '森林火灾',
      food: '食品安全',
      geology: '地质灾害',
      weather: '气象灾害',
      epidemic: '突发公共卫生事件',
      other: '其他',
    },
    { privacy: 'public' },
  ),
  edition: count('第几版', '版', { min: 1, max: 99 }),
  previous: link('上一版', 'emergency-plan'),
  changes: longText('比上一版改了什么', { max: 1000 }),
  heard: manyOf('听取了谁的意见', {
    offices: '有关部门和本级各办',
    units: '企业、学校等单位',
    experts: '专家',
    villages: '村委会、村民代表',
    county: '县级应急部门',
  }),
  riskAssessedOn: dayField('风险评估日'),
  issuedOn: dayField('印发日', { privacy: 'public' }),
  filedOn: dayField('备案日'),
  filedWith: text('报哪里备案', { max: 60, help: '乡镇预案报县级人民政府，径送县应急局；村预案报乡镇' }),
  publishedOn: dayField('公布日'),
  publishedAt: text('公布位置', { max: 120 }),
  reviewBy: dayField('下次评估日', { future: true }),
  reviewedOn: dayField('评估日'),
  review: oneOf('评估结论', { keep: '继续执行', revise: '需要修订' }),
  causes: manyOf('需要修订的情形', {
    law: '依据的法律、标准有重大变化',
    command: '指挥机构或者职责有调整',
    risk: '面临的风险有重大变化',
    resources: '重要应急资源有重大变化',
    found: '演练或者救援中发现重大问题',
    other: '其他应当修订的情形',
  }),
  drill: link('检验预案的演练', 'drill'),
  testedOn: dayField('最近一次演练日'),
  testedFrom: dayField('演练期限起算日'),
  lastTestedOn: dayField('上次演练日'),
  endedOn: dayField('停止执行日', { privacy: 'public' }),
  endFor: oneOf('为什么停止', { superseded: '有了新的一版', merged: '并入其他预案', repealed: '废止' }),
};
type Plan = Matter<typeof fields>;

/** A plan for rescue in accidents at work (生产安全事故应急救援预案): the regulation asks more of it. */
function isForAccidents({ values: { hazard } }: Plan): boolean {
  return hazard === 'mine' || hazard === 'workplace';
}

function inForce(label: string, definition: string, where: (plan: Plan) => boolean) {
  return {
    label,
    unit: '个',
    definition,
    chapter: 'emergency',
    measure: 'stock',
    from: 'issuedOn',
    until: 'endedOn',
    where,
  } as const;
}

/** Who issues a plan and ends it: the township's, or a village for its own. */
const ISSUERS = ['emergency-officer', 'township-head', 'area-lead', 'village-cadre'] as const;

/** An emergency plan (应急预案) in one edition: in force from its issue until the next edition or its repeal. */
export const emergencyPlan = defineKind({
  code: 'emergency-plan',
  label: '应急预案',
  room: 'emergency',
  version: 1,
  village: 'optional',
  title: 'title',
  fields,
  states: { valid: '现行', filed: '现行·已备案', ended: '已停止' },
  steps: {
    issue: {
      label: '印发预案',
      by: ISSUERS,
      basis: [cite('TF', '26'), cite('AQ', '80')],
      from: 'start',
      to: 'valid',
      day: 'issuedOn',
      sameDay: ['testedFrom'],
      asks: ['title', 'hazard'],
      may: ['heard', 'riskAssessedOn', 'reviewBy', 'edition', 'previous', 'changes'],
      rules: [
        {
          rule: rule('YJ-02'),
          breached: ({ village, values }) => village === undefined && (values.heard ?? []).length === 0,
          remedy: '请先听取有关部门、单位、专家和村里的意见，勾选听取了谁的。',
        },
        {
          rule: rule('YJ-05'),
          breached: (plan) =>
            plan.village === undefined && isForAccidents(plan) && plan.values.riskAssessedOn === undefined,
          remedy: '请先做风险评估，填评估日，再印发。',
        },
      ],
    },
    file: {
      label: '登记备案',
      by: ['emergency-officer', 'village-cadre'],
      basis: cite('TF', '26'),
      from: ['valid'],
      to: 'filed',
      day: 'filedOn',
      may: ['filedWith'],
    },
    publish: {
      label: '登记公布',
      by: ['emergency-officer', 'village-cadre'],
      basis: cite('YJ', '5'),
      from: ['valid', 'filed'],
      day: 'publishedOn',
      asks: ['publishedAt'],
    },
    test: {
      label: '登记演练检验',
      by: ['emergency-officer', 'village-cadre'],
      basis: [cite('YJ', '8①'), cite('TF', '28')],
      from: ['valid', 'filed'],
      day: 'testedOn',
      asks: ['drill'],
      takes: {
        // The two years of the next drill run from this one; those of this one ran from the last.
        testedFrom: { says: ({ lastTestedOn, testedFrom }) => (lastTestedOn ?? testedFrom) as string },
        lastTestedOn: { says: ({ testedOn }) => testedOn as string },
      },
    },
    review: {
      label: '评估预案',
      by: STATION,
      basis: [cite('TF', '28'), cite('YJ', '6②')],
      from: ['valid', 'filed'],
      day: 'reviewedOn',
      asks: ['review'],
      may: ['causes', 'reviewBy'],
      rules: [
        {
          rule: rule('YJ-07'),
          breached: (plan) =>
            isForAccidents(plan) && plan.values.review === 'keep' && (plan.values.causes ?? []).length > 0,
          remedy: '有法定情形的应当及时修订：结论改为“需要修订”，印发新的一版。',
        },
      ],
    },
    end: {
      label: '停止执行',
      by: ISSUERS,
      basis: cite('TF', '28'),
      from: ['valid', 'filed'],
      to: 'ended',
      day: 'endedOn',
      may: ['endFor'],
    },
  },
  terms: [
    { rule: 'YJ-03', from: 'issuedOn', metBy: 'filedOn' },
    { rule: 'YJ-04.review', from: 'reviewBy', metBy: 'reviewedOn' },
    { rule: 'YJ-05', from: 'testedFrom', metBy: 'testedOn', where: isForAccidents },
    { rule: 'YJ-05', from: 'lastTestedOn', metBy: 'testedFrom', where: isForAccidents },
  ],
  figures: {
    'emergency-plans.named': inForce(
      '现行应急预案',
      '截至统计日现行的乡镇本级应急预案；村级预案不计。',
      ({ village }) => village === undefined,
    ),
    'emergency-plans.village': inForce(
      '村级应急预案',
      '截至统计日现行的村级应急预案。',
      ({ village }) => village !== undefined,
    ),
    'emergency-plans.revised': {
      label: '修订应急预案',
      unit: '个',
      definition: '印发日在统计期内、写明上一版的乡镇本级应急预案；新编的第一版和村级预案不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'issuedOn',
      where: ({ village, values }) => village === undefined && values.previous !== undefined,
    },
  },
  disclosure: { in: ['valid', 'filed'], fields: ['title', 'hazard', 'issuedOn'] },
  examples: [
    [
      {
        step: 'issue',
        on: '2024-03-04',
        values: {
          title: '柳河乡非煤矿山生产安全事故应急救援预案（第二版）',
          hazard: 'mine',
          edition: 2,
          previous: 'hazard=earthquake',
          changes: '增加透水事故的处置，更新救护队联系方式',
          heard: ['offices', 'units', 'villages'],
          riskAssessedOn: '2024-02-20',
          issuedOn: '2024-03-04',
          reviewBy: '2027-03-04',
        },
      },
      {
        step: 'file',
        on: '2024-03-18',
        values: { filedWith: '县人民政府，送县应急局', filedOn: '2024-03-18' },
      },
      {
        step: 'publish',
        on: '2024-03-20',
        values: { publishedAt: '乡政务公开栏', publishedOn: '2024-03-20' },
      },
      {
        step: 'test',
        on: '2024-06-14',
        values: { drill: '00000000-0000-4000-8000-000000000001', testedOn: '2024-06-14' },
      },
      {
        step: 'review',
        on: '2024-11-20',
        values: { review: 'revise', causes: ['found'], reviewedOn: '2024-11-20' },
      },
      { step: 'end', on: '2025-03-03', values: { endFor: 'superseded', endedOn: '2025-03-03' } },
    ],
    [
      {
        step: 'issue',
        on: '2023-03-06',
        values: { title: '柳河乡地震应急预案', hazard: 'earthquake', issuedOn: '2023-03-06' },
      },
    ],
    [
      {
        step: 'issue',
        on: '2024-04-08',
        village: '枫香村',
        values: { title: '枫香村防汛避险转移预案', hazard: 'flood', issuedOn: '2024-04-08' },
      },
    ],
  ],
});
