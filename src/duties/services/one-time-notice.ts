import {
  dayField,
  defineKind,
  LAST,
  link,
  linkedField,
  list,
  oneOf,
  person,
  text,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** A notice given at the window of all that is missing (一次性告知): the usual way where applications run in the platform. */
export const oneTimeNotice = defineKind({
  code: 'one-time-notice',
  label: '一次性告知',
  room: 'services',
  version: 1,
  village: 'optional',
  title: 'item',
  fields: {
    item: text('办理事项', { max: 120 }),
    guide: link('办事指南', 'service-guide'),
    applicant: person('申请人'),
    received: list('已收材料', { name: text('材料', { max: 80 }) }, { needs: ['name'] }),
    missing: list(
      '缺少或者不合格的材料',
      {
        name: text('材料', { max: 80 }),
        demand: text('具体要求', { max: 160 }),
        basis: text('依据', { max: 120 }),
      },
      { needs: ['name', 'demand'] },
    ),
    completeBy: dayField('补正期限', { future: true }),
    after: text('逾期怎么办', { max: 120, help: '如“逾期视为撤回，可以重新申请”' }),
    contact: text('联系人和电话', { max: 60, help: '填办公电话，不填个人手机' }),
    handed: oneOf('怎样交给申请人', { here: '当场交付并签收', mail: '邮寄', message: '短信或者网上' }),
    first: oneOf('是不是第一次告知', { first: '第一次', again: '这件事以前告知过' }),
    noticeOn: dayField('告知日'),
    completedOn: dayField('补齐日'),
    leftOn: dayField('没有再来，结束日'),
  },
  states: { told: '待补正', completed: '已补齐', left: '已结束' },
  steps: {
    tell: {
      label: '一次性告知',
      by: ['window-clerk', 'judicial-office'],
      basis: [cite('XK', '32①(4)'), cite('YS', '36')],
      from: 'start',
      to: 'told',
      day: 'noticeOn',
      asks: ['item', 'missing', 'first'],
      may: ['guide', 'applicant', 'received', 'completeBy', 'after', 'contact', 'handed'],
      usual: { item: linkedField('guide', 'name'), contact: LAST },
      rules: [
        {
          rule: rule('FWU-05'),
          breached: ({ values }) => values.first === 'again',
          remedy: '需要补正的应当一次告知全部；上次漏告的，请直接受理，不要让人再跑一趟。',
        },
      ],
      papers: {
        notice: {
          label: '一次性告知书',
          series: '告知',
          data: [
            'applicant',
            'item',
            'received',
            'missing',
            'completeBy',
            'after',
            'contact',
            'noticeOn',
            'handed',
          ],
        },
      },
    },
    complete: {
      label: '补齐',
      by: ['window-clerk', 'judicial-office'],
      basis: cite('YS', '36'),
      from: ['told'],
      to: 'completed',
      day: 'completedOn',
    },
    leave: {
      label: '结束',
      by: ['window-clerk', 'judicial-office'],
      basis: cite('YS', '36'),
      from: ['told'],
      to: 'left',
      day: 'leftOn',
    },
  },
  figures: {
    'one-time-notices': {
      label: '一次性告知',
      unit: '份',
      definition: '告知日在统计期内窗口开具的一次性告知书。',
      chapter: 'services',
      measure: 'flow',
      on: 'noticeOn',
    },
  },
  examples: [
    [
      {
        step: 'tell',
        on: '2024-04-08',
        village: '柳树村',
        values: {
          item: '最低生活保障申请',
          applicant: { name: '龙某某' },
          received: [{ name: '申请书' }],
          missing: [
            { name: '家庭经济状况核对授权书', demand: '全体家庭成员签名', basis: '最低生活保障审核确认办法' },
          ],
          completeBy: '2024-04-22',
          handed: 'here',
          first: 'first',
          noticeOn: '2024-04-08',
        },
      },
      { step: 'complete', on: '2024-04-10', values: { completedOn: '2024-04-10' } },
    ],
    [
      {
        step: 'tell',
        on: '2024-05-13',
        values: {
          item: '建房申请',
          missing: [{ name: '四邻意见', demand: '相邻各户签名' }],
          first: 'first',
          noticeOn: '2024-05-13',
        },
      },
      { step: 'leave', on: '2024-06-17', values: { leftOn: '2024-06-17' } },
    ],
  ],
});
