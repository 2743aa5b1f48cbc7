import { dayField, defineKind, link, oneOf, person, text, type Matter } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

const fields = {
  number: text('编号', {
    privacy: 'public',
    max: 20,
    code: true,
    help: '公开名册上的编号，如“柳树01”；不写姓名',
  }),
  committee: link('所属调委会', 'mediation-committee', { privacy: 'public' }),
  role: oneOf(
    '职务',
    { head: '主任', deputy: '副主任', member: '委员', engaged: '聘任的调解员' },
    { privacy: 'public' },
  ),
  time: oneOf('专职、兼职', { full: '专职', part: '兼职' }, { privacy: 'public' }),
  mediator: person('姓名与联系方式', { help: '经本人同意在村公开栏公布姓名，不上网' }),
  appointedOn: dayField('首次推选、聘任日', { privacy: 'public' }),
  termOn: dayField('本届推选、聘任日', { privacy: 'public' }),
  fault: oneOf('第十五条的情形', {
    partial: '偏袒一方当事人',
    insult: '侮辱当事人',
    taking: '索取、收受财物或者牟取不正当利益',
    leak: '泄露当事人的个人隐私、商业秘密',
  }),
  gravity: oneOf('轻重', { minor: '情节较轻', grave: '情节严重' }),
  correctedOn: dayField('批评教育、责令改正日'),
  why: oneOf('为什么离任', {
    term: '任期届满',
    resigned: '本人辞去',
    unfit: '不能履行职责',
    removed: '罢免、解聘',
  }),
  leftOn: dayField('离任日'),
};
type Mediator = Matter<typeof fields>;

function mediators(label: string, definition: string, where?: (m: Mediator) => boolean) {
  const measured = { chapter: 'disputes', measure: 'stock', from: 'appointedOn', until: 'leftOn' } as const;
  return { label, unit: '名', definition, ...(where ? { where } : {}), ...measured } as const;
}

/** A people's mediator (人民调解员): elected or engaged for three years. The public list shows no name. */
export const mediator = defineKind({
  code: 'mediator',
  label: '人民调解员',
  room: 'disputes',
  version: 1,
  village: 'optional',
  title: 'number',
  fields,
  states: { serving: '在任', left: '已离任' },
  steps: {
    appoint: {
      label: '推选、聘任',
      by: ['judicial-office'],
      basis: [cite('RT', '9'), cite('RT', '13'), cite('RT', '14')],
      from: 'start',
      to: 'serving',
      day: 'appointedOn',
      sameDay: ['termOn'],
      asks: ['number', 'committee', 'mediator', 'role'],
      may: ['time'],
    },
    renew: {
      label: '连任',
      by: ['judicial-office'],
      basis: cite('RT', '9'),
      from: ['serving'],
      day: 'termOn',
      may: ['role', 'time'],
    },
    educate: {
      label: '登记批评教育、责令改正',
      by: ['judicial-office'],
      basis: cite('RT', '15'),
      from: ['serving'],
      day: 'correctedOn',
      asks: ['fault', 'gravity'],
      records: true,
    },
    leave: {
      label: '离任',
      by: ['judicial-office'],
      basis: [cite('RT', '9'), cite('RT', '15')],
      from: ['serving'],
      to: 'left',
      day: 'leftOn',
      asks: ['why'],
      may: ['fault', 'gravity'],
      rules: [
        {
          rule: rule('RT-05'),
          breached: ({ values }) => values.why === 'removed' && values.gravity !== 'grave',
          remedy:
            '有第十五条情形的先由调委会批评教育、责令改正；情节严重的，才由推选、聘任单位罢免或者解聘。',
        },
      ],
    },
  },
  terms: [{ rule: 'RT-03', from: 'termOn', metBy: 'leftOn' }],
  figures: {
    'mediators.total': mediators(
      '人民调解员',
      '截至统计日在任的人民调解员，乡级、村级合计；一人在两个调委会任职的登记两次、计两名。',
    ),
    'mediators.full-time': {
      ...mediators(
        '专职人民调解员',
        '截至统计日在任、登记为专职的人民调解员；没有写专职、兼职的不计。',
        ({ values }) => values.time === 'full',
      ),
      relations: [{ to: 'mediators.total', is: 'part-of' }],
    },
  },
  disclosure: { in: ['serving'], fields: ['number', 'committee', 'role', 'time', 'appointedOn', 'termOn'] },
  examples: [
    [
      {
        step: 'appoint',
        on: '2023-02-10',
        village: '柳树村',
        values: {
          number: '柳树01',
          committee: '00000000-0000-4000-8000-000000000011',
          role: 'member',
          time: 'part',
          mediator: { name: '王某某', phone: '00000000000' },
          appointedOn: '2023-02-10',
        },
      },
      {
        step: 'educate',
        on: '2023-08-14',
        values: { fault: 'partial', gravity: 'minor', correctedOn: '2023-08-14' },
      },
      { step: 'renew', on: '2024-02-19', values: { role: 'deputy', termOn: '2024-02-19' } },
      { step: 'leave', on: '2024-09-02', values: { why: 'resigned', leftOn: '2024-09-02' } },
    ],
  ],
});
