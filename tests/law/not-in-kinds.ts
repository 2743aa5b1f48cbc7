import type { Mutation } from '../mutation.ts';

/** A rule that no step or term of a kind holds, but the machinery for all kinds. */
export interface Elsewhere {
  /** What holds it, in Chinese. */
  readonly where: string;
  /** File of the test whose title begins with its id. */
  readonly test: string;
  /** Takes the check out of the source: the test must then fail. */
  readonly mutation: Mutation;
}

const PERIODS_TEST = 'tests/law/periods.test.ts';
const ENGINE = '期限计算';

function period(file: string, find: string, replace: string): Elsewhere {
  return { where: ENGINE, test: PERIODS_TEST, mutation: { file: `law/${file}`, find, replace } };
}

const ROLLED: Elsewhere = period(
  'deadline.ts',
  'else due = rolled(rule, run, nominal, notes);',
  'else due = nominal;',
);

/** Rules that the machinery holds for all kinds alike: id → where. */
export const HELD_ELSEWHERE: Readonly<Record<string, Elsewhere>> = {
  'PER-01': ROLLED,
  'PER-02': ROLLED,
  'PER-03': period(
    'terms/penalty.ts',
    `cite('CF', '64(1)'),\n    unit: 'workday'`,
    `cite('CF', '64(1)'),\n    unit: 'day'`,
  ),
  'PER-04': period(
    'terms/licence.ts',
    `cite('XK', '42①'),\n    unit: 'workday'`,
    `cite('XK', '42①'),\n    unit: 'day'`,
  ),
  'PER-05': period(
    'terms/coercion.ts',
    `cite('QZ', '25'),\n    unit: 'day'`,
    `cite('QZ', '25'),\n    unit: 'workday'`,
  ),
  'PER-06': period(
    'terms/remedy.ts',
    `cite('FY', '48'),\n    unit: 'workday',\n    count: 10`,
    `cite('FY', '48'),\n    unit: 'day',\n    count: 10`,
  ),
  'PER-07': period(
    'terms/openness.ts',
    `cite('GK', '33'),\n    unit: 'workday'`,
    `cite('GK', '33'),\n    unit: 'day'`,
  ),
  'PER-08': period(
    'terms/township.ts',
    `'收到转送、交办的信访事项之日'),\n    unit: 'workday',`,
    `'收到转送、交办的信访事项之日'),`,
  ),
  'PER-09': period(
    'terms/openness.ts',
    `cite('JC', '16'),\n    unit: 'day'`,
    `cite('JC', '16'),\n    unit: 'workday'`,
  ),
  'PER-10': period(
    'calendar.ts',
    `for (const { date, name } of more.regionalDays ?? []) special.set(date, { kind: 'holiday', name });`,
    '',
  ),
  'PER-11': period(
    'calendar.ts',
    `type.kind === 'workday' || type.kind === 'make-up'`,
    `type.kind === 'workday'`,
  ),
  'PER-12': period(
    'calendar.ts',
    'if (!covers(year)) throw missing(of, lastCertainBefore(of));',
    'void covers;',
  ),
  'PER-13': period('deadline.ts', 'rule.count * MS_PER_HOUR', 'rule.count * 0.5 * MS_PER_HOUR'),
  'PER-14': period(
    'deadline.ts',
    'return result(rule, run.from, due, safeDay(rule, run, due), run.path',
    'return result(rule, run.from, due, null, run.path',
  ),
  'PER-15': period('deadline.ts', 'if (swapped) notes.push', 'if (swapped && nominal === due) notes.push'),
  'SJA-03': {
    where: '公开页面只取事项种类写明可以公开、栏目也标为公开的内容',
    test: 'tests/site-privacy.test.ts',
    mutation: {
      file: 'records/reading.ts',
      find: `(kind.disclosure?.fields ?? []).filter((name) => {
    const field = kind.fields[name];
    return field !== undefined && !isPersonal(field) && field.privacy === 'public';
  });`,
      replace: 'Object.keys(kind.fields).filter((name) => !isPersonal(kind.fields[name]!));',
    },
  },
  'SJA-04': {
    where: '个人信息逐条加密，另存，不进入账本、检索和指标',
    test: 'src/records/records.test.ts',
    mutation: {
      file: 'records/ask.ts',
      find: '(isPersonal(fieldOf(kind, name)!) ? personal : open)[name] = value;',
      replace: 'open[name] = value;',
    },
  },
  'SJA-08.retained': {
    where: '保存期限未满的个人信息，删除请求转为限制处理',
    test: 'src/records/erasure.test.ts',
    mutation: {
      file: 'records/records.ts',
      find: `until === 'permanent' || dayAt(this.#clock()) <= until`,
      replace: `until === 'permanent'`,
    },
  },
  'SJA-10': {
    where: '网络日志至少留存六个月',
    test: 'src/log/log.test.ts',
    mutation: { file: 'log/keep.ts', find: 'const LEAST_DAYS = 184;', replace: 'const LEAST_DAYS = 1;' },
  },
  'SJA-14': {
    where: '带密级标志的内容不能录入',
    test: 'src/records/records.test.ts',
    mutation: {
      file: 'records/ask.ts',
      find: 'if (!MARKS.test(JSON.stringify(value))) return;',
      replace: `if (label !== '') return;`,
    },
  },
};

/** How periods are counted (期间计算): these have no place in a step, so the register of rules does not list them. */
export const PERIODS: readonly {
  readonly id: string;
  readonly article: string;
  readonly grade: 'A' | 'B' | 'M';
  readonly sentence: string;
}[] = [
  {
    id: 'PER-01',
    article: '《民法典》第二百条至第二百零四条',
    grade: 'A',
    sentence: '起算当日不计，末日逢休假日顺延（行政法没有规定时类推）',
  },
  {
    id: 'PER-02',
    article: '《民事诉讼法》第八十五条、行诉解释第四十八条',
    grade: 'A',
    sentence: '诉讼、送达、司法确认的期间同样计算',
  },
  {
    id: 'PER-03',
    article: '《行政处罚法》第八十五条',
    grade: 'A',
    sentence: '只有二日、三日、五日、七日按工作日',
  },
  { id: 'PER-04', article: '《行政许可法》第八十二条', grade: 'A', sentence: '许可机关的期限一律按工作日' },
  { id: 'PER-05', article: '《行政强制法》第六十九条', grade: 'A', sentence: '十日以内按工作日' },
  {
    id: 'PER-06',
    article: '《行政复议法》第八十八条',
    grade: 'A',
    sentence: '三日、五日、七日、十日按工作日',
  },
  { id: 'PER-07', article: '《政府信息公开条例》各条', grade: 'A', sentence: '逐处写明工作日' },
  {
    id: 'PER-08',
    article: '《信访工作条例》第二十二条至第三十六条',
    grade: 'A',
    sentence: '只有提出异议的五日按工作日',
  },
  {
    id: 'PER-09',
    article: '《重大行政决策程序暂行条例》第十五条、第十六条、第二十六条',
    grade: 'A',
    sentence: '三十日、七日按自然日，合法性审查七日按工作日',
  },
  {
    id: 'PER-10',
    article: '《全国年节及纪念日放假办法》第二条至第四条',
    grade: 'A',
    sentence: '法定节日和地方自定节日不是工作日',
  },
  { id: 'PER-11', article: '国务院办公厅2026年放假通知', grade: 'B', sentence: '补班计入，调休不计' },
  { id: 'PER-12', article: '2027年起的放假通知', grade: 'M', sentence: '没有通知的年份不推算' },
  {
    id: 'PER-13',
    article: '《行政强制法》第十九条、《民法典》第二百零一条',
    grade: 'A',
    sentence: '以小时计的连续计算',
  },
  { id: 'PER-14', article: '本系统的做法', grade: 'M', sentence: '固定日历日不顺延，机关义务另给稳妥日' },
  { id: 'PER-15', article: '本系统的做法', grade: 'M', sentence: '末日落在调休休息日的顺延并写明' },
];

/** Rules that are not coded: id → why. */
export const NOT_CODED: Readonly<Record<string, string>> = {
  'JC-01': '说的是条例怎样适用：乡镇参照，所以这一编的规则一律只提醒，由规则的约束等级体现',
  'JC-18': '严重失误的追责由上级和监察机关决定，没有可以由乡镇的环节判断的前提',
};
