import { dayField, defineKind, list, oneOf, text, type Matter } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

const fields = {
  name: text('名称', { max: 80, help: '如“领导干部应知应会党内法规和国家法律清单”' }),
  items: list(
    '清单',
    {
      text: text('法规、法律名称', { max: 80 }),
      type: oneOf('类别', {
        party: '党内法规',
        law: '国家法律',
        regulation: '行政法规、地方性法规、规章',
      }),
      focus: text('重点条款', { max: 120 }),
    },
    { needs: ['text', 'type'] },
  ),
  source: oneOf('怎么来的', { own: '本级按职责制定', upper: '使用上级清单' }),
  adoptedOn: dayField('制定日'),
  revisedOn: dayField('最近调整日'),
  retiredOn: dayField('停用日'),
};
type MustKnow = Matter<typeof fields>;

const lacks = ({ values }: MustKnow, type: 'party' | 'law'): boolean =>
  !(values.items ?? []).some((item) => item.type === type);

const COMPLETE = {
  rule: rule('PF-07'),
  breached: (m: MustKnow) => lacks(m, 'party') || lacks(m, 'law'),
  remedy: '清单应当既有党内法规，又有国家法律；缺的请办“调整清单”补上。',
} as const;

/** What leading cadres have to know of the law (应知应会清单), kept up to date. */
export const mustKnowList = defineKind({
  code: 'must-know-list',
  label: '应知应会清单',
  room: 'training',
  version: 1,
  title: 'name',
  fields,
  states: { inForce: '在用', retired: '已停用' },
  steps: {
    adopt: {
      label: '登记清单',
      by: ['judicial-office', 'area-lead', 'party-secretary'],
      basis: cite('PF', '37'),
      from: 'start',
      to: 'inForce',
      day: 'adoptedOn',
      asks: ['name', 'items'],
      may: ['source'],
      // The Party committee or the county adopts it; here it is written down.
      records: true,
      rules: [COMPLETE],
    },
    revise: {
      label: '调整清单',
      by: ['judicial-office', 'area-lead', 'party-secretary'],
      basis: cite('PF', '37'),
      from: ['inForce'],
      to: 'inForce',
      day: 'revisedOn',
      asks: ['items'],
      records: true,
      rules: [COMPLETE],
    },
    retire: {
      label: '停用',
      by: ['judicial-office', 'area-lead', 'party-secretary'],
      basis: cite('PF', '37'),
      from: ['inForce'],
      to: 'retired',
      day: 'retiredOn',
    },
  },
  figures: {
    'must-know-list.items': {
      label: '领导干部应知应会法律法规',
      unit: '部',
      definition:
        '截至统计日在用的应知应会清单里列出的党内法规、国家法律和法规规章部数；调整后按新的清单计。',
      chapter: 'training',
      measure: 'stock',
      from: 'adoptedOn',
      until: 'retiredOn',
      amount: ({ values }) => values.items?.length,
    },
  },
  examples: [
    [
      {
        step: 'adopt',
        on: '2024-03-11',
        values: {
          name: '领导干部应知应会党内法规和国家法律清单',
          source: 'upper',
          adoptedOn: '2024-03-11',
          items: [
            { text: '中国共产党章程', type: 'party' },
            { text: '宪法', type: 'law' },
            { text: '民法典', type: 'law', focus: '相邻关系、婚姻家庭' },
          ],
        },
      },
      {
        step: 'revise',
        on: '2025-11-10',
        values: {
          revisedOn: '2025-11-10',
          items: [
            { text: '中国共产党章程', type: 'party' },
            { text: '宪法', type: 'law' },
            { text: '民法典', type: 'law' },
            { text: '法治宣传教育法', type: 'law' },
          ],
        },
      },
      { step: 'retire', on: '2026-09-01', values: { retiredOn: '2026-09-01' } },
    ],
  ],
});
