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
const arrange = (attending: string, values: object = {}): ToldAct =>
  at('arrange', '2026-10-13', { hearingFor: '2026-10-20', attending, ...values });
const attend = (values: object): ToldAct => at('attend', '2026-10-20', values);
const decide = at('decide', '2026-11-10', { result: 'ordered' });
const judged = (values: object): ToldAct =>
  at('decide', '2026-11-10', { result: 'ordered', paper: 'judgment', ...values });
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
      situation: '复议听证安排工作人员参加，没有说明负责人不能参加的理由',
      given: REVIEW,
      act: arrange('staff'),
      outcome: 'stopped',
    },
    {
      rule: 'FY-12',
      situation: '复议听证安排副职负责人参加',
      given: REVIEW,
      act: arrange('deputy'),
      outcome: 'kept',
    },
    {
      rule: 'FY-12',
      situation: '听证已经开过，负责人没有参加也没有说明理由：如实登记',
      given: REVIEW,
      act: attend({ attended: 'staff' }),
      outcome: 'reminded',
    },
    {
      rule: 'FY-22',
      situation: '安排只派律师出庭',
      given: LAWSUIT,
      act: arrange('lawyer'),
      outcome: 'stopped',
    },
    {
      rule: 'FY-22',
      situation: '负责人因防汛不能出庭，说明理由、备好证明，委托工作人员',
      given: LAWSUIT,
      act: arrange('staff', { excused: '正在组织防汛转移', proof: 'given' }),
      outcome: 'kept',
    },
    {
      rule: 'FY-22',
      situation: '开庭当天只去了律师：登记不拦，记程序瑕疵',
      given: LAWSUIT,
      act: attend({ attended: 'lawyer' }),
      outcome: 'reminded',
    },
    {
      rule: 'FY-23',
      situation: '安排负责人出庭，没有备身份证明',
      given: LAWSUIT,
      act: arrange('head', { identity: 'missing' }),
      outcome: 'stopped',
    },
    {
      rule: 'FY-23',
      situation: '负责人不能出庭，没有备证明材料',
      given: LAWSUIT,
      act: arrange('staff', { excused: '正在组织防汛转移' }),
      outcome: 'stopped',
    },
    {
      rule: 'FY-23',
      situation: '负责人出庭，开庭时没有提交身份证明：登记不拦',
      given: LAWSUIT,
      act: attend({ attended: 'head', identity: 'missing' }),
      outcome: 'reminded',
    },
    {
      rule: 'FY-23',
      situation: '安排时备好身份证明，负责人出庭',
      given: [...LAWSUIT, arrange('head', { identity: 'given' })],
      act: attend({ attended: 'head' }),
      outcome: 'kept',
    },
    {
      rule: 'FY-24',
      situation: '11月10日收到一审判决书，十五日内上诉',
      given: LAWSUIT,
      act: judged({}),
      outcome: { due: '2026-11-25' },
    },
    {
      rule: 'FY-24.ruling',
      situation: '11月10日收到一审裁定书，十日内上诉',
      given: LAWSUIT,
      act: judged({ paper: 'ruling', result: 'upheld' }),
      outcome: { due: '2026-11-20' },
    },
    {
      rule: 'FY-25',
      situation: '判决写明2027年1月8日以前履行',
      given: LAWSUIT,
      act: judged({ performBy: '2027-01-08' }),
      outcome: { due: '2027-01-08' },
    },
    {
      rule: 'FY-25',
      situation: '判决写明11月30日以前履行，12月1日才履行',
      given: [...LAWSUIT, judged({ performBy: '2026-11-30' })],
      act: perform,
      outcome: 'flawed',
    },
    {
      rule: 'FY-25',
      situation: '已经上诉的一审判决没有生效，履行期限不走',
      given: [...LAWSUIT, judged({ performBy: '2026-12-31' })],
      act: at('appeal', '2026-11-20', { appealed: 'us' }),
      outcome: 'none',
    },
    {
      rule: 'FY-16',
      situation: '复议决定写明12月31日以前履行',
      given: REVIEW,
      act: at('decide', '2026-11-10', { result: 'ordered', performBy: '2026-12-31' }),
      outcome: { due: '2026-12-31' },
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
