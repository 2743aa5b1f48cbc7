import { describe, expect, it } from 'vitest';
import { addMonths, day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import { makeCalendar, type HolidayNotice } from './calendar.ts';
import { deadline, matterDeadline, type Deadline } from './deadline.ts';
import { surcharge } from './surcharge.ts';

const counted = (found: Deadline) => found.days.filter((one) => one.counted).map((one) => one.date);

/** A notice for 2027 as an office would import one; the dates are the test's own. */
const NOTICE_2027: HolidayNotice = {
  year: 2027,
  source: '测试用放假通知',
  off: [
    { from: day('2027-01-01'), to: day('2027-01-03'), name: '元旦' },
    { from: day('2027-02-05'), to: day('2027-02-11'), name: '春节' },
  ],
  work: [day('2027-02-14')],
};
const WITH_2027 = makeCalendar({ extraYears: [NOTICE_2027] });

describe('行政处罚期限', () => {
  it('E1 告知听证权利后五个工作日：4月30日告知，遇五一放假和补班，5月11日截止（处罚法第64条第1项）', () => {
    const found = deadline('CF-42', '2026-04-30');
    expect(found.due).toBe('2026-05-11');
    expect(found.article).toBe('《行政处罚法》第六十四条第一项');
    expect(counted(found)).toEqual(['2026-05-06', '2026-05-07', '2026-05-08', '2026-05-09', '2026-05-11']);
    expect(found.safeDue).toBeNull();
    expect(found.days.find((one) => one.date === '2026-05-09')?.why).toContain('补班');
    expect(found.days.find((one) => one.date === '2026-05-05')?.why).toContain('调休');
  });

  it('E3 先行登记保存七个工作日：9月24日保存，跨中秋国庆，10月12日前处理（第56条）', () => {
    const found = deadline('CF-34', '2026-09-24');
    expect([found.due, found.safeDue]).toEqual(['2026-10-12', '2026-10-12']);
    expect(counted(found)).toEqual([
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ]);
  });

  it('E5 办案期限九十日是自然日：3月2日立案，法定5月31日（周日）不顺延，稳妥5月29日（第60条）', () => {
    const found = deadline('CF-39', '2026-03-02');
    expect([found.due, found.safeDue, found.unit]).toEqual(['2026-05-31', '2026-05-29', 'day']);
    expect(counted(found)).toHaveLength(90);
  });

  it('E9 决定4月30日被撤销，三个工作日内撤回公示：5月8日（第48条第2款）', () => {
    expect(deadline('CF-27', '2026-04-30').due).toBe('2026-05-08');
  });

  it('E28 行为2024年5月8日终了，二年追责时效到2026年5月8日，首日有争议故稳妥5月7日（第36条）', () => {
    const found = deadline('CF-15', '2024-05-08');
    expect([found.due, found.safeDue]).toEqual(['2026-05-08', '2026-05-07']);
  });

  it('E31 移送三日是自然日：4月30日报告，法定5月3日，稳妥当日；批准后24小时移送（移送规定第5条）', () => {
    const found = deadline('CF-08', '2026-04-30');
    expect([found.due, found.safeDue]).toEqual(['2026-05-03', '2026-04-30']);
    expect(deadline('CF-08.transfer', '2026-05-03T09:15+08:00').due).toBe('2026-05-04T09:15');
  });

  it('缴款十五日是自然日，末日逢五一，按类推顺延到5月6日；当事人的期限没有稳妥日（第67条）', () => {
    const found = deadline('CF-47', '2026-04-20');
    expect([found.due, found.safeDue]).toEqual(['2026-05-06', null]);
    expect(found.notes?.join()).toContain('《民法典》第二百零三条');
    expect(found.notes?.join()).toContain('类推');
    expect(found.notes?.join()).toContain('调休');
    expect(counted(found)).toHaveLength(15);
  });

  it('听证通知须在七个工作日前：5月13日听证，最迟4月30日通知（第64条第2项）', () => {
    const found = deadline('CF-43', '2026-05-13');
    expect(found.due).toBe('2026-04-30');
    expect(counted(found)).toHaveLength(7);
  });

  it('E7 罚款二千元，5月7日起每日加处60元，第33日1980元，第34日（6月9日）封顶二千元（第72条）', () => {
    const first = day('2026-05-07');
    expect(surcharge(200_000, first, day('2026-06-08'))).toMatchObject({
      days: 33,
      amountFen: 198_000,
      cappedOn: null,
    });
    const capped = surcharge(200_000, first, day('2026-12-31'));
    expect(capped).toMatchObject({ days: 34, amountFen: 200_000, cappedOn: '2026-06-09' });
  });

  it('E7 复议、诉讼期间加处罚款停算（第73条第3款）', () => {
    const review = [{ from: day('2026-05-10'), to: day('2026-05-19') }];
    expect(surcharge(200_000, day('2026-05-07'), day('2026-05-21'), review)).toMatchObject({
      days: 5,
      amountFen: 30_000,
    });
    expect(() => surcharge(0, day('2026-05-07'), day('2026-05-21'))).toThrow(Refusal);
  });
});

describe('行政强制、起诉与申请执行期限', () => {
  it('E11 2月10日送达，六个月起诉期到8月10日；期满后三个月内申请执行，到11月10日（诉讼法第46条、强制法第53条）', () => {
    expect(deadline('FY-17.direct', '2026-02-10').due).toBe('2026-08-10');
    const court = deadline('QZ-15', '2026-08-10');
    expect([court.due, court.safeDue]).toEqual(['2026-11-10', '2026-11-10']);
  });

  it('紧急当场强制，二十四小时连续计算，五一假期也不停（强制法第19条）', () => {
    const found = deadline('QZ-03', '2026-05-02T16:30:45+08:00');
    expect(found).toMatchObject({
      from: '2026-05-02T16:30',
      due: '2026-05-03T16:30',
      safeDue: '2026-05-03T16:30',
    });
    expect(deadline('QZ-03', '2026-05-02T08:30:00Z').due).toBe('2026-05-03T16:30');
    expect(() => deadline('QZ-03', '2026-05-02')).toThrow('要写到时刻');
  });

  it('查封三十日为自然日，鉴定期间不计入，经批准可延三十日（强制法第25条）', () => {
    expect(deadline('QZ-06', '2026-03-02').due).toBe('2026-04-01');
    expect(deadline('QZ-06', '2026-03-02', { extension: true })).toMatchObject({
      due: '2026-05-01',
      extended: true,
    });
    const appraisal = [{ from: day('2026-03-10'), to: day('2026-03-14') }];
    expect(deadline('QZ-06', '2026-03-02', { suspensions: appraisal }).due).toBe('2026-04-06');
  });

  it('催告书送达满十个工作日方可申请执行（强制法第54条）', () => {
    const found = deadline('QZ-15.urge', '2026-04-27');
    expect([found.due, found.safeDue]).toEqual(['2026-05-13', '2026-05-13']);
  });
});

describe('许可、公开、决策期限', () => {
  it('E17 2月12日受理：二十个工作日到3月18日，延长十日到4月1日；3月18日决定，颁证到4月1日（许可法第42、44条）', () => {
    expect(deadline('XK-10', '2026-02-12').due).toBe('2026-03-18');
    expect(deadline('XK-10', '2026-02-12', { extension: true })).toMatchObject({
      due: '2026-04-01',
      extended: true,
    });
    expect(deadline('XK-15', '2026-03-18').due).toBe('2026-04-01');
  });

  it('许可的鉴定时间扣除后，决定期限真的后移（许可法第45条）', () => {
    const appraisal = [{ from: day('2026-03-02'), to: day('2026-03-06') }];
    expect(deadline('XK-10', '2026-02-12', { suspensions: appraisal }).due).toBe('2026-03-25');
  });

  it('E19 4月27日形成的信息，二十个工作日内公开，5月27日（公开条例第26条）', () => {
    expect(deadline('GK-08', '2026-04-27').due).toBe('2026-05-27');
  });

  it('E23 3月10日公布草案，三十日到4月9日；4月10日送审，七个工作日到4月21日，次日方可上会（决策条例第15、26条）', () => {
    expect(deadline('JC-05', '2026-03-10').due).toBe('2026-04-09');
    const review = deadline('JC-10', '2026-04-10');
    expect(review.due).toBe('2026-04-21');
    expect(review.notes?.join()).toContain('次日');
  });

  it('E24 9月23日收齐，审核五至十五个工作日：10月8日至10月21日；只凭记忆的规则标明待复核', () => {
    expect(deadline('GF-09.minimum', '2026-09-23').due).toBe('2026-10-08');
    expect(deadline('GF-09', '2026-09-23').due).toBe('2026-10-21');
    expect(deadline('GF-09', '2026-09-23').article).toContain('待原文复核');
  });
});

describe('复议诉讼、信访、村务、年度报告期限', () => {
  it('E20 6月1日收到：信访告知十五自然日到6月16日，异议五个工作日到6月8日（信访条例第23条）', () => {
    expect(deadline('XF-04', '2026-06-01').due).toBe('2026-06-16');
    expect(deadline('XF-05', '2026-06-01').due).toBe('2026-06-16');
    expect(deadline('XF-05.objection', '2026-06-01').due).toBe('2026-06-08');
  });

  it('E26 9月22日收副本：复议十日10月13日、简易五日9月30日；诉讼十五日逢国庆顺延10月8日，稳妥9月30日', () => {
    expect(deadline('FY-09', '2026-09-22').due).toBe('2026-10-13');
    expect(deadline('FY-10', '2026-09-22').due).toBe('2026-09-30');
    const answer = deadline('FY-20', '2026-09-22');
    expect([answer.due, answer.safeDue]).toEqual(['2026-10-08', '2026-09-30']);
    expect(answer.days.find((one) => one.date === '2026-10-07')?.why).toContain('顺延');
  });

  it('E27 年度报告3月1日是固定日：2026年是周日也不顺延，稳妥2月28日（周六补班）（督察规定）', () => {
    expect(deadline('ND-01', '2026-01-05')).toMatchObject({ due: '2026-03-01', safeDue: '2026-02-28' });
    expect(deadline('ND-02', '2025-12-31')).toMatchObject({ due: '2026-04-01', safeDue: '2026-04-01' });
    expect(deadline('ND-01', '2026-01-05').article).toContain('待原文复核');
  });

  it('E27 2027年：3月1日周一、4月1日周四；1月31日周日，稳妥1月29日；须先导入2027年放假通知', () => {
    const calendar = WITH_2027;
    expect(deadline('ND-01', '2026-12-31', { calendar })).toMatchObject({
      due: '2027-03-01',
      safeDue: '2027-03-01',
    });
    expect(deadline('ND-02', '2026-12-31', { calendar })).toMatchObject({
      due: '2027-04-01',
      safeDue: '2027-04-01',
    });
    expect(deadline('GK-20', '2026-12-31', { calendar })).toMatchObject({
      due: '2027-01-31',
      safeDue: '2027-01-29',
    });
  });

  it('E30 村务4月1日张贴，至少到4月16日（村委会组织法第35条）', () => {
    const found = deadline('CW-01', '2026-04-01');
    expect([found.due, found.article]).toEqual(['2026-04-16', '《村民委员会组织法》第三十五条']);
  });

  it('司法确认三十日，末日逢周日顺延，须双方共同申请（调解法第33条）', () => {
    const found = deadline('RT-14', '2026-05-15');
    expect(found.due).toBe('2026-06-15');
    expect(found.notes?.join()).toContain('双方共同');
  });
});

describe('缺少放假通知时不猜', () => {
  it('工作日数到2027年：报缺失的年份、走过的路径和最后确定的一天', () => {
    const facts = missingFacts(() => deadline('XK-10', '2026-12-21'));
    expect(facts).toMatchObject({ year: 2027, lastCertainDay: '2026-12-31' });
    expect(facts['due']).toBeUndefined();
    expect(facts['path']).toHaveLength(11);
  });

  it('自然日期限的法定日确定而稳妥日不确定：同样报缺失，并给出法定日', () => {
    const facts = missingFacts(() => deadline('CF-39', '2026-11-01'));
    expect(facts).toMatchObject({ year: 2027, lastCertainDay: '2026-12-31', due: '2027-01-30' });
  });

  it('末日是否顺延要看2027年通知的，也报缺失', () => {
    const facts = missingFacts(() => deadline('FY-20', '2026-12-20'));
    expect(facts).toMatchObject({ year: 2027, lastCertainDay: '2026-12-31' });
    expect(facts['due']).toBeUndefined();
  });

  it('导入通知后同一事项得到日期；事项上显示为待放假通知', () => {
    expect(matterDeadline('XK-10', '2026-12-21')).toMatchObject({
      state: 'awaiting-notice',
      year: 2027,
      due: null,
    });
    expect(matterDeadline('CF-39', '2026-11-01')).toMatchObject({
      state: 'awaiting-notice',
      due: '2027-01-30',
    });
    const dated = matterDeadline('XK-10', '2026-12-21', { calendar: WITH_2027 });
    expect(dated).toMatchObject({ state: 'dated', due: '2027-01-19' });
  });
});

describe('期限的拒绝', () => {
  const code = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
    return 'accepted';
  };

  it('不存在的规则、日期、时刻、倒置的中止期间', () => {
    expect(code(() => deadline('CF-999', '2026-01-05'))).toBe('unknown-rule');
    expect(code(() => deadline('CF-39', '2026-02-30'))).toBe('bad-input');
    expect(code(() => deadline('QZ-03', '2026-02-30T10:00+08:00'))).toBe('bad-input');
    expect(code(() => deadline('QZ-03', '2026-02-20T24:01+08:00'))).toBe('bad-input');
    const suspensions = [{ from: day('2026-03-06'), to: day('2026-03-02') }];
    expect(code(() => deadline('XK-10', '2026-02-12', { suspensions }))).toBe('bad-input');
  });

  it('法律没有规定的延长和中止不给算', () => {
    expect(code(() => deadline('CF-39', '2026-03-02', { extension: true }))).toBe('rule-blocks');
    const suspensions = [{ from: day('2026-03-03'), to: day('2026-03-04') }];
    expect(code(() => deadline('CF-34', '2026-03-02', { suspensions }))).toBe('rule-blocks');
    expect(code(() => deadline('ND-01', '2026-01-02', { suspensions }))).toBe('rule-blocks');
  });

  it('记录按当日的法律判断：新村委会组织法施行前不适用十五日张贴期', () => {
    expect(code(() => deadline('CW-01', '2025-12-31'))).toBe('unknown-version');
    expect(code(() => deadline('CF-39', '2021-07-14'))).toBe('unknown-version');
  });
});

describe('提前提醒', () => {
  it('保险2026年10月19日到期，提前三十日提醒续保（突发事件应对法第40条）', () => {
    expect(deadline('YJ-09.renew', '2026-10-19').due).toBe('2026-09-19');
  });

  it('预案写明2026年4月27日评估，提前三十日提醒', () => {
    expect(deadline('YJ-04.review', '2026-04-27').due).toBe('2026-03-28');
  });
});

describe('历月与闰日', () => {
  it('没有对应日的取月末：8月31日起六个月到次年2月28日（民法典第202条）', () => {
    expect(deadline('FY-17.direct', '2025-08-31').due).toBe('2026-02-28');
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28');
  });

  it('地方规定的民族节日不是工作日', () => {
    const calendar = makeCalendar({ regionalDays: [{ date: day('2026-06-03'), name: '地方民族节日' }] });
    expect(deadline('XF-05.objection', '2026-06-01', { calendar }).due).toBe('2026-06-09');
  });
});

function missingFacts(run: () => unknown): Readonly<Record<string, unknown>> {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'calendar-missing') return error.detail.facts ?? {};
    throw error;
  }
  throw new Error('the deadline was computed without a calendar');
}
