import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type Day } from '../kernel/day.ts';
import { deadline, PUBLISHED_CALENDAR, type Suspension } from './deadline.ts';
import { TERMS, type TermId } from './terms/index.ts';
import type { TermRule } from './terms/term.ts';

const ids = Object.keys(TERMS) as TermId[];
const all: readonly TermRule[] = Object.values(TERMS);
/** Starts from which every day-counted rule stays inside the published years, with room for suspensions. */
const starts = fc.integer({ min: 0, max: 300 }).map((n) => addDays(day('2025-01-02'), n));
const inReach = all.filter(
  (rule) =>
    (rule.unit === 'workday' || rule.unit === 'day') && rule.count <= 90 && rule.since <= '2025-01-01',
);
const suspensions = (from: Day) =>
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 10 }))
    .map(([after, length]): Suspension => ({
      from: addDays(from, after),
      to: addDays(from, after + length),
    }));

describe('deadline, for any rule and any start', () => {
  it('is never before its start, nor after the event it must precede', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inReach), starts, (rule, from) => {
        const { due } = deadline(rule.id, from);
        expect(rule.direction === 'before' ? due < from : due > from).toBe(true);
      }),
    );
  });

  it('counts as many days as the rule says, none of them a day off where it counts working days', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inReach), starts, (rule, from) => {
        const counted = deadline(rule.id, from).days.filter((one) => one.counted);
        expect(counted).toHaveLength(rule.count);
        if (rule.unit === 'workday') {
          expect(counted.every((one) => PUBLISHED_CALENDAR.isWorkday(one.date))).toBe(true);
        }
      }),
    );
  });

  it('names each day once, without a gap from start to end, each with a reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inReach), starts, (rule, from) => {
        const { days, due } = deadline(rule.id, from);
        const step = rule.direction === 'before' ? -1 : 1;
        days.forEach((one, index) => expect(one.date).toBe(addDays(from, index * step)));
        expect(days.at(-1)?.date).toBe(due);
        expect(days.every((one) => one.why !== '')).toBe(true);
      }),
    );
  });

  it('never comes earlier by a suspension, and no suspended day counts', () => {
    const suspendable = all.filter(
      (rule) => rule.suspension && rule.unit !== 'year' && rule.since <= '2025-01-01',
    );
    expect(suspendable.length).toBeGreaterThan(5);
    const cases = fc
      .tuple(fc.constantFrom(...suspendable), starts)
      .chain(([rule, from]) =>
        fc.tuple(fc.constant(rule), fc.constant(from), fc.array(suspensions(from), { maxLength: 3 })),
      );
    fc.assert(
      fc.property(cases, ([rule, from, spans]) => {
        const plain = deadline(rule.id, from);
        const moved = deadline(rule.id, from, { suspensions: spans });
        expect(moved.due >= plain.due).toBe(true);
        const inside = (date: Day) => spans.some((span) => span.from <= date && date <= span.to);
        expect(moved.days.some((one) => one.counted && inside(one.date))).toBe(false);
      }),
    );
  });

  it('is a working day wherever the last day rolls over', () => {
    const rolling = inReach.filter((rule) => rule.rollOver);
    fc.assert(
      fc.property(fc.constantFrom(...rolling), starts, (rule, from) => {
        expect(PUBLISHED_CALENDAR.isWorkday(day(deadline(rule.id, from).due))).toBe(true);
      }),
    );
  });

  it('gives each duty of the office a safe working day, not after the legal one and not before the start', () => {
    const duties = inReach.filter(
      (rule) => rule.role === 'duty' && !rule.minimum && rule.direction !== 'before',
    );
    fc.assert(
      fc.property(fc.constantFrom(...duties), starts, (rule, from) => {
        const { due, safeDue } = deadline(rule.id, from);
        expect(safeDue !== null && safeDue <= due && safeDue >= from).toBe(true);
        expect(safeDue === from || PUBLISHED_CALENDAR.isWorkday(day(safeDue ?? ''))).toBe(true);
      }),
    );
  });

  it('is later with the extension than without, by just the extension in its own unit', () => {
    const extendable = inReach.filter((rule) => rule.extension);
    fc.assert(
      fc.property(fc.constantFrom(...extendable), starts, (rule, from) => {
        const longer = deadline(rule.id, from, { extension: true });
        expect(longer.due > deadline(rule.id, from).due).toBe(true);
        const counted = longer.days.filter((one) => one.counted);
        expect(counted).toHaveLength(rule.count + (rule.extension?.count ?? 0));
      }),
    );
  });

  it('holds every rule that it lists', () => {
    expect(ids.length).toBeGreaterThan(110);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
