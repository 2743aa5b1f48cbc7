/**
 * What one kind of work has beside the three screens that all share. A special page is a file in this folder, a line here
 * (so that the kind's list shows the way to it) and a line in pages.tsx; it stands at `/:org/:kind/special/:page`.
 */
export interface SpecialPage {
  readonly kind: string;
  readonly page: string;
  readonly label: string;
}

const PAGES: readonly SpecialPage[] = [
  { kind: 'power-item', page: 'editions', label: '清单版本对照' },
  { kind: 'power-list-edition', page: 'editions', label: '清单版本对照' },
  { kind: 'duty-list-item', page: 'editions', label: '清单版本对照' },
  { kind: 'duty-list-edition', page: 'editions', label: '清单版本对照' },
  { kind: 'duty-roster', page: 'month', label: '月值班表' },
  { kind: 'duty-roster', page: 'pack', label: '应急包' },
  { kind: 'rescue-member', page: 'pack', label: '应急包' },
  { kind: 'incident', page: 'pack', label: '应急包' },
];

export function specialPagesOf(kind: string): readonly SpecialPage[] {
  return PAGES.filter((each) => each.kind === kind);
}
