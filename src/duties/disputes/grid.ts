import { count, dayField, defineKind, person, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import type { Matter } from '../../kernel/index.ts';

const fields = {
  name: text('网格名称', { max: 40, help: '如“柳树村第一网格”' }),
  head: person('网格长姓名与联系方式'),
  fullTime: count('专职网格员', '名', { max: 100 }),
  partTime: count('兼职网格员', '名', { max: 500 }),
  households: count('户数', '户', { max: 100_000 }),
  setOn: dayField('划定日'),
  changedOn: dayField('调整日'),
  endedOn: dayField('撤并日'),
};

function grids(
  label: string,
  unit: string,
  definition: string,
  amount?: (m: Matter<typeof fields>) => number | undefined,
) {
  const measured = { chapter: 'disputes', measure: 'stock', from: 'setOn', until: 'endedOn' } as const;
  return { label, unit, definition, ...(amount ? { amount } : {}), ...measured } as const;
}

/** A grid (网格) of a village: its head and how many serve in it. It holds no list of residents and follows nobody. */
export const grid = defineKind({
  code: 'grid',
  label: '网格',
  room: 'disputes',
  version: 1,
  village: 'required',
  title: 'name',
  fields,
  states: { active: '在用', ended: '已撤并' },
  steps: {
    set: {
      label: '划定',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('XF', '15③'),
      from: 'start',
      to: 'active',
      day: 'setOn',
      asks: ['name', 'head'],
      may: ['fullTime', 'partTime', 'households'],
    },
    change: {
      label: '调整',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('XF', '15③'),
      from: ['active'],
      day: 'changedOn',
      may: ['name', 'head', 'fullTime', 'partTime', 'households'],
    },
    end: {
      label: '撤并',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('XF', '15③'),
      from: ['active'],
      to: 'ended',
      day: 'endedOn',
    },
  },
  figures: {
    grids: grids('网格', '个', '截至统计日在用的网格；已撤并的不计。'),
    'grids.full-time': grids(
      '专职网格员',
      '名',
      '截至统计日在用的网格登记的专职网格员之和，按最近一次登记的人数；网格长另计。',
      ({ values }) => values.fullTime,
    ),
    'grids.part-time': grids(
      '兼职网格员',
      '名',
      '截至统计日在用的网格登记的兼职网格员之和，按最近一次登记的人数；联户长另计。',
      ({ values }) => values.partTime,
    ),
  },
  examples: [
    [
      {
        step: 'set',
        on: '2023-03-06',
        village: '柳树村',
        values: {
          name: '柳树村第一网格',
          head: { name: '王某某' },
          partTime: 4,
          households: 210,
          setOn: '2023-03-06',
        },
      },
      { step: 'change', on: '2024-02-26', values: { fullTime: 1, partTime: 3, changedOn: '2024-02-26' } },
      { step: 'end', on: '2024-11-25', values: { endedOn: '2024-11-25' } },
    ],
  ],
});
