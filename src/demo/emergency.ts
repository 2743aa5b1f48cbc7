import { day, type Person } from '../kernel/index.ts';
import { cadreOf, EMERGENCY, HEAD, VILLAGES } from './accounts.ts';
import { OPENING, workday, workdaysAfter } from './days.ts';
import { Dice } from './dice.ts';
import type { Names } from './names.ts';
import { fromPaper } from './paper.ts';
import type { Matter, Plan } from './plan.ts';
import { planSupplies, type Stores } from './supplies.ts';

const PLANS: readonly (readonly [
  title: string,
  hazard: string,
  issued: string,
  filed?: string,
  ended?: string,
])[] = [
  ['突发事件总体应急预案', 'general', '2022-06-13', '2022-06-27'],
  ['防汛抗旱应急预案(2022版)', 'flood', '2022-04-18', '2022-05-05', '2024-04-22'],
  ['防汛抗旱应急预案(2024版)', 'flood', '2024-04-22', '2024-05-10'],
  ['森林火灾应急预案', 'fire', '2023-02-20', '2023-03-06'],
  ['食品安全事故应急预案', 'food', '2023-08-14', '2023-08-30'],
  ['地震应急预案', 'earthquake', '2024-03-11', '2024-03-27'],
  // 二十个工作日到4月17日，过了才送备案：是瑕疵，照实登记。
  ['非煤矿山生产安全事故应急预案', 'mine', '2024-03-18', '2024-04-24'],
  ['自然灾害救助应急预案', 'relief', '2024-06-03', '2024-06-20'],
];

/** What else an edition says of itself: what it rests on, and what it changed. */
const EDITIONS: Readonly<Record<string, object>> = {
  '防汛抗旱应急预案(2024版)': {
    edition: 2,
    changes: '调整转移路线两条，更新叫应责任人和村级物资储备',
    heard: ['offices', 'villages', 'county'],
    reviewBy: '2027-04-22',
  },
  非煤矿山生产安全事故应急预案: {
    riskAssessedOn: '2024-03-04',
    heard: ['offices', 'units', 'experts'],
    reviewBy: '2027-03-18',
  },
};

function planPlans(plan: Plan): Map<string, Matter> {
  const byHazard = new Map<string, Matter>();
  for (const [title, hazard, issuedOn, filedOn, endedOn] of PLANS) {
    const old = issuedOn < OPENING ? fromPaper(3) : {};
    const previous = byHazard.get(hazard);
    const more = { ...EDITIONS[title], ...(previous ? { previous } : {}) };
    const values = { title: `铁石苗族彝族乡(演示)${title}`, hazard, issuedOn, ...more };
    const issued = plan.start('emergency-plan', { step: 'issue', on: issuedOn, by: HEAD, ...old, values });
    if (filedOn) plan.act(issued, { step: 'file', on: filedOn, by: EMERGENCY, ...old, values: { filedOn } });
    if (endedOn)
      plan.act(issued, {
        step: 'end',
        on: endedOn,
        by: EMERGENCY,
        values: { endFor: 'superseded', endedOn },
      });
    byHazard.set(hazard, issued);
  }
  return byHazard;
}

/** The village whose room was damp and moved in summer. */
const DAMP = 7;
const MOVED_ON = '2024-07-22';

function planStores(plan: Plan, names: Names): Stores {
  const open = (name: string, place: string, openedOn: string, village?: string): Matter =>
    plan.start('storehouse', {
      step: 'open',
      on: openedOn,
      by: EMERGENCY,
      ...(openedOn < OPENING ? fromPaper(4) : {}),
      ...(village ? { village } : {}),
      values: { name, place, openedOn, keeper: names.person(village) },
    });
  const township = open('乡应急物资库', '乡政府后院一楼', '2021-09-06');
  const villages = VILLAGES.map((village) =>
    open(`${village}应急物资储备室`, '村委会一楼', '2022-03-21', village),
  );
  const close = { step: 'close', on: MOVED_ON, by: EMERGENCY, values: { closedOn: MOVED_ON } };
  plan.act(villages[DAMP]!, close);
  const damp = VILLAGES[DAMP]!;
  const to = open(`${damp}应急物资储备室(迁建)`, '村文化活动室旁', MOVED_ON, damp);
  const elsewhere = { place: '村委会二楼', changedOn: '2024-09-09' };
  plan.act(villages[2]!, { step: 'change', on: '2024-09-09', by: EMERGENCY, values: elsewhere });
  return { township, villages, moved: { index: DAMP, on: MOVED_ON, to } };
}

class Teams {
  constructor(
    readonly plan: Plan,
    readonly names: Names,
  ) {}

  /** The registers are typed in team by team, over four days. */
  #typedIn(village: string | undefined) {
    return fromPaper(5 + ((VILLAGES.findIndex((name) => name === village) + 4) % 4));
  }

  form(name: string, type: string, formedOn: string, village?: string): Matter {
    return this.plan.start('rescue-team', {
      step: 'form',
      on: formedOn,
      by: EMERGENCY,
      ...this.#typedIn(village),
      ...(village ? { village } : {}),
      values: { name, type, formedOn, insurance: village ? 'missing' : 'insured' },
    });
  }

  join(team: Matter, member: Person, index: number, joinedOn: string, village?: string): Matter {
    const old = joinedOn < OPENING ? this.#typedIn(village) : {};
    const role = index === 0 ? 'leader' : index === 1 ? 'deputy' : 'member';
    return this.plan.start('rescue-member', {
      step: 'join',
      on: joinedOn,
      by: EMERGENCY,
      ...old,
      ...(village ? { village } : {}),
      values: { team, role, member, joinedOn },
    });
  }

  /** Somebody goes to work on the coast and another takes the place. */
  replace(team: Matter, leaving: Matter, on: string, village?: string): void {
    this.plan.act(leaving, { step: 'leave', on, by: EMERGENCY, values: { leftOn: on } });
    this.join(team, this.names.person(village), 9, workdaysAfter(day(on), 2), village);
  }
}

/** 33 in the township's team, 232 in the eleven of the villages; the village leaders stand in both. */
function planTeams(plan: Plan, names: Names): Matter {
  const teams = new Teams(plan, names);
  const sizes = new Dice('rescue').split(232, VILLAGES.length, 17);
  const leaders: Person[] = [];
  for (const [index, village] of VILLAGES.entries()) {
    const team = teams.form(`${village}应急救援队`, index % 3 ? 'general' : 'forest', '2022-04-11', village);
    const people = Array.from({ length: sizes[index]! }, () => names.person(village));
    leaders.push(people[0]!);
    const members = people.map((person, nth) => teams.join(team, person, nth, '2022-04-11', village));
    if (index % 4 === 1) teams.replace(team, members.at(-1)!, workday(index, 12), village);
  }
  const team = teams.form('乡综合应急救援队', 'general', '2022-03-28');
  const own = Array.from({ length: 33 - leaders.length }, () => names.person());
  const members = [...own, ...leaders].map((person, nth) => teams.join(team, person, nth, '2022-03-28'));
  teams.replace(team, members[12]!, '2024-08-06');
  return team;
}

const DRILLS: readonly (readonly [
  on: string,
  title: string,
  hazard: string,
  people: number,
  village?: number,
])[] = [
  ['2024-03-26', '森林火灾扑救演练', 'fire', 64],
  ['2024-05-11', '防灾减灾日地震疏散演练', 'earthquake', 186],
  ['2024-06-06', '汛期避险转移演练', 'flood', 92, 2],
  ['2024-09-26', '矿山事故救援演练', 'mine', 47],
  ['2024-11-08', '消防宣传日灭火疏散演练', 'fire', 158],
];
/** Hazards of a drill as the kind names them: a forest fire is not a house fire. */
const DRILL_HAZARDS: Readonly<Record<number, string>> = { 0: 'forest' };

const ASSESSMENTS = [
  '集结用时较短，风力灭火机操作还不熟练，需加练。',
  '疏散有序，操场集合点标识偏小，需更换。',
  '转移路线合理，个别农户不愿离家，需提前做好工作。',
  '通信畅通，救护组到位偏慢，需调整待命点。',
  '灭火器使用规范，疏散通道有杂物，已当场清理。',
];

/** The drills by their hazard, for what was practised in them and what they taught. */
function planDrills(plan: Plan, plans: Map<string, Matter>): Map<string, Matter> {
  const byHazard = new Map<string, Matter>();
  for (const [index, [heldOn, title, hazard, people, village]] of DRILLS.entries()) {
    const values = {
      title,
      hazard: DRILL_HAZARDS[index] ?? hazard,
      heldOn,
      people,
      plan: plans.get(hazard)!,
    };
    const place = village === undefined ? undefined : VILLAGES[village]!;
    const held = plan.start('drill', {
      step: 'hold',
      on: heldOn,
      by: place ? cadreOf(place) : EMERGENCY,
      ...(place ? { village: place } : {}),
      values,
    });
    const on = workdaysAfter(day(heldOn), 2);
    plan.act(held, {
      step: 'assess',
      on,
      by: EMERGENCY,
      values: { assessment: ASSESSMENTS[index]!, problems: 1 },
    });
    byHazard.set(hazard, held);
    if (hazard === 'mine')
      plan.act(plans.get(hazard)!, { step: 'test', on: heldOn, by: EMERGENCY, values: { drill: held } });
  }
  const again = plan.start('drill', {
    step: 'hold',
    on: '2024-05-11',
    by: cadreOf(VILLAGES[0]),
    village: VILLAGES[0],
    entered: '2024-05-13',
    values: { title: '防灾减灾日演练', hazard: 'earthquake', heldOn: '2024-05-11', people: 186 },
  });
  const reason = '与应急管理站登记的是同一次演练，作废。';
  plan.void(again, { by: EMERGENCY, entered: '2024-05-14', reason });
  return byHazard;
}

/** What the incidents of the year link to. */
export interface Prepared {
  readonly plans: ReadonlyMap<string, Matter>;
  readonly drills: ReadonlyMap<string, Matter>;
  /** The township's own team. */
  readonly team: Matter;
}

export function planEmergency(plan: Plan, names: Names): Prepared {
  const plans = planPlans(plan);
  const stores = planStores(plan, names);
  const team = planTeams(plan, names);
  const drills = planDrills(plan, plans);
  planSupplies(plan, stores);
  return { plans, drills, team };
}
