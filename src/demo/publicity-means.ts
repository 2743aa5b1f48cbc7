import { CLERK, VILLAGES } from './accounts.ts';
import { workday, workdaysAfter } from './days.ts';
import { Dice } from './dice.ts';
import type { Names } from './names.ts';
import { fromPaper } from './paper.ts';
import type { Matter, Plan } from './plan.ts';

/** [office, title, theme, law, way, planned times, last day, completed on]; one is left open at the year's end. */
const DUTIES: readonly (readonly [
  office: string,
  title: string,
  theme: string | undefined,
  law: string,
  way: string,
  planned: number,
  dueOn: string,
  completedOn?: string,
])[] = [
  [
    'judicial-office',
    '民法典宣传月',
    'civil-code-month',
    '民法典',
    'activity',
    5,
    '2024-05-31',
    '2024-05-31',
  ],
  ['judicial-office', '宪法宣传周', 'constitution-week', '宪法', 'activity', 3, '2024-12-10', '2024-12-09'],
  [
    'judicial-office',
    '法治进校园',
    'school-term',
    '未成年人保护法',
    'activity',
    3,
    '2024-09-30',
    '2024-09-13',
  ],
  [
    'enforcement',
    '执法中释法说理',
    undefined,
    '行政处罚法、土地管理法',
    'enforcement',
    20,
    '2024-12-31',
    '2024-12-23',
  ],
  [
    'emergency',
    '安全生产月咨询',
    'safety-month',
    '安全生产法、消防法',
    'activity',
    4,
    '2024-06-30',
    '2024-06-28',
  ],
  [
    'stability',
    '禁毒和反诈宣传',
    'fraud-month',
    '禁毒法、反电信网络诈骗法',
    'activity',
    8,
    '2024-12-31',
    '2024-11-22',
  ],
  ['judicial-office', '典型案例以案释法', undefined, '民法典、土地管理法', 'case', 2, '2024-12-31'],
];

/** The year's list of who explains which law; activities of a theme point to its item. */
export function planDuties(plan: Plan): ReadonlyMap<string, Matter> {
  const byTheme = new Map<string, Matter>();
  const listedOn = workday(2, 14);
  for (const [office, title, theme, law, way, planned, dueOn, completedOn] of DUTIES) {
    const values = { title, office, law, way, planned, dueOn, listedOn, ...(theme ? { theme } : {}) };
    const duty = plan.start('publicity-duty', { step: 'list', on: listedOn, by: CLERK, values });
    if (theme) byTheme.set(theme, duty);
    if (completedOn)
      plan.act(duty, { step: 'complete', on: completedOn, by: CLERK, values: { completedOn } });
    else
      plan.act(duty, {
        step: 'advance',
        on: workday(11, 12),
        by: CLERK,
        values: { progress: '已整理邻里纠纷案例一件，另一件明年初讲' },
      });
  }
  return byTheme;
}

/** What the township explains law with: its account and groups, a board in each village, loudspeakers in most. */
function planChannels(plan: Plan): void {
  const open = (name: string, type: string, quantity: number, openedOn: string, village?: string): void => {
    const where = village ? { village } : {};
    plan.start('channel', {
      step: 'open',
      on: openedOn,
      by: CLERK,
      ...fromPaper(6),
      ...where,
      values: { name, type, quantity, openedOn },
    });
  };
  open('乡政府公众号法治专栏', 'account', 1, '2021-04-06');
  open('各村便民微信群', 'group', VILLAGES.length, '2020-03-16');
  open('政务服务大厅显示屏', 'screen', 1, '2022-06-13');
  for (const [index, village] of VILLAGES.entries()) {
    open(`${village}法治宣传栏`, 'board', 1, '2021-09-13', village);
    if (index % 4 !== 3) open(`${village}大喇叭`, 'loudspeaker', 2, '2020-11-09', village);
  }
}

/** Places that show the law: the township's square, and one in every second village. */
function planPlaces(plan: Plan): void {
  const build = (name: string, type: string, builtOn: string, village?: string): Matter =>
    plan.start('law-place', {
      step: 'build',
      on: builtOn,
      by: CLERK,
      ...(builtOn < '2023-12-18' ? fromPaper(6) : {}),
      ...(village ? { village } : {}),
      values: { name, type, builtOn },
    });
  const square = build('乡法治文化广场', 'square', '2021-12-02');
  plan.act(square, { step: 'renew', on: workday(4, 6), by: CLERK, values: {} });
  for (const village of VILLAGES.filter((_, index) => index % 2 === 0))
    build(`${village}法治文化墙`, 'wall', '2022-10-17', village);
  build(`${VILLAGES[1]}法律图书角`, 'corner', '2024-03-22', VILLAGES[1]);
}

const ROLES = ['cadre', 'mediator', 'grid', 'party', 'elder'] as const;

/** Three law minders in each village; a course in the year certified one more in each. */
function planMinders(plan: Plan, names: Names): void {
  const dice = new Dice('law minders');
  const course = workday(9, 8);
  for (const village of VILLAGES)
    for (let nth = 0; nth < 4; nth += 1) {
      const old = nth < 3;
      const chosenOn = old ? '2022-04-11' : '2024-03-25';
      const paper = old ? fromPaper(8) : {};
      const minder = plan.start('law-minder', {
        step: 'choose',
        on: chosenOn,
        by: CLERK,
        village,
        ...paper,
        values: { minder: { name: names.name() }, role: dice.pick([...ROLES]), chosenOn },
      });
      const certifiedOn = old ? '2022-09-23' : course;
      plan.act(minder, { step: 'certify', on: certifiedOn, by: CLERK, ...paper, values: { certifiedOn } });
    }
}

/** Each school has somebody who serves it as vice-principal for the rule of law. */
function planVicePrincipals(plan: Plan, names: Names): void {
  const schools = [
    ['乡中学', 'police', '2022-09-05'],
    ['乡中心小学', 'justice', '2022-09-05'],
    ['云杉坪教学点', 'police', '2024-03-04'],
  ] as const;
  for (const [school, sender, appointedOn] of schools) {
    const late = appointedOn < '2023-12-18' ? fromPaper(8) : {};
    const values = { school, holder: { name: names.name() }, sender, trainedHours: 8, appointedOn };
    plan.start('legal-vice-principal', { step: 'appoint', on: appointedOn, by: CLERK, ...late, values });
  }
}

const MUST_KNOW = [
  ['中国共产党章程', 'party'],
  ['中国共产党纪律处分条例', 'party'],
  ['宪法', 'law'],
  ['民法典', 'law'],
  ['行政处罚法', 'law'],
  ['行政复议法', 'law'],
  ['土地管理法', 'law'],
  ['安全生产法', 'law'],
  ['政府信息公开条例', 'regulation'],
  ['信访工作条例', 'party'],
] as const;

function planMustKnow(plan: Plan): void {
  const adoptedOn = workday(3, 7);
  const items = MUST_KNOW.map(([text, type]) => ({ text, type }));
  const name = '领导干部应知应会党内法规和国家法律清单';
  const values = { name, source: 'upper', adoptedOn, items };
  plan.start('must-know-list', {
    step: 'adopt',
    on: adoptedOn,
    by: CLERK,
    entered: workdaysAfter(adoptedOn, 2),
    values,
  });
}

/** What stands behind the year's publicity: channels, places, people, and what leading cadres must know. */
export function planPublicityMeans(plan: Plan, names: Names): void {
  planChannels(plan);
  planPlaces(plan);
  planMinders(plan, names);
  planVicePrincipals(plan, names);
  planMustKnow(plan);
}
