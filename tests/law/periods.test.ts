import { describe, expect, it } from 'vitest';
import { day } from '../../src/kernel/index.ts';
import { deadline, getTerm, makeCalendar, type HolidayNotice } from '../../src/law/index.ts';

const due = (rule: string, from: string): string => deadline(rule, from).due;
const counted = (rule: string, from: string): number =>
  deadline(rule, from).days.filter((one) => one.counted).length;

/** How terms are counted (期间计算), by the ids of the rules. The days are those of the published notices. */
describe('期间计算', () => {
  it('PER-01 起算当日不计，末日逢休假日顺延（民法典第200条至第204条，类推）', () => {
    expect(due('CF-47', '2026-04-20')).toBe('2026-05-06');
    expect(deadline('CF-47', '2026-04-20').days[0]).toMatchObject({ date: '2026-04-20', counted: false });
  });

  it('PER-02 诉讼期间末日逢节假日顺延（民诉法第85条、行诉解释第48条）', () => {
    expect(due('FY-20', '2026-09-22')).toBe('2026-10-08');
  });

  it('PER-03 处罚法只有二、三、五、七日按工作日，九十日按自然日（第85条）', () => {
    expect(due('CF-42', '2026-04-30')).toBe('2026-05-11');
    expect([due('CF-39', '2026-03-02'), counted('CF-39', '2026-03-02')]).toEqual(['2026-05-31', 90]);
  });

  it('PER-04 许可机关的期限一律按工作日（许可法第82条）', () => {
    expect(due('XK-10', '2026-02-12')).toBe('2026-03-18');
    expect(getTerm('XK-10').unit).toBe('workday');
  });

  it('PER-05 强制法十日以内按工作日，三十日按自然日（第69条）', () => {
    expect([getTerm('QZ-15.urge').unit, getTerm('QZ-06').unit]).toEqual(['workday', 'day']);
    expect(due('QZ-06', '2026-03-02')).toBe('2026-04-01');
  });

  it('PER-06 复议法三、五、七、十日按工作日，六十日按自然日（第88条）', () => {
    expect(due('FY-09', '2026-09-22')).toBe('2026-10-13');
    expect(getTerm('FY-15').unit).toBe('day');
  });

  it('PER-07 信息公开条例写明工作日：二十个工作日答复（第33条）', () => {
    expect(due('GK-13', '2026-04-27')).toBe('2026-05-27');
  });

  it('PER-08 信访只有提出异议的五日按工作日，其余按自然日（第23条）', () => {
    expect([due('XF-05', '2026-06-01'), due('XF-05.objection', '2026-06-01')]).toEqual([
      '2026-06-16',
      '2026-06-08',
    ]);
  });

  it('PER-09 重大决策两个“七”单位不同：听证材料七日是自然日，合法性审查七日是工作日（第16条、第26条）', () => {
    expect([due('JC-06', '2026-05-13'), due('JC-10', '2026-04-10')]).toEqual(['2026-05-06', '2026-04-21']);
  });

  it('PER-10 法定节日和地方自定的民族节日都不是工作日（放假办法第2条至第4条）', () => {
    const local = makeCalendar({ regionalDays: [{ date: day('2026-05-06'), name: '民族节日' }] });
    expect(deadline('CF-42', '2026-04-30', { calendar: local }).due).toBe('2026-05-12');
  });

  it('PER-11 2026年放假通知：补班的周末计入，调休的工作日不计', () => {
    const days = deadline('CF-42', '2026-04-30').days;
    expect(days.find((one) => one.date === '2026-05-09')).toMatchObject({ counted: true });
    expect(days.find((one) => one.date === '2026-05-05')).toMatchObject({ counted: false });
  });

  it('PER-12 没有放假通知的年份不按周末推算；导入通知后得到日期', () => {
    expect(() => due('CF-40', '2026-12-28')).toThrow('缺少2027年放假通知');
    const notice: HolidayNotice = {
      year: 2027,
      source: '测试用放假通知',
      off: [{ from: day('2027-01-01'), to: day('2027-01-03'), name: '元旦' }],
      work: [],
    };
    const calendar = makeCalendar({ extraYears: [notice] });
    expect(deadline('CF-40', '2026-12-28', { calendar }).due).toBe('2027-01-07');
  });

  it('PER-13 以小时计的从时刻起连续算，不扣夜间和节假日（强制法第19条）', () => {
    expect(due('QZ-03', '2026-05-02T16:30+08:00')).toBe('2026-05-03T16:30');
  });

  it('PER-14 固定日历日不顺延；机关的义务另给稳妥日', () => {
    const report = deadline('ND-01', '2026-01-05');
    expect([report.due, report.safeDue]).toEqual(['2026-03-01', '2026-02-28']);
  });

  it('PER-15 末日落在调休休息日的顺延，并写明法律没有明文', () => {
    expect(deadline('CF-47', '2026-04-20').notes?.join()).toContain('调休');
  });
});
