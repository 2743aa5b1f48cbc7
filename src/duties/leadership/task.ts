import {
  count,
  dayField,
  defineKind,
  file,
  link,
  longText,
  oneOf,
  text,
  type Check,
  type Matter,
  type Post,
} from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { SETTERS } from './leaders.ts';
import { OFFICES } from './offices.ts';

/** Whoever works on a task: its office or its village. */
const OWNERS: readonly Post[] = [
  'judicial-office',
  'area-lead',
  'enforcement-officer',
  'emergency-officer',
  'window-clerk',
  'village-cadre',
];

const fields = {
  title: longText('任务', { max: 300, help: '一条写一件事，不写人名' }),
  point: link('来自年度工作要点', 'annual-point'),
  plan: link('来自上年度报告的安排', 'next-year-plan'),
  drill: link('来自演练', 'drill', { help: '演练评估出来要改的' }),
  shortcoming: link('来自不足', 'shortcoming'),
  office: oneOf('责任机构', OFFICES),
  owner: text('责任人', { max: 40, help: '写岗位，如“执法队长”，不写人名' }),
  assignedOn: dayField('布置日'),
  due: dayField('完成时限', { future: true }),
  planYear: count('安排年度', '年'),
  planBegins: dayField('安排年度首日', { future: true }),
  progressOn: dayField('最近进展日'),
  progress: longText('进展', { max: 1000 }),
  share: count('完成', '%', { max: 100, help: '大致的进度，不写也可以' }),
  meeting: link('佐证：会议活动', 'gathering'),
  activity: link('佐证：宣传活动', 'publicity-activity'),
  document: link('佐证：发文', 'outgoing-document'),
  figure: text('佐证：指标代码', { max: 80, code: true, help: '用指标佐证的，如publicity.activities' }),
  evidence: file('佐证材料'),
  postponedOn: dayField('调整日'),
  reason: text('调整的原因', { max: 120 }),
  answeredOn: dayField('答复日'),
  outcome: oneOf('完成情况', { done: '已完成', partly: '部分完成', not: '没有完成' }),
  result: longText('结果', { max: 500, help: '要写数时填指标代码，如{disputes.settled}' }),
  why: longText('没有全部完成的原因', { max: 300 }),
};
type Task = Matter<typeof fields>;
type Outcome = 'done' | 'partly' | 'not';

const EVIDENCE = ['meeting', 'activity', 'document', 'figure', 'evidence'] as const;

/** What was not wholly done says why: the report has to. */
const SAYS_WHY: Check<typeof fields> = {
  wrong: ({ values }) =>
    values.outcome !== undefined && values.outcome !== 'done' && values.why === undefined,
  field: 'why',
  sentence: '没有全部完成的，要写明原因。',
  next: '请写明没有全部完成的原因；下一年度报告要用。',
};

function fromPlan({ values }: Task): boolean {
  return values.plan !== undefined;
}

/** Items of last year's report by how they were answered, in the year for which they were arranged. */
function answered(outcome: Outcome, label: string) {
  return {
    label,
    unit: '项',
    definition: `上一年度报告安排到本年度的事项里，答复为“${fields.outcome.options?.[outcome]}”的；按安排年度计，不按答复日计。`,
    chapter: 'leadership',
    measure: 'flow',
    counter: false,
    on: 'planBegins',
    where: (m: Task) => fromPlan(m) && m.values.outcome === outcome,
    relations: [{ to: 'plan-items', is: 'part-of' }],
  } as const;
}

/**
 * A task (工作任务) that the township sets itself: from a point of the year, an item of last year's report, the lesson of a
 * drill or a shortcoming. What an upper office asks is an upper task (上级任务), counted and answered apart.
 */
export const task = defineKind({
  code: 'task',
  label: '工作任务',
  room: 'leadership',
  version: 1,
  village: 'optional',
  title: 'title',
  fields,
  states: { open: '办理中', answered: '已答复' },
  steps: {
    assign: {
      label: '布置任务',
      by: [...SETTERS, 'emergency-officer'],
      basis: cite('DYZ', '4-6'),
      from: 'start',
      to: 'open',
      day: 'assignedOn',
      asks: ['title', 'due'],
      may: ['office', 'owner', 'point', 'drill', 'shortcoming'],
    },
    assignPlanned: {
      label: '把上年度报告的安排列为任务',
      by: SETTERS,
      basis: [cite('DCG', '24'), cite('DYZ', '4-6')],
      from: 'start',
      to: 'open',
      day: 'assignedOn',
      asks: ['plan', 'due'],
      may: ['office', 'owner'],
      takes: {
        title: { link: 'plan', field: 'plan' },
        planYear: { link: 'plan', field: 'year' },
        planBegins: { link: 'plan', field: 'begins' },
      },
    },
    report: {
      label: '登记进展',
      by: OWNERS,
      basis: cite('DF', '69'),
      from: ['open'],
      to: 'open',
      day: 'progressOn',
      asks: ['progress'],
      may: ['share', ...EVIDENCE],
    },
    adjust: {
      label: '调整时限、责任',
      by: SETTERS,
      basis: cite('DYZ', '4-6'),
      from: ['open'],
      to: 'open',
      day: 'postponedOn',
      asks: ['due', 'reason'],
      may: ['office', 'owner'],
    },
    answer: {
      label: '答复完成情况',
      by: OWNERS,
      basis: [cite('DCG', '24'), cite('DF', '69')],
      from: ['open'],
      to: 'answered',
      day: 'answeredOn',
      asks: ['outcome'],
      may: ['result', 'why', ...EVIDENCE],
      checks: [SAYS_WHY],
    },
  },
  terms: [{ rule: 'ND-05.given', from: 'assignedOn', by: 'due', metBy: 'answeredOn' }],
  figures: {
    'tasks.assigned': {
      label: '布置法治建设工作任务',
      unit: '项',
      definition:
        '布置日在统计期内的工作任务，含由年度要点、上年度报告的安排、演练和不足列出的；上级任务另计。',
      chapter: 'leadership',
      measure: 'flow',
      on: 'assignedOn',
      relations: [{ to: 'upper-tasks', is: 'disjoint' }],
    },
    'tasks.done': {
      label: '完成法治建设工作任务',
      unit: '项',
      definition: '答复日在统计期内、完成情况为“已完成”的工作任务，含以前布置的；部分完成的不计。',
      chapter: 'leadership',
      measure: 'flow',
      on: 'answeredOn',
      where: ({ values }) => values.outcome === 'done',
      relations: [{ to: 'upper-tasks.answered', is: 'disjoint' }],
    },
    'tasks.on-time-rate': {
      label: '工作任务按期完成率',
      unit: '%',
      definition:
        '完成时限在统计期内的工作任务：在时限以前答复“已完成”的项数除以全部项数；调整过的按调整后的时限。',
      chapter: 'leadership',
      measure: 'ratio',
      on: 'due',
      numerator: ({ values: { answeredOn, due, outcome } }) =>
        outcome === 'done' && answeredOn !== undefined && due !== undefined && answeredOn <= due ? 1 : 0,
      denominator: () => 1,
    },
    'plan-items.done': answered('done', '上年度报告的安排已完成'),
    'plan-items.partly': answered('partly', '上年度报告的安排部分完成'),
    'plan-items.not': answered('not', '上年度报告的安排没有完成'),
  },
  examples: [
    [
      {
        step: 'assign',
        on: '2024-03-04',
        values: {
          title: '上半年完成一轮执法案卷评查',
          due: '2024-06-28',
          office: 'enforcement',
          owner: '执法队长',
          point: '00000000-0000-4000-8000-000000000001',
          assignedOn: '2024-03-04',
        },
      },
      {
        step: 'report',
        on: '2024-05-20',
        values: { progress: '已调齐案卷，开始逐卷评查', share: 40, progressOn: '2024-05-20' },
      },
      {
        step: 'adjust',
        on: '2024-06-24',
        values: { due: '2024-07-12', reason: '防汛期间抽人值班', postponedOn: '2024-06-24' },
      },
      {
        step: 'answer',
        on: '2024-07-10',
        values: {
          outcome: 'partly',
          result: '当场处罚案卷评查完毕',
          why: '普通程序案卷还有两卷在县里',
          answeredOn: '2024-07-10',
        },
      },
    ],
    [
      {
        step: 'assignPlanned',
        on: '2025-01-06',
        values: {
          plan: '00000000-0000-4000-8000-000000000001',
          due: '2025-11-28',
          office: 'judicial-office',
          assignedOn: '2025-01-06',
        },
      },
    ],
  ],
});
