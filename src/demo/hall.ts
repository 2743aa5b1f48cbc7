import { CLERK, VILLAGES, WINDOW } from './accounts.ts';
import { workdaysOf } from './days.ts';
import { Dice } from './dice.ts';
import type { Names } from './names.ts';
import { fromPaper } from './paper.ts';
import type { Plan } from './plan.ts';

const OFFICE_PHONE = '0000-0000020';

function planPlaces(plan: Plan): void {
  plan.start('service-hall', {
    step: 'open',
    on: '2021-07-05',
    by: WINDOW,
    ...fromPaper(2),
    values: {
      name: '党务政务服务中心',
      kind: 'centre',
      place: '集镇振兴路1号',
      hours: '工作日8:30—12:00，14:00—17:30',
      phone: OFFICE_PHONE,
      barrierFree: ['counter', 'screen', 'people'],
      openedOn: '2021-07-05',
    },
  });
  for (const village of VILLAGES.slice(0, 3)) {
    plan.start('legal-service-station', {
      step: 'open',
      on: '2024-03-11',
      by: CLERK,
      village,
      values: {
        name: `${village}公共法律服务室`,
        level: 'room',
        place: '村委会一楼',
        openedOn: '2024-03-11',
      },
    });
  }
}

const DUTIES: readonly (readonly [list: string, name: string, more: Readonly<Record<string, string>>])[] = [
  ['basic', '调处群众矛盾纠纷', { field: '平安法治', office: '平安建设办公室' }],
  ['basic', '设立政务服务大厅，提供一站式服务', { field: '民生服务', office: '党务政务服务中心' }],
  ['basic', '落实河长制、林长制巡查', { field: '自然资源', office: '农业农村服务中心' }],
  ['basic', '村级集体资金资产资源监督', { field: '乡村振兴', office: '农业农村服务中心' }],
  ['assist', '开展消防安全检查', { leader: '县消防救援大队', part: '巡查、发现隐患及时报告，协助宣传' }],
  ['assist', '地质灾害隐患点监测', { leader: '县自然资源局', part: '组织群测群防，险情时组织转移' }],
  ['assist', '食品安全协管', { leader: '县市场监督管理局', part: '信息报告、协助检查' }],
  ['withdrawn', '在河道内非法采砂的处罚', { taker: '县水务局', way: '由县水务局巡查查处，乡镇发现后报告' }],
  ['withdrawn', '建筑施工扬尘污染的处罚', { taker: '县综合行政执法局', way: '由县综合行政执法局查处' }],
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

const GUIDES: readonly (readonly [name: string, nature: string, conditions: string, promised: number])[] = [
  ['最低生活保障申请', 'payment', '家庭人均收入低于当地标准，家庭财产符合规定', 20],
  ['临时救助申请', 'payment', '遇到突发急难，基本生活暂时有严重困难', 10],
  ['老年优待证办理', 'public', '本乡户籍，年满60周岁', 0],
  ['生育登记', 'public', '夫妻一方为本乡户籍或者常住', 0],
];

function planGuides(plan: Plan): void {
  for (const [name, nature, conditions, promised] of GUIDES) {
    const guide = plan.start('service-guide', {
      step: 'draft',
      on: '2024-02-26',
      by: WINDOW,
      values: {
        name,
        nature,
        code: `演示${GUIDES.findIndex(([each]) => each === name) + 101}`,
        body: '乡人民政府',
        office: '党务政务服务中心',
        audience: '自然人',
        conditions,
        materials: [{ name: '申请表', copies: 1, shared: 'no', proof: 'no' }],
        flow: '申请、受理、核实、办结',
        promised,
        visits: 1,
        fee: '不收费',
        phone: OFFICE_PHONE,
        channels: nature === 'public' ? ['window', 'online', 'village'] : ['window', 'village'],
      },
    });
    plan.act(guide, { step: 'publish', on: '2024-02-28', by: WINDOW, values: { publishedOn: '2024-02-28' } });
  }
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

/** What the platform exports at the end of each month, and the notices that were printed at the window. */
function planCounts(plan: Plan, names: Names): void {
  const dice = new Dice('windows');
  for (let month = 1; month <= 12; month += 1) {
    const on = workdaysOf(month).at(-1)!;
    const counts = GUIDES.map(([item]) => {
      const received = dice.between(6, 40);
      const completed = received - dice.between(0, 2);
      const rated = Math.floor(completed * 0.6);
      return {
        item,
        received,
        completed,
        atOnce: Math.floor(completed / 2),
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
  for (const month of [2, 5, 8, 11]) {
    const on = workdaysOf(month)[5]!;
    const village = dice.pick(VILLAGES);
    const notice = plan.start('one-time-notice', {
      step: 'tell',
      on,
      by: WINDOW,
      village,
      values: {
        item: '最低生活保障申请',
        applicant: names.person(village),
        received: [{ name: '申请表' }],
        missing: [{ name: '家庭经济状况核对授权书', demand: '全体家庭成员签名' }],
        handed: 'here',
        first: 'first',
        noticeOn: on,
      },
    });
    const done = workdaysOf(month)[8]!;
    plan.act(notice, { step: 'complete', on: done, by: WINDOW, values: { completedOn: done } });
  }
}

function planHelp(plan: Plan, names: Names): void {
  const village = VILLAGES[4];
  const aid = plan.start('legal-aid-referral', {
    step: 'receive',
    on: '2024-07-08',
    by: CLERK,
    village,
    values: { matter: 'wages', group: 'migrant', applicant: names.person(village), receivedOn: '2024-07-08' },
  });
  plan.act(aid, { step: 'refer', on: '2024-07-09', by: CLERK, values: { referredOn: '2024-07-09' } });
  plan.act(aid, { step: 'grant', on: '2024-07-12', by: CLERK, values: { answeredOn: '2024-07-12' } });
  plan.act(aid, { step: 'assign', on: '2024-07-15', by: CLERK, values: { assignedOn: '2024-07-15' } });
  for (const [enterprise, on] of [
    ['云杉坪茶叶专业合作社', '2024-05-15'],
    ['响水沟刺梨加工厂', '2024-10-16'],
  ] as const) {
    const values = { enterprise, form: 'check', people: 5, problems: 2, solved: 2, visitedOn: on };
    const visit = plan.start('enterprise-visit', { step: 'visit', on, by: CLERK, values });
    const solvedOn = on === '2024-05-15' ? '2024-06-12' : '2024-11-13';
    plan.act(visit, { step: 'solve', on: solvedOn, by: CLERK, values: { solved: 2, solvedOn } });
  }
}

/** The service centre and what goes with it: lists of duties, guides, counts, notices, legal help. */
export function planHall(plan: Plan, names: Names): void {
  planPlaces(plan);
  planDutyList(plan);
  planGuides(plan);
  planCounts(plan, names);
  planHelp(plan, names);
}
