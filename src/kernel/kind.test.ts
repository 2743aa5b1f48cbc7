import { describe, expect, it } from 'vitest';
import type { Citation } from './citation.ts';
import { day } from './day.ts';
import { count, dayField, oneOf, person, text } from './field.ts';
import { contributionsOf, defineKind, type StoredMatter } from './kind.ts';

const basis = {
  statute: 'RT',
  title: '人民调解法',
  edition: '2011-01-01',
  article: '第二十七条',
  grade: 'A',
} as Citation;

const fields = {
  title: text('事由', { privacy: 'public' }),
  channel: oneOf('渠道', { station: '工作站', village: '村' }),
  reportedOn: dayField('受理日'),
  settledOn: dayField('化解日'),
  people: count('涉及人数', '人'),
  party: person('当事人'),
};
const states = { open: '办理中', settled: '已化解' };
const open = { label: '登记', by: ['mediator'], basis, from: 'start', to: 'open', asks: ['title'] } as const;
const common = { label: '数', unit: '起', definition: '口径', chapter: 'disputes' } as const;

const sample = defineKind({
  code: 'sample',
  label: '样例',
  room: 'disputes',
  version: 1,
  fields,
  states,
  title: 'title',
  steps: {
    open,
    settle: { label: '化解', by: ['mediator'], basis, from: ['open'], to: 'settled', asks: ['settledOn'] },
  },
  figures: {
    'sample.flow': { ...common, measure: 'flow', on: 'settledOn', amount: (m) => m.values.people },
    'sample.stock': { ...common, measure: 'stock', from: 'reportedOn', until: 'settledOn' },
    'sample.distinct': { ...common, measure: 'distinct', on: 'reportedOn', key: (m) => m.village },
    'sample.ratio': {
      ...common,
      measure: 'ratio',
      on: 'reportedOn',
      numerator: (m) => (m.values.settledOn ? 1 : 0),
      denominator: () => 1,
    },
  },
  examples: [],
});

function matter(values: Record<string, unknown>, over: Partial<StoredMatter> = {}): StoredMatter {
  return {
    id: 'r1',
    state: 'open',
    village: '柳树村',
    occurredOn: day('2024-03-01'),
    values,
    drill: false,
    sealed: false,
    voided: false,
    ...over,
  };
}

describe('a kind counts', () => {
  it('flows by their date, stocks between two days, ratios in two parts, distinct by key', () => {
    const found = contributionsOf(
      sample,
      matter({ reportedOn: day('2024-03-01'), settledOn: day('2024-04-02'), people: 4 }),
    );
    expect(found.map((c) => [c.figure, c.part, c.amount, c.starts, c.ends, c.key])).toEqual([
      ['sample.flow', '', 4, '2024-04-02', null, ''],
      ['sample.stock', '', 1, '2024-03-01', '2024-04-02', ''],
      ['sample.distinct', '', 1, '2024-03-01', null, '柳树村'],
      ['sample.ratio', 'n', 1, '2024-03-01', null, ''],
      ['sample.ratio', 'd', 1, '2024-03-01', null, ''],
    ]);
  });

  it('nothing for a date that is missing, and nothing ever for a drill, a voided or a sealed record', () => {
    expect(contributionsOf(sample, matter({ people: 4 }))).toEqual([]);
    expect(contributionsOf(sample, matter({ reportedOn: day('2024-03-01') }, { drill: true }))).toEqual([]);
    expect(contributionsOf(sample, matter({ reportedOn: day('2024-03-01') }, { voided: true }))).toEqual([]);
    expect(contributionsOf(sample, matter({ reportedOn: day('2024-03-01') }, { sealed: true }))).toEqual([]);
    // It closed itself while nobody was cleared for its class.
    const kept = { audience: 'judicial-office' };
    expect(contributionsOf(sample, matter({ reportedOn: day('2024-03-01') }, kept))).toEqual([]);
  });
});

/** The type checker is the test here: `tsc` fails when one of these starts to compile. */
export function doesNotCompile(): void {
  const base = {
    code: 'x',
    label: 'x',
    room: 'disputes',
    version: 1,
    fields,
    states,
    title: 'title',
    examples: [],
  } as const;
  // The control: what follows differs from this by one mistake each.
  // prettier-ignore
  defineKind({ ...base, steps: { open }, figures: { a: { ...common, measure: 'flow', on: 'settledOn', counter: true } } });
  // prettier-ignore
  // @ts-expect-error a step without a citation
  defineKind({ ...base, steps: { open: { label: '登记', by: ['mediator'], from: 'start', to: 'open' } } });
  // prettier-ignore
  // @ts-expect-error a misspelt field
  defineKind({ ...base, steps: { open: { ...open, asks: ['titel'] } } });
  // prettier-ignore
  // @ts-expect-error a state that does not exist
  defineKind({ ...base, steps: { open: { ...open, to: 'closed' } } });
  // prettier-ignore
  // @ts-expect-error a figure on a missing date field
  defineKind({ ...base, steps: { open }, figures: { a: { ...common, measure: 'flow', on: 'endedOn' } } });
  // prettier-ignore
  // @ts-expect-error a figure dated by a field that is not a day
  defineKind({ ...base, steps: { open }, figures: { a: { ...common, measure: 'flow', on: 'people' } } });
  // prettier-ignore
  // @ts-expect-error counting by a missing field
  defineKind({ ...base, steps: { open }, figures: { a: { ...common, measure: 'flow', on: 'settledOn', where: (m) => m.values.nothing === 1 } } });
  // prettier-ignore
  // @ts-expect-error counting by a personal field
  defineKind({ ...base, steps: { open }, figures: { a: { ...common, measure: 'flow', on: 'settledOn', where: (m) => m.values.party !== undefined } } });
  // prettier-ignore
  // @ts-expect-error a counter on a distinct figure
  defineKind({ ...base, steps: { open }, figures: { a: { ...common, measure: 'distinct', on: 'settledOn', key: () => 'k', counter: true } } });
  // prettier-ignore
  // @ts-expect-error a counter on a ratio
  defineKind({ ...base, steps: { open }, figures: { a: { ...common, measure: 'ratio', on: 'settledOn', numerator: () => 1, denominator: () => 1, counter: true } } });
  // prettier-ignore
  // @ts-expect-error a personal field in the public view
  defineKind({ ...base, steps: { open }, disclosure: { in: ['open'], fields: ['party'] } });
  // prettier-ignore
  // @ts-expect-error a personal field as the title
  defineKind({ ...base, steps: { open }, title: 'party' });
}
