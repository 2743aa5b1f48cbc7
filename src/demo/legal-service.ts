import { CLERK, VILLAGES } from './accounts.ts';
import type { Names } from './names.ts';
import { fromPaper } from './paper.ts';
import type { Plan } from './plan.ts';

function planStations(plan: Plan): void {
  plan.start('legal-service-station', {
    step: 'open',
    on: '2021-09-01',
    by: CLERK,
    ...fromPaper(2),
    values: {
      name: '公共法律服务工作站',
      level: 'station',
      place: '集镇振兴路3号司法所一楼',
      hours: '工作日8:30—12:00，14:00—17:30',
      services: '人民调解、法律咨询、法律援助申请受理转交、法治宣传',
      openedOn: '2021-09-01',
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

const AIDED: readonly (readonly [
  matter: string,
  group: string,
  village: string,
  received: string,
  referred: string,
  answered: string,
  assigned: string,
])[] = [
  ['wages', 'migrant', VILLAGES[4], '2024-07-08', '2024-07-09', '2024-07-12', '2024-07-15'],
  ['support', 'elder', VILLAGES[7], '2024-10-21', '2024-10-22', '2024-10-25', '2024-10-28'],
];

function planAid(plan: Plan, names: Names): void {
  for (const [matter, group, village, receivedOn, referredOn, answeredOn, assignedOn] of AIDED) {
    const values = { matter, group, applicant: names.person(village), receivedOn };
    const aid = plan.start('legal-aid-referral', {
      step: 'receive',
      on: receivedOn,
      by: CLERK,
      village,
      values,
    });
    plan.act(aid, { step: 'refer', on: referredOn, by: CLERK, values: { referredOn } });
    plan.act(aid, { step: 'grant', on: answeredOn, by: CLERK, values: { answeredOn } });
    plan.act(aid, { step: 'assign', on: assignedOn, by: CLERK, values: { assignedOn } });
  }
}

/** Visits to businesses: what was found, how much of it on the spot, and when the rest was settled. */
const VISITED: readonly (readonly [
  enterprise: string,
  form: string,
  problems: number,
  atOnce: number,
  on: string,
  solvedOn: string,
])[] = [
  ['云杉坪茶叶专业合作社', 'check', 2, 1, '2024-05-15', '2024-06-12'],
  ['样稿石材加工厂', 'talk', 1, 0, '2024-08-21', '2024-09-11'],
  ['响水沟刺梨加工厂', 'check', 2, 0, '2024-10-16', '2024-11-13'],
];

function planVisits(plan: Plan): void {
  for (const [enterprise, form, problems, atOnce, on, solvedOn] of VISITED) {
    const values = { enterprise, form, people: 5, problems, solved: atOnce, visitedOn: on };
    const visit = plan.start('enterprise-visit', { step: 'visit', on, by: CLERK, values });
    plan.act(visit, { step: 'solve', on: solvedOn, by: CLERK, values: { solved: problems, solvedOn } });
  }
}

/** Where people and businesses find legal help: station and rooms, aid from the county, visits. */
export function planLegalService(plan: Plan, names: Names): void {
  planStations(plan);
  planAid(plan, names);
  planVisits(plan);
}
