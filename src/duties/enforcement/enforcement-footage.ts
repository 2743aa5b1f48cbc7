import {
  count,
  dayField,
  defineKind,
  LAST,
  link,
  oneOf,
  place,
  text,
  timeField,
} from '../../kernel/index.ts';
import { cite, RETENTION } from '../../law/index.ts';

/**
 * Footage of enforcement (执法音像): one recording as the collecting station exports it, with its hash, and what it
 * belongs to. The film itself stays in the station; whether it is still the same one can be told by the hash.
 */
export const enforcementFootage = defineKind({
  code: 'enforcement-footage',
  label: '执法音像',
  room: 'enforcement',
  version: 1,
  retention: RETENTION.enforcement,
  title: 'name',
  fields: {
    name: text('文件名', { max: 120, code: true, help: '照采集站导出的文件名' }),
    device: text('设备编号', { max: 40, code: true }),
    equipment: link('执法装备', 'enforcement-equipment'),
    recordedOn: dayField('录制日'),
    from: timeField('开始时间'),
    to: timeField('结束时间'),
    minutes: count('时长', '分钟', { max: 100_000 }),
    sha256: text('文件校验值（SHA-256）', { max: 64, code: true, help: '采集站导出的六十四位校验值' }),
    storedAt: place('存放位置', { help: '采集站、硬盘编号和目录' }),
    covers: oneOf('完整性', { whole: '全程，没有中断', gap: '有中断' }),
    gap: text('中断的时间和原因', { max: 200, help: '如“10:12至10:20，更换电池”' }),
    inspection: link('所属行政检查', 'inspection'),
    case: link('所属处罚案件', 'penalty-case'),
    measure: link('所属强制措施', 'coercive-measure'),
    execution: link('所属强制执行', 'compulsory-execution'),
    filedOn: dayField('归入案卷日'),
  },
  states: { imported: '已采集', filed: '已归入案卷' },
  steps: {
    import: {
      label: '登记采集',
      by: ['enforcement-officer'],
      basis: [cite('CF', '47'), cite('N118', '*')],
      from: 'start',
      to: 'imported',
      day: 'recordedOn',
      asks: ['name', 'device', 'from', 'to'],
      may: ['equipment', 'minutes', 'sha256', 'storedAt', 'covers', 'gap'],
      usual: { device: LAST, equipment: LAST, storedAt: LAST },
    },
    file: {
      label: '归入案卷',
      by: ['enforcement-officer'],
      basis: [cite('CF', '47'), cite('N118', '*')],
      from: ['imported', 'filed'],
      to: 'filed',
      day: 'filedOn',
      asks: ['covers'],
      may: ['inspection', 'case', 'measure', 'execution', 'gap', 'sha256'],
    },
  },
  examples: [
    [
      {
        step: 'import',
        on: '2024-02-04',
        source: 'platform',
        values: {
          name: 'J01_20240204_101500.mp4',
          device: '演示J01',
          equipment: '00000000-0000-4000-8000-000000000008',
          from: '10:15',
          to: '10:52',
          minutes: 37,
          sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
          storedAt: '执法队采集站一号硬盘',
          recordedOn: '2024-02-04',
        },
      },
      {
        step: 'file',
        on: '2024-02-08',
        values: {
          covers: 'whole',
          inspection: '00000000-0000-4000-8000-000000000007',
          filedOn: '2024-02-08',
        },
      },
    ],
  ],
});
