import type { Day } from '../kernel/index.ts';
import { cadreOf, clerkFor, VILLAGES, type Village } from './accounts.ts';
import { workdaysAfter, workdaysOf } from './days.ts';
import { Dice } from './dice.ts';
import { CIVIL_CODE_TOPICS, PREVENTION_TOPICS, VILLAGE_MATTERS, type Item } from './meeting-words.ts';
import type { Entering, Plan } from './plan.ts';

const SMALL = { courtyard: '院坝会', bench: '板凳会', group: '小组会' } as const;
type Small = keyof typeof SMALL;

/** How a village's meeting gets in: by the village at once, by the clerk for it, or from the village's paper register. */
function wayIn(
  dice: Dice,
  village: Village,
  on: Day,
): Pick<Entering, 'by' | 'entered' | 'source' | 'evidence'> {
  const cadre = cadreOf(village);
  if (dice.happens(55)) return { by: cadre };
  const entered = workdaysAfter(on, dice.between(1, 5));
  return dice.happens(50)
    ? { by: clerkFor(cadre), entered, source: 'proxy' }
    : { by: cadre, entered, source: 'paper', evidence: 'paper' };
}

class VillageMeetings {
  readonly #dice = new Dice('village meetings');
  readonly #days: Day[];
  readonly #villages: Village[] = [];

  constructor(readonly plan: Plan) {
    const year = Array.from({ length: 12 }, (_, month) => workdaysOf(month + 1)).flat();
    // Nobody calls a meeting on the last working day before the Spring Festival or in the year's last days.
    this.#days = this.#dice.shuffle(year.filter((on) => on !== '2024-02-09' && on < '2024-12-25'));
  }

  /** Villages take turns in an order that changes. */
  #village(): Village {
    if (this.#villages.length === 0) this.#villages.push(...this.#dice.shuffle([...VILLAGES]));
    return this.#villages.pop()!;
  }

  hold(forum: Small | 'villagers', agenda: readonly Item[]): void {
    const village = this.#village();
    const on = this.#days.pop()!;
    const place = forum === 'villagers' ? '村委会广场' : `${this.#dice.between(1, 9)}组农家院坝`;
    const attendance = forum === 'villagers' ? this.#dice.between(38, 86) : this.#dice.between(9, 34);
    this.plan.start('gathering', {
      step: 'hold',
      on,
      village,
      ...wayIn(this.#dice, village, on),
      values: {
        title: `${village}${forum === 'villagers' ? '群众会' : SMALL[forum]}`,
        forum,
        agenda: agenda.map(([subject, topic]) => ({ subject, topic })),
        attendance,
        ledBy: 'cadre',
        place,
      },
    });
  }

  small(): Small {
    return this.#dice.pick(['courtyard', 'bench', 'group'] as const);
  }

  topic(from: readonly string[]): string {
    return this.#dice.pick(from);
  }
}

/** Meetings in the villages: on the Civil Code, on preventing disputes, on both, on the village's own matters. */
export function planVillageMeetings(plan: Plan): void {
  const meetings = new VillageMeetings(plan);
  const code = (): Item => ['civil-code', meetings.topic(CIVIL_CODE_TOPICS)];
  const prevention = (): Item => ['dispute-prevention', meetings.topic(PREVENTION_TOPICS)];
  for (let times = 0; times < 12; times += 1) meetings.hold(meetings.small(), [code()]);
  for (let times = 0; times < 8; times += 1) meetings.hold(meetings.small(), [prevention(), code()]);
  for (let times = 0; times < 6; times += 1) meetings.hold('villagers', [prevention()]);
  for (const topic of VILLAGE_MATTERS) meetings.hold('villagers', [['other', topic]]);
}
