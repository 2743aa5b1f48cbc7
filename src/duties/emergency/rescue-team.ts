import { dayField, defineKind, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import type { Matter } from '../../kernel/index.ts';

const fields = {
  name: text('队伍名称', { max: 60 }),
  type: oneOf('类别', { general: '综合', fire: '消防', forest: '森林防火', flood: '防汛' }),
  insurance: oneOf('人身意外保险', { insured: '已投保', missing: '未投保' }),
  formedOn: dayField('组建日'),
  disbandedOn: dayField('解散日'),
};

function ofLevel(label: string, definition: string, where: (m: Matter<typeof fields>) => boolean) {
  const measured = {
    chapter: 'emergency',
    measure: 'stock',
    from: 'formedOn',
    until: 'disbandedOn',
  } as const;
  return { label, unit: '支', definition, where, ...measured } as const;
}

/** A rescue team (应急救援队伍). One without a village is the township's. */
export const rescueTeam = defineKind({
  code: 'rescue-team',
  label: '应急救援队伍',
  room: 'emergency',
  version: 1,
  village: 'optional',
  title: 'name',
  fields,
  states: { active: '在编', disbanded: '已解散' },
  steps: {
    form: {
      label: '组建',
      by: ['emergency-officer'],
      basis: [cite('TF', '39②'), cite('TF', '40①')],
      from: 'start',
      to: 'active',
      day: 'formedOn',
      asks: ['name', 'type'],
      may: ['insurance'],
    },
    disband: {
      label: '解散',
      by: ['emergency-officer'],
      basis: cite('TF', '39②'),
      from: ['active'],
      to: 'disbanded',
      day: 'disbandedOn',
    },
  },
  figures: {
    'rescue-teams.township': ofLevel(
      '乡级救援队伍',
      '截至统计日在编的乡镇本级救援队伍。',
      (m) => m.village === undefined,
    ),
    'rescue-teams.village': ofLevel(
      '村级救援队伍',
      '截至统计日在编的村级救援队伍。',
      (m) => m.village !== undefined,
    ),
  },
  examples: [
    [
      {
        step: 'form',
        on: '2023-04-03',
        values: { name: '乡综合应急救援队', type: 'general', formedOn: '2023-04-03', insurance: 'insured' },
      },
      { step: 'disband', on: '2024-08-01', values: { disbandedOn: '2024-08-01' } },
    ],
  ],
});
