import { CLERK, VILLAGES, WINDOW } from './accounts.ts';
import { workdaysOf } from './days.ts';
import { Dice } from './dice.ts';
import type { Names } from './names.ts';
import type { Matter, Plan } from './plan.ts';

const OFFICE_PHONE = '0000-0000020';

const DUTIES: readonly (readonly [list: string, name: string, more: Readonly<Record<string, string>>])[] = [
  ['basic', '调处群众矛盾纠纷', { field: '平安法治', office: '平安建设办公室' }],
  ['basic', '设立政务服务大厅，提供一站式服务', { field: '民生服务', office: '党务政务服务中心' }],
  ['basic', '落实河长制、林长制巡查', { field: '自然资源', office: '农业农村服务中心' }],
  ['basic', '受理、审核最低生活保障申请', { field: '社会保障', office: '党务政务服务中心' }],
  ['basic', '村级集体资金资产资源监督', { field: '乡村振兴', office: '农业农村服务中心' }],
  ['assist', '开展消防安全检查', { leader: '县消防救援大队', part: '巡查、发现隐患及时报告，协助宣传' }],
  ['assist', '地质灾害隐患点监测', { leader: '县自然资源局', part: '组织群测群防，险情时组织转移' }],
  ['assist', '食品安全协管', { leader: '县市场监督管理局', part: '信息报告、协助检查' }],
  [
    'assist',
    '校园周边综合治理',
    { leader: '县教育局', part: '排查周边隐患，劝导占道经营，协助开展法治宣传' },
  ],
  ['withdrawn', '在河道内非法采砂的处罚', { taker: '县水务局', way: '由县水务局巡查查处，乡镇发现后报告' }],
  ['withdrawn', '建筑施工扬尘污染的处罚', { taker: '县综合行政执法局', way: '由县综合行政执法局查处' }],
  ['withdrawn', '农药经营许可的核查', { taker: '县农业农村局', way: '由县农业农村局办理，乡镇不再承担' }],
];

function planDutyList(plan: Plan): void {
  const edition = plan.start('duty-list-edition', {
    step: 'draft',
    on: '2024-11-18',
    by: CLERK,
    values: { name: '履职事项清单（2024版）', effectiveOn: '2024-12-02' },
  });
  for (const [list, name, more] of DUTIES) {
    const values = { name, list, edition, listedOn: '2024-12-02', ...more };
    plan.start('duty-list-item', { step: 'list', on: '2024-12-02', by: CLERK, values });
  }
  plan.act(edition, {
    step: 'publish',
    on: '2024-12-05',
    by: CLERK,
    values: { publishedOn: '2024-12-05', address: '乡政务公开栏、党务政务服务中心大厅' },
  });
}

interface Guide {
  readonly name: string;
  readonly nature: string;
  readonly conditions: string;
  /** 承诺时限, workdays; 0 is done at once. */
  readonly promised: number;
  readonly online?: boolean;
  readonly materials?: readonly string[];
  /** What a licence has to say beyond the rest. */
  readonly more?: Readonly<Record<string, string>>;
}

const GUIDES: readonly Guide[] = [
  {
    name: '最低生活保障申请',
    nature: 'payment',
    conditions: '家庭人均收入低于当地标准，家庭财产符合规定',
    promised: 20,
    materials: ['申请表', '家庭经济状况核对授权书'],
  },
  {
    name: '临时救助申请',
    nature: 'payment',
    conditions: '遇到突发急难，基本生活暂时有严重困难',
    promised: 10,
  },
  { name: '老年优待证办理', nature: 'public', conditions: '本乡户籍，年满60周岁', promised: 0, online: true },
  { name: '生育登记', nature: 'public', conditions: '夫妻一方为本乡户籍或者常住', promised: 0, online: true },
  {
    name: '困难残疾人生活补贴申请',
    nature: 'payment',
    conditions: '持有残疾人证，家庭享受最低生活保障或者符合省级规定的其他情形',
    promised: 15,
    online: true,
    materials: ['申请审批表', '银行账户'],
  },
  {
    name: '农村村民住宅用地审核批准',
    nature: 'licence',
    conditions: '本村集体经济组织成员，一户一宅，面积不超过本省标准',
    promised: 15,
    materials: ['宅基地和建房申请表', '建房承诺书'],
    more: {
      basis: '《中华人民共和国土地管理法》第六十二条',
      quantity: '无',
      sample: 'has',
      legalLimit: '20个工作日',
    },
  },
];

function planGuides(plan: Plan): Matter[] {
  return GUIDES.map(({ online, materials = ['申请表'], more, ...said }, index) => {
    const guide = plan.start('service-guide', {
      step: 'draft',
      on: '2024-02-26',
      by: WINDOW,
      values: {
        ...said,
        code: `演示${index + 101}`,
        body: '乡人民政府',
        office: '党务政务服务中心',
        audience: '自然人',
        materials: materials.map((name) => ({ name, copies: 1, shared: 'no', proof: 'no' })),
        flow: '申请、受理、核实、办结',
        visits: 1,
        fee: '不收费',
        phone: OFFICE_PHONE,
        channels: online ? ['window', 'online', 'village'] : ['window', 'village'],
        ...more,
      },
    });
    plan.act(guide, { step: 'publish', on: '2024-02-28', by: WINDOW, values: { publishedOn: '2024-02-28' } });
    return guide;
  });
}

function planBundle(plan: Plan): void {
  plan.start('service-bundle', {
    step: 'start',
    on: '2024-06-03',
    by: WINDOW,
    values: {
      name: '新生儿出生一件事',
      items: [
        { name: '生育登记' },
        { name: '户口登记', office: '派出所' },
        { name: '医保参保登记', office: '医保窗口' },
      ],
      place: '综合受理窗口',
      startedOn: '2024-06-03',
    },
  });
}

/** What the platform exports at the end of each month. */
function planCounts(plan: Plan): void {
  const dice = new Dice('windows');
  for (let month = 1; month <= 12; month += 1) {
    const on = workdaysOf(month).at(-1)!;
    const counts = GUIDES.map(({ name: item, online }) => {
      const received = dice.between(6, 40);
      const completed = received - dice.between(0, 2);
      const rated = Math.floor(completed * 0.6);
      return {
        item,
        received,
        completed,
        atOnce: Math.floor(completed / 2),
        online: online ? Math.floor(received / 3) : 0,
        rated,
        good: rated - (month % 5 === 0 ? 1 : 0),
      };
    });
    plan.start('window-day', {
      step: 'count',
      on,
      by: WINDOW,
      source: 'platform',
      evidence: 'platform',
      values: { title: `各窗口${month}月办件量`, span: 'month', counts, countedOn: on },
    });
  }
}

/** What the windows find missing: which guide, by its place in the list, and what of it. */
const MISSING: readonly (readonly [guide: number, paper: string, demand: string])[] = [
  [0, '家庭经济状况核对授权书', '全体家庭成员签名'],
  [1, '急难情形的说明', '写明发生时间和支出，附票据'],
  [4, '银行账户', '申请人本人的账户，写明开户行'],
  [5, '建房承诺书', '申请人签名，写明旧房拆除时间'],
  [0, '申请表', '写全共同生活的家庭成员'],
  [3, '申请表', '夫妻双方签名'],
];

/** One notice a month; whoever does not come back is asked by telephone and the matter is closed. */
function planNotices(plan: Plan, guides: readonly Matter[], names: Names): void {
  const dice = new Dice('notices');
  for (let month = 1; month <= 12; month += 1) {
    const workdays = workdaysOf(month);
    const on = workdays[5]!;
    const [guide, name, demand] = MISSING[month % MISSING.length]!;
    const village = dice.pick(VILLAGES);
    // The guides were written down at the end of February.
    const known = month > 2 ? { guide: guides[guide] } : {};
    const notice = plan.start('one-time-notice', {
      step: 'tell',
      on,
      by: WINDOW,
      village,
      values: {
        ...known,
        item: GUIDES[guide]!.name,
        applicant: names.person(village),
        received: [{ name: '身份证明' }],
        missing: [{ name, demand }],
        completeBy: workdays[15],
        after: '逾期没有补齐的，本次不再办理，可以重新申请',
        contact: `党务政务服务中心 ${OFFICE_PHONE}`,
        handed: 'here',
        first: 'first',
        noticeOn: on,
      },
    });
    if (month === 7) {
      plan.act(notice, { step: 'leave', on: workdays[16]!, by: WINDOW, values: { leftOn: workdays[16] } });
      continue;
    }
    const done = workdays[dice.between(7, 12)]!;
    plan.act(notice, { step: 'complete', on: done, by: WINDOW, values: { completedOn: done } });
  }
}

/** What goes with the service centre: lists of duties, guides, counts and notices. */
export function planHall(plan: Plan, names: Names): void {
  planDutyList(plan);
  const guides = planGuides(plan);
  planBundle(plan);
  planCounts(plan);
  planNotices(plan, guides, names);
}
