import { CLERK, DEPUTY, EMERGENCY, SECRETARY } from './accounts.ts';
import { OPENING } from './days.ts';
import { Dice } from './dice.ts';
import type { Names } from './names.ts';
import { fromPaper } from './paper.ts';
import type { Matter, Plan } from './plan.ts';

/** Posts of the offices and how many people fill each at the year's end: 64 in all, one of them in the judicial office. */
const POSITIONS: readonly (readonly [office: string, position: string, people: number])[] = [
  ['leadership', '党委书记', 1],
  ['leadership', '乡长', 1],
  ['leadership', '班子成员', 7],
  ['party-government', '办公室主任', 1],
  ['party-government', '文秘', 3],
  ['party-government', '党建专干', 3],
  ['party-government', '档案员', 1],
  ['judicial-office', '司法所所长', 1],
  ['enforcement', '执法队长', 1],
  ['enforcement', '执法队员', 5],
  ['emergency', '应急站长', 1],
  ['emergency', '应急专干', 4],
  ['services', '中心主任', 1],
  ['services', '窗口工作人员', 7],
  ['economy', '经济发展办主任', 1],
  ['economy', '统计员', 2],
  ['economy', '项目专干', 3],
  ['society', '社会事务办主任', 1],
  ['society', '民政专干', 3],
  ['society', '卫健专干', 3],
  ['agriculture', '农业中心主任', 1],
  ['agriculture', '农技员', 6],
  ['agriculture', '林业专干', 3],
  ['stability', '综治中心主任', 1],
  ['stability', '网格专干', 3],
];

/** Who came or left in the year: the judicial office lost its second. */
const LEFT: readonly (readonly [office: string, position: string, until: string])[] = [
  ['judicial-office', '司法助理员', '2024-08-19'],
  ['agriculture', '农技员', '2024-04-08'],
  ['services', '窗口工作人员', '2024-09-02'],
];
const CAME: Readonly<Record<string, string>> = { 农技员: '2024-05-06', 窗口工作人员: '2024-09-09' };

const SINCE = ['2018-08-20', '2019-09-02', '2020-07-13', '2021-06-21', '2022-08-15', '2023-03-13'] as const;

/** A person on the staff as later rooms need them. */
export interface Member {
  readonly matter: Matter;
  readonly name: string;
  readonly position: string;
}

/** The staff; returned are those who are there at the year's end. */
export function planStaff(plan: Plan, names: Names): Member[] {
  const dice = new Dice('staff');
  const fill = (office: string, position: string, since: string): Member => {
    const member = names.person();
    const old = since < OPENING ? fromPaper(0) : {};
    const values = { office, position, member, since };
    const matter = plan.start('staff', { step: 'fill', on: since, by: CLERK, ...old, values });
    return { matter, name: member.name, position };
  };
  for (const [office, position, until] of LEFT) {
    const { matter } = fill(office, position, dice.pick(SINCE));
    plan.act(matter, { step: 'leave', on: until, by: CLERK, values: { until } });
  }
  return POSITIONS.flatMap(([office, position, people]) =>
    Array.from({ length: people }, (_, nth) => {
      const came = nth === people - 1 ? CAME[position] : undefined;
      return fill(office, position, came ?? dice.pick(SINCE));
    }),
  );
}

const RULES: readonly (readonly [title: string, subject: string, issuedOn: string, repealedOn?: string])[] = [
  ['值班值守制度', 'duty-roster', '2021-01-11', '2024-02-05'],
  ['森林防火和汛期领导带班、值班值守制度', 'duty-roster', '2024-02-05'],
  ['“三重一大”事项集体决策制度', 'decision', '2022-03-14'],
  ['财务管理制度', 'finance', '2022-03-14'],
  ['档案管理制度', 'archive', '2023-06-12'],
  ['干部职工学法制度', 'study', '2024-01-22'],
];

function planRules(plan: Plan): void {
  for (const [title, subject, issuedOn, repealedOn] of RULES) {
    const by = subject === 'duty-roster' ? EMERGENCY : CLERK;
    const old = issuedOn < OPENING ? fromPaper(3) : {};
    const values = { title, subject, issuedOn };
    const rule = plan.start('internal-rule', { step: 'issue', on: issuedOn, by, ...old, values });
    if (repealedOn) plan.act(rule, { step: 'repeal', on: repealedOn, by, values: { repealedOn } });
  }
}

/** Numbers in these texts are figures, never typed. */
function planOutlook(plan: Plan): void {
  const note = (on: string, by: typeof CLERK, problem: string, cause: string): Matter =>
    plan.start('shortcoming', { step: 'note', on, by, values: { problem, cause, notedOn: on } });
  const last = note(
    '2023-12-20',
    CLERK,
    '纠纷和宣传活动的台账分散，年底汇总费时。',
    '各站所各记各账，没有统一登记',
  );
  plan.act(last, {
    step: 'answer',
    on: '2024-06-25',
    by: CLERK,
    values: { answer: '各站所和各村已统一在本系统登记。', answeredOn: '2024-06-25' },
  });
  note(
    '2024-12-16',
    CLERK,
    '法治人才不足，司法所现有工作人员{judicial-office.staff}，难以兼顾调解、普法和合法性审查。',
    '编制少，人员流动快',
  );
  note(
    '2024-12-16',
    DEPUTY,
    '部分干部依法办事的意识还不够强，执法文书制作和送达时限把握不够准确。',
    '业务培训偏重理论，案卷实操练习少',
  );
  note(
    '2024-12-17',
    DEPUTY,
    '普法宣传形式较为单调，外出务工人员和青少年参与不够。',
    '宣传多在集市和村委会，线上内容少',
  );
  const plans = [
    [CLERK, '争取补充司法所力量，用好法律顾问和人民调解员，健全合法性审查机制。'],
    [DEPUTY, '加强行政执法人员案卷实操培训，严格落实行政执法公示、全过程记录和重大决定法制审核。'],
    [CLERK, '推进民法典等法律进村寨，丰富线上普法内容，面向务工人员和青少年分类开展宣传。'],
    [SECRETARY, '坚持党政主要负责人带头学法，把法治建设与各项工作同部署、同落实。'],
  ] as const;
  for (const [by, text] of plans) {
    plan.start('next-year-plan', { step: 'plan', on: '2024-12-23', by, values: { plan: text, year: 2025 } });
  }
}

export function planLeadership(plan: Plan): void {
  planRules(plan);
  planOutlook(plan);
}
