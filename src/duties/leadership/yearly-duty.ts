import {
  count,
  dayField,
  defineKind,
  file,
  link,
  manyOf,
  oneOf,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite, OWN_DUTIES, rule } from '../../law/index.ts';

const fields = {
  title: text('名称', { max: 120 }),
  duty: oneOf('事项', OWN_DUTIES),
  year: count('年度', '年', { min: 2000, max: 2999, help: '在哪一年的法定日历里，就填哪一年' }),
  /** The term runs from the year's first day, however late it is entered. */
  begins: dayField('年度首日', { future: true }),
  doneOn: dayField('办成日', { help: '报告、公开、召开的那一天' }),
  where: text('报给谁、在哪里公开', { max: 200 }),
  copied: oneOf('抄送县委法治办事机构', { yes: '已抄送', no: '没有抄送' }),
  parts: manyOf('报告写了哪些', {
    results: '举措和成效',
    shortcomings: '不足和原因',
    leaders: '主要负责人履责情况',
    plan: '下一年度安排',
  }),
  document: link('发文', 'outgoing-document'),
  meeting: link('会议', 'gathering'),
  evidence: file('材料'),
};
type Duty = Matter<typeof fields>;

const PARTS = ['results', 'shortcomings', 'leaders', 'plan'] as const;

function is({ values }: Duty, ...codes: readonly string[]): boolean {
  return values.duty !== undefined && codes.includes(values.duty);
}

/** A duty of the statutory calendar (年度法定事项) that no other kind of work shows: that it was done, when, and where. */
export const yearlyDuty = defineKind({
  code: 'yearly-duty',
  label: '年度法定事项',
  room: 'leadership',
  version: 1,
  title: 'title',
  fields,
  states: { done: '已办成' },
  steps: {
    record: {
      label: '登记办成',
      by: ['judicial-office', 'area-lead', 'party-secretary', 'township-head'],
      basis: [cite('DCG', 'c4'), cite('DF', '69')],
      from: 'start',
      to: 'done',
      day: 'doneOn',
      records: true,
      asks: ['duty', 'year'],
      may: ['where', 'copied', 'parts', 'document', 'meeting', 'evidence'],
      takes: {
        title: { says: ({ duty, year }) => `${String(year)}年：${OWN_DUTIES[String(duty)] ?? ''}` },
        begins: { says: ({ year }) => `${String(year)}-01-01` },
      },
      rules: [
        {
          rule: rule('ND-01'),
          breached: (m) => is(m, 'ND-01') && m.values.copied !== 'yes',
          remedy: '请抄送县委法治建设议事协调机构的办事机构，并登记“已抄送”。',
        },
        {
          rule: rule('ND-03'),
          breached: (m) =>
            is(m, 'ND-01', 'ND-02') && !PARTS.every((part) => m.values.parts?.includes(part) === true),
          remedy: '请对照补全：举措和成效、不足和原因、主要负责人履责情况、下一年度安排。',
        },
      ],
    },
  },
  terms: [
    { rule: 'ND-01', from: 'begins', metBy: 'doneOn', where: (m) => is(m, 'ND-01') },
    { rule: 'ND-02', from: 'begins', metBy: 'doneOn', where: (m) => is(m, 'ND-02') },
  ],
  figures: {
    'yearly-duties.done': {
      label: '办成年度法定事项',
      unit: '项',
      definition:
        '办成日在统计期内的年度法定事项，如报告、公开年度报告；执法统计年报、信息公开年报、归档等另有登记的不计。',
      chapter: 'leadership',
      measure: 'flow',
      counter: false,
      on: 'doneOn',
    },
  },
  examples: [
    [
      {
        step: 'record',
        on: '2024-02-26',
        values: {
          duty: 'ND-01',
          year: 2024,
          doneOn: '2024-02-26',
          where: '样县县委、县政府',
          copied: 'yes',
          parts: ['results', 'shortcomings', 'leaders', 'plan'],
        },
      },
    ],
  ],
});
