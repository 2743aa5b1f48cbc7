import { CLERK, DEPUTY, VILLAGES } from './accounts.ts';
import type { Names } from './names.ts';
import type { Matter, Plan } from './plan.ts';

/** Requests for information: one opened, one opened in part after a third party was heard, one still open at the year's end. */
function planRequests(plan: Plan, names: Names): void {
  const receive = (on: string, subject: string, channel: string, contact: string): Matter =>
    plan.start('information-request', {
      step: 'receive',
      on,
      by: CLERK,
      values: { subject, channel, contact, kind: 'citizen', applicant: names.person() },
    });
  const answer = (matter: Matter, on: string, values: object): void =>
    plan.act(matter, { step: 'answer', on, by: CLERK, values: { delivery: 'mail', ...values } });

  const levy = receive('2024-03-18', '产业路用地补偿标准', 'mail', 'whole');
  answer(levy, '2024-04-01', { answer: 'open', separable: 'whole' });

  const lease = receive('2024-07-15', '集镇停车场出租合同', 'visit', 'lacking');
  plan.act(lease, {
    step: 'askCorrection',
    on: '2024-07-17',
    by: CLERK,
    values: { unclear: '请写明哪一年签订', correctBy: '2024-07-31' },
  });
  plan.act(lease, { step: 'correct', on: '2024-07-22', by: CLERK, values: {} });
  plan.act(lease, { step: 'consult', on: '2024-07-24', by: CLERK, values: { written: 'yes' } });
  plan.act(lease, { step: 'reachParty', on: '2024-07-25', by: CLERK, values: {} });
  plan.act(lease, { step: 'hear', on: '2024-08-06', by: CLERK, values: { partyView: 'refuses' } });
  answer(lease, '2024-08-13', {
    answer: 'partly',
    separable: 'yes',
    ground: 'party',
    reasons: '经营数据属商业秘密，承租方不同意公开，其余条款公开',
    remedy: 'review',
  });

  receive('2024-12-16', '饮水管网改造招标情况', 'online', 'whole');
}

function planCorrection(plan: Plan, names: Names): void {
  const matter = plan.start('information-correction-request', {
    step: 'receive',
    on: '2024-05-14',
    by: CLERK,
    values: { subject: '承包地面积登记', evidence: 'given', applicant: names.person() },
  });
  plan.act(matter, {
    step: 'check',
    on: '2024-05-20',
    by: CLERK,
    values: { finding: 'wrong', findings: '与承包合同不一致' },
  });
  plan.act(matter, { step: 'correct', on: '2024-05-22', by: CLERK, values: { told: 'told' } });
}

/** The villages' own boards, looked at together with them: one was complete, one lacked a month's accounts and put them up. */
function planVillageBoards(plan: Plan): void {
  const look = (on: string, village: string, period: string, posted: string): Matter => {
    const missing = posted === 'yes' ? {} : { missing: '3月收支' };
    const items = [
      { matter: 'quarterly', posted: 'yes' },
      { matter: 'finance', posted, ...missing },
    ];
    return plan.start('village-disclosure-check', {
      step: 'look',
      on,
      by: CLERK,
      village,
      values: { period, items },
    });
  };
  const complete = look('2024-04-16', VILLAGES[1], '2024年一季度', 'yes');
  plan.act(complete, { step: 'close', on: '2024-04-16', by: CLERK, values: {} });
  const lacking = look('2024-04-17', VILLAGES[7], '2024年一季度', 'no');
  plan.act(lacking, {
    step: 'tell',
    on: '2024-04-17',
    by: DEPUTY,
    values: { manner: 'help', mendBy: '2024-04-26' },
  });
  plan.act(lacking, { step: 'mend', on: '2024-04-22', by: CLERK, values: {} });
}

/** A clean-up in a year in which no normative document was in force: it happened, and found none. */
function planCleanup(plan: Plan): void {
  plan.start('document-cleanup', {
    step: 'clean',
    on: '2024-10-15',
    by: CLERK,
    values: { name: '2024年行政规范性文件清理', reason: '市司法局部署' },
  });
}

/** What was asked of the office's information, and how villages made theirs public. */
export function planOpenness(plan: Plan, names: Names): void {
  planRequests(plan, names);
  planCorrection(plan, names);
  planVillageBoards(plan);
  planCleanup(plan);
}
