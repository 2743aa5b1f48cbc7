import type { Actor } from '../ledger/index.ts';
import { CLERK, DEPUTY, EMERGENCY, HEAD, VILLAGES } from './accounts.ts';
import type { Matter, Plan } from './plan.ts';

/** What supervisors asked in the year, and how it was answered. */
function planOpinions(plan: Plan): void {
  const receive = (on: string, source: string, organ: string, title: string, more: object = {}): Matter =>
    plan.start('supervision-opinion', {
      step: 'receive',
      on,
      by: CLERK,
      values: { source, organ, title, ...more },
    });
  const answer = (matter: Matter, on: string, actions: string): void =>
    plan.act(matter, { step: 'answer', on, by: CLERK, values: { outcome: 'done', actions } });
  const close = (matter: Matter, on: string, verdict: string): void =>
    plan.act(matter, { step: 'close', on, by: CLERK, values: { verdict } });

  const bridge = receive('2024-02-27', 'congress', '乡人民代表大会', '关于修缮人行便桥的建议', {
    number: '第3号',
    answerBy: '2024-05-27',
    unit: '经济发展办',
  });
  answer(bridge, '2024-05-13', '便桥护栏已更换，桥面已修补。');
  close(bridge, '2024-05-20', 'accepted');
  const lamps = receive('2024-02-27', 'congress', '乡人民代表大会', '关于增设路灯的建议', {
    number: '第5号',
    answerBy: '2024-05-27',
    unit: '经济发展办',
  });
  answer(lamps, '2024-05-22', '已列入年度项目，分两批安装。');
  const waste = receive('2024-06-17', 'inspection', '市人民政府督查室', '农村生活垃圾治理督查', {
    number: '演督〔2024〕11号',
    answerBy: '2024-08-30',
  });
  plan.act(waste, {
    step: 'entrust',
    on: '2024-06-18',
    by: CLERK,
    values: { unit: '农业中心', objection: 'none' },
  });
  planProblems(plan, waste);
  answer(waste, '2024-08-21', '督查指出的问题已全部整改销号。');
  close(waste, '2024-08-26', 'silent');
  const fields = receive('2024-09-10', 'prosecution', '市人民检察院', '关于农药包装废弃物回收的检察建议', {
    number: '演检建〔2024〕4号',
  });
  answer(fields, '2024-10-21', '各村设立回收点，清运一次并建立台账。');
}

function planProblems(plan: Plan, opinion: Matter): void {
  const problems = [
    [VILLAGES[2], '清运台账缺页', '2024-07-31', '补齐上半年台账，逐日登记', '2024-07-22', '2024-07-24'],
    [VILLAGES[6], '垃圾箱破损没有更换', '2024-08-15', '更换破损垃圾箱', '2024-08-05', '2024-08-08'],
  ] as const;
  for (const [village, problem, due, measure, doneOn, closedOn] of problems) {
    const matter = plan.start('rectification', {
      step: 'raise',
      on: '2024-06-19',
      by: CLERK,
      village,
      values: { problem, unit: `${village}村民委员会`, due, measure, opinion },
    });
    plan.act(matter, { step: 'finish', on: doneOn, by: CLERK, values: { done: '已经整改' } });
    plan.act(matter, { step: 'close', on: closedOn, by: CLERK, values: {} });
  }
}

/** Orders of the hotline as its export gives them: number, what, day, due, answered, visited, how it was judged. */
const ORDERS = [
  ['RX0301-017', '路灯不亮', 'request', '2024-03-01', '2024-03-08', '2024-03-05', 'satisfied'],
  ['RX0422-054', '咨询医保缴费', 'consultation', '2024-04-22', '2024-04-25', '2024-04-22', 'satisfied'],
  ['RX0611-009', '道路积水', 'request', '2024-06-11', '2024-06-18', '2024-06-17', 'basic'],
  ['RX0903-031', '夜间噪声', 'complaint', '2024-09-03', '2024-09-13', '2024-09-12', 'dissatisfied'],
  ['RX1115-022', '自来水停水', 'request', '2024-11-15', '2024-11-18', '2024-11-15', 'none'],
] as const;

function planOrders(plan: Plan): void {
  for (const [number, subject, type, receivedOn, due, answeredOn, satisfaction] of ORDERS) {
    plan.start('hotline-order', {
      step: 'index',
      on: answeredOn,
      by: CLERK,
      source: 'platform',
      values: { number, subject, type, receivedOn, due, answeredOn, satisfaction },
    });
  }
}

function planComplaint(plan: Plan): void {
  const matter = plan.start('enforcement-complaint', {
    step: 'receive',
    on: '2024-07-09',
    by: CLERK,
    values: { matter: 'manner', channel: 'phone', facts: '反映检查时态度生硬。' },
  });
  plan.act(matter, {
    step: 'check',
    on: '2024-07-15',
    by: DEPUTY,
    values: { result: 'unfounded', correction: '查看执法记录仪，用语规范；已向队员重申纪律' },
  });
  plan.act(matter, { step: 'answer', on: '2024-07-16', by: CLERK, values: {} });
}

function planTasks(plan: Plan): void {
  const task = (
    on: string,
    by: Actor,
    title: string,
    from: string,
    due: string,
    answeredOn: string,
  ): void => {
    const matter = plan.start('upper-task', { step: 'receive', on, by, values: { title, from, due } });
    plan.act(matter, { step: 'answer', on: answeredOn, by, values: { answer: '已经报送' } });
  };
  task('2024-01-15', CLERK, '报送上年度行政执法数据', '市司法局', '2024-01-26', '2024-01-24');
  task('2024-05-08', EMERGENCY, '报送汛期值班安排', '市应急管理局', '2024-05-15', '2024-05-13');
  task('2024-10-14', CLERK, '报送宪法宣传周方案', '市司法局', '2024-10-31', '2024-10-30');
}

function planIncoming(plan: Plan): void {
  const documents = [
    ['2024-01-12', '市司法局', '关于报送上年度行政执法数据的通知', '演司通〔2024〕2号', '司法所'],
    ['2024-05-06', '市防汛抗旱指挥部', '关于做好汛期值班工作的通知', '演汛〔2024〕3号', '应急管理站'],
    ['2024-10-11', '市司法局', '关于开展宪法宣传周活动的通知', '演司通〔2024〕19号', '司法所'],
  ] as const;
  for (const [on, from, title, number, unit] of documents) {
    const matter = plan.start('incoming-document', {
      step: 'receive',
      on,
      by: CLERK,
      values: { from, title, number, secrecy: 'none', unit },
    });
    plan.act(matter, {
      step: 'circulate',
      on,
      by: CLERK,
      values: { readers: [{ to: '乡长', read: on }, { to: unit }] },
    });
  }
}

/** Papers that went out under one series: their numbers are given as they are issued, a voided one keeps its own. */
function planOutgoing(plan: Plan): Matter {
  const series = plan.start('document-series', {
    step: 'open',
    on: '2024-01-02',
    by: CLERK,
    values: { code: '演府发', purpose: '乡人民政府普发文件' },
  });
  const issue = (on: string, title: string, unit: string): Matter => {
    const values = { title, series, secrecy: 'none', unit, to: '各村民委员会' };
    const matter = plan.start('outgoing-document', { step: 'draft', on, by: CLERK, values });
    plan.act(matter, {
      step: 'sign',
      on,
      by: HEAD,
      values: { signer: 'township-head', openness: 'active' },
    });
    plan.act(matter, { step: 'issue', on, by: CLERK, values: { copies: 15 } });
    return matter;
  };
  const duty = issue('2024-02-05', '关于印发值班值守制度的通知', '应急管理站');
  const wrong = issue('2024-05-13', '关于做好汛期值班的通知', '应急管理站');
  plan.void(wrong, { by: CLERK, entered: '2024-05-14', reason: '附件有误，作废重发，原号不再用。' });
  issue('2024-05-14', '关于做好汛期值班的通知', '应急管理站');
  return duty;
}

function planSeals(plan: Plan, document: Matter): void {
  const use = (on: string, subject: string, type: string, copies: number, more: object): Matter =>
    plan.start('seal-use', {
      step: 'use',
      on,
      by: CLERK,
      values: { subject, type, copies, seal: 'government', ...more },
    });
  use('2024-02-05', '关于印发值班值守制度的通知', 'document', 15, { document });
  use('2024-03-20', '集镇保洁服务合同', 'contract', 4, {
    approver: 'township-head',
    approvedOn: '2024-03-19',
  });
}

function planArchives(plan: Plan): void {
  const box = (number: string, category: string, retention: string, more: object): Matter =>
    plan.start('archive-box', {
      step: 'box',
      on: '2024-06-20',
      by: CLERK,
      values: { box: number, year: 2023, category, retention, formedOn: '2023-12-29', ...more },
    });
  box('2023-文书-永久-001', 'documents', 'permanent', { intake: 'yes' });
  box('2023-调解-30年-004', 'mediation', 'y30', { intake: 'no' });
}

/** Supervision, registers and archives of the year. */
export function planSupervision(plan: Plan): void {
  planOpinions(plan);
  planOrders(plan);
  planComplaint(plan);
  planTasks(plan);
  planIncoming(plan);
  planSeals(plan, planOutgoing(plan));
  planArchives(plan);
}
