import {
  dayField,
  defineKind,
  link,
  longText,
  money,
  oneOf,
  people,
  text,
  type Day,
} from '../../kernel/index.ts';
import { cite, RETENTION, rule } from '../../law/index.ts';

function isPenalty(result: string | undefined): boolean {
  return result !== undefined && result !== 'none' && result !== 'transfer';
}

/** What must come before the decision was done, and not after it. */
function isBefore(done: Day | undefined, decision: Day | undefined): boolean {
  return done !== undefined && decision !== undefined && done <= decision;
}

/**
 * A penalty case (行政处罚案件) in two modes: the full ordinary procedure, or 登记 of a case that is worked in the upper
 * system. Both count by the day of the decision.
 */
export const penaltyCase = defineKind({
  code: 'penalty-case',
  label: '行政处罚案件',
  room: 'enforcement',
  version: 1,
  village: 'optional',
  retention: RETENTION.enforcement,
  title: 'cause',
  fields: {
    cause: text('案由', { max: 80, help: '不写当事人姓名，如“未经批准占用耕地建房”' }),
    number: text('案号', { max: 40, code: true }),
    party: people('当事人'),
    facts: longText('违法事实与证据', { privacy: 'personal' }),
    firstOfficer: link('主办人员', 'enforcement-officer'),
    secondOfficer: link('协办人员', 'enforcement-officer'),
    filedOn: dayField('立案日'),
    weight: oneOf('案件性质', { ordinary: '一般案件', grave: '情节复杂或者重大违法' }),
    review: oneOf('法制审核', {
      'not-needed': '不属于应审核情形',
      passed: '已审核通过',
      failed: '审核未通过',
      missing: '应审核未审核',
    }),
    opinion: oneOf('法制审核意见', { agreed: '同意', returned: '不同意，退回' }),
    reviewedOn: dayField('法制审核日'),
    noticeOn: dayField('事先告知日'),
    discussedOn: dayField('负责人集体讨论日'),
    decidedOn: dayField('决定日'),
    result: oneOf('处理结果', {
      warning: '警告',
      fine: '罚款',
      confiscation: '没收',
      other: '其他处罚',
      none: '不予处罚',
      transfer: '移送',
    }),
    fine: money('罚款金额'),
    servedOn: dayField('送达日'),
    closedOn: dayField('结案日'),
  },
  states: {
    filed: '办理中',
    notified: '已告知',
    reviewed: '已审核',
    decided: '已决定',
    served: '已送达',
    closed: '已结案',
  },
  steps: {
    file: {
      label: '立案',
      by: ['enforcement-officer'],
      basis: cite('CF', '54'),
      from: 'start',
      to: 'filed',
      day: 'filedOn',
      asks: ['cause', 'firstOfficer'],
      may: ['secondOfficer', 'party', 'facts', 'weight', 'number'],
    },
    notify: {
      label: '事先告知',
      by: ['enforcement-officer'],
      basis: cite('CF', '44'),
      from: ['filed', 'reviewed'],
      to: 'notified',
      day: 'noticeOn',
      may: ['secondOfficer', 'weight', 'facts'],
      rules: [
        {
          rule: rule('CF-20'),
          breached: ({ values }) =>
            values.secondOfficer === undefined || values.secondOfficer === values.firstOfficer,
          remedy: '请另选一名持证执法人员，两人共同办理。',
        },
      ],
    },
    review: {
      label: '法制审核',
      by: ['legality-reviewer'],
      basis: cite('CF', '58'),
      from: ['filed', 'notified', 'reviewed'],
      to: 'reviewed',
      day: 'reviewedOn',
      asks: ['opinion'],
      rules: [
        {
          rule: rule('CF-59'),
          breached: ({ by, handlers }) => handlers.includes(by),
          remedy: '请由没有承办这个案件的法制审核人员审核；本乡镇没有别人的，请县司法局派人。',
        },
      ],
    },
    decide: {
      label: '作出决定',
      by: ['township-head'],
      basis: [cite('CF', '57'), cite('CF', '59')],
      from: ['filed', 'notified', 'reviewed'],
      to: 'decided',
      day: 'decidedOn',
      asks: ['result', 'review'],
      may: ['fine', 'discussedOn', 'weight', 'number'],
      rules: [
        {
          rule: rule('CF-22'),
          breached: ({ values }) => isPenalty(values.result) && !isBefore(values.noticeOn, values.decidedOn),
          remedy: '请先办“事先告知”，听取陈述申辩后再作决定。',
        },
        {
          rule: rule('CF-36'),
          breached: ({ values }) =>
            values.weight === 'grave' && !isBefore(values.discussedOn, values.decidedOn),
          remedy: '情节复杂或者重大违法的案件，请先由负责人集体讨论并登记讨论日。',
        },
        {
          rule: rule('CF-37'),
          breached: ({ values }) =>
            values.review === 'missing' ||
            values.review === 'failed' ||
            // The article binds where a review is required; one that was asked for freely does not.
            (values.opinion === 'returned' && values.review !== 'not-needed'),
          remedy: '请先送法制审核，审核通过后再作决定。',
        },
      ],
    },
    serve: {
      label: '送达',
      by: ['enforcement-officer'],
      basis: cite('CF', '61'),
      from: ['decided'],
      to: 'served',
      day: 'servedOn',
    },
    close: {
      label: '结案',
      by: ['enforcement-officer'],
      basis: cite('CF', '47'),
      from: ['decided', 'served'],
      to: 'closed',
      day: 'closedOn',
    },
    index: {
      label: '登记上级系统办理的案件',
      by: ['enforcement-officer', 'judicial-office'],
      basis: cite('CF', '47'),
      from: 'start',
      to: 'closed',
      day: 'decidedOn',
      asks: ['cause', 'number', 'filedOn', 'result'],
      may: ['fine', 'servedOn', 'closedOn', 'noticeOn'],
    },
  },
  terms: [
    { rule: 'CF-39', from: 'filedOn', metBy: 'decidedOn' },
    { rule: 'CF-40', from: 'decidedOn', metBy: 'servedOn' },
  ],
  figures: {
    'penalty-cases': {
      label: '依法办理行政处罚案件',
      unit: '起',
      definition: '决定日在统计期内的行政处罚案件，含在上级系统办理、本系统登记的；不予处罚和移送的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'decidedOn',
      where: ({ values }) => isPenalty(values.result),
    },
  },
  examples: [
    [
      {
        step: 'file',
        on: '2024-04-08',
        village: '石桥村',
        values: {
          cause: '未经批准占用耕地建房',
          filedOn: '2024-04-08',
          firstOfficer: '00000000-0000-4000-8000-000000000003',
          secondOfficer: '00000000-0000-4000-8000-000000000004',
          party: [{ name: '罗某某' }],
        },
      },
      { step: 'notify', on: '2024-05-10', values: { noticeOn: '2024-05-10' } },
      {
        step: 'decide',
        on: '2024-05-22',
        values: { decidedOn: '2024-05-22', result: 'fine', fine: 200_000, review: 'not-needed' },
      },
      { step: 'serve', on: '2024-05-24', values: { servedOn: '2024-05-24' } },
      { step: 'close', on: '2024-06-20', values: { closedOn: '2024-06-20' } },
    ],
    [
      {
        step: 'file',
        on: '2024-06-03',
        village: '石桥村',
        values: {
          cause: '擅自在河道采砂',
          filedOn: '2024-06-03',
          weight: 'grave',
          firstOfficer: '00000000-0000-4000-8000-000000000003',
          secondOfficer: '00000000-0000-4000-8000-000000000004',
        },
      },
      { step: 'notify', on: '2024-06-20', values: { noticeOn: '2024-06-20' } },
      { step: 'review', on: '2024-06-28', values: { opinion: 'agreed', reviewedOn: '2024-06-28' } },
      {
        step: 'decide',
        on: '2024-07-02',
        values: {
          decidedOn: '2024-07-02',
          discussedOn: '2024-07-01',
          result: 'confiscation',
          review: 'passed',
        },
      },
    ],
    [
      {
        step: 'index',
        on: '2024-09-12',
        values: {
          cause: '未按规定处置建筑垃圾',
          number: '演示罚决〔2024〕2号',
          filedOn: '2024-07-25',
          noticeOn: '2024-09-02',
          decidedOn: '2024-09-12',
          result: 'fine',
          fine: 50_000,
        },
      },
    ],
  ],
});
