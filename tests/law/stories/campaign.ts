import type { Stories, ToldAct } from '../story.ts';

function launch(values: object): ToldAct {
  return {
    step: 'launch',
    on: '2025-06-03',
    values: { title: '夏季专项整治', basis: '样县方案', ...values },
  };
}

export const stories: Stories = {
  kind: 'campaign',
  stories: [
    {
      rule: 'ZF-14',
      situation: '要求全乡同一行业一律停业，不属于例外情形',
      act: launch({ suspension: 'blanket', exception: 'none' }),
      outcome: 'stopped',
    },
    {
      rule: 'ZF-14',
      situation: '说是涉及群众生命安全，没有有权机关批准',
      act: launch({ suspension: 'blanket', exception: 'lives' }),
      outcome: 'stopped',
    },
    {
      rule: 'ZF-14',
      situation: '发生重特大事故，经有权机关批准后普遍停产',
      act: launch({
        suspension: 'blanket',
        exception: 'accident',
        approval: '样县人民政府样府函〔2025〕3号',
      }),
      outcome: 'kept',
    },
    {
      rule: 'ZF-14',
      situation: '只要求个别不合格单位停业整改',
      act: launch({ suspension: 'single' }),
      outcome: 'kept',
    },
  ],
};
