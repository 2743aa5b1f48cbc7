import { dayField, defineKind, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** A push of learning material (推送学习资料) to the staff. */
export const learningPush = defineKind({
  code: 'learning-push',
  label: '推送学习资料',
  room: 'training',
  version: 1,
  title: 'title',
  fields: {
    title: text('资料名称'),
    channel: oneOf('渠道', { wechat: '微信群', account: '公众号', platform: '学习平台', paper: '纸质资料' }),
    pushedOn: dayField('推送日'),
  },
  states: { pushed: '已推送' },
  steps: {
    push: {
      label: '登记推送',
      by: ['judicial-office'],
      basis: cite('PF', '36'),
      from: 'start',
      to: 'pushed',
      day: 'pushedOn',
      asks: ['title', 'channel'],
    },
  },
  figures: {
    'law-study.pushes': {
      label: '推送学习资料学习相关法律法规',
      unit: '次',
      definition:
        '统计期内向干部推送法律法规学习资料的次数，一次登记计一次；同一资料同一天推到几个群请登记为一次。',
      chapter: 'training',
      measure: 'flow',
      on: 'pushedOn',
    },
  },
  examples: [
    [
      {
        step: 'push',
        on: '2024-02-19',
        values: { title: '行政复议法要点', channel: 'wechat', pushedOn: '2024-02-19' },
      },
    ],
  ],
});
