import type { Stories, ToldAct } from '../story.ts';

const PARTY = { text: '中国共产党章程', type: 'party' };
const LAW = { text: '宪法', type: 'law' };

function adopt(...items: readonly object[]): ToldAct {
  const values = { name: '应知应会清单', adoptedOn: '2026-03-16', items };
  return { step: 'adopt', on: '2026-03-16', values };
}

export const stories: Stories = {
  kind: 'must-know-list',
  stories: [
    { rule: 'PF-07', situation: '清单里只有国家法律，没有党内法规', act: adopt(LAW), outcome: 'reminded' },
    { rule: 'PF-07', situation: '清单里既有党内法规，又有国家法律', act: adopt(PARTY, LAW), outcome: 'kept' },
    {
      rule: 'PF-07',
      situation: '调整时把国家法律都删掉了',
      given: [adopt(PARTY, LAW)],
      act: { step: 'revise', on: '2026-04-13', values: { revisedOn: '2026-04-13', items: [PARTY] } },
      outcome: 'reminded',
    },
  ],
};
