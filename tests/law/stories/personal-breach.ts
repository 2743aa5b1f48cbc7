import type { Stories, ToldAct } from '../story.ts';

const ON = '2024-06-03';
const discover: ToldAct = {
  step: 'discover',
  on: ON,
  values: { subject: '名单误发', nature: 'leak', certainty: 'possible', kinds: ['contact'] },
};
const remedy: ToldAct = { step: 'remedy', on: ON, values: { remedy: '已撤回，未被转发' } };
const report: ToldAct = { step: 'report', on: ON, values: { department: '县委网信办' } };
const spare: ToldAct = { step: 'tell', on: ON, values: { told: 'spared' } };
const close: ToldAct = { step: 'close', on: ON };

export const stories: Stories = {
  kind: 'personal-breach',
  stories: [
    {
      rule: 'SJA-09',
      situation: '只补救，没有报告部门，也没有通知个人，就办结',
      given: [discover, remedy],
      act: close,
      outcome: 'stopped',
    },
    {
      rule: 'SJA-09',
      situation: '补救并报告，措施能有效避免危害，写明不通知个人后办结',
      given: [discover, remedy, report, spare],
      act: close,
      outcome: 'kept',
    },
  ],
};
