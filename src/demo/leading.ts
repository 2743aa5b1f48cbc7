import { CLERK, DEPUTY, HEAD, OFFICER, SECRETARY } from './accounts.ts';
import { fromPaper } from './paper.ts';
import type { Matter, Plan } from './plan.ts';

/** What each office was granted; who is there stands in the staff. The judicial office lacks one. */
const GRANTED: readonly (readonly [office: string, sort: string, posts: number])[] = [
  ['leadership', 'administrative', 9],
  ['party-government', 'administrative', 8],
  ['judicial-office', 'special', 2],
  ['enforcement', 'public', 7],
  ['emergency', 'public', 5],
  ['services', 'public', 8],
  ['economy', 'public', 6],
  ['society', 'public', 7],
  ['agriculture', 'public', 10],
  ['stability', 'public', 4],
];

function planEstablishment(plan: Plan): void {
  const since = '2022-06-20';
  for (const [office, sort, posts] of GRANTED) {
    const values = { office, sort, posts, document: '样县编办〔2022〕6号', since };
    plan.start('establishment', { step: 'grant', on: since, by: CLERK, ...fromPaper(1), values });
  }
}

interface Answer {
  readonly on: string;
  readonly outcome: 'done' | 'partly' | 'not';
  readonly result: string;
  readonly why?: string;
}

/** What the report on 2023 arranged for 2024, and what became of it. */
const ARRANGED: readonly (readonly [text: string, office: string, Answer])[] = [
  [
    '把各站所、各村的台账统一登记，年底一次汇总。',
    'judicial-office',
    { on: '2024-12-18', outcome: 'done', result: '各站所和各村已统一在本系统登记，报告的数逐条可查' },
  ],
  [
    '组织乡村两级干部学习法律法规，党政主要负责人带头。',
    'party-government',
    { on: '2024-12-19', outcome: 'done', result: '各类干部会议学习法律法规{law-study.sessions}' },
  ],
  [
    '补齐司法所工作人员，每个片区有专人联系。',
    'judicial-office',
    {
      on: '2024-12-20',
      outcome: 'not',
      result: '司法所现有工作人员{judicial-office.staff}',
      why: '一名司法助理员调离后，县里尚未补充',
    },
  ],
];

function planArrangements(plan: Plan): void {
  for (const [text, office, { on, ...answer }] of ARRANGED) {
    const item = plan.start('next-year-plan', {
      step: 'plan',
      on: '2023-12-22',
      by: CLERK,
      values: { plan: text, year: 2024 },
    });
    const task = plan.start('task', {
      step: 'assignPlanned',
      on: '2024-01-08',
      by: CLERK,
      values: { plan: item, office, due: '2024-12-31', assignedOn: '2024-01-08' },
    });
    plan.act(task, { step: 'answer', on, by: CLERK, values: { ...answer, answeredOn: on } });
  }
}

interface Work {
  readonly title: string;
  readonly office: string;
  readonly due: string;
  readonly progress?: readonly [on: string, text: string, share: number];
  readonly answer?: Answer;
}

/** The year's points with the tasks made of them; the last is still open and late at the year's end. */
const POINTS: readonly (readonly [point: string, office: string, tasks: readonly Work[]])[] = [
  [
    '规范行政执法，全年评查执法案卷两轮',
    'enforcement',
    [
      {
        title: '上半年评查执法案卷一轮',
        office: 'enforcement',
        due: '2024-06-28',
        progress: ['2024-05-20', '已调齐案卷，正在逐卷评查', 50],
        answer: { on: '2024-06-25', outcome: 'done', result: '评查完毕，问题已交办整改' },
      },
      {
        title: '下半年评查执法案卷一轮',
        office: 'enforcement',
        due: '2024-11-29',
        answer: { on: '2024-11-26', outcome: 'done', result: '评查完毕，文书送达登记已补齐' },
      },
    ],
  ],
  [
    '推进普法进村寨、进学校、进企业',
    'judicial-office',
    [
      {
        title: '国家宪法日前后到学校和集市各办一场宣传',
        office: 'judicial-office',
        due: '2024-12-13',
        answer: { on: '2024-12-12', outcome: 'done', result: '已办两场' },
      },
    ],
  ],
  [
    '健全村级法治力量',
    'stability',
    [
      {
        title: '每个村培养两名以上法律明白人',
        office: 'stability',
        due: '2024-12-20',
        progress: ['2024-10-15', '已有七个村报来名单', 60],
      },
    ],
  ],
];

function planTask(plan: Plan, point: Matter, { title, office, due, progress, answer }: Work): void {
  const values = { title, office, due, point, assignedOn: '2024-02-26' };
  const task = plan.start('task', { step: 'assign', on: '2024-02-26', by: DEPUTY, values });
  const by = office === 'enforcement' ? OFFICER : CLERK;
  if (progress) {
    const [on, text, share] = progress;
    plan.act(task, { step: 'report', on, by, values: { progress: text, share, progressOn: on } });
  }
  if (answer) {
    const { on, ...said } = answer;
    plan.act(task, { step: 'answer', on, by, values: { ...said, answeredOn: on } });
  }
}

function planPoints(plan: Plan): void {
  for (const [point, office, tasks] of POINTS) {
    const values = { point, year: 2024, office, document: '样乡发〔2024〕3号', setOn: '2024-02-20' };
    const set = plan.start('annual-point', { step: 'set', on: '2024-02-20', by: SECRETARY, values });
    for (const work of tasks) planTask(plan, set, work);
  }
}

interface Instruction {
  readonly on: string;
  readonly by: typeof SECRETARY;
  readonly gist: string;
  readonly way: string;
  readonly unit: string;
  readonly answer: readonly [on: string, text: string];
}

const INSTRUCTIONS: readonly Instruction[] = [
  {
    on: '2024-04-09',
    by: SECRETARY,
    gist: '县级执法案卷抽查通报',
    way: 'written',
    unit: '综合行政执法队',
    answer: ['2024-04-26', '已逐卷核对，补记送达日期'],
  },
  {
    on: '2024-07-23',
    by: HEAD,
    gist: '山林权属纠纷排查化解',
    way: 'visit',
    unit: '司法所、综治中心',
    answer: ['2024-08-09', '三件历史遗留纠纷已列入包案'],
  },
  {
    on: '2024-09-18',
    by: HEAD,
    gist: '上级任务报送不及时',
    way: 'written',
    unit: '党政综合办公室',
    answer: ['2024-09-25', '已明确收文当日登记'],
  },
];

function planInstructions(plan: Plan): void {
  for (const { on, by, gist, way, unit, answer } of INSTRUCTIONS) {
    const leader = by === SECRETARY ? 'secretary' : 'head';
    const values = { gist, leader, way, unit, instructedOn: on };
    const given = plan.start('leader-instruction', { step: 'give', on, by: CLERK, values });
    const [answeredOn, text] = answer;
    plan.act(given, { step: 'answer', on: answeredOn, by: CLERK, values: { answer: text, answeredOn } });
  }
  for (const leader of ['secretary', 'head']) {
    plan.start('law-statement', {
      step: 'state',
      on: '2024-01-25',
      by: CLERK,
      values: { leader, year: 2023, covers: ['study', 'duties', 'problems'], statedOn: '2024-01-25' },
    });
  }
}

/** The report on 2023: told to the county, published, and told to the people's congress of the township. */
const YEARLY: readonly (readonly [duty: string, on: string, where: string, more: object])[] = [
  ['ND-05', '2024-01-18', '乡人民代表大会会议', {}],
  [
    'ND-01',
    '2024-02-27',
    '县委、县政府',
    { copied: 'yes', parts: ['results', 'shortcomings', 'leaders', 'plan'] },
  ],
  ['ND-02', '2024-03-28', '县政府网站乡镇专栏', { parts: ['results', 'shortcomings', 'leaders', 'plan'] }],
];

function planYearly(plan: Plan): void {
  for (const [duty, doneOn, where, more] of YEARLY) {
    const values = { duty, year: 2024, doneOn, where, ...more };
    plan.start('yearly-duty', { step: 'record', on: doneOn, by: CLERK, values });
  }
}

/** Numbers told upwards; one question was answered twice, and not alike. */
const GIVEN: readonly (readonly [on: string, figure: string, number: string, recipient: string])[] = [
  ['2024-07-03', '上半年排查矛盾纠纷', '31件', '县司法局'],
  ['2024-07-05', '上半年矛盾纠纷排查数', '33件', '县委政法委'],
  ['2024-10-10', '人民调解员人数', '36名', '县司法局'],
];

function planGiven(plan: Plan): void {
  for (const [givenOn, figure, number, recipient] of GIVEN) {
    const values = { figure, number, recipient, way: 'phone', givenOn };
    plan.start('figure-given', { step: 'give', on: givenOn, by: CLERK, values });
  }
}

/** What the township's leaders set, asked for and answered in the year. */
export function planLeading(plan: Plan): void {
  planEstablishment(plan);
  planArrangements(plan);
  planPoints(plan);
  planInstructions(plan);
  planYearly(plan);
  planGiven(plan);
}
