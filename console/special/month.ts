import { daysAfter, today } from '../look/words.ts';

/** `2026-06` → `2026年6月` */
export function monthText(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

export function monthsAfter(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const date = new Date(Date.UTC(year, number - 1 + count, 1));
  return date.toISOString().slice(0, 7);
}

export const thisMonth = (): string => today().slice(0, 7);

/** Every day of a month, first to last. */
export function daysOf(month: string): readonly string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = daysAfter(day, 1)) days.push(day);
  return days;
}
