import type { Stories, ToldAct } from '../story.ts';

function box(year: number, values: Readonly<Record<string, unknown>> = {}): ToldAct {
  return {
    step: 'box',
    on: '2026-03-16',
    values: {
      box: `${year}-文书-001`,
      year,
      category: 'documents',
      retention: 'permanent',
      formedOn: `${year}-12-18`,
      ...values,
    },
  };
}

const list = { listNumber: '样档销〔2026〕1号', listApprovedOn: '2026-03-20' };

export const stories: Stories = {
  kind: 'archive-box',
  stories: [
    {
      rule: 'SJA-21',
      situation: '2016年底形成的永久档案属县馆接收范围，满十年移交',
      act: box(2016, { intake: 'yes' }),
      outcome: { due: '2026-12-18' },
    },
    {
      rule: 'SJA-21',
      situation: '不属县馆接收范围的不提醒移交',
      act: box(2016, { intake: 'no' }),
      outcome: 'none',
    },
    {
      rule: 'SJA-21',
      situation: '经档案主管部门同意延期移交的，不再提醒',
      given: [box(2016, { intake: 'yes' })],
      act: { step: 'delay', on: '2026-03-17' },
      outcome: 'none',
    },
    {
      rule: 'SJA-20.destroy',
      situation: '十年期的档案期满，没有批准的销毁清单就要销毁',
      given: [box(2014, { retention: 'y10' })],
      act: { step: 'destroy', on: '2026-04-07' },
      outcome: 'reminded',
    },
    {
      rule: 'SJA-20.destroy',
      situation: '三十年期的档案没有期满，列入清单也不能销毁',
      given: [box(2014, { retention: 'y30' })],
      act: { step: 'destroy', on: '2026-04-07', values: list },
      outcome: 'reminded',
    },
    {
      rule: 'SJA-20.destroy',
      situation: '期满并列入批准的销毁清单',
      given: [box(2014, { retention: 'y10' })],
      act: { step: 'destroy', on: '2026-04-07', values: list },
      outcome: 'kept',
    },
  ],
};
