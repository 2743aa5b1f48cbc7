import { describe, expect, it } from 'vitest';
import { judgeTerm } from './kept.ts';

describe('judgeTerm', () => {
  it('按法定日判断：5月31日（周日）作出处罚决定仍在九十日内，6月1日逾期（处罚法第60条）', () => {
    expect(judgeTerm('CF-39', '2026-03-02', '2026-05-31')).toBe('kept');
    expect(judgeTerm('CF-39', '2026-03-02', '2026-06-01')).toBe('breached');
  });

  it('倒数的期限：听证前七个工作日，晚一天通知即违反（第64条第2项）', () => {
    expect(judgeTerm('CF-43', '2026-05-13', '2026-04-30')).toBe('kept');
    expect(judgeTerm('CF-43', '2026-05-13', '2026-05-06')).toBe('breached');
  });

  it('不少于的期限：征求意见提前截止即违反（决策条例第15条）', () => {
    expect(judgeTerm('JC-05', '2026-03-10', '2026-04-08')).toBe('breached');
    expect(judgeTerm('JC-05', '2026-03-10', '2026-04-09')).toBe('kept');
  });

  it('以小时计的按时刻判断，只知道日期的按日期', () => {
    const from = '2026-05-02T16:30+08:00';
    expect(judgeTerm('QZ-03', from, '2026-05-03T16:30')).toBe('kept');
    expect(judgeTerm('QZ-03', from, '2026-05-03T16:31')).toBe('breached');
    expect(judgeTerm('QZ-03', from, '2026-05-03')).toBe('kept');
    expect(judgeTerm('QZ-03', from, '2026-05-04')).toBe('breached');
  });

  it('只缺稳妥日的仍可判断；法定日也要看通知的、法律尚未施行的不判断', () => {
    expect(judgeTerm('CF-39', '2026-11-01', '2027-01-30')).toBe('kept');
    expect(judgeTerm('CF-39', '2026-11-01', '2027-01-31')).toBe('breached');
    expect(judgeTerm('XK-10', '2026-12-21', '2027-01-15')).toBe('unknown');
    expect(judgeTerm('CW-01', '2025-04-01', '2025-04-02')).toBe('unknown');
  });

  it('不存在的日期和规则仍被拒绝', () => {
    expect(() => judgeTerm('CF-39', '2026-02-30', '2026-03-01')).toThrow('不是一个存在的日期');
    expect(() => judgeTerm('CF-999', '2026-02-03', '2026-03-01')).toThrow('没有编号');
  });
});
