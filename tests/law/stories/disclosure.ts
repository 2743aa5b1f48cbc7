import type { Stories, ToldAct } from '../story.ts';

function form(track: string, on: string): ToldAct {
  return { step: 'form', on, values: { title: '社会救助资金发放情况', track, category: 'welfare' } };
}

function publish(on: string, values: object = {}): ToldAct {
  const given = { place: 'board', personal: 'masked', reviewedBy: '保密审查员', reviewedOn: '2026-04-28' };
  return { step: 'publish', on, values: { ...given, ...values } };
}

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
      given: [
        form('village', '2026-04-01'),
        publish('2026-04-01', { reviewedBy: undefined, reviewedOn: undefined }),
      ],
      act: { step: 'withdraw', on: '2026-04-10', values: { withdrawnFor: 'expired' } },
      outcome: 'flawed',
    },
  ],
};
