import { count, dayField, defineKind, oneOf, person, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import type { Matter, Precondition } from '../../kernel/index.ts';

const fields = {
  name: text('名称', { privacy: 'public', max: 60 }),
  members: count('委员', '人', { privacy: 'public', min: 1, max: 99, help: '三至九人' }),
  women: count('其中妇女委员', '人', { privacy: 'public', max: 99 }),
  minority: oneOf('人数较少民族的委员', { yes: '有', no: '没有', single: '不是多民族居住的地方' }),
  head: person('主任', { help: '只有一人' }),
  place: text('调解室地址', { privacy: 'public', max: 120 }),
  formedOn: dayField('设立日', { privacy: 'public' }),
  electedOn: dayField('本届推选日', { privacy: 'public' }),
  changedOn: dayField('变更日'),
  endedOn: dayField('撤销日', { privacy: 'public' }),
};
type Committee = Matter<typeof fields>;

/** Neither a wrong number of members, nor a woman, nor somebody of a people that are few there. */
function isIllComposed({ values: { members = 0, women, minority } }: Committee): boolean {
  return members < 3 || members > 9 || women === 0 || minority === 'no';
}

const COMPOSED: Precondition<typeof fields> = {
  rule: rule('RT-03'),
  breached: isIllComposed,
  remedy:
    '请协助村里按规定补选：委员三至九人，设主任一人，有妇女委员；多民族居住的地方有人数较少民族的委员。',
};

function committees(label: string, definition: string, where?: (m: Committee) => boolean) {
  const measured = { chapter: 'disputes', measure: 'stock', from: 'formedOn', until: 'endedOn' } as const;
  return { label, unit: '个', definition, ...(where ? { where } : {}), ...measured } as const;
}

const partOf = { relations: [{ to: 'mediation-committees.total', is: 'part-of' }] } as const;

/**
 * A people's mediation committee (人民调解委员会): every village has one, for three years; one without a village is the
 * township's, which may have one. Its members are mediators, each a record of their own.
 */
export const mediationCommittee = defineKind({
  code: 'mediation-committee',
  label: '人民调解委员会',
  room: 'disputes',
  version: 1,
  village: 'optional',
  title: 'name',
  fields,
  states: { formed: '已设立', ended: '已撤销' },
  steps: {
    form: {
      label: '设立',
      by: ['judicial-office'],
      basis: [cite('RT', '8'), cite('RT', '34')],
      from: 'start',
      to: 'formed',
      day: 'formedOn',
      sameDay: ['electedOn'],
      asks: ['name', 'members'],
      may: ['women', 'minority', 'head', 'place'],
      rules: [COMPOSED],
    },
    renew: {
      label: '换届',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('RT', '9'),
      from: ['formed'],
      day: 'electedOn',
      asks: ['members'],
      may: ['women', 'minority', 'head'],
      rules: [COMPOSED],
    },
    change: {
      label: '变更',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('RT', '8'),
      from: ['formed'],
      day: 'changedOn',
      may: ['name', 'members', 'women', 'minority', 'head', 'place'],
    },
    end: {
      label: '撤销',
      by: ['judicial-office'],
      basis: cite('RT', '8'),
      from: ['formed'],
      to: 'ended',
      day: 'endedOn',
    },
  },
  terms: [{ rule: 'RT-03', from: 'electedOn', metBy: 'endedOn' }],
  figures: {
    'mediation-committees.total': committees(
      '人民调解委员会',
      '截至统计日已设立的人民调解委员会，乡级、村级合计。',
    ),
    'mediation-committees.township': {
      ...committees(
        '乡级人民调解委员会',
        '截至统计日已设立的乡镇人民调解委员会。',
        (m) => m.village === undefined,
      ),
      ...partOf,
    },
    'mediation-committees.village': {
      ...committees(
        '村级人民调解委员会',
        '截至统计日已设立的村人民调解委员会。',
        (m) => m.village !== undefined,
      ),
      ...partOf,
    },
  },
  disclosure: {
    in: ['formed'],
    fields: ['name', 'members', 'women', 'place', 'formedOn', 'electedOn'],
  },
  examples: [
    [
      {
        step: 'form',
        on: '2023-02-10',
        village: '柳树村',
        values: { name: '柳树村人民调解委员会', members: 5, formedOn: '2023-02-10' },
      },
      { step: 'change', on: '2023-06-12', values: { place: '村委会一楼', changedOn: '2023-06-12' } },
      {
        step: 'renew',
        on: '2023-11-20',
        values: { members: 5, women: 2, minority: 'yes', head: { name: '王某某' }, electedOn: '2023-11-20' },
      },
      { step: 'end', on: '2024-02-10', values: { endedOn: '2024-02-10' } },
    ],
  ],
});
