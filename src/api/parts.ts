import type { Register } from '../kernel/index.ts';
import type { FileStore, Vault } from '../ledger/index.ts';
import type { Letterbox } from '../letters/letterbox.ts';
import type { Oidc } from '../people/oidc.ts';
import type { SharedPcParts } from '../people/shared-pc.ts';
import type { Clock, Records } from '../records/records.ts';
import type { Verified } from '../records/verify.ts';
import type { FigureValue } from '../figures/figures.ts';
import type { AsOf } from '../records/fold.ts';
import type { Draft } from '../report/model.ts';
import type { Store } from '../store/connection.ts';
import type { WebhookSettings } from '../webhooks/settings.ts';

/** What webhooks (回调) need beside the rest. */
export interface Webhooks {
  readonly settings: WebhookSettings;
  /** Organisations whose webhooks were changed here: what delivers need not wait for its next look round. */
  readonly touched: Set<string>;
}

/** An organisation of this deployment as it names itself. */
export interface OpenOrganisation {
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
  /** Merged into another one. */
  readonly closed?: boolean;
}

/** What the API needs of a running Fadu; main.ts puts it together. */
export interface ApiParts {
  /** Data folder; the checkpoint keys lie in its `keys`. */
  readonly data: string;
  readonly store: Store;
  readonly register: Register;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly signIn: SharedPcParts;
  /** The identity platform, where the deployment has one. */
  readonly oidc?: Oidc | undefined;
  /** Organisations that are open here. */
  organisations(): Promise<readonly OpenOrganisation[]>;
  readonly webhooks: Webhooks;
  readonly letters: Letterbox;
  records(clock?: Clock): Records;
  figures(org: string, year: number, asOf?: AsOf): Promise<FigureValue[]>;
  report(org: string, year: number): Promise<Draft>;
  verify(org: string): Promise<Verified>;
}
