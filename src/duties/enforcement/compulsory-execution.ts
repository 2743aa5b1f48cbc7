import { defineKind } from '../../kernel/index.ts';
import { RETENTION } from '../../law/index.ts';
import { CARRYING_OUT } from './compulsory-execution-decision.ts';
import { DEMAND } from './compulsory-execution-demand.ts';
import { PAUSES_AND_END } from './compulsory-execution-end.ts';
import { EXECUTION_STATES, executionFields, isDemolition } from './compulsory-execution-fields.ts';

/** Compulsory execution by the township itself (行政强制执行), where a statute gives it the power. */
export const compulsoryExecution = defineKind({
  code: 'compulsory-execution',
  label: '行政强制执行',
  room: 'enforcement',
  version: 1,
  village: 'optional',
  retention: RETENTION.enforcement,
  title: 'cause',
  fields: executionFields,
  states: EXECUTION_STATES,
  steps: {
    ...DEMAND,
    ...CARRYING_OUT,
    ...PAUSES_AND_END,
  },
  terms: [
    {
      rule: 'QZ-14',
      from: 'surchargeFrom',
      metBy: 'decidedOn',
      where: ({ values }) => values.powerSource === 'law',
    },
    {
      rule: 'QZ-20',
      from: 'suspendedOn',
      metBy: 'endedOn',
      where: ({ state, values }) => state === 'suspended' && values.suspendFor === 'unable',
    },
  ],
  figures: {
    'compulsory-executions': {
      label: '实施行政强制执行',
      unit: '件',
      definition: '实施日在统计期内的强制执行和代履行，含立即清除；当事人自行履行、申请法院执行的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'executedOn',
    },
    demolitions: {
      label: '拆除违法建筑',
      unit: '处',
      definition: '实施日在统计期内强制拆除的处数之和；当事人自行拆除的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'executedOn',
      amount: ({ values }) => values.places,
    },
    'demolitions.area': {
      label: '拆除违法建筑面积',
      unit: '平方米',
      definition: '实施日在统计期内强制拆除的面积之和；当事人自行拆除的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'executedOn',
      amount: ({ values }) => values.area,
    },
    'demolitions.voluntary': {
      label: '督促自行拆除',
      unit: '处',
      definition: '终结日在统计期内、进入执行程序后由当事人自行拆除的处数之和。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'endedOn',
      where: (matter) => isDemolition(matter) && matter.values.endFor === 'performed',
      amount: ({ values }) => values.places,
      relations: [{ to: 'demolitions', is: 'disjoint' }],
    },
  },
  examples: [
    [
      {
        step: 'open',
        on: '2025-03-03',
        village: '柳树村',
        values: {
          cause: '柳树村违法搭建彩钢棚拆除',
          party: [{ name: '罗某某' }],
          obligation: 'demolish',
          planArea: 'village',
          powerSource: 'law',
          basis: '《中华人民共和国城乡规划法》第六十五条',
          baseNumber: '演示限拆〔2024〕3号',
          baseServedOn: '2024-08-05',
          baseUntil: '2024-08-20',
          remedyEndsOn: '2025-02-05',
          remedy: 'none',
          openedOn: '2025-03-03',
        },
      },
      {
        step: 'announce',
        on: '2025-03-04',
        values: { selfUntil: '2025-03-18', announcedAt: '柳树村公告栏和现场', announcedOn: '2025-03-04' },
      },
      { step: 'demand', on: '2025-03-04', values: { demandDays: 10, demandServedOn: '2025-03-04' } },
      {
        step: 'decide',
        on: '2025-03-20',
        values: {
          basis: '《中华人民共和国城乡规划法》第六十五条',
          opinion: 'none',
          utilities: 'none',
          decidedOn: '2025-03-20',
        },
      },
      { step: 'serve', on: '2025-03-20', values: { served: 'direct', servedOn: '2025-03-20' } },
      {
        step: 'execute',
        on: '2025-03-27',
        values: {
          timing: 'day',
          startedAt: '09:30',
          urgent: 'no',
          footage: 'full',
          places: 1,
          area: 86,
          executedOn: '2025-03-27',
        },
      },
    ],
    [
      {
        step: 'open',
        on: '2024-04-08',
        values: {
          cause: '未批先建罚款的强制执行',
          obligation: 'money',
          powerSource: 'law',
          baseNumber: '演示罚决〔2024〕1号',
          baseServedOn: '2024-03-11',
          baseUntil: '2024-03-26',
          amount: 200_000,
          openedOn: '2024-04-08',
        },
      },
      { step: 'demand', on: '2024-04-08', values: { demandDays: 10, demandServedOn: '2024-04-08' } },
      {
        step: 'agree',
        on: '2024-04-15',
        values: { harmless: 'yes', agreement: '分两次缴清，五月十日前完成。', agreedOn: '2024-04-15' },
      },
      { step: 'resume', on: '2024-05-13', values: { resumedOn: '2024-05-13' } },
    ],
    [
      {
        step: 'open',
        on: '2024-05-06',
        values: {
          cause: '违法搭建厨房拆除',
          obligation: 'demolish',
          planArea: 'village',
          powerSource: 'law',
          baseNumber: '演示限拆〔2023〕7号',
          baseServedOn: '2023-10-09',
          openedOn: '2024-05-06',
        },
      },
      { step: 'demand', on: '2024-05-06', values: { demandDays: 10, demandServedOn: '2024-05-06' } },
      { step: 'suspend', on: '2024-05-20', values: { suspendFor: 'claim', suspendedOn: '2024-05-20' } },
      {
        step: 'end',
        on: '2024-06-11',
        values: { endFor: 'performed', places: 1, area: 22, endedOn: '2024-06-11' },
      },
    ],
  ],
});
