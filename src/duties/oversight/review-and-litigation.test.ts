import { expect, it } from 'vitest';
import { contributionsOf, day } from '../../kernel/index.ts';
import { reviewAndLitigation } from './review-and-litigation.ts';

const FIRST = '00000000-0000-4000-8000-000000000001';

function counted(values: Readonly<Record<string, unknown>>): string[] {
  const stored = { id: 'c', state: 'decided', village: null, drill: false, sealed: false, voided: false };
  const given = {
    type: 'lawsuit',
    role: 'respondent',
    receivedOn: '2026-04-08',
    resultOn: '2026-06-08',
    ...values,
  };
  const found = contributionsOf(reviewAndLitigation, {
    ...stored,
    occurredOn: day('2026-04-08'),
    values: given,
  });
  return found.map(({ figure }) => figure).filter((code) => code !== 'lawsuits.head-attended');
}

it('counts a lawsuit once through its instances: received by the first, lost by the last', () => {
  expect(counted({ result: 'ordered' })).toEqual(['lawsuits.received', 'lawsuits.lost']);
  expect(counted({ result: 'ordered', appealedOn: '2026-06-15' })).toEqual(['lawsuits.received']);
  expect(counted({ appealOf: FIRST, result: 'upheld', finally: 'lost' })).toEqual(['lawsuits.lost']);
  expect(counted({ appealOf: FIRST, result: 'revoked', finally: 'stands' })).toEqual([]);
});
