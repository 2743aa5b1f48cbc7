import { describe, expect, it } from 'vitest';
import { makeCalendar } from './calendar.ts';
import { fixedDates, OWN_DUTIES, YEARLY_DUTIES, yearlyDuties, type DutyOfYear } from './yearly-duties.ts';

function find(year: number, code: string): DutyOfYear | undefined {
  return yearlyDuties(year).find((duty) => duty.code === code);
}

describe('法定日历', () => {
  it('ND-01 3月1日固定不顺延，2026年3月1日是周日，稳妥日是2月28日（周六，补班）（E27）', () => {
    expect(find(2026, 'ND-01')).toMatchObject({ due: '2026-03-01', safeDue: '2026-02-28' });
  });

  it('ND-02 法治政府年报4月1日前公开，不是1月31日', () => {
    expect(find(2026, 'ND-02')).toMatchObject({
      due: '2026-04-01',
      safeDue: '2026-04-01',
      mark: '待原文复核',
    });
  });

  it('GK-20、ZF-05 1月31日按本地要求，说的是上一年；2026年1月31日是周六，稳妥日是1月30日', () => {
    for (const code of ['GK-20', 'ZF-05'])
      expect(find(2026, code)).toMatchObject({
        due: '2026-01-31',
        safeDue: '2026-01-30',
        about: 2025,
        configured: true,
      });
  });

  it('没有放假通知的年份：日期照列，稳妥日不推算', () => {
    const awaited = { due: '2027-03-01', safeDue: null, awaits: 2027 };
    expect(find(2027, 'ND-01')).toMatchObject(awaited);
    const calendar = makeCalendar({
      extraYears: [
        {
          year: 2027,
          source: '样例通知',
          off: [{ from: '2027-02-05' as never, to: '2027-02-12' as never, name: '春节' }],
          work: [],
        },
      ],
    });
    const known = yearlyDuties(2027, calendar).find(({ code }) => code === 'GK-20');
    expect(known).toMatchObject({ due: '2027-01-31', safeDue: '2027-01-29' });
  });

  it('PF-02 国家宪法日是12月4日，新法施行以前的年份不按它列', () => {
    expect(find(2026, 'PF-02')).toMatchObject({ due: '2026-12-04', byWhen: 'on', safeDue: null });
    expect(find(2024, 'PF-02')).toBeUndefined();
  });

  it('PF-18 述法对乡镇只是参照；PF-16 规划期满以后不再列', () => {
    expect(find(2026, 'PF-18')).toMatchObject({ reference: true, byWhen: 'within' });
    expect(find(2025, 'PF-16')).toBeDefined();
    expect(find(2026, 'PF-16')).toBeUndefined();
  });

  it('按日期先后；法律没有写日期的排在有日期的后面', () => {
    const duties = yearlyDuties(2026);
    expect(duties.map(({ due }) => due)).toEqual(duties.map(({ due }) => due).toSorted());
    expect(fixedDates(2026).map(({ rule }) => rule)).not.toContain('ND-05');
    expect(new Set(YEARLY_DUTIES.map(({ code }) => code)).size).toBe(YEARLY_DUTIES.length);
  });

  it('没有自己事项种类的，在年度法定事项里登记', () => {
    expect(Object.keys(OWN_DUTIES)).toEqual(['ND-01', 'ND-02', 'ND-05', 'PF-15']);
  });
});
