import { CLERK, HEAD, OFFICER, SECOND_OFFICER, VILLAGES } from './accounts.ts';
import { planInspections } from './inspections.ts';
import type { Names } from './names.ts';
import { fromPaper } from './paper.ts';
import type { Matter, Plan } from './plan.ts';

const OFFICERS: readonly (readonly [certificate: string, scope: string, from: string, until: string])[] = [
  ['演示执法001', '村镇建设、市容环境', '2022-05-16', '2027-05-16'],
  ['演示执法002', '村镇建设、市容环境', '2022-05-16', '2027-05-16'],
  ['演示执法003', '安全生产、消防', '2023-04-10', '2028-04-10'],
  // Ran out in the middle of the year and was not renewed: three are left.
  ['演示执法004', '农业', '2019-06-20', '2024-06-20'],
];

function planCertificates(plan: Plan, names: Names): Matter[] {
  const officers = OFFICERS.map(([certificate, scope, validFrom, endedOn]) =>
    plan.start('enforcement-officer', {
      step: 'certify',
      on: validFrom,
      by: CLERK,
      ...fromPaper(2),
      values: {
        officer: names.person(),
        certificate,
        certificateKind: 'province',
        scope,
        unit: '综合行政执法队',
        validFrom,
        endedOn,
      },
    }),
  );
  for (const [index, validFrom] of ['2022-09-01', '2023-03-06'].entries()) {
    plan.start('enforcement-supervisor', {
      step: 'certify',
      on: validFrom,
      by: CLERK,
      ...fromPaper(2),
      values: { supervisor: names.person(), certificate: `演示监督00${index + 1}`, validFrom },
    });
  }
  plan.act(officers[3]!, {
    step: 'end',
    on: '2024-06-20',
    by: CLERK,
    values: { endedOn: '2024-06-20', endFor: 'expired' },
  });
  return officers;
}

const RECORDED = ['start', 'evidence', 'decision', 'service', 'execution'];

/** The two who act together. */
export interface Team {
  readonly firstOfficer: Matter;
  readonly secondOfficer: Matter;
}

/** The year's one penalty: served one workday after the seventh, and entered as it was. */
function planPenalty(plan: Plan, names: Names, team: Team): void {
  const penalty = plan.start('penalty-case', {
    step: 'file',
    on: '2024-05-14',
    by: OFFICER,
    village: VILLAGES[0],
    values: {
      cause: '未经批准在集镇街道修建临时建筑物',
      filedOn: '2024-05-14',
      ...team,
      party: [{ ...names.person(VILLAGES[0]), idNumber: '000000000000000001' }],
      facts: '当事人在集镇主街搭建彩钢棚用于堆放建材，影响通行，经责令停止后仍未拆除。有现场照片和勘验笔录。',
      weight: 'ordinary',
    },
  });
  plan.act(penalty, {
    step: 'notify',
    on: '2024-05-24',
    by: OFFICER,
    values: {
      proposed: 'fine',
      proposedFine: 50_000,
      grounds: '《村庄和集镇规划建设管理条例》第四十条',
      hearing: 'none',
      noticeOn: '2024-05-24',
    },
  });
  plan.act(penalty, {
    step: 'decide',
    on: '2024-06-04',
    by: HEAD,
    values: {
      decidedOn: '2024-06-04',
      result: 'fine',
      fine: 50_000,
      payAt: '样县农村商业银行集镇支行，或者扫码缴款',
      grounds: '《村庄和集镇规划建设管理条例》第四十条',
      correction: 'ordered',
      surchargeTold: 'told',
      number: '演示罚决〔2024〕1号',
    },
  });
  plan.act(penalty, {
    step: 'publish',
    on: '2024-06-14',
    by: OFFICER,
    values: { publishedAt: '乡政务公开栏', publicationCheckedOn: '2024-06-13', publishedOn: '2024-06-14' },
  });
  // 七个工作日到6月14日(端午放假不计)；当事人外出，17日才送到，18日补录。
  plan.act(penalty, {
    step: 'serve',
    on: '2024-06-17',
    by: OFFICER,
    entered: '2024-06-18',
    values: { service: 'direct', servedOn: '2024-06-17' },
  });
  plan.act(penalty, {
    step: 'pay',
    on: '2024-06-28',
    by: OFFICER,
    values: { paid: 50_000, paidOn: '2024-06-28' },
  });
  plan.act(penalty, {
    step: 'close',
    on: '2024-07-05',
    by: OFFICER,
    values: { recorded: RECORDED, closedOn: '2024-07-05' },
  });
}

/** Cases that are no penalty of the year: nothing imposed, still open, an exercise. */
function planOtherCases(plan: Plan, names: Names, team: Team): void {
  const spared = plan.start('penalty-case', {
    step: 'file',
    on: '2024-09-05',
    by: SECOND_OFFICER,
    village: VILLAGES[6],
    values: { cause: '在道路边堆放柴草', filedOn: '2024-09-05', ...team, party: [names.person(VILLAGES[6])] },
  });
  const values = { decidedOn: '2024-09-20', result: 'none', spared: 'minor' };
  plan.act(spared, { step: 'decide', on: '2024-09-20', by: HEAD, values });
  plan.act(spared, {
    step: 'serve',
    on: '2024-09-24',
    by: OFFICER,
    values: { service: 'direct', servedOn: '2024-09-24' },
  });
  plan.act(spared, {
    step: 'close',
    on: '2024-09-25',
    by: OFFICER,
    values: { recorded: RECORDED, closedOn: '2024-09-25' },
  });
  plan.start('penalty-case', {
    step: 'file',
    on: '2024-12-17',
    by: OFFICER,
    village: VILLAGES[9],
    values: {
      cause: '损坏村内公共设施',
      filedOn: '2024-12-17',
      ...team,
      party: [names.person(VILLAGES[9])],
      facts: '当事人倒车时撞坏村文化广场健身器材后离开，有村民证言和现场照片。',
    },
  });
  plan.start('penalty-case', {
    step: 'index',
    on: '2024-04-24',
    by: CLERK,
    drill: true,
    values: {
      cause: '系统操作演练：登记上级系统办理的案件',
      number: '演练1号',
      filedOn: '2024-04-02',
      decidedOn: '2024-04-24',
      result: 'warning',
    },
  });
}

export function planEnforcement(plan: Plan, names: Names): void {
  const [first, second, third] = planCertificates(plan, names);
  planPenalty(plan, names, { firstOfficer: first!, secondOfficer: second! });
  planOtherCases(plan, names, { firstOfficer: second!, secondOfficer: third! });
  planInspections(plan, { firstOfficer: first!, secondOfficer: third! });
}
