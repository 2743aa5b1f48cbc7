import { describe, expect, it } from 'vitest';
import { day } from './day.ts';
import type { Matter } from './figure.ts';
import type { FieldSet } from './field.ts';
import {
  heldOn,
  keepsUntil,
  leastFrom,
  lotMeant,
  stockMoves,
  type AnyStocking,
  type StockDay,
} from './stock.ts';

const STOCKING: AnyStocking = {
  does: { in: 'receive', out: 'out', back: 'return', over: 'transfer', counted: 'count' },
  day: 'on',
  storehouse: 'storehouse',
  to: 'to',
  item: 'item',
  lot: 'lot',
  receipt: 'receipt',
  quantity: 'quantity',
  counted: 'counted',
  difference: 'difference',
  beyond: 'beyond',
  verified: 'verifiedOn',
  expires: 'expiresOn',
  produced: 'producedOn',
  copies: {},
  ofItem: { unit: 'unit', shelfMonths: 'months', minimum: 'minimum', villageMinimum: 'villageMinimum' },
  short: '请核对。',
  exceeds: () => false,
  discards: () => false,
};

function matter(state: string, values: object): Matter<FieldSet> {
  const all = { storehouse: 's', item: 'i', lot: 'A', on: '2024-05-06', ...values };
  return { id: 'r', state, occurredOn: day('2024-05-06'), values: all };
}

const amounts = (state: string, values: object) =>
  stockMoves(STOCKING, matter(state, values)).map(({ storehouse, amount }) => [storehouse, amount]);

describe('a movement', () => {
  it('adds, takes, carries over, or sets right by the difference', () => {
    expect(amounts('in', { quantity: 5 })).toEqual([['s', 5]]);
    expect(amounts('back', { quantity: 5 })).toEqual([['s', 5]]);
    expect(amounts('out', { quantity: 5 })).toEqual([['s', -5]]);
    expect(amounts('over', { quantity: 5, to: 't' })).toEqual([
      ['s', -5],
      ['t', 5],
    ]);
    expect(amounts('counted', { counted: 3, difference: -2 })).toEqual([['s', -2]]);
  });

  it('takes from the book no more than it held; the rest awaits verification until there is a day of it', () => {
    const [out] = stockMoves(STOCKING, matter('out', { quantity: 10, beyond: 4 }));
    expect(out).toMatchObject({ amount: -6, awaits: 4 });
    const [verified] = stockMoves(
      STOCKING,
      matter('out', { quantity: 10, beyond: 4, verifiedOn: '2024-05-08' }),
    );
    expect(verified).toMatchObject({ amount: -6, awaits: 0 });
    expect(amounts('over', { quantity: 10, beyond: 4, to: 't' })).toEqual([
      ['s', -6],
      ['t', 10],
    ]);
  });

  it('of which something is not known, or in a state that moves nothing, moves nothing', () => {
    expect(amounts('in', { quantity: 5, lot: undefined })).toEqual([]);
    expect(amounts('in', { quantity: 5, storehouse: undefined })).toEqual([]);
    expect(amounts('planned', { quantity: 5 })).toEqual([]);
  });
});

const days = (...all: readonly (readonly [string, number])[]): StockDay[] =>
  all.map(([on, amount]) => ({ day: day(on), amount }));

describe('the book', () => {
  const book = days(['2024-03-01', 10], ['2024-03-05', -4], ['2024-03-09', 3]);

  it('holds on a day what moved until its end', () => {
    expect(heldOn(book, day('2024-02-28'))).toBe(0);
    expect(heldOn(book, day('2024-03-04'))).toBe(10);
    expect(heldOn(book, day('2024-03-05'))).toBe(6);
  });

  it('lets go on a day no more than every later day can miss', () => {
    expect(leastFrom(book, day('2024-03-02'))).toBe(6);
    expect(leastFrom(book, day('2024-03-09'))).toBe(9);
    expect(leastFrom(book, day('2024-02-28'))).toBe(0);
    expect(leastFrom([], day('2024-03-02'))).toBe(0);
  });

  it('gives first what expires first, of what is enough', () => {
    const lot = (name: string, expires: string | null, amount: number) => ({
      lot: name,
      expires: expires === null ? null : day(expires),
      days: days(['2024-03-01', amount]),
    });
    const lots = [lot('never', null, 50), lot('late', '2026-01-01', 20), lot('soon', '2025-01-01', 5)];
    const meant = (quantity: number) => lotMeant(lots, quantity, day('2024-03-02'))?.lot;
    expect([meant(5), meant(6), meant(21), meant(51)]).toEqual(['soon', 'late', 'never', undefined]);
  });

  it('knows until when something keeps, where somebody has said for how long', () => {
    expect(keepsUntil(day('2024-02-29'), 12)).toBe('2025-02-28');
    expect(keepsUntil(day('2024-02-29'), undefined)).toBeUndefined();
  });
});
