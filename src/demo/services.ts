import type { Day } from '../kernel/index.ts';
import { CLERK, COUNSEL, VILLAGES, WINDOW } from './accounts.ts';
import { OPENING, workdaysAfter, workdaysOf } from './days.ts';
import { Dice } from './dice.ts';
import { fromPaper } from './paper.ts';
import type { Matter, Plan } from './plan.ts';
import { POWER_ITEMS, RESPONSIBILITIES, type ListedItem } from './power-items.ts';

/** A number of the office that no network gives out. */
const OFFICE_PHONE = '0000-0000012';
const OLD_DAY = '2023-03-10';
const NEW_DAY = '2024-04-15';

function planEditions(plan: Plan): { old: Matter; current: Matter } {
  const old = plan.start('power-list-edition', {
    step: 'draft',
    on: OLD_DAY,
    by: CLERK,
    ...fromPaper(1),
    values: { name: '铁石苗族彝族乡(演示)权力清单和责任清单目录(2023版)', effectiveOn: OLD_DAY },
  });
  plan.act(old, {
    step: 'publish',
    on: '2023-03-24',
    by: CLERK,
    ...fromPaper(1),
    values: { publishedOn: '2023-03-24', address: '乡政务公开栏' },
  });
  const current = plan.start('power-list-edition', {
    step: 'draft',
    on: NEW_DAY,
    by: CLERK,
    values: { name: '铁石苗族彝族乡(演示)权力清单和责任清单目录(2024版)', effectiveOn: NEW_DAY },
  });
  plan.act(current, {
    step: 'publish',
    on: '2024-04-22',
    by: CLERK,
    values: { publishedOn: '2024-04-22', address: '乡政务公开栏、党务政务服务中心大厅' },
  });
  return { old, current };
}

const SOURCE_DOCUMENTS = {
  assigned: {
    sourceDocument: '赋权决定(演示)〔2022〕1号',
    sourcePublished: '省政府公报（演示）',
    sourceFrom: '2022-06-01',
    sourceUntil: NEW_DAY,
  },
  entrusted: {
    sourceDocument: '委托书(演示)〔2023〕3号',
    sourcePublished: '县政府网站（演示）',
    sourceFrom: '2023-03-10',
    sourceUntil: '2026-03-10',
  },
} as const;

function itemValues(item: ListedItem): Record<string, unknown> {
  const { name, category, basis, office, source } = item;
  const from = source ? { source, ...SOURCE_DOCUMENTS[source] } : { source: 'direct' };
  const responsibility = RESPONSIBILITIES[category];
  return { name, category, basis, office, ...from, responsibility, phone: OFFICE_PHONE };
}

/** Two editions: the list of 2023 taken over from paper, and the year's own, which adds and removes. */
function planPowerList(plan: Plan): void {
  const { old, current } = planEditions(plan);
  for (const item of POWER_ITEMS) {
    if (item.change === 'added') {
      const values = { ...itemValues(item), edition: current, listedOn: NEW_DAY, listedFor: 'founded' };
      plan.start('power-item', { step: 'list', on: NEW_DAY, by: CLERK, values });
      continue;
    }
    const values = { ...itemValues(item), edition: old, listedOn: OLD_DAY };
    const listed = plan.start('power-item', {
      step: 'list',
      on: OLD_DAY,
      by: CLERK,
      ...fromPaper(1),
      values,
    });
    if (item.change === 'removed') {
      const removedFor = item.source === 'assigned' ? 'withdrawn' : 'merged';
      const removal = { removedBy: current, removedOn: NEW_DAY, removedFor };
      plan.act(listed, { step: 'remove', on: NEW_DAY, by: CLERK, values: removal });
    }
  }
}

const WINDOWS: readonly (readonly [name: string, business: string, openedOn: string, closedOn?: string])[] = [
  ['民政窗口', '社会救助、残疾人补贴、老龄事务', '2021-07-05'],
  ['社保窗口', '城乡居民养老保险参保、待遇申领、资格认证', '2021-07-05'],
  ['医保窗口', '城乡居民医疗保险参保、报销受理', '2021-07-05'],
  ['农业农村窗口', '惠农补贴、宅基地申请、土地流转', '2022-03-01'],
  ['党群窗口', '党务咨询、组织关系转接', '2022-03-01'],
  ['计生窗口', '生育登记、奖励扶助', '2021-07-05', '2024-05-06'],
  ['综合受理窗口', '生育登记、证明开具和跨窗口事项统一收件', '2024-05-06'],
];

/** The service centre and its windows, one of which took over from another in the year. */
function planWindows(plan: Plan): void {
  const hall = plan.start('service-hall', {
    step: 'open',
    on: '2021-07-05',
    by: WINDOW,
    ...fromPaper(2),
    values: {
      name: '党务政务服务中心',
      kind: 'centre',
      place: '集镇振兴路1号',
      hours: '工作日8:30—12:00，14:00—17:30',
      phone: '0000-0000020',
      barrierFree: ['counter', 'screen', 'people'],
      openedOn: '2021-07-05',
    },
  });
  for (const [index, [name, business, openedOn, closedOn]] of WINDOWS.entries()) {
    const values = { name, hall, business, openedOn, phone: `0000-000002${index}` };
    const old = openedOn < OPENING ? fromPaper(2) : {};
    const open = plan.start('service-window', { step: 'open', on: openedOn, by: WINDOW, ...old, values });
    if (closedOn) plan.act(open, { step: 'close', on: closedOn, by: WINDOW, values: { closedOn } });
  }
}

/** What people ask, in the demo's own words. */
const QUESTIONS: readonly (readonly [matter: string, question: string, answer: string])[] = [
  ['family', '询问离婚后孩子抚养费怎么主张', '告知可先协商，协商不成可向人民法院起诉，并说明需要的证据'],
  ['family', '询问老人由几个子女轮流赡养怎么写协议', '说明赡养是法定义务，提供了赡养协议样式'],
  ['labour', '反映在外务工工资没有结清', '告知劳动监察投诉和申请仲裁两条途径，提醒保存考勤和转账记录'],
  ['labour', '询问做零工受伤怎么办', '说明雇佣关系下的赔偿责任，建议先固定证据'],
  ['land', '询问承包地被邻家多占一垄怎么办', '建议对照承包合同实地核对，可申请村调委会调解'],
  ['land', '询问自留山林木能不能砍', '告知需要先办采伐许可，并说明办理地点'],
  ['contract', '反映借款到期不还且只有聊天记录', '说明聊天记录可作证据，提醒诉讼时效'],
  ['contract', '询问预付定金后对方不发货怎么办', '说明定金规则，建议先书面催告'],
  ['damage', '反映牲畜吃了邻家庄稼如何赔', '建议双方到场估价，可由村里主持协商'],
  ['aid', '询问申请法律援助要什么材料', '列出材料清单，当场帮助填写申请表'],
  ['other', '询问怎样申请查阅村里的财务账目', '说明村务公开规定，告知可向村务监督委员会提出'],
];

function consult(plan: Plan, dice: Dice, on: Day, place: string, people: number): Matter {
  const [matter, question, answer] = dice.pick(QUESTIONS);
  const village = place === 'village' || dice.happens(85) ? dice.pick(VILLAGES) : undefined;
  const narrative = `${village ?? '外乡'}群众${question}。${answer}。`;
  return plan.start('legal-consultation', {
    step: 'advise',
    on,
    by: dice.happens(20) ? COUNSEL : CLERK,
    ...(dice.happens(15) ? { entered: workdaysAfter(on, 1) } : {}),
    ...(village ? { village } : {}),
    values: { matter, place, advisedOn: on, people, narrative },
  });
}

/** Advice at the station all the year round; what is given on the market or in a village is another figure's. */
function planConsultations(plan: Plan): void {
  const dice = new Dice('consultations');
  const days = (count: number): Day[] => {
    const all = Array.from({ length: 12 }, (_, month) => workdaysOf(month + 1)).flat();
    return dice.shuffle(all).slice(0, count).sort();
  };
  const people = dice.split(55, 41, 1);
  for (const [index, on] of days(41).entries()) consult(plan, dice, on, 'station', people[index]!);
  for (const on of days(9)) consult(plan, dice, on, dice.pick(['village', 'field']), dice.between(1, 3));
  // Entered as 20 for 2, and mended: only what is right counts.
  const mistyped = consult(plan, dice, workdaysOf(9)[6]!, 'field', 20);
  plan.correct(mistyped, {
    by: CLERK,
    entered: workdaysOf(9)[9]!,
    reason: '人次误填为20，按接待登记改为2。',
    values: { people: 2 },
  });
}

export function planServices(plan: Plan): void {
  planPowerList(plan);
  planWindows(plan);
  planConsultations(plan);
}
