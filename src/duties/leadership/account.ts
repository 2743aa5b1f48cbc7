import { dayField, defineKind, person, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** An account (账号): what a person signs in with. The person's name is a personal value. */
export const account = defineKind({
  code: 'account',
  label: '账号',
  room: 'leadership',
  version: 1,
  title: 'account',
  fields: {
    account: text('账号', { max: 60, help: '登录用的名字，不要写手机号；开立后不能改。' }),
    holder: person('使用人'),
    openedOn: dayField('开立日'),
    changedOn: dayField('变更日'),
    closedOn: dayField('停用日'),
    reopenedOn: dayField('恢复日'),
  },
  states: { open: '使用中', closed: '已停用' },
  steps: {
    open: {
      label: '开立',
      by: ['system-administrator'],
      basis: cite('GB', '51(4)'),
      from: 'start',
      to: 'open',
      day: 'openedOn',
      asks: ['holder', 'account'],
    },
    change: {
      label: '变更使用人',
      by: ['system-administrator'],
      basis: cite('GB', '51(4)'),
      from: ['open'],
      to: 'open',
      day: 'changedOn',
      asks: ['holder'],
    },
    close: {
      label: '停用',
      by: ['system-administrator', 'security-administrator'],
      basis: cite('GB', '51(4)'),
      from: ['open'],
      to: 'closed',
      day: 'closedOn',
    },
    reopen: {
      label: '恢复使用',
      by: ['system-administrator'],
      basis: cite('GB', '51(4)'),
      from: ['closed'],
      to: 'open',
      day: 'reopenedOn',
    },
  },
  examples: [
    [
      {
        step: 'open',
        on: '2024-01-02',
        values: { account: 'cadre-liushu', holder: { name: '柳某某' }, openedOn: '2024-01-02' },
      },
      {
        step: 'change',
        on: '2024-06-03',
        values: { holder: { name: '石某某' }, changedOn: '2024-06-03' },
      },
      { step: 'close', on: '2024-11-04', values: { closedOn: '2024-11-04' } },
      { step: 'reopen', on: '2024-12-02', values: { reopenedOn: '2024-12-02' } },
    ],
  ],
});
