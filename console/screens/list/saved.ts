/** Filters and columns that somebody keeps for a kind: in this browser, under their own account. */
export interface SavedFilter {
  readonly name: string;
  readonly search: string;
}

function place(what: string, org: string, account: string, kind: string): string {
  return `fadu-${what}:${org}:${account}:${kind}`;
}

function read<T>(name: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where one person's choices for one kind lie. */
export function choicesOf(org: string, account: string, kind: string) {
  const [filters, columns] = [place('filters', org, account, kind), place('columns', org, account, kind)];
  return {
    filters: (): readonly SavedFilter[] => read<SavedFilter[]>(filters) ?? [],
    keepFilters: (all: readonly SavedFilter[]): void => localStorage.setItem(filters, JSON.stringify(all)),
    columns: (): readonly string[] | undefined => read<string[]>(columns),
    keepColumns: (keys: readonly string[]): void => localStorage.setItem(columns, JSON.stringify(keys)),
  };
}
