import type { Stories } from '../story.ts';

const draft = { step: 'draft', on: '2024-03-01', values: { title: '集镇摊位管理办法' } };

export const stories: Stories = {
  kind: 'normative-document',
  stories: [
    {
      rule: 'GF-08',
      situation: '没有经过合法性审核就印发',
      given: [draft],
      act: { step: 'issue', on: '2024-04-08', values: { number: '演示府发〔2024〕1号', review: 'missing' } },
      outcome: 'reminded',
    },
    {
      rule: 'GF-08',
      situation: '审核通过后印发',
      given: [draft],
      act: { step: 'issue', on: '2024-04-08', values: { number: '演示府发〔2024〕1号', review: 'passed' } },
      outcome: 'kept',
    },
    {
      rule: 'GK-08',
      situation: '印发后等待公开',
      given: [draft],
      act: { step: 'issue', on: '2024-04-08', values: { number: '演示府发〔2024〕2号', review: 'passed' } },
      outcome: { due: '2024-05-08', safe: '2024-05-08' },
    },
  ],
};
