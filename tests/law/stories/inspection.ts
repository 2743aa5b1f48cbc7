import { AWAY, TEAM } from '../enforcement-team.ts';
import type { Stories, Story, ToldAct } from '../story.ts';

const CONTENTS = ['subject', 'officers', 'duties', 'basis', 'procedure', 'remedy', 'random'];

function item(over: object, published: boolean): NonNullable<Story['others']>[string] {
  const values = {
    name: '加油点安全检查',
    basis: '《中华人民共和国安全生产法》第九条第二款',
    object: '加油点',
    domain: 'safety',
    source: 'direct',
    penaltyPower: 'none',
    ...over,
  };
  const publish = {
    step: 'publish',
    on: '2025-01-16',
    values: { publishedAt: '公开栏', contents: CONTENTS },
  };
  return {
    kind: 'inspection-item',
    acts: [{ step: 'list', on: '2025-01-10', values }, ...(published ? [publish] : [])],
  };
}

const others = {
  ...TEAM,
  away: AWAY,
  item: item({}, true),
  powered: item({ penaltyPower: 'own' }, true),
  unpublished: item({}, false),
};

const propose = (values: object = {}): ToldAct => ({
  step: 'propose',
  on: '2025-05-12',
  values: {
    name: '集镇加油点安全检查',
    subjectType: 'enterprise',
    origin: 'plan',
    item: '@item',
    firstOfficer: '@first',
    secondOfficer: '@second',
    ...values,
  },
});
const approve: ToldAct = { step: 'approve', on: '2025-05-13' };
const notify: ToldAct = { step: 'notify', on: '2025-05-14' };
const inspect = (values: object = {}): ToldAct => ({
  step: 'inspect',
  on: '2025-05-14',
  values: { told: ['identity', 'notice', 'rights'], records: ['text', 'video'], result: 'none', ...values },
});

interface Told {
  readonly rule: Story['rule'];
  readonly situation: string;
  readonly proposed?: object;
  readonly inspected?: object;
  readonly given?: readonly ToldAct[];
  readonly outcome: Story['outcome'];
}

function told({ rule, situation, proposed, inspected, outcome, given }: Told): Story {
  const before = given ?? [propose(proposed), approve, notify];
  return { rule, situation, others, given: before, act: inspect(inspected), outcome };
}

const order: ToldAct = {
  step: 'order',
  on: '2025-05-14',
  values: { demands: '更换过期灭火器。', correctWithin: 15 },
};
const inspected = [propose(), approve, notify, inspect({ result: 'correct' })];

export const stories: Stories = {
  kind: 'inspection',
  stories: [
    {
      rule: 'CF-20',
      situation: '呈批时主办、协办填的是同一个人',
      others,
      act: propose({ secondOfficer: '@first' }),
      outcome: 'stopped',
    },
    {
      rule: 'CF-20',
      situation: '呈批时派的协办人员执法证2025年3月已经到期',
      others,
      act: propose({ secondOfficer: '@expired' }),
      outcome: 'stopped',
    },
    {
      rule: 'CF-20',
      situation: '呈批时派的协办人员已经借调离岗',
      others,
      act: propose({ secondOfficer: '@away' }),
      outcome: 'stopped',
    },
    {
      rule: 'CF-20',
      situation: '只有一名执法人员，制作检查通知书',
      others,
      given: [propose({ secondOfficer: undefined }), approve],
      act: notify,
      outcome: 'stopped',
    },
    {
      rule: 'CF-20',
      situation: '没有通知书，一人去查了回来登记：照实收下，记瑕疵',
      others,
      given: [propose({ secondOfficer: undefined })],
      act: { ...inspect(), reasons: { 'ZF-12': '接到举报马上去的' } },
      outcome: 'reminded',
    },
    told({
      rule: 'CF-20',
      situation: '本乡镇一人，县级部门派来一名持证人员',
      given: [
        propose({ secondOfficer: undefined }),
        approve,
        {
          ...notify,
          values: { guest: '某某', guestUnit: '样县应急管理局', guestCertificate: '样县执法009' },
        },
      ],
      outcome: 'kept',
    }),
    told({ rule: 'CF-20', situation: '两名证件有效的执法人员', outcome: 'kept' }),
    told({
      rule: 'CF-33',
      situation: '没有制作检查笔录，只有录像',
      inspected: { records: ['video'] },
      outcome: 'reminded',
    }),
    told({ rule: 'CF-33', situation: '出示证件并制作笔录', outcome: 'kept' }),
    told({
      rule: 'ZF-09',
      situation: '派了两名执法人员，实际只有网格员进企业检查',
      inspected: { helpers: 'alone' },
      outcome: 'reminded',
    }),
    told({
      rule: 'ZF-09',
      situation: '网格员在执法人员带领下协助',
      inspected: { helpers: 'under' },
      outcome: 'kept',
    }),
    told({
      rule: 'ZF-10',
      situation: '检查事项还没有公布',
      proposed: { item: '@unpublished' },
      outcome: 'reminded',
    }),
    told({
      rule: 'ZF-10',
      situation: '检查企业，没有对应任何公布的事项',
      proposed: { item: undefined },
      outcome: 'reminded',
    }),
    told({ rule: 'ZF-10', situation: '检查事项已经公布', outcome: 'kept' }),
    told({
      rule: 'ZF-12',
      situation: '没有审批、没有通知书就进场检查',
      given: [propose()],
      outcome: 'reminded',
    }),
    told({ rule: 'ZF-12', situation: '先审批、制作通知书', outcome: 'kept' }),
    told({
      rule: 'ZF-02',
      situation: '出示了证件，没有告知权利',
      inspected: { told: ['identity', 'notice'] },
      outcome: 'reminded',
    }),
    told({ rule: 'ZF-02', situation: '亮证、出具通知书、告知权利', outcome: 'kept' }),
    told({
      rule: 'ZQ-10',
      situation: '乡镇没有安全生产处罚权，检查后自己立案',
      inspected: { result: 'case' },
      outcome: 'reminded',
    }),
    told({
      rule: 'ZQ-10',
      situation: '检查后移送县应急管理局',
      inspected: { result: 'refer', referredTo: '样县应急管理局' },
      outcome: 'kept',
    }),
    told({
      rule: 'ZQ-10',
      situation: '省级已经赋予这一项处罚权，检查后立案',
      proposed: { item: '@powered' },
      inspected: { result: 'case' },
      outcome: 'kept',
    }),
    {
      rule: 'CF-09.correct',
      situation: '5月14日责令十五日内改正',
      others,
      given: inspected,
      act: order,
      outcome: { due: '2025-05-29' },
    },
    {
      rule: 'CF-09.correct',
      situation: '期满后复查，不算机关的瑕疵',
      others,
      given: [...inspected, order],
      act: { step: 'check', on: '2025-06-03', values: { corrected: 'yes' } },
      outcome: 'kept',
    },
    {
      rule: 'ZF-03',
      situation: '涉企检查办结后二十个工作日内公开结果',
      others,
      given: [propose(), approve, notify, inspect()],
      act: { step: 'conclude', on: '2025-05-15' },
      outcome: { due: '2025-06-13' },
    },
  ],
};
