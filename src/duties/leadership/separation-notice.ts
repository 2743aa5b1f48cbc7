import { dayField, defineKind, manyOf, POSTS, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const BY = ['system-administrator', 'security-administrator', 'audit-administrator'] as const;
const BASIS = cite('WA', '23');

/**
 * One person holds two of the administrators who should be separate (三员分立): a standing notice, in the ledger of the
 * organisation and, for its audit, in the county's.
 */
export const separationNotice = defineKind({
  code: 'separation-notice',
  label: '管理员未分设提示',
  room: 'leadership',
  version: 1,
  title: 'account',
  fields: {
    organisation: text('机构代码', { max: 12, code: true, help: '哪个机构的账号，写开通时的代码。' }),
    account: text('账号', { max: 80 }),
    posts: manyOf('由一人担任的管理员', POSTS),
    copiedTo: text('抄送机构', { max: 12, code: true, help: '上级机构开通时的代码；不在本服务器上的不填。' }),
    noticedOn: dayField('提示日'),
    endedOn: dayField('消除日'),
  },
  states: { standing: '未消除', ended: '已消除' },
  steps: {
    notice: {
      label: '提示',
      by: BY,
      basis: BASIS,
      from: 'start',
      to: 'standing',
      day: 'noticedOn',
      asks: ['organisation', 'account', 'posts'],
      may: ['copiedTo'],
    },
    end: {
      label: '消除',
      by: BY,
      basis: BASIS,
      from: ['standing'],
      to: 'ended',
      day: 'endedOn',
    },
  },
  examples: [
    [
      {
        step: 'notice',
        on: '2024-02-05',
        values: {
          organisation: '520581999000',
          account: 'guanliyuan',
          posts: ['system-administrator', 'audit-administrator'],
          noticedOn: '2024-02-05',
        },
      },
      { step: 'end', on: '2024-03-04', values: { endedOn: '2024-03-04' } },
    ],
  ],
});
