import { dayField, defineKind, file, longText, manyOf, oneOf, text } from '../../kernel/index.ts';
import { cite, RETENTION, rule } from '../../law/index.ts';

/** An assessment before personal data are handled in a way that weighs on people (个人信息保护影响评估). */
export const impactAssessment = defineKind({
  code: 'impact-assessment',
  label: '个人信息保护影响评估',
  room: 'oversight',
  version: 1,
  retention: RETENTION.protection,
  title: 'subject',
  fields: {
    subject: text('评估事项', { help: '写明要做的是什么，不写人名，如“救助公示张贴名单”' }),
    reasons: manyOf('为什么要评估', {
      sensitive: '处理敏感个人信息',
      automated: '利用个人信息进行自动化决策',
      entrusted: '委托处理个人信息',
      provided: '向其他处理者提供个人信息',
      published: '公开个人信息',
      abroad: '向境外提供个人信息',
      other: '对个人权益有重大影响的其他处理',
    }),
    lawfulness: longText('目的、方式是否合法、正当、必要', { max: 1000 }),
    risks: longText('对个人权益的影响和安全风险', { max: 1000 }),
    measures: longText('保护措施是否合法、有效并与风险相适应', { max: 1000 }),
    conclusion: oneOf('结论', { go: '可以开展', mend: '落实措施后开展', stop: '不得开展' }),
    report: file('评估报告'),
    assessedOn: dayField('评估日'),
    reviewedOn: dayField('复评日'),
    endedOn: dayField('停止处理日'),
  },
  states: { assessed: '已评估', ended: '已停止处理' },
  steps: {
    assess: {
      label: '评估',
      by: ['judicial-office', 'legality-reviewer', 'area-lead'],
      basis: [cite('GB', '55'), cite('GB', '56')],
      from: 'start',
      to: 'assessed',
      day: 'assessedOn',
      asks: ['subject', 'reasons', 'lawfulness', 'risks', 'measures', 'conclusion'],
      may: ['report'],
      rules: [
        {
          rule: rule('SJA-05'),
          breached: ({ values }) => (values.reasons ?? []).length === 0,
          remedy: '请选明为什么要评估；法律没有要求评估的处理不用登记。',
        },
      ],
    },
    review: {
      label: '复评',
      by: ['judicial-office', 'legality-reviewer', 'area-lead'],
      basis: [cite('GB', '55'), cite('GB', '56')],
      from: ['assessed'],
      to: 'assessed',
      day: 'reviewedOn',
      asks: ['risks', 'measures', 'conclusion'],
      may: ['report'],
    },
    end: {
      label: '停止处理',
      by: ['judicial-office', 'area-lead'],
      basis: cite('GB', '47'),
      from: ['assessed'],
      to: 'ended',
      day: 'endedOn',
    },
  },
  examples: [
    [
      {
        step: 'assess',
        on: '2024-03-11',
        values: {
          subject: '临时救助结果在村务公开栏公示',
          reasons: ['sensitive', 'published'],
          lawfulness: '公示为法律规定，只列姓名、村组、类别和金额',
          risks: '张贴内容可能被拍照转发，病情不得出现',
          measures: '张贴前由第二人核对，期满即撤下',
          conclusion: 'mend',
          assessedOn: '2024-03-11',
        },
      },
      {
        step: 'review',
        on: '2024-09-12',
        values: {
          risks: '半年内没有投诉，风险较低',
          measures: '撤下时间已写进公示单',
          conclusion: 'go',
          reviewedOn: '2024-09-12',
        },
      },
      { step: 'end', on: '2024-12-20', values: { endedOn: '2024-12-20' } },
    ],
  ],
});
