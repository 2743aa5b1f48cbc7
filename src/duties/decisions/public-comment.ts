import {
  count,
  dayField,
  defineKind,
  LAST,
  link,
  longText,
  oneOf,
  person,
  text,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/**
 * An opinion of the public on a decision's draft (公众意见), or several gathered at once. Whose it is and what it says stays
 * with the office: the public reads only the summary that the decision publishes after review (采纳情况汇总). Who gave it asks
 * after it by a query code (查询码), without a name.
 */
export const publicComment = defineKind({
  code: 'public-comment',
  label: '公众意见',
  room: 'decisions',
  version: 1,
  village: 'optional',
  title: 'topic',
  fields: {
    decision: link('对哪项决策', 'decision'),
    topic: text('意见要点', { max: 80, help: '用自己的话概括，不抄原文，不写姓名、电话和住址' }),
    channel: oneOf('怎样提出', {
      visit: '当面',
      phone: '电话',
      letter: '信函',
      online: '网站、公众号、邮件',
      meeting: '座谈会、听证会、院坝会',
      survey: '问卷调查',
      groups: '有关单位、团体、群众代表',
    }),
    items: count('意见条数', '条', { min: 1, max: 10_000, help: '不填就是一条；座谈会、问卷可以合起来登记' }),
    commenter: person('提意见人', { help: '可以匿名，不填也收' }),
    content: longText('意见原文', { privacy: 'personal' }),
    queryCode: text('查询码', { max: 20, code: true, help: '系统随机给出，写在回执上交给提意见人' }),
    receivedOn: dayField('收到日'),
    result: oneOf('研究结果', { adopted: '采纳', partly: '部分采纳', declined: '未采纳' }),
    adopted: count('采纳条数', '条', { max: 10_000, help: '没有采纳的填0' }),
    reason: longText('理由', { max: 1000, help: '部分采纳、未采纳的写明理由，不写姓名' }),
    studiedOn: dayField('研究日'),
    answeredBy: oneOf('怎样答复', {
      code: '凭查询码告知',
      visit: '当面告知',
      phone: '电话告知',
      letter: '书面告知',
      summary: '在公布的采纳情况汇总里统一说明',
    }),
    answeredOn: dayField('答复日'),
  },
  states: { received: '待研究', studied: '已研究', answered: '已答复' },
  steps: {
    receive: {
      label: '登记',
      by: ['judicial-office', 'area-lead', 'window-clerk', 'village-cadre'],
      basis: cite('JC', '14'),
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      asks: ['decision', 'topic', 'channel'],
      may: ['commenter', 'content', 'items'],
      usual: { decision: LAST, channel: LAST },
      takes: { queryCode: { code: true } },
      papers: { receipt: { label: '收到意见回执', data: ['decision', 'queryCode', 'items', 'receivedOn'] } },
    },
    study: {
      label: '研究意见',
      by: ['area-lead', 'judicial-office'],
      basis: cite('JC', '18'),
      from: ['received', 'studied'],
      to: 'studied',
      day: 'studiedOn',
      asks: ['result', 'adopted'],
      may: ['reason'],
      rules: [
        {
          rule: rule('JC-04'),
          breached: ({ values: { result, reason } }) => result !== 'adopted' && reason === undefined,
          remedy: '请写明为什么没有采纳或者只采纳一部分，汇总时要用。',
        },
      ],
    },
    answer: {
      label: '答复',
      by: ['area-lead', 'judicial-office', 'window-clerk', 'village-cadre'],
      basis: cite('JC', '18'),
      from: ['studied'],
      to: 'answered',
      day: 'answeredOn',
      asks: ['answeredBy'],
    },
  },
  figures: {
    'public-comments.received': {
      label: '公开征求意见收到意见',
      unit: '条',
      definition: '收到日在统计期内的公众意见条数之和；一次登记几条的按条数计，没有写条数的计一条。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'receivedOn',
      amount: ({ values }) => values.items ?? 1,
    },
    'public-comments.adopted': {
      label: '采纳公众意见',
      unit: '条',
      definition: '研究日在统计期内的公众意见里采纳的条数之和，部分采纳的按实际采纳的条数计。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'studiedOn',
      amount: ({ values }) => values.adopted,
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-03-18',
        village: '石桥村',
        values: {
          decision: '00000000-0000-4000-8000-000000000001',
          topic: '取水点宜避开养殖场下游',
          channel: 'visit',
          commenter: { name: '罗某某' },
          content: '取水口下面就是我家隔壁的养殖场，发大水就倒灌，建议往上游挪两百米。',
          receivedOn: '2024-03-18',
        },
      },
      {
        step: 'study',
        on: '2024-04-12',
        values: { result: 'adopted', adopted: 1, studiedOn: '2024-04-12' },
      },
      { step: 'answer', on: '2024-04-15', values: { answeredBy: 'code', answeredOn: '2024-04-15' } },
    ],
    [
      {
        step: 'receive',
        on: '2024-03-26',
        village: '柳树村',
        values: {
          decision: '00000000-0000-4000-8000-000000000001',
          topic: '水价、管护和入户管道',
          channel: 'meeting',
          items: 6,
          receivedOn: '2024-03-26',
        },
      },
      {
        step: 'study',
        on: '2024-04-12',
        values: {
          result: 'partly',
          adopted: 4,
          reason: '水价按县级定价执行，乡镇无权调整。',
          studiedOn: '2024-04-12',
        },
      },
    ],
  ],
});
