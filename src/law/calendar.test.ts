import { describe, expect, it } from 'vitest';
import { addDays, day, type Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import { dayTypeText, makeCalendar, readNotice } from './calendar.ts';

const calendar = makeCalendar();
const off = (year: number) => listed(year, (date) => !calendar.isWorkday(date) && !isWeekend(date));
const makeUp = (year: number) => listed(year, (date) => calendar.isWorkday(date) && isWeekend(date));

describe('工作日历', () => {
  it('2026年：补班日恰为放假通知所列六日', () => {
    expect(makeUp(2026)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('2026年：放假各段都不是工作日，段外第一天是', () => {
    const spans = [
      '01-01/01-03',
      '02-15/02-23',
      '04-04/04-06',
      '05-01/05-05',
      '06-19/06-21',
      '09-25/09-27',
      '10-01/10-07',
    ];
    for (const span of spans) {
      const [from = '', to = ''] = span.split('/');
      for (let at = day(`2026-${from}`); at <= day(`2026-${to}`); at = addDays(at, 1)) {
        expect(calendar.isWorkday(at), at).toBe(false);
      }
      expect(calendar.isWorkday(addDays(day(`2026-${to}`), 1)), span).toBe(true);
    }
    expect(off(2026)).toHaveLength(19);
  });

  it('2024、2025年：除夕和5月2日的变化、补班日', () => {
    expect(calendar.isWorkday(day('2024-02-09'))).toBe(true);
    expect(calendar.isWorkday(day('2025-01-28'))).toBe(false);
    expect(makeUp(2024)).toHaveLength(8);
    expect(makeUp(2025)).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']);
  });

  it('五种日子各有名字', () => {
    const text = (date: string) => dayTypeText(day(date), calendar.typeOf(day(date)));
    expect(text('2026-05-06')).toBe('工作日');
    expect(text('2026-05-16')).toBe('周六');
    expect(text('2026-05-01')).toBe('劳动节放假');
    expect(text('2026-05-05')).toBe('劳动节调休放假');
    expect(text('2026-05-09')).toBe('周六，劳动节补班');
  });

  it('逐年自己列明覆盖范围；没有通知的年份拒绝回答', () => {
    expect(calendar.years[0]).toBe(2004);
    expect(calendar.years.at(-1)).toBe(2026);
    for (const year of calendar.years) expect(off(year).length, String(year)).toBeGreaterThan(8);
    for (const date of ['2027-01-01', '2027-03-03', '2003-12-31']) {
      expect(() => calendar.typeOf(day(date))).toThrow(Refusal);
    }
  });

  it('整个星期的判断不随机器时区变化', () => {
    for (let at = day('2026-06-22'), index = 0; index < 5; index += 1, at = addDays(at, 1)) {
      expect(calendar.typeOf(at).kind).toBe('workday');
    }
    expect(calendar.typeOf(day('2026-06-27')).kind).toBe('weekend');
    expect(calendar.typeOf(day('2026-06-28')).kind).toBe('weekend');
  });
});

describe('导入放假通知', () => {
  const notice = {
    year: 2027,
    source: '测试通知',
    off: [{ from: '2027-02-05', to: '2027-02-11', name: '春节' }],
    work: ['2027-02-14'],
    swapped: ['2027-02-11'],
  };

  it('导入后覆盖该年，原日历不变', () => {
    const later = makeCalendar({ extraYears: [readNotice(notice)] });
    expect(later.covers(2027)).toBe(true);
    expect(later.isWorkday(day('2027-02-14'))).toBe(true);
    expect(later.typeOf(day('2027-02-11'))).toEqual({ kind: 'swapped-off', name: '春节' });
    expect(later.typeOf(day('2027-02-08'))).toEqual({ kind: 'holiday', name: '春节' });
    expect(later.typeOf(day('2027-02-12')).kind).toBe('workday');
    expect(calendar.covers(2027)).toBe(false);
    expect(later.lastCertainBefore(day('2029-05-01'))).toBe('2027-12-31');
  });

  it.each([
    ['不是对象', 5],
    ['年份不对', { ...notice, year: '2027' }],
    ['缺来源', { ...notice, source: '' }],
    ['没有放假日期', { ...notice, off: [] }],
    ['起止倒置', { ...notice, off: [{ from: '2027-02-11', to: '2027-02-05', name: '春节' }] }],
    ['日期不存在', { ...notice, work: ['2027-02-30'] }],
    ['既放假又补班', { ...notice, work: ['2027-02-06'] }],
    ['补班日不是周末', { ...notice, work: ['2027-02-15'] }],
    ['不属于该年', { ...notice, work: ['2026-02-14'] }],
  ])('拒绝：%s', (_what, value) => {
    expect(() => readNotice(value)).toThrow('放假通知不能导入');
  });
});

function listed(year: number, wanted: (date: Day) => boolean): Day[] {
  const found: Day[] = [];
  for (let at = day(`${year}-01-01`); at <= day(`${year}-12-31`); at = addDays(at, 1)) {
    if (wanted(at)) found.push(at);
  }
  return found;
}

function isWeekend(date: Day): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
