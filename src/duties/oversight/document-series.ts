import { dayField, defineKind, seriesCode, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { DESK } from './desk.ts';

/** A series of official numbers (发文代字) of the office: 石府发, 石府函. Documents that go out take their numbers from it. */
export const documentSeries = defineKind({
  code: 'document-series',
  label: '发文代字',
  room: 'oversight',
  version: 1,
  title: 'code',
  fields: {
    code: seriesCode('机关代字', { help: '如“石府发”；同一代字只登记一次' }),
    purpose: text('用在哪些文件上', { max: 80, help: '如“乡人民政府普发文件”' }),
    since: dayField('启用日'),
    until: dayField('停用日'),
  },
  states: { inUse: '在用', ended: '已停用' },
  steps: {
    open: {
      label: '启用代字',
      by: DESK,
      basis: [cite('GW9704', '*'), cite('GWC', '*')],
      from: 'start',
      to: 'inUse',
      day: 'since',
      asks: ['code', 'purpose'],
    },
    end: {
      label: '停用代字',
      by: DESK,
      basis: [cite('GW9704', '*'), cite('GWC', '*')],
      from: ['inUse'],
      to: 'ended',
      day: 'until',
    },
  },
  examples: [
    [
      {
        step: 'open',
        on: '2024-01-02',
        values: { code: '石府发', purpose: '乡人民政府普发文件', since: '2024-01-02' },
      },
      { step: 'end', on: '2024-12-31', values: { until: '2024-12-31' } },
    ],
  ],
});
