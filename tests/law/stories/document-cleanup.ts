import type { Stories, ToldAct } from '../story.ts';

const clean = (result: string): ToldAct => ({
  step: 'clean',
  on: '2026-04-20',
  values: { name: '2026年清理', documents: [{ title: '集镇摊位管理办法', result }] },
});

function publish(values: object): ToldAct {
  return { step: 'publish', on: '2026-04-29', values: { address: '县政府网站', ...values } };
}

export const stories: Stories = {
  kind: 'document-cleanup',
  stories: [
    {
      rule: 'GF-15',
      situation: '4月20日清理，有一件废止，二十个工作日内公布',
      act: clean('repeal'),
      outcome: { due: '2026-05-20' },
    },
    { rule: 'GF-15', situation: '都继续有效，没有变更', act: clean('kept'), outcome: 'none' },
    {
      rule: 'GK-05',
      situation: '没有保密审查就公布',
      given: [clean('repeal')],
      act: publish({}),
      outcome: 'stopped',
    },
    {
      rule: 'GK-05',
      situation: '保密审查后公布',
      given: [clean('repeal')],
      act: publish({ secrecyOn: '2026-04-28' }),
      outcome: 'kept',
    },
  ],
};
