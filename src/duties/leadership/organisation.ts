import { day, dayField, defineKind, list, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const CODE_HELP = '12位区划代码。';

/** The organisation itself (机构): the first record of every ledger. Only the machine's own commands take its steps. */
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
    officialCode: text('现行区划代码', { privacy: 'public', max: 12, code: true, help: CODE_HELP }),
    earlier: list(
      '曾用名称和代码',
      {
        name: text('名称', { privacy: 'public' }),
        code: text('区划代码', { privacy: 'public', max: 12, code: true }),
        until: dayField('用到哪一天', { privacy: 'public' }),
      },
      { privacy: 'public', needs: ['name', 'code', 'until'] },
    ),
    renamedOn: dayField('更名日', { privacy: 'public' }),
    predecessors: list(
      '并入的机构',
      {
        name: text('名称', { privacy: 'public' }),
        code: text('开通时的代码', { privacy: 'public', max: 12, code: true }),
        on: dayField('并入日', { privacy: 'public' }),
      },
      { privacy: 'public', needs: ['name', 'code', 'on'] },
    ),
    tookOn: dayField('接收日', { privacy: 'public' }),
    successor: text('并入哪个机构', {
      privacy: 'public',
      max: 12,
      code: true,
      help: '那个机构开通时的代码。',
    }),
    closedOn: dayField('撤并日', { privacy: 'public' }),
  },
  states: { open: '已开通', closed: '已撤并' },
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
    rename: {
      label: '变更名称、代码',
      by: ['system-administrator'],
      basis: cite('DF', '76'),
      from: ['open'],
      to: 'open',
      day: 'renamedOn',
      asks: ['name', 'officialCode', 'earlier'],
    },
    take: {
      label: '接收撤并机构',
      by: ['system-administrator'],
      basis: cite('DF', '76'),
      from: ['open'],
      to: 'open',
      day: 'tookOn',
      asks: ['predecessors'],
    },
    close: {
      label: '撤并',
      by: ['system-administrator'],
      basis: cite('DF', '76'),
      from: ['open'],
      to: 'closed',
      day: 'closedOn',
      asks: ['successor'],
    },
  },
  disclosure: {
    in: ['open', 'closed'],
    fields: [
      'name',
      'nature',
      'villages',
      'officialCode',
      'earlier',
      'predecessors',
      'successor',
      'closedOn',
    ],
  },
  examples: [
    [
      {
        step: 'found',
        on: '2024-01-02',
        values: { name: '柳河乡(演示)', nature: 'demo', villages: [{ name: '柳树村' }, { name: '石桥村' }] },
      },
      {
        step: 'rename',
        on: '2024-05-06',
        values: {
          name: '柳河镇(演示)',
          officialCode: '520581120000',
          earlier: [{ name: '柳河乡(演示)', code: '520581999000', until: day('2024-05-05') }],
          renamedOn: '2024-05-06',
        },
      },
      {
        step: 'take',
        on: '2024-09-02',
        values: {
          predecessors: [{ name: '石滩乡(演示)', code: '520581998000', on: day('2024-09-02') }],
          tookOn: '2024-09-02',
        },
      },
      { step: 'close', on: '2024-12-02', values: { successor: '520581997000', closedOn: '2024-12-02' } },
    ],
  ],
});
