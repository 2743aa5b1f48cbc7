import { dayField, defineKind, person, place, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import type { Matter } from '../../kernel/index.ts';

const fields = {
  name: text('库室名称', { max: 60 }),
  place: place('位置'),
  keeper: person('保管人'),
  openedOn: dayField('启用日'),
  changedOn: dayField('变更日'),
  closedOn: dayField('停用日'),
};

function ofLevel(label: string, definition: string, where: (m: Matter<typeof fields>) => boolean) {
  const measured = { chapter: 'emergency', measure: 'stock', from: 'openedOn', until: 'closedOn' } as const;
  return { label, unit: '个', definition, where, ...measured } as const;
}

/** A storehouse of emergency supplies (应急物资库、储备室). One without a village is the township's. */
export const storehouse = defineKind({
  code: 'storehouse',
  label: '应急物资库',
  room: 'emergency',
  version: 1,
  village: 'optional',
  title: 'name',
  fields,
  states: { inUse: '在用', closed: '已停用' },
  steps: {
    open: {
      label: '启用',
      by: ['emergency-officer'],
      basis: cite('TF', '44'),
      from: 'start',
      to: 'inUse',
      day: 'openedOn',
      asks: ['name'],
      may: ['place', 'keeper'],
    },
    change: {
      label: '变更保管人、位置',
      by: ['emergency-officer'],
      basis: cite('TF', '44'),
      from: ['inUse'],
      day: 'changedOn',
      may: ['keeper', 'place'],
      checks: [
        {
          wrong: (_, given) => !given.has('keeper') && !given.has('place'),
          field: 'keeper',
          sentence: '没有写明变更了什么。',
          next: '填新的保管人，或者新的位置。',
        },
      ],
    },
    close: {
      label: '停用',
      by: ['emergency-officer'],
      basis: cite('TF', '44'),
      from: ['inUse'],
      to: 'closed',
      day: 'closedOn',
    },
  },
  figures: {
    'storehouses.township': ofLevel(
      '乡级应急物资库',
      '截至统计日在用的乡镇本级应急物资库。',
      (m) => m.village === undefined,
    ),
    'storehouses.village': ofLevel(
      '村级应急物资储备室',
      '截至统计日在用的村级应急物资储备室。',
      (m) => m.village !== undefined,
    ),
  },
  examples: [
    [
      {
        step: 'open',
        on: '2023-06-01',
        village: '枫香村',
        values: { name: '枫香村储备室', place: '村委会一楼', openedOn: '2023-06-01' },
      },
      {
        step: 'change',
        on: '2023-11-06',
        values: { place: '村文化活动室旁', changedOn: '2023-11-06' },
      },
      { step: 'close', on: '2024-07-01', values: { closedOn: '2024-07-01' } },
    ],
  ],
});
