import { count, dayField, defineKind, link, person, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import type { Matter } from '../../kernel/index.ts';

const fields = {
  name: text('名称', { max: 40, help: '如“三组第2联户”；不写人名' }),
  grid: link('所在网格', 'grid'),
  leader: person('联户长姓名与联系方式'),
  households: count('户数', '户', { min: 1, max: 200 }),
  members: count('人数', '人', { min: 1, max: 2000, help: '只填人数，不列名单' }),
  formedOn: dayField('组建日'),
  changedOn: dayField('变更日'),
  endedOn: dayField('撤销日'),
};

function groups(
  label: string,
  unit: string,
  definition: string,
  amount?: (m: Matter<typeof fields>) => number | undefined,
) {
  const measured = { chapter: 'disputes', measure: 'stock', from: 'formedOn', until: 'endedOn' } as const;
  return { label, unit, definition, ...(amount ? { amount } : {}), ...measured } as const;
}

/** A group of some ten households (十联户) with its leader (联户长): its members are counted, never named. */
export const householdGroup = defineKind({
  code: 'household-group',
  label: '十联户',
  room: 'disputes',
  version: 1,
  village: 'required',
  title: 'name',
  fields,
  states: { active: '在用', ended: '已撤销' },
  steps: {
    form: {
      label: '组建',
      by: ['village-cadre', 'judicial-office'],
      basis: cite('XF', '15③'),
      from: 'start',
      to: 'active',
      day: 'formedOn',
      asks: ['name', 'leader', 'households'],
      may: ['members', 'grid'],
    },
    change: {
      label: '变更',
      by: ['village-cadre', 'judicial-office'],
      basis: cite('XF', '15③'),
      from: ['active'],
      day: 'changedOn',
      may: ['name', 'leader', 'households', 'members', 'grid'],
    },
    end: {
      label: '撤销',
      by: ['village-cadre', 'judicial-office'],
      basis: cite('XF', '15③'),
      from: ['active'],
      to: 'ended',
      day: 'endedOn',
    },
  },
  figures: {
    'household-groups': groups('十联户', '个', '截至统计日在用的十联户，一个联户长带的一组计一个。'),
    'household-groups.households': groups(
      '编入十联户的户',
      '户',
      '截至统计日在用的十联户登记的户数之和，按最近一次登记的户数。',
      ({ values }) => values.households,
    ),
  },
  examples: [
    [
      {
        step: 'form',
        on: '2023-05-08',
        village: '柳树村',
        values: {
          name: '三组第2联户',
          leader: { name: '杨某某' },
          households: 11,
          members: 46,
          formedOn: '2023-05-08',
        },
      },
      {
        step: 'change',
        on: '2024-03-04',
        values: { leader: { name: '石某某', phone: '00000000000' }, households: 12, changedOn: '2024-03-04' },
      },
      { step: 'end', on: '2024-12-16', values: { endedOn: '2024-12-16' } },
    ],
  ],
});
