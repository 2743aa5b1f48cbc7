import { dayField, defineKind, list, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** Several services done as one (一件事): what a citizen sees as one errand. */
export const serviceBundle = defineKind({
  code: 'service-bundle',
  label: '一件事',
  room: 'services',
  version: 1,
  title: 'name',
  fields: {
    name: text('一件事名称', { privacy: 'public', max: 60, help: '如“新生儿出生一件事”' }),
    items: list(
      '包括的事项',
      { name: text('事项', { max: 80 }), office: text('办理机构', { max: 60 }) },
      { needs: ['name'], privacy: 'public' },
    ),
    materials: text('一套材料', { privacy: 'public', max: 400 }),
    place: text('在哪里办', { privacy: 'public', max: 120 }),
    startedOn: dayField('上线日', { privacy: 'public' }),
    endedOn: dayField('下线日'),
  },
  states: { open: '可以办', ended: '已下线' },
  steps: {
    start: {
      label: '上线',
      by: ['window-clerk', 'judicial-office'],
      basis: cite('YS', '35'),
      from: 'start',
      to: 'open',
      day: 'startedOn',
      asks: ['name', 'items'],
      may: ['materials', 'place'],
    },
    end: {
      label: '下线',
      by: ['window-clerk', 'judicial-office'],
      basis: cite('YS', '35'),
      from: ['open'],
      to: 'ended',
      day: 'endedOn',
    },
  },
  figures: {
    'service-bundles': {
      label: '可办“一件事”',
      unit: '件',
      definition: '截至统计日已经上线、没有下线的“一件事”。',
      chapter: 'services',
      measure: 'stock',
      from: 'startedOn',
      until: 'endedOn',
    },
  },
  disclosure: { in: ['open'], fields: ['name', 'items', 'materials', 'place', 'startedOn'] },
  examples: [
    [
      {
        step: 'start',
        on: '2024-05-06',
        values: {
          name: '新生儿出生一件事',
          items: [{ name: '户口登记' }, { name: '医保参保登记', office: '医保窗口' }],
          place: '党务政务服务中心综合窗口',
          startedOn: '2024-05-06',
        },
      },
      { step: 'end', on: '2024-12-16', values: { endedOn: '2024-12-16' } },
    ],
  ],
});
