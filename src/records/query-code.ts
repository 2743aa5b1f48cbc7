import { randomInt } from 'node:crypto';

/** No letter or digit that is taken for another when it is written by hand or read out: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const CODE_SIGNS = 'ACDEFGHJKMNPQRTWXY34679';
const GROUPS = 3;
const GROUP = 4;

/**
 * A code (查询码) by which somebody asks after a matter without giving a name: `K7QF-M9TX-AC4D`. 23 signs at 12 places are 54
 * bits, so that nobody comes upon another's by trying; `pick` is chance itself, and a test's own in a test.
 */
export function queryCode(pick: (below: number) => number = randomInt): string {
  const group = (): string =>
    Array.from({ length: GROUP }, () => CODE_SIGNS[pick(CODE_SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
