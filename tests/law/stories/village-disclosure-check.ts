import type { Stories, ToldAct } from '../story.ts';

const at = (step: string, on: string, values: object = {}): ToldAct => ({ step, on, values: { ...values } });
const report = at('report', '2026-04-08', { period: '2026年一季度' });
const MISSING = { items: [{ matter: 'finance', posted: 'no', missing: '3月收支' }] };
const SOUND = { items: [{ matter: 'finance', posted: 'yes' }] };
const found = (items: object): ToldAct[] => [report, at('verify', '2026-04-10', items)];

export const stories: Stories = {
  kind: 'village-disclosure-check',
  stories: [
    {
      rule: 'CW-02',
      situation: '村民反映收支没有公布，核实属实，只提醒村里',
      given: found(MISSING),
      act: at('tell', '2026-04-13', { manner: 'help' }),
      outcome: 'stopped',
    },
    {
      rule: 'CW-02',
      situation: '核实属实，没有责令公布就结束',
      given: found(MISSING),
      act: at('close', '2026-04-13'),
      outcome: 'stopped',
    },
    {
      rule: 'CW-02',
      situation: '核实属实，责令依法公布',
      given: found(MISSING),
      act: at('tell', '2026-04-13', { manner: 'order' }),
      outcome: 'kept',
    },
    {
      rule: 'CW-02',
      situation: '核实村里已经公布，反映不属实',
      given: found(SOUND),
      act: at('close', '2026-04-13'),
      outcome: 'kept',
    },
    {
      rule: 'CW-02',
      situation: '没有人反映，平时到村看出缺一期，提醒并协助补上',
      given: [at('look', '2026-04-10', { period: '2026年一季度', ...MISSING })],
      act: at('tell', '2026-04-10', { manner: 'help' }),
      outcome: 'kept',
    },
    {
      rule: 'CW-02.mend',
      situation: '和村里商定4月20日前补公布；村里晚了不算乡镇的瑕疵',
      given: found(MISSING),
      act: at('tell', '2026-04-13', { manner: 'order', mendBy: '2026-04-20' }),
      outcome: { due: '2026-04-20' },
    },
    {
      rule: 'FY-19',
      situation: '4月8日村民反映，条文没有写天数，按履行法定职责的两个月',
      act: report,
      outcome: { due: '2026-06-08' },
    },
  ],
};
