import { dayField, defineKind, link, longText, oneOf, person, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/**
 * A request to correct what the office's information says of somebody (政府信息更正申请). Article 41 writes no number of days:
 * what runs is the term for any statutory duty that somebody asks for.
 */
export const informationCorrection = defineKind({
  code: 'information-correction-request',
  label: '政府信息更正申请',
  room: 'oversight',
  version: 1,
  title: 'subject',
  fields: {
    subject: text('哪项信息记录不准确', { max: 120, help: '概括写，不写申请人姓名' }),
    applicant: person('申请人'),
    detail: longText('要更正什么', { privacy: 'personal' }),
    evidence: oneOf('证据', { given: '已提供', none: '没有提供' }),
    request: link('由哪件公开申请取得', 'information-request'),
    receivedOn: dayField('收到日'),
    finding: oneOf('审核结果', {
      wrong: '记录确实不准确',
      right: '记录准确，或者证据不能证明',
      elsewhere: '本机关无权更正',
    }),
    findings: longText('审核的依据', { max: 2000, help: '不写姓名' }),
    checkedOn: dayField('审核日'),
    told: oneOf('告知申请人', { told: '已告知', untold: '没有告知' }),
    way: oneOf('怎样处理', {
      transferred: '转送有权更正的机关，并告知申请人',
      directed: '告知申请人向有权更正的机关提出',
      none: '没有转送，也没有告知去处',
    }),
    correctedOn: dayField('更正日'),
    endedOn: dayField('办结日'),
  },
  states: {
    received: '待审核',
    corrected: '已更正',
    declined: '不予更正',
    passed: '已转送、告知去处',
    withdrawn: '申请人撤回',
  },
  steps: {
    receive: {
      label: '登记更正申请',
      by: ['judicial-office', 'window-clerk', 'area-lead'],
      basis: cite('GK', '41'),
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      asks: ['subject'],
      may: ['applicant', 'detail', 'evidence', 'request'],
    },
    check: {
      label: '审核是否属实',
      when: ({ values }) => values.checkedOn === undefined,
      by: ['judicial-office', 'area-lead'],
      basis: cite('GK', '41'),
      from: ['received'],
      day: 'checkedOn',
      asks: ['finding'],
      may: ['findings', 'evidence'],
    },
    correct: {
      label: '更正并告知',
      by: ['judicial-office', 'area-lead'],
      basis: cite('GK', '41'),
      from: ['received'],
      to: 'corrected',
      day: 'correctedOn',
      sameDay: ['endedOn'],
      asks: ['told'],
      rules: [
        {
          rule: rule('GK-17'),
          breached: ({ values }) => values.told !== 'told',
          remedy: '更正后请告知申请人。',
        },
      ],
      papers: {
        corrected: {
          label: '政府信息更正告知书',
          series: '公更',
          data: ['applicant', 'subject', 'findings', 'correctedOn'],
        },
      },
    },
    decline: {
      label: '不予更正',
      by: ['judicial-office', 'area-lead'],
      basis: cite('GK', '41'),
      from: ['received'],
      to: 'declined',
      day: 'endedOn',
      asks: ['told'],
      may: ['findings'],
      rules: [
        {
          rule: rule('GK-17'),
          breached: ({ values }) => values.finding === 'wrong',
          remedy: '审核属实、本机关有权更正的，请更正并告知申请人。',
        },
      ],
      papers: {
        declined: {
          label: '不予更正告知书',
          series: '公更',
          data: ['applicant', 'subject', 'findings', 'endedOn'],
        },
      },
    },
    pass: {
      label: '转送、告知去处',
      by: ['judicial-office', 'area-lead'],
      basis: cite('GK', '41'),
      from: ['received'],
      to: 'passed',
      day: 'endedOn',
      asks: ['way'],
      rules: [
        {
          rule: rule('GK-17'),
          breached: ({ values }) => values.way === 'none',
          remedy: '本机关无权更正的，请转送有权更正的机关并告知申请人，或者告知向哪个机关提出。',
        },
      ],
    },
    withdraw: {
      label: '申请人撤回',
      by: ['judicial-office', 'window-clerk'],
      basis: cite('GK', '41'),
      from: ['received'],
      to: 'withdrawn',
      day: 'endedOn',
    },
  },
  terms: [{ rule: 'FY-19', from: 'receivedOn', metBy: 'endedOn' }],
  figures: {
    'information-corrections': {
      label: '政府信息更正申请',
      unit: '件',
      definition: '收到日在统计期内、要求更正与自身相关的政府信息记录的申请；更正个人信息的请求另计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'receivedOn',
      counter: false,
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-05-13',
        values: {
          subject: '土地承包面积登记',
          applicant: { name: '罗某某' },
          evidence: 'given',
          receivedOn: '2024-05-13',
        },
      },
      { step: 'check', on: '2024-05-20', values: { finding: 'wrong', checkedOn: '2024-05-20' } },
      { step: 'correct', on: '2024-05-22', values: { told: 'told', correctedOn: '2024-05-22' } },
    ],
    [
      {
        step: 'receive',
        on: '2024-06-11',
        values: { subject: '户籍登记的出生日期', receivedOn: '2024-06-11' },
      },
      { step: 'check', on: '2024-06-12', values: { finding: 'elsewhere', checkedOn: '2024-06-12' } },
      { step: 'pass', on: '2024-06-13', values: { way: 'directed', endedOn: '2024-06-13' } },
    ],
    [
      {
        step: 'receive',
        on: '2024-07-08',
        values: { subject: '救助名单的户主', evidence: 'none', receivedOn: '2024-07-08' },
      },
      {
        step: 'decline',
        on: '2024-07-15',
        values: { told: 'told', findings: '与户口簿一致', endedOn: '2024-07-15' },
      },
    ],
    [
      { step: 'receive', on: '2024-08-05', values: { subject: '门牌号', receivedOn: '2024-08-05' } },
      { step: 'withdraw', on: '2024-08-06', values: { endedOn: '2024-08-06' } },
    ],
  ],
});
