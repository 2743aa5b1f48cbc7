import { count, dayField, defineKind, longText, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** A visit to a business to help it with the law (涉企服务、法治体检). It is no inspection and uses no power. */
export const enterpriseVisit = defineKind({
  code: 'enterprise-visit',
  label: '涉企法律服务',
  room: 'services',
  version: 1,
  village: 'optional',
  title: 'enterprise',
  fields: {
    enterprise: text('企业、合作社', { max: 80, help: '个体工商户不写经营者姓名' }),
    form: oneOf('形式', { check: '法治体检', talk: '座谈走访', advice: '解答咨询', training: '合规培训' }),
    people: count('参加', '人次', { max: 10_000 }),
    problems: count('发现或者反映的问题', '个', { max: 1000 }),
    solved: count('当场或者后来解决', '个', { max: 1000 }),
    detail: longText('情况', { max: 2000 }),
    visitedOn: dayField('走访日'),
    solvedOn: dayField('全部解决日'),
  },
  states: { visited: '已走访', solved: '问题已解决' },
  steps: {
    visit: {
      label: '登记走访',
      by: ['judicial-office', 'area-lead', 'counsel'],
      basis: cite('YS', '31'),
      from: 'start',
      to: 'visited',
      day: 'visitedOn',
      asks: ['enterprise', 'form'],
      may: ['people', 'problems', 'solved', 'detail'],
    },
    solve: {
      label: '登记问题解决',
      by: ['judicial-office', 'area-lead', 'counsel'],
      basis: cite('YS', '31'),
      from: ['visited'],
      to: 'solved',
      day: 'solvedOn',
      asks: ['solved'],
      may: ['detail'],
    },
  },
  figures: {
    'enterprise-visits': {
      label: '开展涉企法律服务',
      unit: '次',
      definition: '走访日在统计期内的涉企法律服务，含法治体检、座谈走访、咨询和合规培训；行政检查不计。',
      chapter: 'services',
      measure: 'flow',
      on: 'visitedOn',
    },
    'enterprise-visits.enterprises': {
      label: '法治体检企业',
      unit: '家',
      definition: '走访日在统计期内做过法治体检的企业、合作社，一家只计一次。',
      chapter: 'services',
      measure: 'distinct',
      on: 'visitedOn',
      key: ({ values }) => values.enterprise,
      where: ({ values }) => values.form === 'check',
    },
  },
  examples: [
    [
      {
        step: 'visit',
        on: '2024-04-18',
        village: '枫香村',
        values: {
          enterprise: '枫香茶叶专业合作社',
          form: 'check',
          people: 6,
          problems: 2,
          solved: 1,
          visitedOn: '2024-04-18',
        },
      },
      { step: 'solve', on: '2024-05-20', values: { solved: 2, solvedOn: '2024-05-20' } },
    ],
  ],
});
