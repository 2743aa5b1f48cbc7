import type { Stories, ToldAct } from '../story.ts';

const at = (step: string, on: string, values: object = {}): ToldAct => ({ step, on, values: { ...values } });

function receive(type: string, procedure = 'ordinary', on = '2026-09-22'): ToldAct {
  return at('receive', on, {
    cause: '不服宅基地审批',
    type,
    procedure,
    role: 'respondent',
    about: 'licence',
  });
}

const answer = (gathered: string): ToldAct => at('answer', '2026-09-28', { gathered });
const REVIEW = [receive('review'), answer('no')];
const LAWSUIT = [receive('lawsuit'), answer('no')];
const attend = (values: object): ToldAct => at('attend', '2026-10-20', values);
const decide = at('decide', '2026-11-10', { result: 'ordered' });
const perform = at('perform', '2026-12-01');
const close = at('close', '2026-12-02');

export const stories: Stories = {
  kind: 'review-and-litigation',
  stories: [
    {
      rule: 'FY-09',
      situation: '复议普通程序，9月22日收到副本，十日答复，跨国庆',
      act: receive('review'),
      outcome: { due: '2026-10-13' },
    },
    {
      rule: 'FY-10',
      situation: '复议简易程序，五日答复',
      act: receive('review', 'simple'),
      outcome: { due: '2026-09-30' },
    },
    {
      rule: 'FY-20',
      situation: '诉讼十五日答辩，末日逢国庆顺延',
      act: receive('lawsuit'),
      outcome: { due: '2026-10-08', safe: '2026-09-30' },
    },
    {
      rule: 'FY-11',
      situation: '复议期间自行取证并提交',
      given: [receive('review')],
      act: answer('yes'),
      outcome: 'stopped',
    },
    {
      rule: 'FY-11',
      situation: '经复议机构同意补充',
      given: [receive('review')],
      act: answer('permitted'),
      outcome: 'kept',
    },
    {
      rule: 'FY-21',
      situation: '诉讼中自行取证并提交',
      given: [receive('lawsuit')],
      act: answer('yes'),
      outcome: 'stopped',
    },
    {
      rule: 'FY-21',
      situation: '只提交作出决定时的证据',
      given: [receive('lawsuit')],
      act: answer('no'),
      outcome: 'kept',
    },
    {
      rule: 'FY-12',
      situation: '复议听证负责人没有参加，也没有说明理由',
      given: REVIEW,
      act: attend({ attended: 'staff' }),
      outcome: 'stopped',
    },
    {
      rule: 'FY-12',
      situation: '复议听证由副职负责人参加',
      given: REVIEW,
      act: attend({ attended: 'deputy' }),
      outcome: 'kept',
    },
    {
      rule: 'FY-22',
      situation: '开庭只派律师',
      given: LAWSUIT,
      act: attend({ attended: 'lawyer' }),
      outcome: 'stopped',
    },
    {
      rule: 'FY-22',
      situation: '负责人因防汛不能出庭，委托工作人员并说明理由',
      given: LAWSUIT,
      act: attend({ attended: 'staff', excused: '正在组织防汛转移' }),
      outcome: 'kept',
    },
    {
      rule: 'FY-23',
      situation: '负责人出庭，没有提交身份证明',
      given: LAWSUIT,
      act: attend({ attended: 'head', identity: 'missing' }),
      outcome: 'stopped',
    },
    {
      rule: 'FY-23',
      situation: '负责人出庭并提交身份证明',
      given: LAWSUIT,
      act: attend({ attended: 'head', identity: 'given' }),
      outcome: 'kept',
    },
    {
      rule: 'FY-16',
      situation: '复议责令履行，没有履行就办结',
      given: [...REVIEW, decide],
      act: close,
      outcome: 'stopped',
    },
    {
      rule: 'FY-16',
      situation: '履行复议决定后办结',
      given: [...REVIEW, decide, perform],
      act: close,
      outcome: 'kept',
    },
    {
      rule: 'FY-25',
      situation: '判决责令履行，没有履行就办结',
      given: [...LAWSUIT, decide],
      act: close,
      outcome: 'stopped',
    },
    {
      rule: 'FY-25',
      situation: '履行判决后办结',
      given: [...LAWSUIT, decide, perform],
      act: close,
      outcome: 'kept',
    },
  ],
};
