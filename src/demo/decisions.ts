import { CLERK, DEPUTY, HEAD, REVIEWER, VILLAGES } from './accounts.ts';
import type { Names } from './names.ts';
import type { Matter, Plan } from './plan.ts';

const OFFICE = '村镇建设服务中心';
const TITLE = '饮水管网改造工程实施方案';
const BOARD = '乡政务公开栏、县政府网站乡镇专栏';
const MATERIALS = ['draft', 'legality', 'comments', 'experts', 'risk'];

/** The year's catalogue: two matters, of which one was decided. */
function planCatalogue(plan: Plan): Matter {
  const list = (name: string, office: string, category: string): Matter => {
    const values = { name, year: 2024, office, category };
    const item = plan.start('decision-catalogue-item', {
      step: 'list',
      on: '2024-01-15',
      by: CLERK,
      values,
    });
    plan.act(item, {
      step: 'publish',
      on: '2024-02-02',
      by: CLERK,
      values: { address: BOARD, agreedOn: '2024-01-24', checkedOn: '2024-01-31', until: '2025-01-01' },
    });
    return item;
  };
  list('集镇停车秩序整治方案', '综合行政执法队', 'policy');
  return list(TITLE, OFFICE, 'project');
}

/** What people said: once each, and once gathered from a meeting in the village. */
const COMMENTS = [
  {
    on: '2024-03-14',
    channel: 'visit',
    topic: '主管道宜绕开滑坡体',
    content: '老滑坡下面年年掉石头，管子从那里过怕要砸断，绕到公路内侧稳当些。',
    result: 'adopted',
    adopted: 1,
  },
  {
    on: '2024-03-20',
    channel: 'phone',
    topic: '要求免收水费',
    content: '家里老人多，用水不多，希望不要收水费。',
    result: 'declined',
    adopted: 0,
    reason: '水价由县级核定，困难家庭按救助政策减免。',
  },
  {
    on: '2024-03-27',
    channel: 'meeting',
    topic: '入户管、水表和管护人选',
    content: '入户管埋深些防冻；水表集中装；管护员从本组选。',
    items: 9,
    result: 'partly',
    adopted: 7,
    reason: '水表集中安装不便读数，没有采纳。',
  },
] as const;

function planComments(plan: Plan, names: Names, decision: Matter): void {
  for (const [index, comment] of COMMENTS.entries()) {
    const { on, channel, topic, content, result, adopted } = comment;
    const village = VILLAGES[index]!;
    const heard = {
      decision,
      channel,
      topic,
      content,
      ...('items' in comment ? { items: comment.items } : {}),
    };
    const received = plan.start('public-comment', {
      step: 'receive',
      on,
      by: CLERK,
      village,
      values: { ...heard, ...(channel === 'meeting' ? {} : { commenter: names.person(village) }) },
    });
    const reason = 'reason' in comment ? { reason: comment.reason } : {};
    plan.act(received, {
      step: 'study',
      on: '2024-04-11',
      by: DEPUTY,
      values: { result, adopted, ...reason },
    });
    if (channel === 'meeting') continue;
    plan.act(received, { step: 'answer', on: '2024-04-17', by: CLERK, values: { answeredBy: 'code' } });
  }
}

function planReview(plan: Plan): Matter {
  const review = plan.start('legality-review', {
    step: 'submit',
    on: '2024-04-12',
    by: DEPUTY,
    values: { title: `${TITLE}决策草案`, type: 'decision', office: OFFICE },
  });
  const values = { opinion: 'lawful', suggestions: 0, counselHeardOn: '2024-04-19' };
  plan.act(review, { step: 'opine', on: '2024-04-24', by: REVIEWER, values });
  return review;
}

function planMeeting(plan: Plan): Matter {
  return plan.start('gathering', {
    step: 'hold',
    on: '2024-04-29',
    by: CLERK,
    values: {
      title: '4月党政联席会',
      forum: 'joint-meeting',
      ledBy: 'head',
      attendance: 11,
      place: '乡政府三楼会议室',
      agenda: [{ subject: 'decision', topic: `讨论${TITLE}` }],
    },
  });
}

/** The year's one major decision, from its start to its first inspection. */
export function planDecisions(plan: Plan, names: Names): void {
  const item = planCatalogue(plan);
  const decision = plan.start('decision', {
    step: 'start',
    on: '2024-03-04',
    by: DEPUTY,
    values: { title: TITLE, office: OFFICE, item, startedBy: '一月政府办公会' },
  });
  const take = (step: string, on: string, values: Readonly<Record<string, unknown>>, by = DEPUTY): void =>
    plan.act(decision, { step, on, by, values });
  take('publishDraft', '2024-03-11', {
    draftSummary: '更换三个村的老旧管网，新建蓄水池两口，水价按县级核定执行。',
    commentWhere: BOARD,
    commentHow: ['visit', 'phone', 'online', 'meeting'],
    commentUntil: '2024-04-10',
    draftCheckedOn: '2024-03-08',
  });
  planComments(plan, names, decision);
  take('hear', '2024-03-27', { otherWays: ['seminar', 'visit'] });
  take('assess', '2024-03-29', {
    riskConclusion: 'measures',
    riskNotes: '施工占用菜地和通行受阻，先签补偿协议、分段施工。',
  });
  const experts = [names.person(), names.person(), names.person()];
  const expertNotes = '管径满足用水需要，建议避开滑坡体。';
  take('argue', '2024-04-02', { expertCount: experts.length, expertSigned: 'yes', experts, expertNotes });
  take('study', '2024-04-11', { studyNotes: '绕开滑坡体、入户管埋深和管护员选任的意见采纳。' });
  take('feedback', '2024-04-16', {
    feedback:
      '管道绕开滑坡体、入户管埋深、管护员从本组选任的意见已经采纳；水价和水表安装方式没有采纳，理由随决定一并说明。',
    feedbackReview: ['secrecy', 'privacy', 'own'],
    feedbackReviewer: names.name(),
    feedbackReviewedOn: '2024-04-15',
  });
  const review = planReview(plan);
  const nature = { technical: 'yes', stability: 'yes', operators: 'no' };
  take('submit', '2024-04-25', { ...nature, review, counselView: 'agreed', materials: MATERIALS });
  const meeting = planMeeting(plan);
  take('discuss', '2024-04-29', { meeting, outcome: 'passed', headLast: 'yes', dissent: 'noted' }, CLERK);
  take('reportToParty', '2024-04-30', { partyView: 'agreed' });
  const approved = { congress: 'yes', congressOn: '2024-01-19' };
  const content = '实施饮水管网改造工程，主管道绕开滑坡体，管护员由各村民组推选。';
  take('decide', '2024-05-06', { ...approved, number: '演示府发〔2024〕5号', content }, HEAD);
  const explanation = '三个村的旧管网漏损大，改造后每户水压达标；水费按县级核定的标准收取。';
  take('publish', '2024-05-10', { address: BOARD, checkedOn: '2024-05-09', explanation }, CLERK);
  take('archive', '2024-05-24', { archived: [...MATERIALS, 'minutes', 'text'] }, CLERK);
  take('inspect', '2024-10-16', { executionNotes: '主管道铺设完成，蓄水池在建，补偿款已经付清。' });
}
