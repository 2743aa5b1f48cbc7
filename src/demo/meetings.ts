import { monthOf, type Day } from '../kernel/index.ts';
import { CLERK, DEPUTY, EMERGENCY, HEAD, SECRETARY } from './accounts.ts';
import { workday, workdaysAfter } from './days.ts';
import {
  ENLARGED,
  GOVERNMENT,
  LECTURES,
  PARTY_COMMITTEES,
  REGULAR_SAFETY,
  REGULAR_STUDY,
  SAFETY_DISPATCHES,
  SAFETY_TOPICS,
  STAFF_ASSEMBLIES,
  SYMPOSIA,
  THEORY_GROUPS,
  TRAININGS,
  type Item,
  type Meeting,
} from './meeting-words.ts';
import { Attachment, type Entering, type Matter, type Plan } from './plan.ts';

const LEADERS = { secretary: SECRETARY, head: HEAD, deputy: DEPUTY, other: CLERK } as const;
const HALL = '乡政府三楼会议室';

interface Held {
  readonly title: string;
  readonly forum: string;
  readonly on: Day;
  readonly ledBy: string;
  readonly attendance: number;
  readonly agenda: readonly Item[];
  readonly minutes?: Attachment;
  readonly minuteBook?: string;
}

/** A gathering of the township. One record with its agenda, however many figures it serves. */
function hold(plan: Plan, held: Held, entering: Partial<Entering> = {}): Matter {
  const { on, agenda, minutes, ...rest } = held;
  return plan.start('gathering', {
    step: 'hold',
    on,
    by: CLERK,
    ...entering,
    values: {
      ...rest,
      place: HALL,
      agenda: agenda.map(([subject, topic, lecturer]) => ({
        subject,
        topic,
        ...(lecturer ? { lecturer } : {}),
      })),
      ...(minutes ? { minutes } : {}),
    },
  });
}

function monthName(on: Day): string {
  return `${Number(monthOf(on).slice(5))}月`;
}

/** Minutes of a meeting as the office files them; the demo says on its face that it is one. */
function minutesOf(title: string, on: Day, agenda: readonly Item[]): Attachment {
  const lines = agenda.map(([, topic], index) => `${index + 1}. ${topic}：传达学习，结合本乡实际作了部署。`);
  const text = [
    '样稿·数据虚构',
    title,
    `时间：${on}`,
    `地点：${HALL}`,
    '议题:',
    ...lines,
    '记录：党政综合办公室',
  ];
  return new Attachment(`${title}记录.txt`, `${text.join('\n')}\n`);
}

/** Of a party forum only the number of its minute book is kept; a government meeting's minutes are filed. */
function minutesIn(
  record: 'book' | 'file' | 'none',
  title: string,
  on: Day,
  agenda: readonly Item[],
): Pick<Held, 'minutes' | 'minuteBook'> {
  switch (record) {
    case 'book':
      return { minuteBook: `党委会议记录本2024第${Number(monthOf(on).slice(5))}册` };
    case 'file':
      return { minutes: minutesOf(title, on, agenda) };
    case 'none':
      return {};
  }
}

function planSeries(
  plan: Plan,
  forum: string,
  name: string,
  meetings: readonly Meeting[],
  record: 'book' | 'file' | 'none' = 'none',
): Matter[] {
  return meetings.map(([month, nth, ledBy, attendance, agenda]) => {
    const on = workday(month, nth);
    const title = `${monthName(on)}${name}`;
    const minutes = minutesIn(record, title, on, agenda);
    // The secretary and the head enter what they lead themselves now and then; the clerk enters the rest.
    const by = nth === 9 ? LEADERS[ledBy] : CLERK;
    return hold(plan, { title, forum, on, ledBy, attendance, agenda, ...minutes }, { by });
  });
}

function planMonthly(plan: Plan): void {
  for (const [index, agenda] of PARTY_COMMITTEES.entries()) {
    const on = workday(index + 1, 7);
    const title = `${index + 1}月党委会`;
    const minutes = minutesIn('book', title, on, agenda);
    hold(plan, {
      title,
      forum: 'party-committee',
      on,
      ledBy: 'secretary',
      attendance: 9,
      agenda,
      ...minutes,
    });
  }
  for (let month = 1; month <= 12; month += 1) {
    const study = REGULAR_STUDY[month];
    const safety = REGULAR_SAFETY[month];
    const first: Item[] = [['other', '一周工作调度'], ...(study ? [['law-study', study] as const] : [])];
    const second: Item[] = [['other', '一周工作调度'], ...(safety ? [['safety', safety] as const] : [])];
    const regular = { forum: 'regular', ledBy: 'deputy' };
    const [early, mid] = [workday(month, 6), workday(month, 16)];
    hold(plan, {
      ...regular,
      title: `${month}月上旬干部例会`,
      on: early,
      attendance: 52 + (month % 5),
      agenda: first,
    });
    hold(plan, {
      ...regular,
      title: `${month}月下旬干部例会`,
      on: mid,
      attendance: 50 + (month % 7),
      agenda: second,
    });
  }
}

function planSafety(plan: Plan): void {
  for (const [month, nth, topic] of SAFETY_TOPICS) {
    const agenda: Item[] = [['safety', topic]];
    const held = { title: `${topic}专题会`, forum: 'topical', on: workday(month, nth), agenda };
    hold(plan, { ...held, ledBy: 'deputy', attendance: 16 + nth }, { by: EMERGENCY });
  }
  for (const [index, [month, nth, topic]] of SAFETY_DISPATCHES.entries()) {
    const on = workday(month, nth);
    const held = { title: `${topic}调度会`, forum: 'dispatch', on, agenda: [['safety', topic]] as Item[] };
    // Every fourth was so urgent that it was entered on the next day.
    const entered = index % 4 === 3 ? { entered: workdaysAfter(on, 1) } : {};
    hold(
      plan,
      { ...held, ledBy: index % 3 ? 'deputy' : 'head', attendance: 20 + nth },
      { by: EMERGENCY, ...entered },
    );
  }
}

function planCourses(plan: Plan): void {
  for (const [month, nth, title, attendance, item] of TRAININGS) {
    hold(plan, {
      title,
      forum: 'training',
      on: workday(month, nth),
      ledBy: 'deputy',
      attendance,
      agenda: [item],
    });
  }
  for (const [month, nth, title, attendance, item] of LECTURES) {
    hold(plan, {
      title,
      forum: 'lecture',
      on: workday(month, nth),
      ledBy: 'other',
      attendance,
      agenda: [item],
    });
  }
}

/** Wrong entries as every office has them: one attendance mended, one meeting entered twice and voided, one exercise. */
function planMistakes(plan: Plan): void {
  const on = workday(9, 9);
  const agenda: Item[] = [['other', '秋季防疫安排']];
  const mistyped = hold(plan, {
    title: '秋季动物防疫专题会',
    forum: 'topical',
    on,
    ledBy: 'deputy',
    attendance: 230,
    agenda,
  });
  const reason = '到会人数误填，按签到表更正。';
  plan.correct(mistyped, {
    by: CLERK,
    entered: workdaysAfter(on, 1),
    reason,
    values: { attendance: 23 },
  });
  const [month, nth, ledBy, attendance, items] = ENLARGED[3]!;
  const again = { on: workday(month, nth), ledBy, attendance, agenda: items };
  const twice = hold(
    plan,
    { title: '10月党委(扩大)会议', forum: 'enlarged-committee', ...again },
    { by: DEPUTY, entered: workdaysAfter(again.on, 1) },
  );
  const entered = workdaysAfter(again.on, 2);
  plan.void(twice, { by: DEPUTY, entered, reason: '同一次会议已登记过，重复登记作废。' });
  plan.start('gathering', {
    step: 'hold',
    on: '2023-12-27',
    by: CLERK,
    drill: true,
    values: {
      title: '系统操作演练：登记会议',
      forum: 'regular',
      agenda: [{ subject: 'law-study', topic: '试填' }],
    },
  });
}

export function planMeetings(plan: Plan): void {
  const assemblies = planSeries(plan, 'staff-assembly', '干部职工大会', STAFF_ASSEMBLIES);
  planSeries(plan, 'theory-group', '党委理论学习中心组学习', THEORY_GROUPS, 'book');
  planSeries(plan, 'enlarged-committee', '党委(扩大)会', ENLARGED, 'book');
  planSeries(plan, 'government', '政府办公会', GOVERNMENT, 'file');
  planSeries(plan, 'symposium', '座谈会', SYMPOSIA);
  planMonthly(plan);
  planSafety(plan);
  planCourses(plan);
  const last = STAFF_ASSEMBLIES.at(-1)!;
  const on = workday(last[0], last[1]);
  const minutes = minutesOf('12月干部职工大会', on, last[4]);
  const sheet = new Attachment('签到表.txt', `样稿·数据虚构\n12月干部职工大会签到表\n到会${last[3]}人\n`);
  plan.act(assemblies.at(-1)!, {
    step: 'signIn',
    on,
    by: CLERK,
    entered: workdaysAfter(on, 1),
    values: { attendance: last[3], signIn: sheet },
  });
  plan.act(assemblies.at(-1)!, { step: 'file', on: workdaysAfter(on, 2), by: CLERK, values: { minutes } });
  planMistakes(plan);
}
