import type { ReactNode } from 'react';
import type { Checkpoints } from './checkpoints.ts';
import type { Organisation, SiteParts } from './parts.ts';
import type { Preferences } from './preferences.ts';

/** What a page knows of the request that asks for it. */
export interface Visit {
  readonly parts: SiteParts;
  readonly checkpoints: Checkpoints;
  /** The organisation of the address; absent on the front page of the whole site. */
  readonly organisation?: Organisation;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly preferences: Preferences;
  /** Path and query as asked for. */
  readonly url: string;
  readonly now: Date;
}

/** A visit to a page of one organisation. */
export interface TownshipVisit extends Visit {
  readonly organisation: Organisation;
}

export type Column = 'home' | 'report' | 'power-list' | 'verify';

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

/** A page before it stands in its frame. */
export interface Page {
  readonly title: string;
  readonly column?: Column;
  /** The way from the organisation's front page to here, this page left out. */
  readonly crumbs?: readonly Crumb[];
  readonly main: ReactNode;
  /** Wider than a column of text, for what stands beside it. */
  readonly broad?: boolean;
  /** The answer to a form: not for search engines, and no address leads back to it. */
  readonly passing?: boolean;
  /** For the site's own front page: true where it serves demo organisations only. */
  readonly demo?: boolean;
}

/** A demo organisation's page carries its mark and is not for search engines. */
export function isDemo({ organisation }: Visit, page: Page): boolean {
  return organisation?.demo ?? page.demo ?? false;
}

/** Addresses of an organisation's pages, in one place. */
export const paths = {
  home: (org: string) => `/${org}/`,
  report: (org: string, year: number) => `/${org}/report/${year}`,
  figures: (org: string, year: number) => `/${org}/report/${year}/figures`,
  figure: (org: string, year: number, code: string) =>
    `/${org}/report/${year}/figures/${encodeURIComponent(code)}`,
  record: (org: string, id: string) => `/${org}/records/${id}`,
  powerList: (org: string) => `/${org}/power-list`,
  edition: (org: string, id: string) => `/${org}/power-list?edition=${id}`,
  verify: (org: string) => `/${org}/verify`,
  checkpoint: (org: string) => `/${org}/checkpoint`,
};
