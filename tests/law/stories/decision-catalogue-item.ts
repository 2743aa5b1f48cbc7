import type { Stories, ToldAct } from '../story.ts';

const list: ToldAct = {
  step: 'list',
  on: '2026-01-12',
  values: { name: '石桥片区农村供水工程', year: 2026, office: '村镇建设服务中心' },
};
const agreed = { agreedOn: '2026-01-26' };
const checked = { checkedOn: '2026-01-30' };

function publish(values: object, on = '2026-02-02'): ToldAct {
  return { step: 'publish', on, values: { address: '乡政务公开栏', ...values } };
}

export const stories: Stories = {
  kind: 'decision-catalogue-item',
  stories: [
    {
      rule: 'JC-02',
      situation: '目录没有经乡镇党委同意就公布',
      given: [list],
      act: publish(checked),
      outcome: 'reminded',
    },
    {
      rule: 'JC-02',
      situation: '党委同意以后公布',
      given: [list],
      act: publish({ ...agreed, ...checked }),
      outcome: 'kept',
    },
    {
      rule: 'GK-05',
      situation: '公布目录以前没有保密审查',
      given: [list],
      act: publish(agreed),
      outcome: 'stopped',
    },
    {
      rule: 'GK-05',
      situation: '保密审查以后公布',
      given: [list],
      act: publish({ ...agreed, ...checked }),
      outcome: 'kept',
    },
    {
      rule: 'GK-08',
      situation: '党委4月27日同意，目录形成，二十个工作日内公布',
      act: { ...list, on: '2026-04-27', values: { ...list.values, agreedOn: '2026-04-27' } },
      outcome: { due: '2026-05-27' },
    },
    {
      rule: 'GK-08',
      situation: '党委同意以后第二十一个工作日才公布',
      given: [{ ...list, on: '2026-04-27', values: { ...list.values, agreedOn: '2026-04-27' } }],
      act: publish({ checkedOn: '2026-05-27' }, '2026-05-28'),
      outcome: 'flawed',
    },
  ],
};
