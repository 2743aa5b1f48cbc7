import { dayField, defineKind, oneOf, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import type { Matter, Precondition } from '../../kernel/index.ts';

const fields = {
  name: text('队伍名称', { max: 60 }),
  type: oneOf('类别', {
    general: '综合',
    fire: '消防',
    forest: '森林防火',
    flood: '防汛',
    mine: '矿山',
    medical: '医疗',
    other: '其他',
  }),
  base: text('集结点', { max: 60 }),
  insurance: oneOf('人身意外保险', { insured: '已投保', missing: '未投保' }),
  insuredUntil: dayField('保险到期日', { future: true }),
  insuredOn: dayField('投保、续保日'),
  gear: oneOf('防护装备', { equipped: '已配备', missing: '未配备' }),
  formedOn: dayField('组建日'),
  disbandedOn: dayField('解散日'),
};
type Team = Matter<typeof fields>;

function ofLevel(label: string, definition: string, where: (m: Team) => boolean) {
  const measured = {
    chapter: 'emergency',
    measure: 'stock',
    from: 'formedOn',
    until: 'disbandedOn',
  } as const;
  return { label, unit: '支', definition, where, ...measured } as const;
}

/** The township insures and equips the teams that it forms itself; a village's own team is the village's. */
const CARED_FOR: Precondition<typeof fields> = {
  rule: rule('YJ-09'),
  breached: ({ village, values }) =>
    village === undefined && (values.insurance !== 'insured' || values.gear !== 'equipped'),
  remedy: '请先为队员购买人身意外伤害保险、配备必要的防护装备，再填写。',
};

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
      may: ['insurance', 'insuredUntil', 'gear', 'base'],
      rules: [CARED_FOR],
    },
    equip: {
      label: '登记投保和装备',
      by: ['emergency-officer'],
      basis: cite('TF', '40①'),
      from: ['active'],
      to: 'active',
      day: 'insuredOn',
      asks: ['insurance', 'gear'],
      may: ['insuredUntil', 'base'],
      records: true,
      rules: [CARED_FOR],
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
  terms: [{ rule: 'YJ-09.renew', from: 'insuredUntil', metBy: 'insuredOn' }],
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
        values: {
          name: '乡综合应急救援队',
          type: 'general',
          base: '乡政府院内',
          formedOn: '2023-04-03',
          insurance: 'insured',
          insuredUntil: '2024-04-02',
          gear: 'equipped',
        },
      },
      {
        step: 'equip',
        on: '2024-03-25',
        values: {
          insurance: 'insured',
          gear: 'equipped',
          insuredUntil: '2025-04-02',
          insuredOn: '2024-03-25',
        },
      },
      { step: 'disband', on: '2024-08-01', values: { disbandedOn: '2024-08-01' } },
    ],
  ],
});
