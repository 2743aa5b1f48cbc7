import fc from 'fast-check';
import type { FindingType } from '../../src/checker/index.ts';

/** One sentence of a report made from numbers that fit, and the ways in which a change makes them not fit. */
export interface Statement {
  readonly values: readonly number[];
  readonly text: (values: readonly number[]) => string;
  readonly breaks: readonly Break[];
}

/** Replacing one value breaks a relation; the checker must say one of the types. */
export interface Break {
  readonly index: number;
  readonly value: number;
  readonly types: readonly FindingType[];
}

const pick = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);
const count = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** What is counted, its unit, and the classes it is split into. Each is used once in a report. */
const SPLITS = [
  ['办理行政处罚案件', '件', ['市容类', '规划类', '其他类']],
  ['调解邻里以外的纠纷', '起', ['婚姻家庭', '土地山林', '其他']],
  ['受理政务服务事项', '件', ['民政类', '社保类', '其他类']],
  ['主动公开政府信息', '条', ['政策类', '财政类', '其他类']],
  ['聘任网格人员', '名', ['东片', '西片', '其他片区']],
] as const;
const MARKERS = ['分别为', '其中', '即', '按类别分,'] as const;

function split([noun, unit, names]: (typeof SPLITS)[number]): fc.Arbitrary<Statement> {
  return fc
    .record({
      parts: fc.tuple(count(2, 60), count(2, 60), count(2, 60)),
      marker: pick(...MARKERS),
      off: count(1, 9),
    })
    .map(({ parts, marker, off }) => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      return {
        values: [whole, ...parts],
        text: ([all, ...rest]) =>
          `全年${noun}${all}${unit},${marker}${names.map((name, i) => `${name}${rest[i]}${unit}`).join('、')}。`,
        breaks: [
          { index: 0, value: whole + off, types: ['sum-mismatch'] },
          {
            index: 2,
            value: parts[1] + off,
            types: [parts[1] + off > whole ? 'part-exceeds-whole' : 'sum-mismatch'],
          },
          { index: 3, value: whole + off, types: ['part-exceeds-whole'] },
        ],
      } satisfies Statement;
    });
}

const RATES = [
  ['受理信访事项', '件', '办结', '办结率'],
  ['排查矛盾纠纷', '起', '化解', '化解率'],
  ['排查安全隐患', '处', '整改', '整改率'],
  ['提出审查意见', '条', '采纳', '采纳率'],
] as const;

function rate([intake, unit, outcome, name]: (typeof RATES)[number]): fc.Arbitrary<Statement> {
  return fc
    .record({ base: count(20, 400), lost: count(1, 15), off: count(2, 9) })
    .map(({ base, lost, off }) => {
      const done = base - Math.min(lost, base - 1);
      const percent = Math.round((1000 * done) / base) / 10;
      return {
        values: [base, done, percent],
        text: ([a, b, c]) => `${intake}${a}${unit},${outcome}${b}${unit},${name}${c}%。`,
        breaks: [
          { index: 2, value: Math.round(10 * percent - 10 * off) / 10, types: ['ratio-mismatch'] },
          { index: 2, value: 100 + off, types: ['percent-out-of-range', 'ratio-mismatch'] },
          { index: 1, value: base + off, types: ['part-exceeds-whole', 'ratio-mismatch'] },
        ],
      };
    });
}

const GROWTHS = [
  ['举办法治讲座', '场'],
  ['接待法律咨询', '人次'],
  ['投入普法经费', '元'],
] as const;

function growth([noun, unit]: (typeof GROWTHS)[number]): fc.Arbitrary<Statement> {
  return fc
    .record({ before: count(20, 400), now: count(20, 400), off: count(3, 20) })
    .filter(({ before, now }) => before !== now)
    .map(({ before, now, off }) => {
      const percent = Math.round((1000 * Math.abs(now - before)) / before) / 10;
      const word = now > before ? '增长' : '下降';
      return {
        values: [now, before, percent],
        text: ([a, b, c]) => `${noun}${a}${unit},比上年的${b}${unit}${word}${c}%。`,
        breaks: [
          { index: 2, value: Math.round(10 * percent + 10 * off) / 10, types: ['growth-mismatch'] },
          { index: 1, value: now > before ? now + off : Math.max(1, now - off), types: ['growth-mismatch'] },
        ],
      } satisfies Statement;
    });
}

/** One quantity stated in two sentences. */
const TWICE = [
  ['全镇共聘请村级法律顾问', '名', '年末统计,全镇共聘请村级法律顾问'],
  ['辖区共有人民调解委员会', '个', '目前,辖区共有人民调解委员会'],
] as const;

function twice([first, unit, second]: (typeof TWICE)[number]): fc.Arbitrary<Statement> {
  return fc.record({ value: count(3, 60), off: count(1, 9) }).map(({ value, off }) => ({
    values: [value, value],
    text: ([a, b]) => `${first}${a}${unit}。${second}${b}${unit}。`,
    breaks: [{ index: 1, value: value + off, types: ['contradiction'] }],
  }));
}

const PLACES = ['法治广场', '法治长廊', '法治书屋', '普法驿站', '宪法公园', '调解小院'];

const named: fc.Arbitrary<Statement> = fc
  .record({ names: fc.shuffledSubarray(PLACES, { minLength: 2 }), off: count(1, 3) })
  .map(({ names, off }) => ({
    values: [names.length],
    text: ([n]) => `建成法治阵地${n}处,分别为${names.join('、')}。`,
    breaks: [{ index: 0, value: names.length + off, types: ['count-mismatch'] }],
  }));

const shares: fc.Arbitrary<Statement> = fc
  .record({ a: count(20, 60), b: count(5, 35), off: count(2, 20) })
  .map(({ a, b, off }) => ({
    values: [a, b, 100 - a - b],
    text: ([x, y, z]) => `从来源看,来信占${x}%、来访占${y}%、网上投诉占${z}%。`,
    breaks: [{ index: 0, value: a + off, types: ['sum-mismatch'] }],
  }));

const trailing: fc.Arbitrary<Statement> = fc
  .record({ parts: fc.tuple(count(2, 30), count(2, 30)), off: count(1, 9) })
  .map(({ parts: [a, b], off }) => ({
    values: [a, b, a + b],
    text: ([x, y, z]) => `先后召开部署会${x}次、推进会${y}次,共计${z}次。`,
    breaks: [
      { index: 2, value: a + b + off, types: ['sum-mismatch'] },
      { index: 0, value: a + off, types: ['sum-mismatch'] },
    ],
  }));

/** Sentences that stand alone; nothing in them relates to anything. */
const plain: fc.Arbitrary<Statement> = fc.record({ a: count(2, 80), b: count(1, 90) }).map(({ a, b }) => ({
  values: [a, b * 10],
  text: ([x, y]) => `开展旁听庭审${x}人次,推送短视频${y}余条,群众反响良好。`,
  breaks: [],
}));

const HEADINGS = ['一、主要举措和成效', '(一)依法履职', '(二)规范执法', '(三)化解矛盾'] as const;

export interface Report {
  readonly statements: readonly Statement[];
  readonly town: string;
  readonly year: number;
}

const SYLLABLES = Array.from('龙凤青白石水山林平安和兴');

export const reports: fc.Arbitrary<Report> = fc.record({
  town: fc
    .array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 3 })
    .map((parts) => `${parts.join('')}镇`),
  year: count(2021, 2029),
  statements: fc
    .tuple(
      ...SPLITS.map(split), ...RATES.map(rate), ...GROWTHS.map(growth), ...TWICE.map(twice),
      named, shares, trailing, plain,
    )
    .chain((all) => fc.shuffledSubarray([...all], { minLength: 3, maxLength: 10 })),
}); // prettier-ignore

export interface Written {
  readonly text: string;
  /** Where each statement stands. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** The whole report; `changed` replaces one value of one statement. */
export function write(
  { town, year, statements }: Report,
  changed?: { readonly statement: number; readonly index: number; readonly value: number },
): Written {
  let text = `${town}${year}年度法治政府建设工作报告\n${year}年,${town}扎实推进法治政府建设。\n`;
  const places = statements.map((statement, at) => {
    if (at % 3 === 0) text += `${HEADINGS[Math.min(at / 3, HEADINGS.length - 1)]}\n`;
    const values = statement.values.map((value, index) =>
      changed?.statement === at && changed.index === index ? changed.value : value,
    );
    const start = text.length;
    text += statement.text(values);
    const end = text.length;
    text += at % 2 === 0 ? '' : '\n';
    return { start, end };
  });
  return { text: `${text}\n${town}人民政府\n${year + 1}年1月20日\n`, places };
}
