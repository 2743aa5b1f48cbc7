import type { Stories, Story, ToldAct } from '../story.ts';

type Others = NonNullable<Story['others']>;

function review(opinion: string, on = '2026-04-10'): Others {
  const acts: ToldAct[] = [
    {
      step: 'submit',
      on: '2026-04-01',
      values: { title: '集镇摊位管理办法', type: 'document', office: '党政办' },
    },
    { step: 'opine', on, values: { opinion, suggestions: 0 } },
  ];
  return { review: { kind: 'legality-review', acts } };
}

function draft(market: string): ToldAct {
  const values = { title: '集镇摊位管理办法', market, fair: 'unneeded' };
  return { step: 'draft', on: '2026-03-02', values };
}

const at = (step: string, on: string, values: object = {}): ToldAct => ({ step, on, values: { ...values } });
const HEARD = [
  draft('close'),
  at('comment', '2026-03-10', { commentAt: '政务公开栏' }),
  at('feedback', '2026-04-13', {
    commentUntil: '2026-04-09',
    heard: ['enterprises', 'public'],
    received: 3,
    adopted: 2,
  }),
];

function issue(values: object = {}): ToldAct {
  return at('issue', '2026-04-20', {
    number: '演示府发〔2026〕1号',
    registered: '演示乡规〔2026〕1号',
    market: 'none',
    fair: 'unneeded',
    review: '@review',
    discussedOn: '2026-04-16',
    ...values,
  });
}

const PLAIN = [draft('none')];
const ISSUED = [...PLAIN, issue()];
const publish = (on: string, values: object = {}): ToldAct =>
  at('publish', on, { address: '县政府网站', secrecyOn: '2026-04-21', ...values });

function about(rule: Story['rule'], wrong: string, values: object, right: string): Story[] {
  return [
    { rule, situation: wrong, given: PLAIN, act: issue(values), outcome: 'stopped' },
    { rule, situation: right, given: PLAIN, act: issue(), outcome: 'kept' },
  ];
}

const LIST: readonly Story[] = [
  ...about('CF-02', '自查发现设定了行政处罚', { found: ['penalty'] }, '没有设定处罚'),
  ...about('GF-13', '自查发现与上位法抵触', { found: ['conflict'] }, '不越权、不抵触'),
  ...about('GF-07', '没有依据增加群众义务', { found: ['burden'] }, '没有增加义务'),
  ...about('GF-14', '涉及经营者，应当公平竞争审查而没有', { fair: 'missing' }, '公平竞争审查通过或者不涉及'),
  {
    rule: 'GF-05',
    situation: '与生产经营密切相关，没有征求意见就印发',
    given: [draft('close')],
    act: issue({ market: 'close' }),
    outcome: 'stopped',
  },
  {
    rule: 'GF-05',
    situation: '征求意见三十日、听取市场主体意见并反馈后印发',
    given: HEARD,
    act: issue({ market: 'close' }),
    outcome: 'kept',
  },
  {
    rule: 'GF-05',
    situation: '3月10日公布征求意见，3月30日就截止，不足三十日',
    given: HEARD.slice(0, 2),
    act: at('feedback', '2026-04-01', {
      commentUntil: '2026-03-30',
      heard: ['enterprises'],
      received: 0,
      adopted: 0,
    }),
    outcome: 'flawed',
  },
  {
    rule: 'GF-06',
    situation: '涉及市场主体权利义务，没有合法性审核就印发',
    given: [draft('some')],
    act: issue({ market: 'some', review: undefined }),
    outcome: 'stopped',
  },
  {
    rule: 'GF-06',
    situation: '审核认为不合法，仍印发',
    others: review('unlawful'),
    given: [draft('some')],
    act: issue({ market: 'some' }),
    outcome: 'stopped',
  },
  {
    rule: 'GF-06',
    situation: '审核认为合法后印发',
    given: [draft('some')],
    act: issue({ market: 'some' }),
    outcome: 'kept',
  },
  {
    rule: 'GF-08',
    situation: '不涉及市场主体，没有审核就印发：国办文件凭记忆，只提醒',
    given: PLAIN,
    act: issue({ review: undefined }),
    outcome: 'reminded',
  },
  { rule: 'GF-08', situation: '审核通过后印发', given: PLAIN, act: issue(), outcome: 'kept' },
  {
    rule: 'GF-04',
    situation: '没有集体审议就印发',
    given: PLAIN,
    act: issue({ discussedOn: undefined }),
    outcome: 'reminded',
  },
  { rule: 'GF-04', situation: '集体审议、统一登记后印发', given: PLAIN, act: issue(), outcome: 'kept' },
  {
    rule: 'GF-15',
    situation: '4月20日印发，二十个工作日内公开',
    given: PLAIN,
    act: issue(),
    outcome: { due: '2026-05-20', safe: '2026-05-20' },
  },
  {
    rule: 'GK-05',
    situation: '没有保密审查就公开',
    given: ISSUED,
    act: publish('2026-04-22', { secrecyOn: undefined }),
    outcome: 'stopped',
  },
  { rule: 'GK-05', situation: '保密审查后公开', given: ISSUED, act: publish('2026-04-22'), outcome: 'kept' },
  {
    rule: 'GF-11',
    situation: '4月22日公开，没有登记本省规定，按通常的十五日报备案',
    given: ISSUED,
    act: publish('2026-04-22'),
    outcome: { due: '2026-05-07' },
  },
  {
    rule: 'GF-11',
    situation: '2016年公布的文件补录，那时没有已知的备案天数',
    others: {},
    given: [
      { ...draft('none'), on: '2016-03-02', entered: '2026-01-05' },
      {
        ...at('issue', '2016-04-20', { number: '演示府发〔2016〕1号', market: 'none', fair: 'unneeded' }),
        entered: '2026-01-05',
      },
    ],
    act: { ...publish('2016-04-22', { secrecyOn: '2016-04-21' }), entered: '2026-01-05' },
    outcome: 'kept',
  },
  {
    rule: 'GF-04.expiry',
    situation: '有效期2026年12月31日届满，提前六十日清理',
    given: PLAIN,
    act: issue({ validUntil: '2026-12-31' }),
    outcome: { due: '2026-11-01' },
  },
  {
    rule: 'GF-12',
    situation: '9月2日收到附带审查通知，十个工作日内书面答复',
    given: [...ISSUED, publish('2026-04-22')],
    act: at('challenge', '2026-09-02', { challengedOn: '2026-09-02' }),
    outcome: { due: '2026-09-16' },
  },
  {
    rule: 'GF-12',
    situation: '上次附带审查已经答复，又收到一次通知，重新起算',
    given: [
      ...ISSUED,
      publish('2026-04-22'),
      at('challenge', '2026-06-02', { challengedOn: '2026-06-02' }),
      at('answer', '2026-06-10'),
    ],
    act: at('challenge', '2026-09-02', { challengedOn: '2026-09-02' }),
    outcome: { due: '2026-09-16' },
  },
  {
    rule: 'GF-12.court',
    situation: '9月2日收到法院司法建议，六十日内书面答复',
    given: [...ISSUED, publish('2026-04-22')],
    act: at('challenge', '2026-09-02', { courtOn: '2026-09-02' }),
    outcome: { due: '2026-11-01' },
  },
];

export const stories: Stories = {
  kind: 'normative-document',
  stories: LIST.map((story) => ({ others: review('lawful'), ...story })),
};
