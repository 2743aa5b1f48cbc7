import { dayField, defineKind, file, LAST, manyOf, person, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** The counsel of a village (村法律顾问): one village, one counsel, with what the village board shows. */
export const villageCounsel = defineKind({
  code: 'village-counsel',
  label: '村法律顾问',
  room: 'counsel',
  version: 1,
  village: 'required',
  title: 'firm',
  fields: {
    firm: text('所在单位', { privacy: 'public', max: 60 }),
    counsel: person('律师姓名与联系方式'),
    duties: text('职责范围', { privacy: 'public', max: 200 }),
    since: dayField('聘期开始日', { privacy: 'public' }),
    until: dayField('聘期结束日', { privacy: 'public', future: true, help: '聘期满后的第一天' }),
    /** The firm's own line: a mobile number is a person's and stays with `counsel`. */
    phone: text('公布的联系电话', { privacy: 'public', max: 30, help: '填单位座机；本人手机填在姓名那一栏' }),
    photo: file('照片', { help: '只印在村公开栏，不上网' }),
    posted: manyOf(
      '上墙公开了什么',
      {
        firm: '所在单位',
        duties: '职责范围',
        name: '姓名',
        photo: '照片',
        phone: '联系电话',
        term: '聘期',
      },
      { privacy: 'public' },
    ),
    consentOn: dayField('本人同意公布姓名、照片日'),
    postedOn: dayField('上墙公开日', { privacy: 'public' }),
    renewedOn: dayField('续聘或者决定不续日'),
  },
  states: { engaged: '聘期内', ended: '已结束' },
  steps: {
    engage: {
      label: '聘用',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: 'start',
      to: 'engaged',
      day: 'since',
      asks: ['firm', 'counsel'],
      may: ['duties', 'phone', 'photo', 'consentOn', 'until', 'postedOn'],
      usual: { firm: LAST, duties: LAST },
    },
    post: {
      label: '上墙公开',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: ['engaged'],
      to: 'engaged',
      day: 'postedOn',
      may: ['duties', 'phone', 'photo', 'consentOn', 'posted'],
      rules: [
        {
          rule: rule('SJA-03'),
          breached: ({ values: { posted = [], consentOn, postedOn } }) =>
            (posted.includes('name') || posted.includes('photo')) &&
            (consentOn === undefined || (postedOn !== undefined && consentOn > postedOn)),
          remedy: '公布律师的姓名、照片以前，请取得本人单独同意并登记日期；电话公布单位座机。',
        },
      ],
    },
    renew: {
      label: '续聘',
      by: ['judicial-office', 'village-cadre'],
      basis: [cite('PF', '25'), cite('FLG', '*')],
      from: ['engaged'],
      day: 'renewedOn',
      asks: ['until'],
      may: ['duties', 'phone', 'counsel', 'photo', 'consentOn'],
    },
    end: {
      label: '结束聘用',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: ['engaged'],
      to: 'ended',
      day: 'until',
    },
  },
  terms: [{ rule: 'GF-17.renew', from: 'until', metBy: 'renewedOn' }],
  figures: {
    'villages.with-counsel': {
      label: '实现村法律顾问全覆盖的村',
      unit: '个',
      definition: '截至统计日有法律顾问在聘期内的村，一村只计一个。',
      chapter: 'services',
      measure: 'distinct',
      from: 'since',
      until: 'until',
      key: (m) => m.village,
    },
  },
  disclosure: {
    in: ['engaged'],
    fields: ['firm', 'duties', 'phone', 'since', 'until', 'posted', 'postedOn'],
  },
  examples: [
    [
      {
        step: 'engage',
        on: '2024-01-10',
        village: '柳树村',
        values: {
          firm: '贵州样稿律师事务所',
          counsel: { name: '冉某某' },
          duties: '解答法律咨询、审查村务合同',
          phone: '0851-12345678',
          photo: { name: '照片.jpg', size: 1024, sha256: '0'.repeat(64) },
          consentOn: '2024-01-10',
          until: '2025-01-10',
          since: '2024-01-10',
        },
      },
      {
        step: 'post',
        on: '2024-01-20',
        values: { posted: ['firm', 'duties', 'name', 'photo', 'phone', 'term'], postedOn: '2024-01-20' },
      },
      { step: 'renew', on: '2024-12-02', values: { until: '2026-01-10', renewedOn: '2024-12-02' } },
      { step: 'end', on: '2026-01-10', values: { until: '2026-01-10' } },
    ],
  ],
});
