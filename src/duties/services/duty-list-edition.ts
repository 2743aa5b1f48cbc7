import { dayField, defineKind, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** A published edition (版本) of the three duty lists (履职事项清单); its items are those listed on its day. */
export const dutyListEdition = defineKind({
  code: 'duty-list-edition',
  label: '履职事项清单版本',
  room: 'services',
  version: 1,
  title: 'name',
  fields: {
    name: text('清单名称', { privacy: 'public' }),
    effectiveOn: dayField('生效日', { privacy: 'public', future: true }),
    publishedOn: dayField('公布日', { privacy: 'public' }),
    address: text('公布位置', { privacy: 'public', help: '网址，或公开栏的位置' }),
  },
  states: { drafted: '编制中', published: '已公布' },
  steps: {
    draft: {
      label: '编制',
      by: ['judicial-office'],
      basis: cite('LZQ', '*'),
      from: 'start',
      to: 'drafted',
      asks: ['name', 'effectiveOn'],
    },
    publish: {
      label: '公布',
      by: ['judicial-office'],
      basis: [cite('LZQ', '*'), cite('GK', '26')],
      from: ['drafted'],
      to: 'published',
      day: 'publishedOn',
      asks: ['address'],
    },
  },
  terms: [{ rule: 'GK-08', from: 'effectiveOn', metBy: 'publishedOn' }],
  disclosure: { in: ['published'], fields: ['name', 'effectiveOn', 'publishedOn', 'address'] },
  examples: [
    [
      {
        step: 'draft',
        on: '2024-06-03',
        values: { name: '履职事项清单（2024版）', effectiveOn: '2024-06-10' },
      },
      { step: 'publish', on: '2024-06-12', values: { publishedOn: '2024-06-12', address: '乡政务公开栏' } },
    ],
  ],
});
