import { CLERK, HEAD, REVIEWER, VILLAGES, type Village } from './accounts.ts';
import type { Plan } from './plan.ts';

type Signed = readonly [
  title: string,
  counterparty: string,
  yuan: number,
  draft: string,
  review: string,
  sign: string,
];

const CONTRACTS: readonly Signed[] = [
  ['集镇垃圾清运服务合同', '样稿环卫服务有限公司', 86_000, '2024-03-04', '2024-03-08', '2024-03-14'],
  ['产业路维修工程合同', '样稿路桥工程有限公司', 198_000, '2024-04-15', '2024-04-19', '2024-04-25'],
  ['农村饮水管网管护服务合同', '样稿供水服务有限公司', 54_000, '2024-06-03', '2024-06-07', '2024-06-14'],
  ['便民服务中心设备采购合同', '样稿办公设备有限公司', 32_600, '2024-09-02', '2024-09-06', '2024-09-11'],
  ['森林防火物资采购合同', '样稿应急物资有限公司', 27_800, '2024-11-04', '2024-11-08', '2024-11-13'],
];

function planContract(plan: Plan, [title, counterparty, yuan, drafted, reviewed, signed]: Signed): void {
  const review = plan.start('legality-review', {
    step: 'submit',
    on: drafted,
    by: CLERK,
    values: { title, type: 'contract', office: '党政办公室' },
  });
  plan.act(review, {
    step: 'opine',
    on: reviewed,
    by: REVIEWER,
    values: { opinion: 'amend', suggestions: 3 },
  });
  const contract = plan.start('contract', {
    step: 'draft',
    on: drafted,
    by: CLERK,
    values: { title, type: 'civil', counterparty, office: '党政办公室' },
  });
  plan.act(review, { step: 'answer', on: signed, by: CLERK, values: { adopted: 3 } });
  plan.act(contract, { step: 'sign', on: signed, by: HEAD, values: { amount: yuan * 100, review } });
}

const VISITS: readonly (readonly [
  village: Village,
  on: string,
  summary: string,
  services: readonly string[],
  people: number,
])[] = [
  [VILLAGES[0], '2024-04-10', '值班接待，讲土地流转合同', ['duty', 'lecture'], 26],
  [VILLAGES[5], '2024-08-14', '审查村级鱼塘承包合同', ['contract', 'advice'], 4],
  [VILLAGES[8], '2024-11-13', '讲婚姻家庭编', ['lecture'], 31],
];

/** Contracts with their reviews, what counsel wrote, and when a village's counsel came. */
export function planContracts(plan: Plan): void {
  for (const each of CONTRACTS) planContract(plan, each);
  const opinion = plan.start('counsel-opinion', {
    step: 'ask',
    on: '2024-05-13',
    by: CLERK,
    values: { question: '集镇摊位能否协商出租', about: 'contract' },
  });
  plan.act(opinion, {
    step: 'give',
    on: '2024-05-16',
    by: CLERK,
    values: { conclusion: 'amend', points: 2 },
  });
  plan.act(opinion, { step: 'answer', on: '2024-05-20', by: CLERK, values: { adopted: 2 } });
  for (const [village, on, summary, services, people] of VISITS) {
    const counted = services.includes('lecture') ? { audience: people } : { consultations: people };
    const values = { summary, services, ...counted, visitedOn: on };
    plan.start('village-counsel-visit', { step: 'visit', on, by: CLERK, village, values });
  }
}
