import type { Stories, Story, ToldAct } from '../story.ts';

const WHOLE = {
  code: '演示0001',
  body: '乡人民政府',
  office: '党务政务服务中心',
  basis: '《中华人民共和国土地管理法》第六十二条',
  conditions: '一户一宅',
  quantity: '无',
  materials: [{ name: '申请表', copies: 2, shared: 'no', proof: 'no' }],
  sample: 'has',
  flow: '申请、审查、核查、批准、发证',
  legalLimit: '20个工作日',
  channels: ['window', 'village'],
};

function draft(nature: string): ToldAct {
  return { step: 'draft', on: '2026-03-02', values: { name: '农村村民住宅用地审核批准', nature } };
}

function publish(values: object): ToldAct {
  return { step: 'publish', on: '2026-03-03', values: { ...WHOLE, ...values } };
}

function about(
  rule: Story['rule'],
  wrong: string,
  values: object,
  right: string,
  outcome: 'stopped' | 'reminded' = 'stopped',
): Story[] {
  const given = [draft('licence')];
  return [
    { rule, situation: wrong, given, act: publish(values), outcome },
    { rule, situation: right, given, act: publish({}), outcome: 'kept' },
  ];
}

const SHARED = [{ name: '身份证复印件', shared: 'demanded' }];
const UNLISTED = [{ name: '无犯罪证明', shared: 'no', proof: 'unlisted' }];

export const stories: Stories = {
  kind: 'service-guide',
  stories: [
    ...about('XK-03', '许可指南没有申请书示范文本就公布', { sample: undefined }, '许可的法定内容齐全'),
    ...about('FWU-01', '没有写受理机构就公布', { office: undefined }, '条件、材料、流程齐全'),
    {
      rule: 'FWU-01',
      situation: '公共服务事项没有受理条件就公布',
      given: [draft('public')],
      act: publish({ conditions: undefined }),
      outcome: 'stopped',
    },
    ...about('FWU-02', '能共享取得的身份信息仍要求提交', { materials: SHARED }, '能共享的不再要'),
    ...about('FWU-07', '索要清单之外的证明', { materials: UNLISTED }, '没有清单之外的证明'),
    ...about('FWU-06', '只准网上办', { channels: ['online'] }, '窗口和村级代办都能办'),
    ...about('FWU-16', '没有事项编码', { code: undefined }, '编码、实施机关齐全', 'reminded'),
  ],
};
