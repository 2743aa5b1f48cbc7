import { count, dayField, defineKind, file, link, manyOf, oneOf, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { isFirst, LEADERS } from './leaders.ts';

/** A leader's yearly account of work by law (述法). It says what was accounted for, not whether it was good. */
export const lawStatement = defineKind({
  code: 'law-statement',
  label: '述法',
  room: 'leadership',
  version: 1,
  title: 'title',
  fields: {
    title: text('名称', { max: 80 }),
    leader: oneOf('谁述法', LEADERS),
    year: count('述哪一年', '年', { min: 2000, max: 2999 }),
    covers: manyOf(
      '述了哪些',
      {
        study: '学法用法情况',
        duties: '亲自部署、过问、协调、督办的情况',
        problems: '存在的问题和打算',
      },
      { help: '会上、材料里述到的都选上' },
    ),
    statedOn: dayField('述法日'),
    meeting: link('在哪次会上', 'gathering'),
    paper: file('述法材料'),
  },
  states: { stated: '已述法' },
  steps: {
    state: {
      label: '登记述法',
      by: ['judicial-office', 'party-secretary', 'township-head', 'area-lead'],
      basis: [cite('PF', '38'), cite('DYZ', '4-6')],
      from: 'start',
      to: 'stated',
      day: 'statedOn',
      records: true,
      asks: ['leader', 'year', 'covers'],
      may: ['meeting', 'paper'],
      takes: { title: { says: ({ leader, year }) => titleOf(String(leader), String(year)) } },
      rules: [
        {
          rule: rule('PF-08'),
          breached: ({ values }) => values.covers?.includes('study') !== true,
          remedy: '请把学法用法情况补进年度述职材料。',
        },
        {
          rule: rule('PF-18'),
          breached: ({ values }) => isFirst(values.leader) && values.covers?.includes('duties') !== true,
          remedy:
            '请把亲自部署、过问、协调、督办法治工作的情况补进述法材料；这些情况在“第一责任人履职”里有。',
        },
      ],
    },
  },
  figures: {
    'first-responsible.statements': {
      label: '党政主要负责人述法',
      unit: '人次',
      definition: '述法日在统计期内的党委书记、乡镇长述法，一人一次计一人次；其他班子成员的不计。',
      chapter: 'leadership',
      measure: 'flow',
      counter: false,
      on: 'statedOn',
      where: ({ values }) => isFirst(values.leader),
    },
  },
  examples: [
    [
      {
        step: 'state',
        on: '2026-01-20',
        values: {
          leader: 'secretary',
          year: 2025,
          covers: ['study', 'duties', 'problems'],
          statedOn: '2026-01-20',
        },
      },
    ],
  ],
});

function titleOf(leader: string, year: string): string {
  return `${LEADERS[leader as keyof typeof LEADERS]}${year}年述法`;
}
