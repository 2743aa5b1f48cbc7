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
  { kind: 'stock-movement', page: 'stock', label: '库存' },
  { kind: 'stock-movement', page: 'labels', label: '二维码标签' },
  { kind: 'storehouse', page: 'stock', label: '库存' },
  { kind: 'supply-item', page: 'stock', label: '库存' },
];

export function specialPagesOf(kind: string): readonly SpecialPage[] {
  return PAGES.filter((each) => each.kind === kind);
}
