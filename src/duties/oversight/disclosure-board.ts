import { dayField, defineKind, oneOf, place } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** A disclosure board (公开栏) of the township or a village; party, government and village affairs each have their own. */
export const disclosureBoard = defineKind({
  code: 'disclosure-board',
  label: '公开栏',
  room: 'oversight',
  version: 1,
  village: 'optional',
  title: 'type',
  fields: {
    type: oneOf(
      '公开栏类别',
      { party: '党务公开栏', government: '政务公开栏', village: '村务公开栏' },
      { privacy: 'public' },
    ),
    place: place('位置', { privacy: 'public' }),
    builtOn: dayField('启用日', { privacy: 'public' }),
    removedOn: dayField('停用日', { privacy: 'public' }),
  },
  states: { inUse: '在用', removed: '已停用' },
  steps: {
    build: {
      label: '启用公开栏',
      by: ['judicial-office', 'village-cadre'],
      basis: [cite('GK', '20'), cite('CW', '35')],
      from: 'start',
      to: 'inUse',
      day: 'builtOn',
      asks: ['type'],
      may: ['place'],
    },
    remove: {
      label: '停用公开栏',
      by: ['judicial-office', 'village-cadre'],
      basis: [cite('GK', '20'), cite('CW', '35')],
      from: ['inUse'],
      to: 'removed',
      day: 'removedOn',
    },
  },
  figures: {
    'disclosure-boards.village': {
      label: '建立党务、村务公开栏的村',
      unit: '个',
      definition: '截至统计日党务公开栏和村务公开栏都在用的村，一村只计一个；只有一种的不计。',
      chapter: 'oversight',
      measure: 'distinct',
      from: 'builtOn',
      until: 'removedOn',
      key: (m) => m.village,
      facets: ['party', 'village'],
      facet: ({ values }) => (values.type === 'party' || values.type === 'village' ? values.type : undefined),
    },
    'disclosure-boards.township': {
      label: '乡级公开栏',
      unit: '个',
      definition: '截至统计日在用的乡镇本级党务、政务公开栏。',
      chapter: 'oversight',
      measure: 'stock',
      from: 'builtOn',
      until: 'removedOn',
      where: (m) => m.village === undefined,
    },
  },
  disclosure: { in: ['inUse'], fields: ['type', 'place', 'builtOn'] },
  examples: [
    [
      {
        step: 'build',
        on: '2023-05-08',
        village: '石桥村',
        values: { type: 'village', place: '村委会门前', builtOn: '2023-05-08' },
      },
      { step: 'remove', on: '2024-06-03', values: { removedOn: '2024-06-03' } },
    ],
  ],
});
