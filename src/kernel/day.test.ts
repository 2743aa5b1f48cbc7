import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day, dayAt, daysBetween, instantOf, isDay, weekday } from './day.ts';

describe('a civil day', () => {
  it('exists or is refused', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2023-02-29')).toBe(false);
    expect(isDay('2024-13-01')).toBe(false);
    expect(isDay('2024-1-1')).toBe(false);
    expect(() => day('2024-02-30')).toThrow(RangeError);
  });

  it('is counted in Asia/Shanghai: 31 December 23:30 in Beijing is still that year', () => {
    expect(dayAt(new Date('2024-12-31T15:30:00Z'))).toBe('2024-12-31');
    expect(dayAt(new Date('2024-12-31T16:00:00Z'))).toBe('2025-01-01');
    expect(dayAt(instantOf(day('2024-12-31'), '23:59'))).toBe('2024-12-31');
  });

  it('moves by days and months, ending at the month when there is no such day', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addMonths(day('2024-08-31'), 6)).toBe('2025-02-28');
    expect(addMonths(day('2024-01-15'), -1)).toBe('2023-12-15');
    expect(daysBetween(day('2024-01-01'), day('2024-12-31'))).toBe(365);
    expect(weekday(day('2026-05-09'))).toBe(6);
  });
});
