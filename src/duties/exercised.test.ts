import { expect, it } from 'vitest';
import { contributionsOf, day } from '../kernel/index.ts';
import { REGISTER } from './index.ts';

const POWER = '00000000-0000-4000-8000-000000000001';
const DAYS = { decidedOn: '2026-03-02', takenOn: '2026-03-02', inspectedOn: '2026-03-02' };

function exercised(code: string, values: object): [key: string, starts: string][] {
  const stored = { id: code, state: 'any', village: null, drill: false, sealed: false, voided: false };
  const matter = { ...stored, occurredOn: day('2026-03-01'), values: { ...DAYS, ...values } };
  return contributionsOf(REGISTER.kind(code), matter)
    .filter(({ figure }) => figure === 'power-items.exercised')
    .map(({ key, starts }) => [key, starts]);
}

it.each(['application', 'penalty-case', 'summary-penalty', 'coercive-measure', 'inspection'])(
  '%s shows which power it exercised, under one key however many there are',
  (code) => {
    expect(exercised(code, { power: POWER })).toEqual([[POWER, '2026-03-02']]);
    expect(exercised(code, {})).toEqual([]);
  },
);
