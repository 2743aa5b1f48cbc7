import { count, dayField, defineKind, file, link, oneOf, person, type Matter } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const fields = {
  platform: oneOf('平台', {
    'law-online': '法宣在线',
    'study-nation': '学习强国',
    'cadre-college': '干部网络学院',
    'enforcement-study': '行政执法学习平台',
    other: '其他平台',
  }),
  member: link('人员', 'staff', { help: '在岗人员名册里有的，选这个人' }),
  learner: person('姓名', { help: '名册里没有的人才填' }),
  dueOn: dayField('应考截止日', { future: true }),
  takenOn: dayField('参考日'),
  score: count('成绩', '分', { max: 100 }),
  roster: file('平台导出的名册'),
};
type Result = Matter<typeof fields>;

const PASS = 60;
const EXCELLENT = 90;

/** The yearly law exam is taken on one platform; results of others are kept but make no rate. */
function isExam({ values }: Result): boolean {
  return values.platform === 'law-online';
}

function taken(result: Result): boolean {
  return isExam(result) && result.values.takenOn !== undefined;
}

function reached(result: Result, mark: number): number | undefined {
  return taken(result) && (result.values.score ?? 0) >= mark ? 1 : undefined;
}

/** Who it is, as far as the roll tells: somebody who is not on it counts once for each roster. */
function whose({ id, values }: Result): string {
  return values.member ?? id;
}

function share(label: string, definition: string) {
  return {
    label,
    unit: '%',
    definition,
    chapter: 'disputes',
    room: 'disputes',
    measure: 'ratio',
    on: 'dueOn',
  } as const;
}

/** One person's result on an upper learning platform (平台学法考试成绩): who should take it, who did, how well. */
export const platformResult = defineKind({
  code: 'platform-result',
  label: '平台学法成绩',
  room: 'training',
  version: 1,
  home: { platform: '法宣在线等学习平台' },
  title: 'platform',
  fields,
  states: { expected: '应考', taken: '已考' },
  steps: {
    expect: {
      label: '列入应考名册',
      by: ['judicial-office'],
      basis: cite('PF', '36'),
      from: 'start',
      to: 'expected',
      asks: ['platform', 'dueOn'],
      may: ['member', 'learner', 'roster'],
    },
    take: {
      label: '登记成绩',
      by: ['judicial-office'],
      basis: cite('PF', '36'),
      from: ['expected'],
      to: 'taken',
      day: 'takenOn',
      asks: ['score'],
      may: ['roster'],
    },
  },
  figures: {
    'online-learning.people': {
      label: '法宣在线平台线上学习',
      unit: '人',
      definition:
        '统计期内在法宣在线平台有成绩的人员，按在岗人员名册去重，一人只计一次；不在名册里的，每次应考计一人。',
      chapter: 'disputes',
      room: 'disputes',
      measure: 'distinct',
      on: 'takenOn',
      key: whose,
      where: (m) => m.values.platform === 'law-online',
    },
    'online-exam.participation-rate': {
      ...share('参与率', '法宣在线学法考试实际参考人数÷应考名册人数，应考截止日在统计期内。'),
      numerator: (m) => (taken(m) ? 1 : undefined),
      denominator: (m) => (isExam(m) ? 1 : undefined),
    },
    'online-exam.pass-rate': {
      ...share('合格率', `法宣在线学法考试成绩在${PASS}分以上的人数÷实际参考人数，应考截止日在统计期内。`),
      numerator: (m) => reached(m, PASS),
      denominator: (m) => (taken(m) ? 1 : undefined),
    },
    'online-exam.excellent-rate': {
      ...share(
        '优秀率',
        `法宣在线学法考试成绩在${EXCELLENT}分以上的人数÷实际参考人数，应考截止日在统计期内。`,
      ),
      numerator: (m) => reached(m, EXCELLENT),
      denominator: (m) => (taken(m) ? 1 : undefined),
    },
    'other-platforms.participation-rate': {
      ...share(
        '其他平台参与率',
        '法宣在线以外各学习平台实际参加人次÷名册人次，截止日在统计期内；同一人在两个平台计两人次。',
      ),
      chapter: 'training',
      room: 'training',
      numerator: (m) => (!isExam(m) && m.values.takenOn !== undefined ? 1 : undefined),
      denominator: (m) => (isExam(m) ? undefined : 1),
    },
  },
  examples: [
    [
      {
        step: 'expect',
        on: '2024-06-03',
        source: 'platform',
        values: { platform: 'enforcement-study', learner: { name: '覃某某' }, dueOn: '2024-06-28' },
      },
    ],
    [
      {
        step: 'expect',
        on: '2024-11-01',
        source: 'platform',
        values: {
          platform: 'law-online',
          member: '00000000-0000-4000-8000-000000000002',
          dueOn: '2024-11-30',
        },
      },
      { step: 'take', on: '2024-11-18', source: 'platform', values: { takenOn: '2024-11-18', score: 96 } },
    ],
  ],
});
