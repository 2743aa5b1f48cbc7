/**
 * What one kind of work has beside the three screens that all share. A special page is a file in this folder, a line here
 * (so that the kind's list shows the way to it) and a line in pages.tsx; it stands at `/:org/:kind/special/:page`. One that is
 * about a single record is shown from that record, and asked for with `?record=`.
 */
export interface SpecialPage {
  readonly kind: string;
  readonly page: string;
  readonly label: string;
  readonly ofRecord?: true;
}

const PAGES: readonly SpecialPage[] = [
  { kind: 'power-item', page: 'editions', label: '清单版本对照' },
  { kind: 'power-list-edition', page: 'editions', label: '清单版本对照' },
  { kind: 'duty-list-item', page: 'editions', label: '清单版本对照' },
  { kind: 'duty-list-edition', page: 'editions', label: '清单版本对照' },
  { kind: 'gathering', page: 'sign-in', label: '议题和签到', ofRecord: true },
  { kind: 'publicity-duty', page: 'progress', label: '年度清单和进度' },
  { kind: 'platform-result', page: 'import', label: '导入名册、成绩' },
  { kind: 'stock-movement', page: 'stock', label: '库存' },
  { kind: 'stock-movement', page: 'labels', label: '二维码标签' },
  { kind: 'storehouse', page: 'stock', label: '库存' },
  { kind: 'supply-item', page: 'stock', label: '库存' },
  { kind: 'yearly-duty', page: 'calendar', label: '法定日历' },
  { kind: 'leader-instruction', page: 'ledger', label: '第一责任人履职' },
  { kind: 'law-statement', page: 'ledger', label: '第一责任人履职' },
  { kind: 'task', page: 'year', label: '年度任务' },
  { kind: 'annual-point', page: 'year', label: '年度任务' },
  { kind: 'next-year-plan', page: 'year', label: '年度任务' },
  { kind: 'shortcoming', page: 'offers', label: '不足线索' },
  { kind: 'establishment', page: 'staffing', label: '编制和空缺' },
  { kind: 'staff', page: 'staffing', label: '编制和空缺' },
  { kind: 'figure-given', page: 'give', label: '报数' },
  { kind: 'duty-roster', page: 'month', label: '月值班表' },
  { kind: 'duty-roster', page: 'pack', label: '应急包' },
  { kind: 'rescue-member', page: 'pack', label: '应急包' },
  { kind: 'incident', page: 'pack', label: '应急包' },
];

/** Pages about a kind as a whole. */
export function specialPagesOf(kind: string): readonly SpecialPage[] {
  return PAGES.filter((each) => each.kind === kind && !each.ofRecord);
}

/** Pages about one record of a kind. */
export function recordPagesOf(kind: string): readonly SpecialPage[] {
  return PAGES.filter((each) => each.kind === kind && each.ofRecord);
}
