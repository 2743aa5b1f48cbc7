import { describe, expect, it } from 'vitest';
import type { Citation } from './citation.ts';
import { day } from './day.ts';
import { count, dayField, link, list, oneOf, person, text, type FieldSet } from './field.ts';
import { defineKind } from './kind.ts';
import type { Step } from './step.ts';
import { countTyped, firstStep, LAST, linkedField, UNIT, usualValues, wrongUsual } from './usual.ts';

const basis = {
  statute: 'RT',
  title: '人民调解法',
  edition: '2011-01-01',
  article: '第二十七条',
  grade: 'A',
} as Citation;

const start = { label: '登记', basis, from: 'start', to: 'open' } as const;

const sample = defineKind({
  code: 'sample',
  label: '样例',
  room: 'disputes',
  version: 1,
  village: 'required',
  fields: {
    title: text('事由'),
    channel: oneOf('渠道', { group: '十联户', village: '村' }),
    office: text('单位'),
    year: count('年度', '年'),
    party: person('当事人'),
    partyName: text('当事人名称'),
    items: list(
      '议题',
      { subject: oneOf('类别', { law: '学法' }), topic: text('内容') },
      { needs: ['subject'] },
    ),
    parent: link('上一件', 'sample'),
    heldOn: dayField('开展日'),
  },
  states: { open: '办理中' },
  title: 'title',
  steps: {
    report: {
      ...start,
      by: ['household-group-leader', 'judicial-office', 'enforcement-officer'],
      day: 'heldOn',
      asks: ['title', 'channel', 'office', 'year', 'items'],
      may: ['parent', 'party', 'partyName'],
      usual: {
        title: linkedField('parent', 'title'),
        channel: [{ byPost: { 'household-group-leader': 'group' } }, LAST],
        office: [LAST, UNIT],
        year: { today: 'last-year' },
        party: linkedField('parent', 'party'),
      },
    },
  },
  examples: [],
});

const today = day('2026-03-05');

function offered(given: Partial<Parameters<typeof usualValues>[2]>): Record<string, unknown> {
  const values = usualValues(sample, 'report', { posts: ['household-group-leader'], today, ...given });
  return Object.fromEntries(values.map(({ name, value }) => [name, value]));
}

describe('usual values', () => {
  it('come from day, post and constant, and from nowhere where nothing is known', () => {
    expect(offered({})).toEqual({ heldOn: '2026-03-05', channel: 'group', year: 2025 });
    expect(offered({ posts: ['judicial-office'] })).toEqual({
      heldOn: '2026-03-05',
      office: '司法所',
      year: 2025,
    });
  });

  it('take the first source that gives something: the last matter before the unit, the post before the last matter', () => {
    const last = { office: '综治中心', channel: 'village' };
    expect(offered({ posts: ['judicial-office'], last })).toMatchObject({
      office: '综治中心',
      channel: 'village',
    });
    expect(offered({ last })).toMatchObject({ channel: 'group' });
  });

  it('offer nothing that the field would refuse, and nothing where several posts disagree', () => {
    expect(offered({ posts: ['judicial-office'], last: { channel: 'gone' } })).not.toHaveProperty('channel');
    expect(offered({ posts: ['judicial-office', 'enforcement-officer'] })).not.toHaveProperty('office');
    // A post that may not take the step says nothing about it.
    expect(offered({ posts: ['judicial-office', 'emergency-officer'] })).toHaveProperty('office', '司法所');
  });

  it('come by a link once it is there, and say whence', () => {
    const linked = { parent: { title: '田埂界线' } };
    const values = usualValues(sample, 'report', { posts: [], today, linked });
    expect(values).toContainEqual({ name: 'title', value: '田埂界线', from: '“上一件”里的' });
    expect(offered({})).not.toHaveProperty('title');
  });
});

describe('counting', () => {
  it('counts what is typed and what is tapped apart, for whoever has most to do', () => {
    // The link is picked for the title; the office is the last one.
    const leader = { typed: 0, tapped: 2, usual: 4 };
    expect(countTyped(sample, firstStep(sample), { post: 'household-group-leader' })).toEqual(leader);
    // Whoever is there for the whole township also says which village.
    expect(countTyped(sample, 'report')).toEqual({ ...leader, tapped: 3 });
    expect(countTyped(sample, 'report', { also: ['partyName'] })).toMatchObject({ typed: 1 });
  });

  it('complains of what could never be right', () => {
    const wrong = (usual: NonNullable<Step<FieldSet, string>['usual']>): string[] => {
      const { report } = sample.steps;
      return wrongUsual({ ...sample, steps: { report: { ...report!, usual } } }, () => sample);
    };
    expect(wrongUsual(sample, () => sample)).toEqual([]);
    expect(wrong({ partyName: linkedField('parent', 'party') })[0]).toContain('personal');
    expect(wrong({ channel: { is: 'phone' } })[0]).toContain('refuses');
    expect(wrong({ title: linkedField('parent', 'none') })[0]).toContain('no field none');
    expect(wrong({ heldOn: LAST })[0]).toContain('not given');
  });
});
