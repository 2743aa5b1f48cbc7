import { CLERK, VILLAGES } from './accounts.ts';
import { Dice } from './dice.ts';
import { fromPaper } from './paper.ts';
import type { Plan } from './plan.ts';

/** Twelve mediation committees: the township's own and one in each village. */
export function planCommittees(plan: Plan): void {
  const dice = new Dice('committees');
  const form = (name: string, members: number, formedOn: string, village?: string) =>
    plan.start('mediation-committee', {
      step: 'form',
      on: formedOn,
      by: CLERK,
      ...fromPaper(4),
      ...(village ? { village } : {}),
      values: { name, members, formedOn },
    });
  form('铁石苗族彝族乡(演示)人民调解委员会', 7, '2022-02-21');
  for (const village of VILLAGES)
    form(`${village}人民调解委员会`, dice.pick([3, 5, 5, 7]), '2022-02-21', village);
}
