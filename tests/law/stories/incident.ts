import type { Stories, ToldAct } from '../story.ts';

const receive = (values: object = {}): ToldAct => ({
  step: 'receive',
  on: '2026-06-15',
  values: { title: '石桥村三组山体滑坡', type: 'geology', level: 'general', receivedAt: '05:35', ...values },
});
const report = (reportedAt: string): ToldAct => ({
  step: 'report',
  on: '2026-06-15',
  values: { reportedTo: '县政府值班室', reportedAt },
});
const write = (writtenAt: string): ToldAct => ({ step: 'write', on: '2026-06-15', values: { writtenAt } });
const respond = (measures: readonly string[]): ToldAct => ({
  step: 'respond',
  on: '2026-06-15',
  values: { measures },
});
const end: ToldAct = { step: 'end', on: '2026-06-16' };

export const stories: Stories = {
  kind: 'incident',
  stories: [
    {
      rule: 'YJ-11',
      situation: '还没有向上级报告就结束处置',
      given: [receive()],
      act: end,
      outcome: 'stopped',
    },
    {
      rule: 'YJ-11',
      situation: '报告过的，结束处置',
      given: [receive(), report('05:55')],
      act: end,
      outcome: 'kept',
    },
    {
      rule: 'YJ-11.minutes',
      situation: '接报四十分钟才电话报告，常用时限三十分钟',
      given: [receive()],
      act: report('06:15'),
      outcome: 'reminded',
    },
    {
      rule: 'YJ-11.minutes',
      situation: '登记了本省规定四十五分钟，四十分钟内报告',
      others: {
        own: {
          kind: 'local-rule',
          acts: [
            {
              step: 'adopt',
              on: '2024-01-08',
              values: { rule: 'YJ-11.phone', value: 45, document: '样省突发事件信息报告办法' },
            },
          ],
        },
      },
      given: [receive()],
      act: report('06:15'),
      outcome: 'kept',
    },
    {
      rule: 'YJ-11.minutes',
      situation: '接报一个半小时才书面报告，常用时限一小时',
      given: [receive(), report('05:55')],
      act: write('07:05'),
      outcome: 'reminded',
    },
    {
      rule: 'YJ-11.minutes',
      situation: '先处置后补录，没有记下接报时间的不猜',
      given: [receive({ receivedAt: undefined })],
      act: report('08:00'),
      outcome: 'kept',
    },
    {
      rule: 'YJ-16',
      situation: '乡镇自己征用了村民的挖掘机',
      given: [receive()],
      act: respond(['rescue', 'requisition']),
      outcome: 'reminded',
    },
    {
      rule: 'YJ-16',
      situation: '只组织营救、警戒、转移',
      given: [receive()],
      act: respond(['rescue', 'cordon', 'evacuate']),
      outcome: 'kept',
    },
  ],
};
