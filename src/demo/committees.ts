import { cadreOf, CLERK, VILLAGES, type Village } from './accounts.ts';
import { Dice } from './dice.ts';
import type { Names } from './names.ts';
import { fromPaper } from './paper.ts';
import type { Matter, Plan } from './plan.ts';

const ELECTED = '2022-02-21';

interface Committee {
  readonly matter: Matter;
  readonly members: number;
  readonly village?: Village;
}

/** Twelve mediation committees: the township's own and one in each village. Their three years end early in 2025. */
export function planCommittees(plan: Plan): readonly Committee[] {
  const dice = new Dice('committees');
  const form = (name: string, members: number, village?: Village): Committee => {
    const matter = plan.start('mediation-committee', {
      step: 'form',
      on: ELECTED,
      by: CLERK,
      ...fromPaper(4),
      ...(village ? { village } : {}),
      values: { name, members, women: members > 3 ? 2 : 1, minority: 'yes', formedOn: ELECTED },
    });
    return { matter, members, ...(village ? { village } : {}) };
  };
  return [
    form('铁石苗族彝族乡(演示)人民调解委员会', 7),
    ...VILLAGES.map((village) => form(`${village}人民调解委员会`, dice.pick([3, 5, 5, 7]), village)),
  ];
}

/** The members of each committee; the township has two who do nothing else. */
export function planMediators(plan: Plan, names: Names, committees: readonly Committee[]): void {
  for (const { matter, members, village } of committees) {
    for (let place = 1; place <= members; place += 1) {
      const values = {
        number: `${village?.slice(0, 2) ?? '乡'}${String(place).padStart(2, '0')}`,
        committee: matter,
        role: place === 1 ? 'head' : 'member',
        time: village === undefined && place <= 2 ? 'full' : 'part',
        mediator: names.person(village),
        appointedOn: ELECTED,
      };
      const where = village ? { village } : {};
      plan.start('mediator', { step: 'appoint', on: ELECTED, by: CLERK, ...fromPaper(5), ...where, values });
    }
  }
}

export type Groups = ReadonlyMap<Village, readonly Matter[]>;

const GRIDS_SET = '2023-03-06';
const GROUPS_FORMED = '2023-05-08';
const GROUPS_OF_GRID = 4;

/** The ten-household groups of a village and the grids that they lie in. */
class Neighbours {
  readonly #dice = new Dice('groups');

  constructor(
    readonly plan: Plan,
    readonly names: Names,
  ) {}

  #grid(village: Village, nth: number): Matter {
    const name = `${village}第${nth === 1 ? '一' : '二'}网格`;
    const values = { name, head: this.names.person(village), partTime: 3, setOn: GRIDS_SET };
    const common = { on: GRIDS_SET, by: CLERK, ...fromPaper(6), village };
    return this.plan.start('grid', { step: 'set', ...common, values });
  }

  #group(village: Village, grid: Matter, nth: number): Matter {
    const households = this.#dice.between(9, 13);
    const values = {
      name: `第${nth}联户`,
      leader: this.names.person(village),
      households,
      members: households * 4,
      grid,
      formedOn: GROUPS_FORMED,
    };
    const common = { on: GROUPS_FORMED, by: CLERK, ...fromPaper(7), village };
    return this.plan.start('household-group', { step: 'form', ...common, values });
  }

  /** Two grids where the market is, one elsewhere. */
  of(village: Village): Matter[] {
    const grids = village === VILLAGES[0] ? [1, 2] : [1];
    return grids.flatMap((nth) => {
      const grid = this.#grid(village, nth);
      const first = (nth - 1) * GROUPS_OF_GRID;
      return Array.from({ length: GROUPS_OF_GRID }, (_, at) => this.#group(village, grid, first + at + 1));
    });
  }
}

/** Grids and groups of all villages; one leader went away to work. */
export function planGroups(plan: Plan, names: Names): Groups {
  const neighbours = new Neighbours(plan, names);
  const groups = new Map(VILLAGES.map((village) => [village, neighbours.of(village)]));
  const [village, on] = [VILLAGES[2], '2024-02-26'];
  const values = { leader: names.person(village), changedOn: on };
  plan.act(groups.get(village)![1]!, { step: 'change', on, by: cadreOf(village), values });
  return groups;
}
