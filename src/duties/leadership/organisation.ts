import { defineKind, list, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** The organisation itself (机构): the first record of every ledger. */
export const organisation = defineKind({
  code: 'organisation',
  label: '机构',
  room: 'leadership',
  version: 1,
  title: 'name',
  fields: {
    name: text('机构名称', { privacy: 'public' }),
    nature: oneOf('性质', { real: '正式机构', demo: '演示机构' }, { privacy: 'public' }),
    villages: list(
      '所辖村',
      { name: text('村名', { privacy: 'public' }) },
      { privacy: 'public', needs: ['name'] },
    ),
  },
  states: { open: '已开通' },
  steps: {
    found: {
      label: '开通',
      by: ['system-administrator'],
      basis: cite('DF', '76'),
      from: 'start',
      to: 'open',
      asks: ['name', 'nature'],
      may: ['villages'],
    },
  },
  disclosure: { in: ['open'], fields: ['name', 'nature', 'villages'] },
  examples: [
    [
      {
        step: 'found',
        on: '2024-01-02',
        values: { name: '柳河乡(演示)', nature: 'demo', villages: [{ name: '柳树村' }, { name: '石桥村' }] },
      },
    ],
  ],
});
