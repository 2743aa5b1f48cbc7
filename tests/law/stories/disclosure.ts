import type { Stories, ToldAct } from '../story.ts';

function form(track: string, on: string): ToldAct {
  return { step: 'form', on, values: { title: '社会救助资金发放情况', track, category: 'welfare' } };
}

function publish(on: string, values: object = {}): ToldAct {
  const given = { place: 'board', personal: 'masked', reviewedBy: '保密审查员', reviewedOn: '2026-04-28' };
  return { step: 'publish', on, values: { ...given, ...values } };
}

const UNREVIEWED = { reviewedBy: undefined, reviewedOn: undefined };

export const stories: Stories = {
  kind: 'disclosure',
  stories: [
    {
      rule: 'GK-08',
      situation: '4月27日形成的信息，二十个工作日内公开',
      act: form('government', '2026-04-27'),
      outcome: { due: '2026-05-27', safe: '2026-05-27' },
    },
    {
      rule: 'GK-05',
      situation: '没有审查就公开',
      given: [form('government', '2026-04-27')],
      act: publish('2026-04-29', { reviewedOn: undefined }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-05',
      situation: '专人审查后公开',
      given: [form('government', '2026-04-27')],
      act: publish('2026-04-29'),
      outcome: 'kept',
    },
    {
      rule: 'GK-04',
      situation: '含身份证号、电话，没有处理就公开',
      given: [form('government', '2026-04-27')],
      act: publish('2026-04-29', { personal: 'shown' }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-04',
      situation: '隐去个人信息后公开',
      given: [form('government', '2026-04-27')],
      act: publish('2026-04-29'),
      outcome: 'kept',
    },
    {
      rule: 'CW-01',
      situation: '村务4月1日张贴，4月10日就撤下，不足十五日',
      given: [form('village', '2026-04-01'), publish('2026-04-01', UNREVIEWED)],
      act: { step: 'withdraw', on: '2026-04-10', values: { withdrawnFor: 'expired' } },
      outcome: 'flawed',
    },
    {
      rule: 'CW-01',
      situation: '村务内容有误，张贴九天就撤下更正',
      given: [form('village', '2026-04-01'), publish('2026-04-01', UNREVIEWED)],
      act: { step: 'withdraw', on: '2026-04-10', values: { withdrawnFor: 'wrong' } },
      outcome: 'kept',
    },
    {
      rule: 'GK-05',
      situation: '村务由村民委员会公布，不按政府信息的公开前审查',
      given: [form('village', '2026-04-27')],
      act: publish('2026-04-29', UNREVIEWED),
      outcome: 'kept',
    },
    {
      rule: 'SJA-14',
      situation: '党务公开没有做保密审查',
      given: [form('party', '2026-04-27')],
      act: publish('2026-04-29', UNREVIEWED),
      outcome: 'stopped',
    },
    {
      rule: 'SJA-14',
      situation: '党务公开做了保密审查，不另按政府信息审查',
      given: [form('party', '2026-04-27')],
      act: publish('2026-04-29', { reviewedBy: undefined }),
      outcome: 'kept',
    },
    {
      rule: 'SJA-03',
      situation: '村务公布名单带身份证号，没有处理',
      given: [form('village', '2026-04-27')],
      act: publish('2026-04-29', { personal: 'shown' }),
      outcome: 'stopped',
    },
    {
      rule: 'SJA-03',
      situation: '村务名单隐去身份证号后公布',
      given: [form('village', '2026-04-27')],
      act: publish('2026-04-29'),
      outcome: 'kept',
    },
  ],
};
