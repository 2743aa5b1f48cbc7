import { CLERK, VILLAGES } from './accounts.ts';
import { OPENING } from './days.ts';
import { fromPaper } from './paper.ts';
import type { Plan } from './plan.ts';

/** Boards of the township (党务、政务) and of each village (党务、村务). */
export function planOversight(plan: Plan): void {
  const build = (type: string, place: string, builtOn: string, village?: string) =>
    plan.start('disclosure-board', {
      step: 'build',
      on: builtOn,
      by: CLERK,
      ...(builtOn < OPENING ? fromPaper(2) : {}),
      ...(village ? { village } : {}),
      values: { type, place, builtOn },
    });
  build('party', '乡政府大门左侧', '2020-06-15');
  build('government', '乡政府大门右侧', '2020-06-15');
  for (const village of VILLAGES) {
    build('party', '村委会门前', '2021-03-15', village);
    const board = build('village', '村委会门前', '2021-03-15', village);
    if (village !== VILLAGES[3]) continue;
    // The wall was rebuilt in autumn.
    plan.act(board, { step: 'remove', on: '2024-10-21', by: CLERK, values: { removedOn: '2024-10-21' } });
    build('village', '村文化广场', '2024-10-21', village);
  }
}
