import { dayField, defineKind, longText, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** A number that was told to an upper office (对外报数台账): which, as what, to whom; an earlier answer is seen before a new one. */
export const figureGiven = defineKind({
  code: 'figure-given',
  label: '对外报数台账',
  room: 'leadership',
  version: 1,
  title: 'figure',
  fields: {
    figure: text('指标', { max: 120 }),
    code: text('指标代码', { max: 80, code: true, help: '指标总览里查数时自动填好。' }),
    number: text('报出的数', { max: 60, code: true, help: '连同单位，如“82项”。' }),
    text: longText('报出的话', { max: 1000, help: '包括口径和截至的日子。' }),
    recipient: text('报给谁', { max: 60, help: '写单位，不写人名。' }),
    way: oneOf('方式', { phone: '电话', written: '书面', platform: '平台填报', group: '工作群' }),
    givenOn: dayField('报出日'),
  },
  states: { given: '已报出' },
  steps: {
    give: {
      label: '登记报数',
      by: ['judicial-office', 'area-lead', 'party-secretary', 'township-head', 'emergency-officer'],
      basis: cite('DCG', 'c4'),
      from: 'start',
      to: 'given',
      day: 'givenOn',
      asks: ['figure', 'number', 'recipient'],
      may: ['code', 'text', 'way'],
    },
  },
  examples: [
    [
      {
        step: 'give',
        on: '2024-07-03',
        values: {
          figure: '排查矛盾纠纷',
          code: 'disputes.screened',
          number: '96件',
          text: '排查矛盾纠纷：96件（2024年1月1日至7月3日）',
          recipient: '县司法局',
          way: 'phone',
          givenOn: '2024-07-03',
        },
      },
    ],
  ],
});
