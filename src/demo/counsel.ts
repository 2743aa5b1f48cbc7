import { CLERK, COUNSEL, VILLAGES } from './accounts.ts';
import { workdaysAfter, workdaysOf } from './days.ts';
import { Dice } from './dice.ts';
import type { Names } from './names.ts';
import { fromPaper } from './paper.ts';
import type { Matter, Plan } from './plan.ts';

const FIRM = '样稿演示律师事务所';
/** The contract of one year ends where the next begins. */
const RENEWED = '2024-01-08';

function planEngagements(plan: Plan, names: Names): Matter {
  const lawyers = [names.person(), names.person()];
  const engaged = (since: string, until: string, paper: boolean): Matter =>
    plan.start('counsel-engagement', {
      step: 'engage',
      on: since,
      by: CLERK,
      ...(paper ? fromPaper(3) : {}),
      values: { firm: FIRM, lawyers, since, until },
    });
  engaged('2023-01-09', RENEWED, true);
  return engaged(RENEWED, '2025-01-08', false);
}

const SERVICES: readonly (readonly [form: string, matter: string])[] = [
  ['contract', '产业路维修施工合同审查'],
  ['contract', '集镇保洁服务采购合同审查'],
  ['contract', '饮水管网改造合同审查'],
  ['contract', '村集体茶园承包合同审查'],
  ['opinion', '闲置校舍租赁法律意见'],
  ['opinion', '征地补偿争议法律意见'],
  ['opinion', '村规民约修订法律意见'],
  ['advice', '解答村干部宅基地审批咨询'],
  ['advice', '解答合作社用工咨询'],
  ['advice', '解答政府信息公开咨询'],
  ['mediation', '参与化解土地流转租金纠纷'],
  ['mediation', '参与化解务工工资纠纷'],
  ['lecture', '村干部法律知识授课'],
  ['meeting', '列席重大项目研究会'],
];

function planServicesOfCounsel(plan: Plan, engagement: Matter): void {
  const dice = new Dice('counsel');
  const all = Array.from({ length: 12 }, (_, month) => workdaysOf(month + 1)).flat();
  const days = dice
    .shuffle(all.filter((on) => on > RENEWED && on < '2024-12-25'))
    .slice(0, 24)
    .sort();
  const people = dice.split(86, days.length, 1);
  for (const [index, servedOn] of days.entries()) {
    const [form, matter] = SERVICES[index % SERVICES.length]!;
    plan.start('counsel-service', {
      step: 'serve',
      on: servedOn,
      by: dice.happens(40) ? COUNSEL : CLERK,
      ...(dice.happens(25) ? { entered: workdaysAfter(servedOn, dice.between(1, 4)) } : {}),
      ...(dice.happens(50) ? { village: dice.pick(VILLAGES) } : {}),
      values: { engagement, form, matter, servedOn, people: people[index]! },
    });
  }
}

/** One counsel for each village; in one the lawyer changed in the middle of the year. */
function planVillages(plan: Plan, names: Names): void {
  const duties = '解答法律咨询、审查村务合同、参与调解、开展法治宣传';
  const shared = { name: names.name(), phone: names.phone() };
  for (const [index, village] of VILLAGES.entries()) {
    const counsel = index % 3 === 0 ? shared : names.person();
    const engage = (since: string, paper: boolean): Matter =>
      plan.start('village-counsel', {
        step: 'engage',
        on: since,
        by: CLERK,
        village,
        ...(paper ? fromPaper(3) : {}),
        values: { firm: FIRM, counsel, since, duties },
      });
    const engaged = engage('2023-05-15', true);
    const posted = { postedOn: '2024-01-15' };
    plan.act(engaged, { step: 'post', on: '2024-01-15', by: CLERK, entered: '2024-01-16', values: posted });
    if (index !== 5) continue;
    plan.act(engaged, { step: 'end', on: '2024-07-15', by: CLERK, values: { until: '2024-07-15' } });
    const next = engage('2024-07-15', false);
    plan.act(next, { step: 'post', on: '2024-07-22', by: CLERK, values: { postedOn: '2024-07-22' } });
  }
}

export function planCounsel(plan: Plan, names: Names): void {
  planServicesOfCounsel(plan, planEngagements(plan, names));
  planVillages(plan, names);
}
