import type { StockList } from '../api/shapes.ts';

/** What asks for attention, in one line. */
export function stockWords({ expired, soon, short, awaiting }: StockList['counts']): string {
  const said = [
    [expired, `已过期${expired}批`],
    [soon, `三个月内到期${soon}批`],
    [short, `低于最低储备${short}项`],
    [awaiting, `出库待核${awaiting}笔`],
  ] as const;
  return said.flatMap(([count, words]) => (count > 0 ? [words] : [])).join('，');
}
