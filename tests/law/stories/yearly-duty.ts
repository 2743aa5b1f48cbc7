import type { Stories, Story, ToldAct } from '../story.ts';

const WHOLE = ['results', 'shortcomings', 'leaders', 'plan'];

function record(duty: string, on: string, values: object = {}): ToldAct {
  return {
    step: 'record',
    on,
    values: { duty, year: 2026, copied: 'yes', parts: WHOLE, where: '样县县委、县政府', ...values },
  };
}

function done(rule: Story['rule'], situation: string, act: ToldAct, outcome: Story['outcome']): Story {
  return { rule, situation, act, outcome };
}

export const stories: Stories = {
  kind: 'yearly-duty',
  stories: [
    done('ND-01', '2月28日（周六，补班）报县委、县政府并抄送', record('ND-01', '2026-02-28'), 'kept'),
    done('ND-01', '没有抄送县委法治办事机构', record('ND-01', '2026-02-27', { copied: 'no' }), 'reminded'),
    done('ND-01', '3月1日是周日，3月2日才报：固定日不顺延', record('ND-01', '2026-03-02'), 'flawed'),
    done('ND-02', '3月31日公开', record('ND-02', '2026-03-31'), 'kept'),
    done('ND-02', '4月2日才公开', record('ND-02', '2026-04-02'), 'flawed'),
    done(
      'ND-03',
      '报告没有写不足和原因',
      record('ND-02', '2026-03-20', { parts: ['results', 'leaders', 'plan'] }),
      'reminded',
    ),
    done('ND-03', '四块都写了', record('ND-02', '2026-03-20'), 'kept'),
    done(
      'ND-03',
      '向人民代表大会报告工作，不是年度报告，不对照这几块',
      record('ND-05', '2026-01-15', { parts: [], copied: 'no' }),
      'kept',
    ),
  ],
};
