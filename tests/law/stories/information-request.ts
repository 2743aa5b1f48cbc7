import type { Stories, ToldAct } from '../story.ts';

const at = (step: string, on: string, values: object = {}): ToldAct => ({ step, on, values: { ...values } });
const receive = (on: string, values: object = {}): ToldAct =>
  at('receive', on, { subject: '土地流转合同备案情况', channel: 'visit', ...values });
const LACKING = { contact: 'lacking' };
const ask = (on: string, unclear: string): ToldAct =>
  at('askCorrection', on, { unclear, correctBy: '2026-05-08' });
const ASKED = [receive('2026-04-20', { contact: 'lacking' }), ask('2026-04-22', '写明哪一年')];
const consult = (written = 'yes'): ToldAct =>
  at('consult', '2026-05-06', { written, partyReceivedOn: '2026-05-06' });
const CONSULTED = [receive('2026-04-27'), consult()];
const hear = (partyView: string): ToldAct => at('hear', '2026-05-13', { partyView });
const REFUSED = { answer: 'refused', reasons: '涉及商业秘密，第三方不同意', remedy: 'review' };

export const stories: Stories = {
  kind: 'information-request',
  stories: [
    {
      rule: 'GK-13',
      situation: '4月27日收到，二十个工作日内答复，遇五一放假和补班',
      act: receive('2026-04-27'),
      outcome: { due: '2026-05-27' },
    },
    {
      rule: 'GK-13',
      situation: '补正的自收到补正之日重新起算',
      given: ASKED,
      act: at('correct', '2026-04-27'),
      outcome: { due: '2026-05-27' },
    },
    {
      rule: 'GK-13',
      situation: '征求第三方意见5月6日至5月13日，七个工作日不计入',
      given: CONSULTED,
      act: hear('refuses'),
      outcome: { due: '2026-06-05' },
    },
    {
      rule: 'GK-13',
      situation: '第三方还没有答复',
      given: [receive('2026-04-27')],
      act: consult(),
      outcome: 'paused',
    },
    {
      rule: 'GK-13',
      situation: '同意延长二十个工作日并告知',
      given: [receive('2026-04-27')],
      act: at('extend', '2026-05-20', { extensionTold: 'told' }),
      outcome: { due: '2026-06-25' },
    },
    {
      rule: 'GK-13',
      situation: '延长没有告知申请人',
      given: [receive('2026-04-27')],
      act: at('extend', '2026-05-20', { extensionTold: 'untold' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-13',
      situation: '按期答复',
      given: [receive('2026-04-27')],
      act: at('answer', '2026-05-20', { answer: 'open' }),
      outcome: 'kept',
    },
    {
      rule: 'GK-10',
      situation: '内容不明确，4月30日收到，七个工作日内一次性告知补正',
      act: receive('2026-04-30', LACKING),
      outcome: { due: '2026-05-13' },
    },
    {
      rule: 'GK-10',
      situation: '已经补正过，又要求补正',
      given: [...ASKED, at('correct', '2026-04-27')],
      act: ask('2026-04-28', '写明哪块地'),
      outcome: 'stopped',
    },
    {
      rule: 'GK-10',
      situation: '第一次告知补正',
      given: [receive('2026-04-20', LACKING)],
      act: ask('2026-04-22', '写明哪一年'),
      outcome: 'kept',
    },
    {
      rule: 'GK-12',
      situation: '口头征求第三方意见',
      given: [receive('2026-04-27')],
      act: consult('no'),
      outcome: 'stopped',
    },
    {
      rule: 'GK-12',
      situation: '书面征求第三方意见',
      given: [receive('2026-04-27')],
      act: consult(),
      outcome: 'kept',
    },
    {
      rule: 'GK-13',
      situation: '答复期限5月27日届满，次日才同意延期',
      given: [receive('2026-04-27')],
      act: at('extend', '2026-05-28', { extensionTold: 'told' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-13',
      situation: '征求第三方意见七个工作日不计入，5月28日还没有届满，可以延期',
      given: [...CONSULTED, hear('refuses')],
      act: at('extend', '2026-05-28', { extensionTold: 'told' }),
      outcome: 'kept',
    },
    {
      rule: 'GK-13',
      situation: '届满以后才同意的延期不起作用，5月29日答复仍是逾期',
      given: [
        receive('2026-04-27'),
        { ...at('extend', '2026-05-28', { extensionTold: 'told' }), entered: '2026-05-29', source: 'late' },
      ],
      act: at('answer', '2026-05-29', { answer: 'open' }),
      outcome: 'flawed',
    },
    {
      rule: 'GK-10.correct',
      situation: '补正告知书写明5月8日以前补正',
      given: [receive('2026-04-20', LACKING)],
      act: ask('2026-04-22', '写明哪一年'),
      outcome: { due: '2026-05-08' },
    },
    {
      rule: 'GK-10.abandoned',
      situation: '补正期限5月8日当天就按放弃处理',
      given: ASKED,
      act: at('abandon', '2026-05-08', { excuse: 'none' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-10.abandoned',
      situation: '申请人住院，逾期不补正有正当理由',
      given: ASKED,
      act: at('abandon', '2026-05-12', { excuse: 'good' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-10.abandoned',
      situation: '补正期限届满，没有正当理由不补正',
      given: ASKED,
      act: at('abandon', '2026-05-09', { excuse: 'none' }),
      outcome: 'kept',
    },
    {
      rule: 'GK-12',
      situation: '第三方5月6日收到征求意见书，十五个工作日内提出意见，遇周六补班',
      given: [receive('2026-04-27')],
      act: consult(),
      outcome: { due: '2026-05-26' },
    },
    {
      rule: 'GK-12',
      situation: '第三方还没有答复，也没有届满，就决定公开',
      given: CONSULTED,
      act: at('answer', '2026-05-20', { answer: 'open' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-12',
      situation: '第三方有理由不同意，决定公开却没有书面告知他',
      given: [...CONSULTED, hear('refuses')],
      act: at('answer', '2026-05-20', { answer: 'open', overriding: 'untold' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-12',
      situation: '不公开对公共利益有重大影响，书面告知第三方后公开',
      given: [...CONSULTED, hear('refuses')],
      act: at('answer', '2026-05-20', { answer: 'open', overriding: 'told' }),
      outcome: 'kept',
    },
    {
      rule: 'GK-12',
      situation: '5月6日发出，第三方5月8日才收到，从收到之日起算',
      given: [receive('2026-04-27'), at('consult', '2026-05-06', { written: 'yes' })],
      act: at('reachParty', '2026-05-08'),
      outcome: { due: '2026-05-28' },
    },
    {
      rule: 'GK-12.joint',
      situation: '共同制作机关5月6日收到征求意见函，十五个工作日内提出，逾期视为同意',
      given: [receive('2026-04-27')],
      act: at('consultOrgan', '2026-05-06', { organReceivedOn: '2026-05-06' }),
      outcome: { due: '2026-05-26' },
    },
    {
      rule: 'GK-16',
      situation: '能区分处理，却全部不予公开',
      given: [receive('2026-04-27')],
      act: at('answer', '2026-05-20', { ...REFUSED, separable: 'yes' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-16',
      situation: '部分公开，没有说明其余部分不公开的理由',
      given: [receive('2026-04-27')],
      act: at('answer', '2026-05-20', { answer: 'partly', separable: 'yes', remedy: 'review' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-16',
      situation: '公开可以公开的部分，说明其余的理由',
      given: [receive('2026-04-27')],
      act: at('answer', '2026-05-20', { ...REFUSED, answer: 'partly', separable: 'yes' }),
      outcome: 'kept',
    },
    {
      rule: 'GK-16',
      situation: '以公开申请的形式投诉，仍按公开申请答复',
      given: [receive('2026-04-27')],
      act: at('answer', '2026-05-20', { answer: 'missing', reasons: '没有制作', nature: 'complaint' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-16',
      situation: '告知不作为公开申请处理，可以通过信访、举报渠道提出',
      given: [receive('2026-04-27')],
      act: at('answer', '2026-05-20', { answer: 'complaint', nature: 'complaint' }),
      outcome: 'kept',
    },
    {
      rule: 'GK-15',
      situation: '答复不掌握，没有写理由',
      given: [receive('2026-04-27')],
      act: at('answer', '2026-05-20', { answer: 'missing' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-15',
      situation: '写明理由和去处',
      given: [receive('2026-04-27')],
      act: at('answer', '2026-05-20', { answer: 'elsewhere', reasons: '由县自然资源局制作，请向该局申请' }),
      outcome: 'kept',
    },
    {
      rule: 'GK-18',
      situation: '不予公开，答复书写成可以复议或者诉讼',
      given: [receive('2026-04-27')],
      act: at('answer', '2026-05-20', { ...REFUSED, remedy: 'either' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-18',
      situation: '不予公开，写明先申请行政复议',
      given: [receive('2026-04-27')],
      act: at('answer', '2026-05-20', REFUSED),
      outcome: 'kept',
    },
  ],
};
