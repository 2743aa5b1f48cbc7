import { addDays, day, type Day } from '../kernel/index.ts';
import type { Actor } from '../ledger/index.ts';
import {
  CLERK,
  clerkFor,
  groupLeaderOf,
  mediatorOf,
  TOWNSHIP_MEDIATOR,
  VILLAGES,
  type Village,
} from './accounts.ts';
import { earlier, isWorkday, OPENING, openDaysOf, workdayFrom, workdaysAfter, workdaysOf } from './days.ts';
import type { Groups } from './committees.ts';
import { Dice } from './dice.ts';
import {
  AMOUNTS,
  CAUSES,
  CHANNEL_SHARES,
  MONTH_SHARES,
  TYPE_SHARES,
  type Channel,
  type DisputeType,
} from './dispute-words.ts';
import type { Names } from './names.ts';
import type { Entering, Matter, Plan } from './plan.ts';
import { Rounds } from './screening.ts';

interface Reported {
  readonly type: DisputeType;
  readonly channel: Channel;
  readonly village: Village;
  readonly on: Day;
}

interface Begun {
  readonly values: Entering['values'];
  /** What happened, with the parties' names: personal. */
  readonly story: string;
  readonly ended: string;
}

/** How a dispute gets in: step by step, or written up when it is over, by the clerk or from the paper register. */
type WayIn = { readonly all?: Day } & Pick<Entering, 'source' | 'evidence'> & { readonly proxy?: boolean };

/** Nobody settles anything later: the year's last days are for the report. */
const LAST_SETTLED = day('2024-12-27');
/** The day on which the year's subsidies (以案定补) are paid. */
const SUBSIDISED = day('2024-12-13');

/** A matter of the village itself. */
function isSmall({ channel }: Reported): boolean {
  return channel === 'village' || channel === 'group';
}

class Disputes {
  readonly #dice = new Dice('disputes');
  #confirmations = 0;

  readonly #rounds: Rounds;

  constructor(
    readonly plan: Plan,
    readonly names: Names,
    readonly groups: Groups,
  ) {
    this.#rounds = new Rounds(plan);
  }

  get rounds(): Rounds {
    return this.#rounds;
  }

  get dice(): Dice {
    return this.#dice;
  }

  #mediator({ channel, village }: Reported): Actor {
    if (channel === 'village' || channel === 'group') return mediatorOf(village);
    return channel === 'station' ? CLERK : TOWNSHIP_MEDIATOR;
  }

  #reporter(reported: Reported): Actor {
    return reported.channel === 'group' ? groupLeaderOf(reported.village) : this.#mediator(reported);
  }

  /** When and as what an act of a day is entered. */
  #entering(way: WayIn, by: Actor, on: Day): Omit<Entering, 'step' | 'values'> {
    const { all, proxy, source } = way;
    return {
      on,
      by: proxy ? clerkFor(by) : by,
      ...(all ? { entered: all } : {}),
      ...(source ? { source } : {}),
    };
  }

  /** What is entered at the beginning, and the story for the end. Who quarrels lives in one group. */
  #begin({ type, channel, village }: Reported): Begun {
    const cause = this.#dice.pick(CAUSES[type]);
    const group = this.#dice.between(1, 9);
    const parties = [this.names.person(village, group), this.names.person(village, group)];
    const story = `${parties.map(({ name }) => name).join('与')}${cause.story}。`;
    const range = AMOUNTS[type];
    const amount = range && this.#dice.between(range[0] / 10, range[1] / 10) * 1000;
    const involved = this.#dice.between(2, 7);
    const values = { title: cause.title, type, channel, parties, involved, ...(amount ? { amount } : {}) };
    return { values, story, ended: `${story}经调解，${cause.outcome}。` };
  }

  #start(step: string, reported: Reported, way: WayIn, values: Entering['values'], drill = false): Matter {
    const { evidence } = way;
    return this.plan.start('dispute', {
      ...this.#entering(way, this.#reporter(reported), reported.on),
      step,
      village: reported.village,
      ...(evidence ? { evidence } : {}),
      ...(drill ? { drill } : {}),
      values,
    });
  }

  report(reported: Reported, way: WayIn = {}, drill = false): { matter: Matter; begun: Begun } {
    const begun = this.#begin(reported);
    const values = { ...begun.values, narrative: begun.story };
    if (reported.channel === 'group') return { matter: this.#tell(reported, way, values), begun };
    const screening = drill || reported.channel !== 'village' ? undefined : this.#foundIn(reported);
    const found = screening ? { screening } : {};
    return { matter: this.#start('report', reported, way, { ...values, ...found }, drill), begun };
  }

  #foundIn({ village, on }: Reported): Matter | undefined {
    return this.#rounds.foundIn(village, on);
  }

  /** A leader says what and how many; the mediator adds who and which type. */
  #tell(reported: Reported, way: WayIn, { title, involved, narrative, ...rest }: Entering['values']): Matter {
    const group = this.groups.get(reported.village)![Number(reported.on.slice(-1)) % 4]!;
    const matter = this.#start('tell', reported, way, { title, involved, narrative, group });
    const { type, parties, amount } = rest;
    const known = { type, parties, ...(amount ? { amount } : {}) };
    const entering = this.#entering(way, this.#mediator(reported), reported.on);
    this.plan.act(matter, { ...entering, step: 'accept', values: known });
    return matter;
  }

  mediate(matter: Matter, reported: Reported, on: Day, way: WayIn = {}): void {
    const entering = this.#entering(way, this.#mediator(reported), on);
    this.plan.act(matter, { ...entering, step: 'mediate', values: { mediatedOn: on, consent: 'both' } });
  }

  settle(matter: Matter, reported: Reported, begun: Begun, on: Day, way: WayIn = {}): void {
    const written = reported.channel === 'station' || reported.channel === 'township' ? 45 : 12;
    const agreement = this.#dice.happens(written) ? 'written' : 'oral';
    const entering = this.#entering(way, this.#mediator(reported), on);
    const signed = agreement === 'written' ? { signed: ['parties', 'mediator', 'seal'] } : {};
    const values = { settledOn: on, agreement, ...signed, narrative: begun.ended };
    this.plan.act(matter, { ...entering, step: 'settle', values });
    if (reported.channel === 'township') this.#follow(matter, reported, on, agreement === 'written');
  }

  /** The township's own committee keeps full volumes: visit, subsidy, file, and now and then the court's confirmation. */
  #follow(matter: Matter, reported: Reported, settled: Day, written: boolean): void {
    const act = (step: string, on: Day, values: Entering['values'], by = this.#mediator(reported)): void =>
      this.plan.act(matter, { step, on, by, values });
    const visitedOn = workdaysAfter(settled, 20);
    if (visitedOn > LAST_SETTLED) return;
    const confirmed = written && this.#confirmations++ % 2 === 0;
    if (confirmed) {
      const [confirmationOn, ruledOn] = [workdaysAfter(settled, 4), workdaysAfter(settled, 16)];
      act('confirm', confirmationOn, { confirmationBy: 'both', court: '样县人民法院', confirmationOn });
      act('rule', ruledOn, { ruling: 'confirmed', ruledOn });
    }
    act('visit', visitedOn, { visitedOn, performance: 'full', visitNote: '已按协议办好，双方没有意见。' });
    const papers = ['register', 'record', written ? 'agreement' : 'oral', 'visit'];
    const volume = confirmed ? [...papers, 'ruling'] : papers;
    const archivedOn = workdaysAfter(visitedOn, 1);
    if (archivedOn <= LAST_SETTLED) act('archive', archivedOn, { volume, archivedOn });
    const paid = written && archivedOn < SUBSIDISED;
    if (paid) act('subsidise', SUBSIDISED, { subsidy: 20_000, subsidyOn: SUBSIDISED }, CLERK);
  }

  #wayOf(reported: Reported, settled: Day): WayIn {
    if (!isSmall(reported)) return {};
    const all = workdaysAfter(settled, this.#dice.between(1, 6));
    if (this.#dice.happens(14)) return { all, source: 'paper', evidence: 'paper' };
    return this.#dice.happens(12) ? { all, source: 'proxy', proxy: true } : {};
  }

  /** 简易登记: what is talked out on the spot is one entry. */
  #settleAtOnce(reported: Reported, way: WayIn): Matter {
    const { values, ended } = this.#begin(reported);
    return this.#start('settleAtOnce', reported, way, { ...values, agreement: 'oral', narrative: ended });
  }

  /** A dispute from its report to its settlement; some need a second session. */
  resolve(reported: Reported): Matter {
    const dice = this.#dice;
    const first = earlier(
      workdaysAfter(workdayFrom(reported.on), dice.happens(40) ? 0 : dice.between(1, 6)),
      LAST_SETTLED,
    );
    const again = dice.happens(18) && workdaysAfter(first, 5) <= LAST_SETTLED;
    const settled = again ? workdaysAfter(first, dice.between(2, 5)) : first;
    const way = this.#wayOf(reported, settled);
    if (settled === reported.on && isSmall(reported)) return this.#settleAtOnce(reported, way);
    const { matter, begun } = this.report(reported, way);
    this.mediate(matter, reported, first, way);
    if (again) {
      const values = { lastMediatedOn: settled, consent: 'both' };
      this.plan.act(matter, {
        ...this.#entering(way, this.#mediator(reported), settled),
        step: 'continue',
        values,
      });
    }
    this.settle(matter, reported, begun, settled, way);
    return matter;
  }

  end(reported: Reported, on: Day, referral: string, refused: boolean): void {
    const { matter } = this.report(reported);
    const consent = refused ? { consent: 'refused' } : {};
    const by = this.#mediator(reported);
    if (referral === 'police') {
      this.plan.act(matter, { step: 'callPolice', on, by, values: { policeOn: on } });
      this.plan.act(matter, { step: 'handOver', on, by, values: { handedTo: 'police', handedOn: on } });
    }
    this.plan.act(matter, { step: 'end', on, by, values: { endedOn: on, referral, ...consent } });
  }
}

/** The day on which it is reported: an office's door is open on workdays, a village's always. */
function reportDay(dice: Dice, month: number, channel: Channel): Day {
  const office = channel !== 'village' && channel !== 'group';
  const days = office || dice.happens(88) ? workdaysOf(month) : openDaysOf(month);
  // In December early enough to be settled within the year.
  return dice.pick(days.filter((on) => on <= '2024-12-17'));
}

function planResolved(disputes: Disputes): void {
  const { dice } = disputes;
  const channels = dice.deal(CHANNEL_SHARES);
  const types = dice.deal(TYPE_SHARES);
  const months = MONTH_SHARES.flatMap((count, index) => Array.from({ length: count }, () => index + 1));
  for (const [index, month] of months.entries()) {
    const channel = channels[index]!;
    const on = reportDay(dice, month, channel);
    disputes.resolve({ type: types[index]!, channel, village: dice.pick(VILLAGES), on });
  }
}

const CARRIED_OVER: readonly (readonly [on: string, type: DisputeType, settled: string])[] = [
  ['2023-11-14', 'land', '2024-01-09'],
  ['2023-11-28', 'contract', '2024-01-16'],
  ['2023-12-05', 'homestead', '2024-01-11'],
  ['2023-12-12', 'labour', '2024-02-02'],
  ['2023-12-19', 'family', '2024-01-05'],
  ['2023-12-22', 'damage', '2024-01-18'],
  ['2023-12-28', 'neighbour', '2024-01-03'],
];

/** Screened in 2023, settled in 2024: settled of the year, but not screened and settled within it. */
function planCarriedOver(disputes: Disputes): void {
  for (const [index, [at, type, settledOn]] of CARRIED_OVER.entries()) {
    const [on, settled] = [day(at), day(settledOn)];
    const reported: Reported = {
      type,
      channel: index % 2 ? 'township' : 'village',
      village: VILLAGES[index]!,
      on,
    };
    const paper: WayIn =
      on < OPENING ? { all: addDays(OPENING, index % 4), source: 'paper', evidence: 'paper' } : {};
    const { matter, begun } = disputes.report(reported, paper);
    disputes.mediate(matter, reported, settled);
    disputes.settle(matter, reported, begun, settled);
  }
}

const STILL_OPEN: readonly (readonly [on: string, type: DisputeType, mediated?: string])[] = [
  ['2024-09-24', 'land', '2024-10-15'],
  ['2024-10-30', 'homestead', '2024-11-12'],
  ['2024-11-19', 'contract', '2024-12-03'],
  ['2024-12-04', 'demolition', '2024-12-18'],
  ['2024-12-10', 'family', '2024-12-19'],
  ['2024-12-20', 'land', '2024-12-26'],
  ['2024-12-24', 'neighbour'],
  ['2024-12-26', 'labour'],
  ['2024-12-30', 'homestead'],
];

const ENDED: readonly (readonly [
  on: string,
  type: DisputeType,
  ended: string,
  referral: string,
  refused: boolean,
])[] = [
  ['2024-01-22', 'contract', '2024-01-29', 'court', true],
  ['2024-03-06', 'family', '2024-03-14', 'court', true],
  ['2024-04-09', 'land', '2024-04-23', 'administrative', false],
  ['2024-05-20', 'labour', '2024-05-27', 'arbitration', true],
  ['2024-06-12', 'homestead', '2024-06-25', 'administrative', false],
  ['2024-07-23', 'damage', '2024-07-24', 'police', false],
  ['2024-08-27', 'traffic', '2024-09-03', 'court', true],
  ['2024-10-21', 'contract', '2024-10-29', 'court', true],
  ['2024-11-06', 'land', '2024-11-21', 'court', true],
];

/** Screened in the year, but open at its end, or ended without agreement and sent the right way. */
function planUnsettled(disputes: Disputes): void {
  for (const [index, [on, type, mediated]] of STILL_OPEN.entries()) {
    const channel = index % 3 === 1 ? 'township' : 'village';
    const reported: Reported = {
      type,
      channel,
      village: VILLAGES[(index * 3) % VILLAGES.length]!,
      on: day(on),
    };
    const { matter } = disputes.report(reported);
    if (mediated) disputes.mediate(matter, reported, day(mediated));
  }
  for (const [index, [on, type, ended, referral, refused]] of ENDED.entries()) {
    const channel = index % 3 === 0 ? 'centre' : 'village';
    const reported: Reported = {
      type,
      channel,
      village: VILLAGES[(index * 5 + 2) % VILLAGES.length]!,
      on: day(on),
    };
    disputes.end(reported, day(ended), referral, refused);
  }
}

/** What must not count: one entered twice and voided, and two exercises. */
function planMistakes(disputes: Disputes): void {
  const { plan } = disputes;
  const reported = (on: string, channel: Channel): Reported => {
    if (!isWorkday(day(on))) throw new RangeError(`${on} is no workday`);
    return { type: 'homestead', channel, village: VILLAGES[4], on: day(on) };
  };
  const twice = disputes.resolve(reported('2024-06-05', 'station'));
  const reason = '同一起纠纷村调委会已登记，重复登记作废。';
  plan.void(twice, { by: CLERK, entered: '2024-07-02', reason });
  disputes.report(reported('2023-12-21', 'village'), {}, true);
  const exercise = reported('2024-03-20', 'station');
  const { matter, begun } = disputes.report(exercise, {}, true);
  disputes.mediate(matter, exercise, exercise.on);
  disputes.settle(matter, exercise, begun, exercise.on);
}

/** The year's disputes: 178 screened and settled within it, the others beside them. */
export function planDisputes(plan: Plan, names: Names, groups: Groups): void {
  const disputes = new Disputes(plan, names, groups);
  planResolved(disputes);
  planCarriedOver(disputes);
  planUnsettled(disputes);
  planMistakes(disputes);
  disputes.rounds.zeroReports();
}
