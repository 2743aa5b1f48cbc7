import type { Day } from '../kernel/index.ts';
import { CLERK, DEPUTY, OFFICER, SECOND_OFFICER, VILLAGES } from './accounts.ts';
import { workday, workdaysAfter } from './days.ts';
import type { Team } from './enforcement.ts';
import { Names } from './names.ts';
import { fromPaper } from './paper.ts';
import type { Matter, Plan } from './plan.ts';

const CONTENTS = ['subject', 'officers', 'duties', 'basis', 'procedure', 'remedy', 'random'];

const ITEMS = {
  fireworks: {
    name: '烟花爆竹零售点安全检查',
    basis: '《中华人民共和国安全生产法》第九条第二款',
    object: '烟花爆竹零售点',
    domain: 'safety',
    source: 'direct',
    penaltyPower: 'none',
    frequencyCap: 4,
  },
  stalls: {
    name: '集镇街道临时搭建检查',
    basis: '《村庄和集镇规划建设管理条例》第四十条',
    object: '集镇街道、广场、市场两侧的临时建筑物、构筑物',
    domain: 'building',
    source: 'direct',
    penaltyPower: 'own',
  },
  sites: {
    name: '农村自建房施工现场安全检查',
    basis: '《中华人民共和国安全生产法》第九条第二款',
    object: '在建农村自建房的施工队',
    domain: 'safety',
    source: 'direct',
    penaltyPower: 'none',
  },
} as const;
type Item = keyof typeof ITEMS;

function planItems(plan: Plan): Record<Item, Matter> {
  const listed = (item: Item): Matter => {
    const matter = plan.start('inspection-item', {
      step: 'list',
      on: workday(1, 6),
      by: CLERK,
      values: ITEMS[item],
    });
    plan.act(matter, {
      step: 'publish',
      on: workday(1, 10),
      by: CLERK,
      values: { publishedAt: '乡政务公开栏', contents: CONTENTS },
    });
    return matter;
  };
  return { fireworks: listed('fireworks'), stalls: listed('stalls'), sites: listed('sites') };
}

interface Visit {
  readonly name: string;
  readonly item: Item;
  readonly subjectType: string;
  readonly subject: string;
  readonly village: number;
  readonly on: Day;
  readonly result: string;
  /** What must be put right, within how many days. */
  readonly demands?: readonly [demands: string, days: number];
  readonly published?: true;
}

const VISITS: readonly Visit[] = [
  {
    name: '春节前烟花爆竹零售点检查',
    item: 'fireworks',
    subjectType: 'household',
    subject: '云杉便民零售店',
    village: 0,
    on: workday(1, 18),
    result: 'correct',
    demands: ['货架与灶台保持距离，更换过期灭火器一具。', 5],
    published: true,
  },
  {
    name: '集镇主街临时搭建检查',
    item: 'stalls',
    subjectType: 'enterprise',
    subject: '集镇某建材经营部',
    village: 0,
    on: workday(5, 6),
    result: 'none',
  },
  {
    name: '自建房施工现场检查',
    item: 'sites',
    subjectType: 'enterprise',
    subject: '样州某建筑劳务队',
    village: 4,
    on: workday(7, 9),
    result: 'advised',
    published: true,
  },
  {
    name: '国庆前烟花爆竹零售点检查',
    item: 'fireworks',
    subjectType: 'household',
    subject: '响水沟烟花零售点',
    village: 2,
    on: workday(9, 16),
    result: 'none',
  },
];

/** One inspection with its approval, its notice and what followed. */
function planVisit(plan: Plan, items: Record<Item, Matter>, team: Team, names: Names, visit: Visit): void {
  const { name, item, subjectType, subject, village, on, result, demands } = visit;
  const person = { name: names.name() };
  const matter = plan.start('inspection', {
    step: 'propose',
    on,
    by: OFFICER,
    village: VILLAGES[village]!,
    values: { name, subjectType, subject, person, origin: 'plan', item: items[item], ...team },
  });
  plan.act(matter, { step: 'approve', on, by: DEPUTY, values: {} });
  const day = workdaysAfter(on, 1);
  plan.act(matter, { step: 'notify', on: day, by: OFFICER, values: {} });
  const told = ['identity', 'notice', 'rights'];
  plan.act(matter, {
    step: 'inspect',
    on: day,
    by: OFFICER,
    values: { told, records: ['text', 'photo', 'video'], result, helpers: 'none' },
  });
  let done = day;
  if (demands) {
    const values = { demands: demands[0], correctWithin: demands[1] };
    plan.act(matter, { step: 'order', on: day, by: OFFICER, values });
    done = workdaysAfter(day, demands[1]);
    plan.act(matter, { step: 'check', on: done, by: SECOND_OFFICER, values: { corrected: 'yes' } });
  }
  plan.act(matter, { step: 'conclude', on: done, by: OFFICER, values: {} });
  if (!visit.published) return;
  const address = { address: '乡政务公开栏' };
  plan.act(matter, { step: 'publish', on: workdaysAfter(done, 4), by: OFFICER, values: address });
}

/** Drawn and worked in the county's system; the township holds the index. */
function planIndexed(plan: Plan): void {
  const drawn = [
    ['2024-1', workday(4, 12), '集镇某餐饮店', 'none'],
    ['2024-1', workday(4, 12), '集镇某百货商店', 'advised'],
    ['2024-2', workday(10, 10), '集镇某药店', 'none'],
  ] as const;
  for (const [index, [batch, on, subject, result]] of drawn.entries()) {
    plan.start('inspection', {
      step: 'index',
      on,
      by: CLERK,
      source: 'platform',
      evidence: 'platform',
      values: {
        name: `${subject}双随机抽查`,
        subjectType: 'enterprise',
        subject,
        origin: 'random',
        batch,
        number: `演示检〔2024〕${index + 1}号`,
        result,
      },
    });
  }
}

function planPatrols(plan: Plan): void {
  const rounds: readonly (readonly [
    title: string,
    village: number,
    on: Day,
    people: number,
    found: number,
  ])[] = [
    ['森林防火巡查', 1, workday(2, 8), 6, 0],
    ['河道巡查', 2, workday(3, 12), 4, 1],
    ['集镇占道经营巡查', 0, workday(5, 15), 5, 3],
    ['在建自建房巡查', 6, workday(8, 6), 4, 1],
    ['秸秆焚烧巡查', 9, workday(9, 10), 6, 2],
    ['地质灾害隐患点走访', 4, workday(6, 17), 5, 0],
  ];
  for (const [title, village, on, people, found] of rounds) {
    const round = plan.start('patrol', {
      step: 'patrol',
      on,
      by: OFFICER,
      village: VILLAGES[village]!,
      values: {
        title: `${VILLAGES[village]!}${title}`,
        form: title.includes('走访') ? 'visit' : 'patrol',
        team: '综合行政执法队、村网格员',
        people,
        vehicles: 1,
        found,
        advised: found,
      },
    });
    if (!title.includes('河道')) continue;
    const handedTo = { handedTo: '县水务局' };
    plan.act(round, { step: 'handOver', on: workdaysAfter(on, 1), by: OFFICER, values: handedTo });
  }
  plan.start('patrol', {
    step: 'patrol',
    on: workday(11, 7),
    by: DEPUTY,
    values: {
      title: '集镇交通和占道经营联合执法',
      form: 'joint',
      partners: '县交警大队、县市场监管局',
      people: 16,
      vehicles: 4,
      advised: 7,
    },
  });
}

function planCampaign(plan: Plan): void {
  const campaign = plan.start('campaign', {
    step: 'launch',
    on: workday(6, 3),
    by: DEPUTY,
    values: {
      title: '夏季自建房安全专项整治',
      basis: '样县自建房安全专项整治方案（2024年）',
      units: '村镇建设服务中心、综合行政执法队、各村',
      suspension: 'none',
    },
  });
  const result = { checked: 118, problems: 9, rectified: 9 };
  plan.act(campaign, { step: 'end', on: workday(8, 20), by: DEPUTY, values: result });
}

/** A shed that the party took down before the township had to. */
function planExecution(plan: Plan, names: Names): void {
  const execution = plan.start('compulsory-execution', {
    step: 'open',
    on: workday(10, 8),
    by: OFFICER,
    village: VILLAGES[8],
    values: {
      cause: '违法搭建彩钢棚拆除',
      party: [{ name: names.name() }],
      obligation: 'demolish',
      planArea: 'village',
      powerSource: 'law',
      baseNumber: '演示限拆〔2024〕1号',
      baseServedOn: workday(8, 12),
      baseUntil: workday(9, 4),
    },
  });
  const demandDays = { demandDays: 10 };
  plan.act(execution, { step: 'demand', on: workday(10, 8), by: OFFICER, values: demandDays });
  const ended = { endFor: 'performed', places: 1, area: 42 };
  plan.act(execution, { step: 'end', on: workday(10, 16), by: OFFICER, values: ended });
}

/** What is kept about enforcement: helpers, equipment, supervision, the review of files, the yearly statistics. */
function planKeeping(plan: Plan, names: Names): void {
  for (const [post, hiredOn] of [
    ['市容巡查协管', '2022-08-01'],
    ['道路劝导协管', '2023-03-01'],
  ] as const) {
    const values = { helper: { name: names.name() }, post, unit: '综合行政执法队' };
    plan.start('enforcement-auxiliary', { step: 'hire', on: hiredOn, by: CLERK, ...fromPaper(3), values });
  }
  for (const [name, type, quantity, acquiredOn] of [
    ['执法记录仪', 'recorder', 4, '2022-06-01'],
    ['执法车辆', 'vehicle', 1, '2022-06-01'],
  ] as const) {
    const values = { name, type, quantity, keeper: '综合行政执法队' };
    plan.start('enforcement-equipment', {
      step: 'acquire',
      on: acquiredOn,
      by: OFFICER,
      ...fromPaper(3),
      values,
    });
  }
  const supervision = plan.start('enforcement-supervision', {
    step: 'supervise',
    on: workday(6, 6),
    by: CLERK,
    values: { title: '二季度执法现场监督', form: 'scene', object: '综合行政执法队', problems: 1 },
  });
  const advice = { advice: '到场后先出示证件，再说明检查事项。' };
  plan.act(supervision, { step: 'opine', on: workday(6, 7), by: CLERK, values: advice });
  const answer = { answer: 'done', rectified: 1 };
  plan.act(supervision, { step: 'answer', on: workday(6, 12), by: OFFICER, values: answer });
  const review = plan.start('case-file-review', {
    step: 'review',
    on: workday(7, 14),
    by: CLERK,
    values: {
      title: '2024年上半年执法案卷自查',
      form: 'own',
      kinds: '行政处罚、行政检查',
      files: 4,
      problems: 2,
    },
  });
  plan.act(review, { step: 'correct', on: workday(7, 22), by: OFFICER, values: { corrected: 2 } });
  const statistics = plan.start('enforcement-statistics', {
    step: 'compile',
    on: workday(1, 8),
    by: CLERK,
    values: { title: '2023年度行政执法统计年报', year: 2023, through: '2023-12-31' },
  });
  const to = { reportedTo: '县司法局' };
  plan.act(statistics, { step: 'report', on: workday(1, 12), by: CLERK, values: to });
  const address = { address: '乡政务公开栏、县政府网站乡镇专栏' };
  plan.act(statistics, { step: 'publish', on: workday(1, 17), by: CLERK, values: address });
}

/** Inspections, patrols, a campaign and what goes with them; persons of its own, so that others keep their names. */
export function planInspections(plan: Plan, team: Team): void {
  const names = new Names('inspections');
  const items = planItems(plan);
  for (const visit of VISITS) planVisit(plan, items, team, names, visit);
  planIndexed(plan);
  planPatrols(plan);
  planCampaign(plan);
  planExecution(plan, names);
  planKeeping(plan, names);
}
