import type { Stories, Story, ToldAct } from '../story.ts';

/** The clock of example E23: comment from 10 March, review from 10 April, meeting on 22 April 2026. */
const item: NonNullable<Story['others']>[string] = {
  kind: 'decision-catalogue-item',
  acts: [
    {
      step: 'list',
      on: '2026-01-12',
      values: { name: '农村供水工程', year: 2026, office: '村镇建设服务中心' },
    },
    {
      step: 'publish',
      on: '2026-02-02',
      values: { address: '乡政务公开栏', agreedOn: '2026-01-26', checkedOn: '2026-01-30' },
    },
  ],
};

function review(opinionOn: string, opinion: object = {}, type = 'decision') {
  const title = '农村供水工程决策草案';
  return {
    kind: 'legality-review',
    acts: [
      { step: 'submit', on: '2026-04-10', values: { title, type, office: '村镇建设服务中心' } },
      {
        step: 'opine',
        on: opinionOn,
        values: { opinion: 'lawful', suggestions: 0, counselHeardOn: '2026-04-15', ...opinion },
        reasons: { 'JC-11': '顾问出差' },
      },
    ],
  };
}

function meeting(on: string, forum = 'government') {
  const agenda = [{ subject: 'decision', topic: '讨论农村供水工程' }];
  return { kind: 'gathering', acts: [{ step: 'hold', on, values: { title: '政府办公会', forum, agenda } }] };
}

const others: Story['others'] = { item, review: review('2026-04-21'), meeting: meeting('2026-04-22') };

function start(values: object = {}): ToldAct {
  return {
    step: 'start',
    on: '2026-03-02',
    values: {
      title: '农村供水工程',
      office: '村镇建设服务中心',
      item: '@item',
      startedBy: '三月政府办公会',
      ...values,
    },
  };
}

function publishDraft(values: object = {}): ToldAct {
  return {
    step: 'publishDraft',
    on: '2026-03-10',
    values: {
      draftSummary: '新建取水点一处、管网十二公里。',
      commentWhere: '乡政务公开栏',
      commentHow: ['visit', 'phone'],
      commentUntil: '2026-04-09',
      draftCheckedOn: '2026-03-09',
      ...values,
    },
  };
}

const study: ToldAct = { step: 'study', on: '2026-04-10' };
const consulted = [start(), publishDraft(), study];

function submit(values: object = {}, on = '2026-04-21'): ToldAct {
  return {
    step: 'submit',
    on,
    values: {
      technical: 'no',
      stability: 'no',
      operators: 'no',
      review: '@review',
      materials: ['draft', 'legality', 'comments'],
      ...values,
    },
  };
}

function discuss(values: object = {}, on = '2026-04-22'): ToldAct {
  const held = { outcome: 'passed', headLast: 'yes', dissent: 'none', meeting: '@meeting' };
  return { step: 'discuss', on, values: { ...held, ...values } };
}

function adoptedWith(submitted: object = {}): readonly ToldAct[] {
  return [...consulted, submit(submitted), discuss()];
}

const adopted = adoptedWith();

function decide(values: object = {}): ToldAct {
  return {
    step: 'decide',
    on: '2026-04-27',
    values: { congress: 'no', content: '实施农村供水工程。', partyReportedOn: '2026-04-24', ...values },
  };
}

const reviewed = { feedbackReview: ['secrecy', 'privacy', 'own'], feedbackReviewedOn: '2026-04-27' };

function feedback(values: object = reviewed): ToldAct {
  const said = { feedback: '收到意见七条，采纳五条。', feedbackReviewer: '文某某' };
  return { step: 'feedback', on: '2026-04-28', values: { ...said, ...values } };
}

function publish(values: object = {}, on = '2026-05-06'): ToldAct {
  return {
    step: 'publish',
    on,
    values: { address: '乡政务公开栏', checkedOn: '2026-04-30', explanation: '两村夏季缺水。', ...values },
  };
}

const operators = { operators: 'yes', materials: ['draft', 'legality', 'comments', 'fairness'] };
const argued: ToldAct = {
  step: 'argue',
  on: '2026-03-20',
  values: { expertCount: 3, expertSigned: 'yes' },
};

function fairness(values: Readonly<Record<string, unknown>>, on = '2026-04-08'): ToldAct {
  return { step: 'reviewFairness', on, values };
}

function assess(riskConclusion: string, on = '2026-03-26'): ToldAct {
  return { step: 'assess', on, values: { riskConclusion } };
}

export const stories: Stories = {
  kind: 'decision',
  stories: [
    {
      rule: 'JC-02',
      situation: '不在已公布的目录里，启动重大行政决策程序',
      act: { ...start(), values: { ...start().values, item: undefined } },
      outcome: 'reminded',
    },
    { rule: 'JC-02', situation: '目录里的事项启动', others, act: start(), outcome: 'kept' },
    {
      rule: 'JC-03',
      situation: '没有写明谁决定启动',
      others,
      act: start({ startedBy: undefined }),
      outcome: 'reminded',
    },
    { rule: 'JC-03', situation: '政府办公会决定启动并确定承办单位', others, act: start(), outcome: 'kept' },

    {
      rule: 'GK-05',
      situation: '草案没有保密审查就向社会公布',
      others,
      given: [start()],
      act: publishDraft({ draftCheckedOn: undefined }),
      outcome: 'stopped',
    },
    {
      rule: 'GK-05',
      situation: '草案审查以后公布',
      others,
      given: [start()],
      act: publishDraft(),
      outcome: 'kept',
    },
    {
      rule: 'JC-05',
      situation: '3月10日公布草案，意见截止写4月8日，没有理由',
      others,
      given: [start()],
      act: publishDraft({ commentUntil: '2026-04-08' }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-05',
      situation: '3月10日公布草案，意见截止写4月9日',
      others,
      given: [start()],
      act: publishDraft(),
      outcome: 'kept',
    },
    {
      rule: 'JC-05',
      situation: '汛情紧急，缩短为三日并在公告里写明理由（国家没有七日的底线）',
      others,
      given: [start()],
      act: publishDraft({ commentUntil: '2026-03-13', shortened: '汛期将至，应急水源须先定' }),
      outcome: 'kept',
    },
    {
      rule: 'JC-05',
      situation: '3月10日公布草案，至少征求到4月9日',
      others,
      given: [start()],
      act: publishDraft(),
      outcome: { due: '2026-04-09' },
    },
    {
      rule: 'JC-05',
      situation: '写明理由缩短的，不再按三十日算',
      others,
      given: [start()],
      act: publishDraft({ commentUntil: '2026-03-13', shortened: '汛期将至，应急水源须先定' }),
      outcome: 'none',
    },
    {
      rule: 'JC-05',
      situation: '公告写到4月9日，4月8日就结束征求意见',
      others,
      given: [start(), publishDraft()],
      act: { ...study, on: '2026-04-08' },
      outcome: 'flawed',
    },

    {
      rule: 'JC-06',
      situation: '3月25日召开听证会，材料3月18日以前送达',
      others,
      given: [start()],
      act: { step: 'announceHearing', on: '2026-03-05', values: { hearingPlannedOn: '2026-03-25' } },
      outcome: { due: '2026-03-18' },
    },
    {
      rule: 'JC-06',
      situation: '听证会材料提前六日才送达',
      others,
      given: [start()],
      act: {
        step: 'holdHearing',
        on: '2026-03-25',
        values: { hearingPeople: 18, hearingMaterialOn: '2026-03-19' },
      },
      outcome: 'reminded',
    },
    {
      rule: 'JC-06',
      situation: '听证会材料提前七日送达',
      others,
      given: [start()],
      act: {
        step: 'holdHearing',
        on: '2026-03-25',
        values: { hearingPeople: 18, hearingMaterialOn: '2026-03-18' },
      },
      outcome: 'kept',
    },

    {
      rule: 'JC-07',
      situation: '专家论证没有书面署名',
      others,
      given: [start()],
      act: { ...argued, values: { expertCount: 3, expertSigned: 'no' } },
      outcome: 'reminded',
    },
    {
      rule: 'JC-07',
      situation: '征求意见期间，专家书面署名论证',
      others,
      given: [start(), publishDraft()],
      act: argued,
      outcome: 'kept',
    },
    {
      rule: 'JC-07',
      situation: '专业性较强的事项没有专家论证就提请讨论',
      others,
      given: consulted,
      act: submit({ technical: 'yes' }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-08',
      situation: '可能影响稳定的事项没有评估风险就提请讨论',
      others,
      given: consulted,
      act: submit({ stability: 'yes' }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-08',
      situation: '评估结论是风险不可控，没有调整就提请讨论',
      others,
      given: [...consulted, assess('uncontrollable', '2026-04-13')],
      act: submit({ stability: 'yes', materials: ['draft', 'legality', 'comments', 'risk'] }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-08',
      situation: '调整草案后重新评估为可控',
      others,
      given: [...consulted, assess('uncontrollable', '2026-04-13'), assess('measures', '2026-04-20')],
      act: submit({ stability: 'yes', materials: ['draft', 'legality', 'comments', 'risk'] }),
      outcome: 'kept',
    },

    {
      rule: 'JC-04',
      situation: '没有听取过公众意见就提请讨论',
      others,
      given: [start()],
      act: submit({ materials: ['draft', 'legality'] }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-04',
      situation: '没有公告，以座谈和走访听取了意见',
      others,
      given: [start(), { step: 'hear', on: '2026-03-20', values: { otherWays: ['seminar', 'visit'] } }],
      act: submit(),
      outcome: 'kept',
    },
    {
      rule: 'JC-09',
      situation: '没有合法性审查就提请讨论',
      others,
      given: consulted,
      act: submit({ review: undefined, counselHeardOn: '2026-04-15' }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-09',
      situation: '审查认为不合法仍提请讨论',
      others: { ...others, review: review('2026-04-21', { opinion: 'unlawful' }) },
      given: consulted,
      act: submit(),
      outcome: 'reminded',
    },
    {
      rule: 'JC-09',
      situation: '拿合同的审查意见代替',
      others: { ...others, review: review('2026-04-21', {}, 'contract') },
      given: consulted,
      act: submit(),
      outcome: 'reminded',
    },
    {
      rule: 'JC-09',
      situation: '4月10日送审、4月21日审查完毕后提请讨论',
      others,
      given: consulted,
      act: submit(),
      outcome: 'kept',
    },
    {
      rule: 'JC-10',
      situation: '4月10日送审，第六个工作日就审完提请讨论',
      others: { ...others, review: review('2026-04-20') },
      given: consulted,
      act: submit({}, '2026-04-20'),
      outcome: 'reminded',
    },
    {
      rule: 'JC-10',
      situation: '4月10日送审，第七个工作日（4月21日）当天上会',
      others: { ...others, meeting: meeting('2026-04-21') },
      given: [...consulted, submit()],
      act: discuss({}, '2026-04-21'),
      outcome: 'reminded',
    },
    {
      rule: 'JC-10',
      situation: '4月21日审完，4月22日上会',
      others,
      given: [...consulted, submit()],
      act: discuss(),
      outcome: 'kept',
    },
    {
      rule: 'GF-18',
      situation: '没有听取法律顾问意见就提请讨论',
      others: { ...others, review: review('2026-04-21', { counselHeardOn: undefined }) },
      given: consulted,
      act: submit(),
      outcome: 'reminded',
    },
    {
      rule: 'GF-18',
      situation: '法律顾问认为不合法仍提请讨论',
      others,
      given: consulted,
      act: submit({ counselView: 'unlawful' }),
      outcome: 'reminded',
    },
    {
      rule: 'GF-18',
      situation: '审查时没有听取，提请讨论前另行听取了法律顾问意见',
      others: { ...others, review: review('2026-04-21', { counselHeardOn: undefined }) },
      given: consulted,
      act: submit({ counselHeardOn: '2026-04-20', counselView: 'agreed' }),
      outcome: 'kept',
    },
    {
      rule: 'JC-12',
      situation: '征求过意见，上会材料里没有意见采纳情况',
      others,
      given: consulted,
      act: submit({ materials: ['draft', 'legality'] }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-12',
      situation: '没有论证、评估过的，不必附论证、评估材料',
      others,
      given: consulted,
      act: submit(),
      outcome: 'kept',
    },

    {
      rule: 'JC-13',
      situation: '没有开会，传签通过',
      others,
      given: [...consulted, submit()],
      act: discuss({ meeting: undefined }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-13',
      situation: '行政首长没有末位发言',
      others,
      given: [...consulted, submit()],
      act: discuss({ headLast: 'no' }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-13',
      situation: '有不同意见，会议记录没有记',
      others,
      given: [...consulted, submit()],
      act: discuss({ dissent: 'unnoted' }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-13',
      situation: '决定与多数人意见不一致，没有说明理由',
      others,
      given: [...consulted, submit()],
      act: discuss({ dissent: 'noted', againstMajority: 'yes' }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-13',
      situation: '与多数人意见不一致，说明了理由，不同意见记入记录',
      others,
      given: [...consulted, submit()],
      act: discuss({ dissent: 'noted', againstMajority: 'yes', majorityReason: '县级资金年底前须用完' }),
      outcome: 'kept',
    },

    {
      rule: 'JC-14',
      situation: '没有向乡镇党委请示报告就作出决定',
      others,
      given: adopted,
      act: decide({ partyReportedOn: undefined }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-14',
      situation: '讨论以后、出台以前请示报告',
      others,
      given: [...adopted, { step: 'reportToParty', on: '2026-04-24', values: { partyView: 'agreed' } }],
      act: decide({ partyReportedOn: undefined }),
      outcome: 'kept',
    },
    {
      rule: 'JC-19',
      situation: '建设项目依法应由乡镇人大决定，没有提请就作出决定',
      others,
      given: adopted,
      act: decide({ congress: 'yes' }),
      outcome: 'stopped',
    },
    {
      rule: 'JC-19',
      situation: '乡镇人大已经决定',
      others,
      given: adopted,
      act: decide({ congress: 'yes', congressOn: '2026-04-25' }),
      outcome: 'kept',
    },
    {
      rule: 'GF-14',
      situation: '涉及经营者经济活动，没有公平竞争审查就出台',
      others,
      given: adoptedWith(operators),
      act: decide(),
      outcome: 'stopped',
    },
    {
      rule: 'GF-14',
      situation: '审查结论是不符合，也不适用例外规定，仍要出台',
      others,
      given: [
        ...consulted,
        fairness({ fairConclusion: 'unfair', fairHeardOn: '2026-04-02' }, '2026-04-13'),
        submit(operators),
        discuss(),
      ],
      act: decide(),
      outcome: 'stopped',
    },
    {
      rule: 'GF-14',
      situation: '没有听取利害关系人意见就形成审查结论',
      others,
      given: [start()],
      act: fairness({ fairConclusion: 'fair' }),
      outcome: 'stopped',
    },
    {
      rule: 'GF-14',
      situation: '听取意见并审查，修改后符合',
      others,
      given: [
        start(),
        publishDraft(),
        fairness({ fairConclusion: 'amended', fairHeardOn: '2026-04-02' }),
        study,
        submit(operators),
        discuss(),
      ],
      act: decide(),
      outcome: 'kept',
    },

    {
      rule: 'GK-05',
      situation: '采纳情况汇总没有保密审查就公布',
      others,
      given: consulted,
      act: feedback({ feedbackReview: ['privacy', 'own'] }),
      outcome: 'stopped',
    },
    {
      rule: 'SJA-03',
      situation: '采纳情况汇总没有看过有没有个人信息就公布',
      others,
      given: consulted,
      act: feedback({ ...reviewed, feedbackReview: ['secrecy', 'own'] }),
      outcome: 'stopped',
    },
    {
      rule: 'SJA-03',
      situation: '照抄意见原文公布',
      others,
      given: consulted,
      act: feedback({ ...reviewed, feedbackReview: ['secrecy', 'privacy'] }),
      outcome: 'stopped',
    },
    {
      rule: 'SJA-03',
      situation: '专人审查过的归纳汇总',
      others,
      given: consulted,
      act: feedback(),
      outcome: 'kept',
    },

    {
      rule: 'GK-08',
      situation: '4月27日作出决定，二十个工作日内公布',
      others,
      given: adopted,
      act: decide(),
      outcome: { due: '2026-05-27' },
    },
    {
      rule: 'GK-08',
      situation: '依法不予公开的决定',
      others,
      given: adopted,
      act: decide({ openness: 'closed' }),
      outcome: 'none',
    },
    {
      rule: 'GK-08',
      situation: '决定以后第二十一个工作日才公布',
      others,
      given: [...adopted, decide(), feedback()],
      act: publish({}, '2026-05-28'),
      outcome: 'flawed',
    },
    {
      rule: 'GK-05',
      situation: '决定没有保密审查就公布',
      others,
      given: [...adopted, decide(), feedback()],
      act: publish({ checkedOn: undefined }),
      outcome: 'stopped',
    },
    {
      rule: 'JC-15',
      situation: '专业性较强的决策公布时没有解读',
      others,
      given: [
        start(),
        publishDraft(),
        argued,
        study,
        submit({ technical: 'yes', materials: ['draft', 'legality', 'comments', 'experts'] }),
        discuss(),
        decide(),
        feedback(),
      ],
      act: publish({ explanation: undefined }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-15',
      situation: '征求过意见，没有公布采纳情况就公布决定',
      others,
      given: [...adopted, decide()],
      act: publish(),
      outcome: 'reminded',
    },
    {
      rule: 'JC-15',
      situation: '先公布采纳情况，再公布决定并解读',
      others,
      given: [...adopted, decide(), feedback()],
      act: publish(),
      outcome: 'kept',
    },

    {
      rule: 'JC-16',
      situation: '归档材料里没有会议记录',
      others,
      given: [...adopted, decide()],
      act: {
        step: 'archive',
        on: '2026-06-01',
        values: { archived: ['draft', 'legality', 'comments', 'text'] },
      },
      outcome: 'reminded',
    },
    {
      rule: 'JC-16',
      situation: '材料、会议记录和决定文本收齐归档',
      others,
      given: [...adopted, decide()],
      act: {
        step: 'archive',
        on: '2026-06-01',
        values: { archived: ['draft', 'legality', 'comments', 'minutes', 'text'] },
      },
      outcome: 'kept',
    },
    {
      rule: 'JC-17',
      situation: '没有集体讨论就停止执行',
      others,
      given: [...adopted, decide()],
      act: { step: 'change', on: '2026-09-08', values: { change: 'stop', changeNotes: '资金没有落实。' } },
      outcome: 'reminded',
    },
    {
      rule: 'JC-17',
      situation: '汛情紧急，行政首长先行中止执行',
      others,
      given: [...adopted, decide()],
      act: { step: 'change', on: '2026-07-08', values: { change: 'suspend', changeNotes: '河道涨水。' } },
      outcome: 'kept',
    },
    {
      rule: 'JC-17',
      situation: '重大调整经集体讨论',
      others: { ...others, again: meeting('2026-09-07') },
      given: [...adopted, decide()],
      act: {
        step: 'change',
        on: '2026-09-08',
        values: { change: 'major', changeNotes: '取水点改到上游。', changeMeeting: '@again' },
      },
      outcome: 'kept',
    },
  ],
};
