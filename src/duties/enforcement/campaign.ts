import { count, dayField, defineKind, longText, oneOf, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** A campaign (专项整治): what it rests on, who takes part, until when, and what came of it. */
export const campaign = defineKind({
  code: 'campaign',
  label: '专项整治',
  room: 'enforcement',
  version: 1,
  title: 'title',
  fields: {
    title: text('整治名称', { max: 80 }),
    basis: text('部署依据', { max: 200, code: true, help: '上级文件名称文号，或者本乡镇的方案' }),
    units: text('参加单位', { max: 200 }),
    scope: text('整治范围', { max: 200 }),
    startedOn: dayField('开始日'),
    until: dayField('计划结束日', { future: true }),
    checked: count('检查、排查对象', '家', { max: 100_000 }),
    problems: count('发现问题', '个', { max: 100_000 }),
    rectified: count('整改问题', '个', { max: 100_000 }),
    suspension: oneOf('对行业停产停业的要求', {
      none: '没有要求停产停业',
      single: '只对依法应当停的个别单位',
      blanket: '要求区域内行业普遍停产、停业',
    }),
    exception: oneOf('普遍停产停业的例外情形', {
      lives: '涉及人民群众生命安全',
      accident: '发生重特大事故',
      event: '举办国家重大活动',
      none: '都不是',
    }),
    approval: text('批准普遍停产停业的机关和文号', { max: 120, code: true }),
    summary: longText('整治结果', { privacy: 'personal' }),
    endedOn: dayField('结束日'),
  },
  states: { running: '进行中', ended: '已结束' },
  steps: {
    launch: {
      label: '开展整治',
      by: ['area-lead', 'enforcement-officer', 'judicial-office', 'emergency-officer'],
      basis: cite('YS', '59'),
      from: 'start',
      to: 'running',
      day: 'startedOn',
      asks: ['title', 'basis', 'suspension'],
      may: ['units', 'scope', 'until', 'exception', 'approval'],
      rules: [
        {
          rule: rule('ZF-14'),
          breached: ({ values: { suspension, exception = 'none', approval } }) =>
            suspension === 'blanket' && (exception === 'none' || approval === undefined),
          remedy:
            '请只对依法应当停产停业的单位作决定；确属三种例外情形的，先报有权机关批准，填批准机关和文号。',
        },
      ],
    },
    end: {
      label: '结束并报告结果',
      by: ['area-lead', 'enforcement-officer', 'judicial-office', 'emergency-officer'],
      basis: cite('YS', '59'),
      from: ['running'],
      to: 'ended',
      day: 'endedOn',
      asks: ['checked', 'problems', 'rectified'],
      may: ['summary'],
    },
  },
  figures: {
    campaigns: {
      label: '开展专项整治',
      unit: '次',
      definition: '开始日在统计期内的专项整治，一个方案计一次，不按天数和检查对象计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'startedOn',
    },
    'campaigns.problems': {
      label: '专项整治发现问题',
      unit: '个',
      definition: '结束日在统计期内的专项整治所发现问题的个数之和。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'endedOn',
      amount: ({ values }) => values.problems,
    },
    'campaigns.rectified': {
      label: '专项整治整改问题',
      unit: '个',
      definition: '结束日在统计期内的专项整治所整改问题的个数之和。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'endedOn',
      amount: ({ values }) => values.rectified,
    },
  },
  examples: [
    [
      {
        step: 'launch',
        on: '2024-06-03',
        values: {
          title: '夏季自建房安全专项整治',
          basis: '样县自建房安全专项整治方案（2024年）',
          units: '村镇建设服务中心、综合行政执法队、各村',
          suspension: 'single',
          startedOn: '2024-06-03',
          until: '2024-08-30',
        },
      },
      {
        step: 'end',
        on: '2024-08-30',
        values: { checked: 126, problems: 14, rectified: 13, endedOn: '2024-08-30' },
      },
    ],
  ],
});
