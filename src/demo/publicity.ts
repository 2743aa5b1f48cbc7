import { day, type Day } from '../kernel/index.ts';
import { cadreOf, CLERK, EMERGENCY, OFFICER, VILLAGES } from './accounts.ts';
import { marketDays, workdaysAfter, workdaysOf } from './days.ts';
import { Dice } from './dice.ts';
import type { Matter, Plan, Starting } from './plan.ts';
import { planDuties } from './publicity-means.ts';
import {
  DISPUTE_ROUNDS,
  ENFORCEMENT_ROUNDS,
  LAW_DAYS,
  LAW_ROUNDS,
  SAFETY_DAYS,
  type Special,
} from './publicity-words.ts';

interface Activity {
  readonly on: Day;
  readonly title: string;
  readonly topics: readonly string[];
  readonly organiser: string;
  readonly venue: string;
  readonly place: string;
  readonly village?: string;
  readonly theme?: string;
  readonly duty?: Matter;
}

type Counts = { readonly people?: number; readonly leaflets?: number };

function hold(
  plan: Plan,
  purpose: string,
  activity: Activity,
  counts: Counts,
  entering: Partial<Starting>,
): Matter {
  const { on, village, ...rest } = activity;
  return plan.start('publicity-activity', {
    step: 'hold',
    on,
    by: CLERK,
    ...(village ? { village } : {}),
    ...entering,
    values: { ...rest, purpose, heldOn: on, ...counts },
  });
}

function special([on, title, topics, organiser, venue, place]: Special): Activity {
  return { on: day(on), title, topics, organiser, venue, place };
}

/** What the title of a day of its own says of its theme. */
const THEMES: readonly (readonly [says: RegExp, theme: string])[] = [
  [/^民法典/, 'civil-code-month'],
  [/宪法/, 'constitution-week'],
  [/进校园/, 'school-term'],
  [/禁毒日/, 'drugs-day'],
  [/国家安全/, 'national-security'],
  [/消费者/, 'consumer-day'],
  [/反电信诈骗集中/, 'fraud-month'],
  [/农民工工资/, 'wages-drive'],
  [/安全生产月/, 'safety-month'],
];

/** An activity on a day of its own, with its theme and the item of the duty list that it serves. */
function themed(row: Special, duties: ReadonlyMap<string, Matter>): Activity {
  const activity = special(row);
  const theme = THEMES.find(([says]) => says.test(activity.title))?.[1];
  if (theme === undefined) return activity;
  const duty = duties.get(theme);
  return { ...activity, theme, ...(duty ? { duty } : {}) };
}

/** One in five comes in a day or two later; what was held on a market day at the weekend anyway. */
function whenEntered(dice: Dice, on: Day): Partial<Starting> {
  if (!dice.happens(20)) return {};
  return { entered: workdaysAfter(on, dice.between(1, 3)) };
}

function workdaysOfYear(dice: Dice, count: number): Day[] {
  const all = Array.from({ length: 12 }, (_, month) => workdaysOf(month + 1)).flat();
  const usual = all.filter((on) => on !== '2024-02-09' && on < '2024-12-26');
  return dice.shuffle(usual).slice(0, count).sort();
}

function onMarket(dice: Dice, on: Day): Activity {
  const [title, topics] = dice.pick(LAW_ROUNDS);
  const organiser = dice.happens(75) ? 'judicial-office' : 'stability';
  return { on, title: `赶集日${title}`, topics, organiser, venue: 'market', place: '乡集市' };
}

function inVillage(dice: Dice, on: Day): Activity {
  const [title, topics] = dice.pick(LAW_ROUNDS);
  const village = dice.pick(VILLAGES);
  const organiser = dice.happens(40) ? 'village' : 'judicial-office';
  return {
    on,
    village,
    title: `${village}${title}`,
    topics,
    organiser,
    venue: 'village',
    place: `${village}村委会`,
  };
}

/** Nine of the rounds have the Civil Code with them, beside the five activities of its own month. */
function withCivilCode(activities: readonly Activity[]): Activity[] {
  return activities.map((activity, index) =>
    index % 5 === 2 && index < 45 ? { ...activity, topics: [...activity.topics, 'civil-code'] } : activity,
  );
}

function lawActivities(dice: Dice, duties: ReadonlyMap<string, Matter>): Activity[] {
  const markets = dice.shuffle(marketDays()).slice(0, 24).sort();
  const rounds = [
    ...markets.map((on) => onMarket(dice, on)),
    ...workdaysOfYear(dice, 26).map((on) => inVillage(dice, on)),
  ];
  return [...LAW_DAYS.map((row) => themed(row, duties)), ...withCivilCode(rounds)];
}

function planLaw(plan: Plan, duties: ReadonlyMap<string, Matter>): void {
  const dice = new Dice('law publicity');
  const activities = lawActivities(dice, duties);
  const people = dice.split(548, activities.length, 3);
  const leaflets = dice.split(1460, activities.length, 6);
  for (const [index, activity] of activities.entries()) {
    const counts = { people: people[index]!, leaflets: leaflets[index]! };
    const { village, organiser } = activity;
    const own = organiser === 'village' ? VILLAGES.find((name) => name === village) : undefined;
    const by = own ? cadreOf(own) : organiser === 'enforcement' ? OFFICER : CLERK;
    hold(plan, 'law', activity, counts, { by, ...whenEntered(dice, activity.on) });
  }
}

function planSafety(plan: Plan, duties: ReadonlyMap<string, Matter>): void {
  const dice = new Dice('safety publicity');
  const people = dice.split(1000, SAFETY_DAYS.length, 90);
  const leaflets = dice.split(8560, SAFETY_DAYS.length, 900);
  for (const [index, row] of SAFETY_DAYS.entries()) {
    hold(
      plan,
      'safety',
      themed(row, duties),
      { people: people[index]!, leaflets: leaflets[index]! },
      { by: EMERGENCY },
    );
  }
}

function planDisputes(plan: Plan): void {
  const dice = new Dice('dispute publicity');
  const days = workdaysOfYear(dice, 10);
  const leaflets = dice.split(2320, days.length, 150);
  for (const [index, on] of days.entries()) {
    const village = dice.pick(VILLAGES);
    const title = `${village}${dice.pick(DISPUTE_ROUNDS)}`;
    const place = `${village}村委会`;
    const activity = {
      on,
      village,
      title,
      topics: ['mediation'],
      organiser: 'stability',
      venue: 'village',
      place,
    };
    const counts = { people: dice.between(60, 140), leaflets: leaflets[index]! };
    hold(plan, 'dispute', activity, counts, whenEntered(dice, on));
  }
}

/** Who enforces explains (谁执法谁普法): the enforcement team on its rounds. */
function planEnforcement(plan: Plan): void {
  const dice = new Dice('enforcement publicity');
  for (const on of workdaysOfYear(dice, 22)) {
    const [title, topics] = dice.pick(ENFORCEMENT_ROUNDS);
    const village = dice.pick(VILLAGES);
    const organiser = 'enforcement';
    const activity = { on, village, title, topics, organiser, venue: 'village', place: `${village}沿线` };
    hold(
      plan,
      'enforcement',
      activity,
      { people: dice.between(4, 15) },
      { by: OFFICER, ...whenEntered(dice, on) },
    );
  }
}

/** A slip of the pen that would have made two hundred leaflets two thousand, and one activity entered twice. */
function planMistakes(plan: Plan): void {
  const on = workdaysOf(10)[11]!;
  const activity = { on, topics: ['mediation'], organiser: 'stability', venue: 'market', place: '乡集市' };
  const mistyped = hold(
    plan,
    'law',
    { ...activity, title: '赶集日邻里纠纷预防宣传' },
    { leaflets: 2600 },
    {},
  );
  plan.correct(mistyped, {
    by: CLERK,
    entered: workdaysAfter(on, 2),
    reason: '口径选错，应为矛盾纠纷预防宣传；发放资料按发放登记是260份。',
    values: { purpose: 'dispute', leaflets: 260 },
  });
  const again = hold(
    plan,
    'law',
    special(LAW_DAYS[14]!),
    { people: 9, leaflets: 30 },
    { entered: '2024-06-28' },
  );
  const reason = '禁毒日宣传司法所已登记，重复登记作废。';
  plan.void(again, { by: CLERK, entered: '2024-07-01', reason });
}

export function planPublicity(plan: Plan): void {
  const duties = planDuties(plan);
  planLaw(plan, duties);
  planSafety(plan, duties);
  planDisputes(plan);
  planEnforcement(plan);
  planMistakes(plan);
}
