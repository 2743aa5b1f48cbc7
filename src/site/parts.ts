import type { Register } from '../kernel/index.ts';
import type { Draft } from '../report/model.ts';
import type { Store } from '../store/connection.ts';

/** An organisation that this site serves. */
export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
}

/** The reading side of a store: each page is made from one snapshot. */
export type Reading = Pick<Store, 'read'>;

/** What the public site needs of a running Fadu. */
export interface SiteParts {
  /** Data folder; the checkpoint keys lie in its `keys`. */
  readonly data: string;
  /** Only its reading side: what a visitor asks for can't write. */
  readonly store: Reading;
  readonly register: Register;
  report(org: string, year: number): Promise<Draft>;
  organisations(): Promise<Organisation[]>;
}
