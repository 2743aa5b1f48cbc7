import type { Stories, ToldAct } from '../story.ts';

const at = (step: string, on: string, values: object = {}): ToldAct => ({ step, on, values: { ...values } });
const receive = (on: string, values: object = {}): ToldAct =>
  at('receive', on, { subject: '土地流转合同备案情况', channel: 'visit', ...values });
const LACKING = { contact: 'lacking' };
const CONSULTED = [{ from: '2026-05-06', to: '2026-05-13', whom: 'party', written: 'yes', view: 'refuses' }];
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
      given: [receive('2026-04-20', LACKING), at('askCorrection', '2026-04-22', { unclear: '写明哪一年' })],
      act: at('correct', '2026-04-27'),
      outcome: { due: '2026-05-27' },
    },
    {
      rule: 'GK-13',
      situation: '征求第三方意见5月6日至5月13日，七个工作日不计入',
      given: [receive('2026-04-27')],
      act: at('consult', '2026-05-13', { consultations: CONSULTED }),
      outcome: { due: '2026-06-05' },
    },
    {
      rule: 'GK-13',
      situation: '第三方还没有答复',
      given: [receive('2026-04-27')],
      act: at('consult', '2026-05-06', {
        consultations: [{ from: '2026-05-06', whom: 'party', written: 'yes' }],
      }),
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
      given: [
        receive('2026-04-20', LACKING),
        at('askCorrection', '2026-04-22', { unclear: '写明哪一年' }),
        at('correct', '2026-04-27'),
      ],
      act: at('askCorrection', '2026-04-28', { unclear: '写明哪块地' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-10',
      situation: '第一次告知补正',
      given: [receive('2026-04-20', LACKING)],
      act: at('askCorrection', '2026-04-22', { unclear: '写明哪一年' }),
      outcome: 'kept',
    },
    {
      rule: 'GK-12',
      situation: '口头征求第三方意见',
      given: [receive('2026-04-27')],
      act: at('consult', '2026-05-13', {
        consultations: [{ from: '2026-05-06', whom: 'party', written: 'no' }],
      }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-12',
      situation: '书面征求第三方意见',
      given: [receive('2026-04-27')],
      act: at('consult', '2026-05-13', { consultations: CONSULTED }),
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
