import type { Stories, ToldAct } from '../story.ts';

const at = (step: string, on: string, values: object = {}): ToldAct => ({ step, on, values: { ...values } });
const receive = at('receive', '2026-05-13', { subject: '土地承包面积登记', evidence: 'given' });
const checked = (finding: string): ToldAct[] => [receive, at('check', '2026-05-20', { finding })];

export const stories: Stories = {
  kind: 'information-correction-request',
  stories: [
    {
      rule: 'GK-17',
      situation: '审核属实，却不予更正',
      given: checked('wrong'),
      act: at('decline', '2026-05-21', { told: 'told' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-17',
      situation: '更正了，没有告知申请人',
      given: checked('wrong'),
      act: at('correct', '2026-05-21', { told: 'untold' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-17',
      situation: '更正并告知申请人',
      given: checked('wrong'),
      act: at('correct', '2026-05-21', { told: 'told' }),
      outcome: 'kept',
    },
    {
      rule: 'GK-17',
      situation: '无权更正，没有转送也没有告知去处',
      given: checked('elsewhere'),
      act: at('pass', '2026-05-21', { way: 'none' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-17',
      situation: '转送有权更正的机关并告知申请人',
      given: checked('elsewhere'),
      act: at('pass', '2026-05-21', { way: 'transferred' }),
      outcome: 'kept',
    },
    {
      rule: 'FY-19',
      situation: '更正申请条例没有写天数，按履行法定职责的两个月',
      act: receive,
      outcome: { due: '2026-07-13' },
    },
  ],
};
