import { count, dayField, defineKind, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import type { Matter } from '../../kernel/index.ts';

const fields = {
  name: text('名称', { privacy: 'public', max: 60 }),
  members: count('委员', '人', { privacy: 'public', min: 3, max: 9, help: '三至九人' }),
  formedOn: dayField('设立日', { privacy: 'public' }),
  endedOn: dayField('撤销日', { privacy: 'public' }),
};

function committees(label: string, definition: string, where?: (m: Matter<typeof fields>) => boolean) {
  const measured = { chapter: 'disputes', measure: 'stock', from: 'formedOn', until: 'endedOn' } as const;
  return { label, unit: '个', definition, ...(where ? { where } : {}), ...measured } as const;
}

const partOf = { relations: [{ to: 'mediation-committees.total', is: 'part-of' }] } as const;

/** A people's mediation committee (人民调解委员会). One without a village is the township's. */
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
      asks: ['name', 'members'],
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
  disclosure: { in: ['formed'], fields: ['name', 'members', 'formedOn'] },
  examples: [
    [
      {
        step: 'form',
        on: '2023-02-10',
        village: '柳树村',
        values: { name: '柳树村人民调解委员会', members: 5, formedOn: '2023-02-10' },
      },
      { step: 'end', on: '2024-02-10', values: { endedOn: '2024-02-10' } },
    ],
  ],
});
