import { dayField, defineKind, link, manyOf, oneOf, person } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import type { Matter } from '../../kernel/index.ts';

const fields = {
  team: link('所属队伍', 'rescue-team'),
  role: oneOf('队内职务', { leader: '队长', deputy: '副队长', member: '队员' }),
  member: person('姓名与联系方式'),
  skills: manyOf('会什么', {
    medical: '急救',
    swim: '游泳、水上救生',
    fire: '扑火、风力灭火机',
    rope: '绳索、攀爬',
    machine: '挖掘机、装载机',
    vehicle: '驾驶',
    saw: '油锯、破拆',
    power: '电工、发电机',
    radio: '电台、无人机',
    cook: '炊事、后勤',
  }),
  changedOn: dayField('更新日'),
  joinedOn: dayField('入队日'),
  leftOn: dayField('离队日'),
};

function ofLevel(label: string, definition: string, where: (m: Matter<typeof fields>) => boolean) {
  const measured = { chapter: 'emergency', measure: 'stock', from: 'joinedOn', until: 'leftOn' } as const;
  return { label, unit: '人', definition, where, ...measured } as const;
}

/**
 * A place in a rescue team (救援队员). One person may stand in two teams, so the numbers of the two levels are never
 * added: neither is declared part of anything.
 */
export const rescueMember = defineKind({
  code: 'rescue-member',
  label: '救援队员',
  room: 'emergency',
  version: 1,
  village: 'optional',
  title: 'role',
  fields,
  states: { serving: '在队', left: '已离队' },
  steps: {
    join: {
      label: '入队',
      by: ['emergency-officer'],
      basis: cite('TF', '39②'),
      from: 'start',
      to: 'serving',
      day: 'joinedOn',
      asks: ['team', 'role', 'member'],
      may: ['skills'],
    },
    change: {
      label: '更新电话、技能、职务',
      by: ['emergency-officer'],
      basis: cite('TF', '39②'),
      from: ['serving'],
      to: 'serving',
      day: 'changedOn',
      may: ['member', 'skills', 'role'],
    },
    leave: {
      label: '离队',
      by: ['emergency-officer'],
      basis: cite('TF', '39②'),
      from: ['serving'],
      to: 'left',
      day: 'leftOn',
    },
  },
  figures: {
    'rescue-members.township': {
      ...ofLevel(
        '乡级救援队员',
        '截至统计日乡镇本级救援队伍的在队人员；同一人可兼任村级队员，两级不能相加。',
        (m) => m.village === undefined,
      ),
      relations: [{ to: 'rescue-members.village', is: 'overlaps' }],
    },
    'rescue-members.village': {
      ...ofLevel(
        '村级救援队员',
        '截至统计日村级救援队伍的在队人员；同一人可兼任乡级队员，两级不能相加。',
        (m) => m.village !== undefined,
      ),
      relations: [{ to: 'rescue-members.township', is: 'overlaps' }],
    },
  },
  examples: [
    [
      {
        step: 'join',
        on: '2024-01-15',
        values: {
          team: '00000000-0000-4000-8000-000000000006',
          role: 'leader',
          member: { name: '王某某', phone: '00000000000' },
          skills: ['medical', 'vehicle'],
          joinedOn: '2024-01-15',
        },
      },
      {
        step: 'change',
        on: '2024-05-10',
        values: { skills: ['medical', 'vehicle', 'radio'], changedOn: '2024-05-10' },
      },
      { step: 'leave', on: '2024-09-01', values: { leftOn: '2024-09-01' } },
    ],
  ],
});
