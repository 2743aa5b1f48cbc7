import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { REGISTER } from './duties/index.ts';
import { figuresOf, momentOf, spanOf, type FigureValue } from './figures/figures.ts';
import { Refusal, type Register } from './kernel/index.ts';
import {
  keptCheckpoints,
  openCheckpoint,
  openFiles,
  openSigner,
  openVault,
  verifierKey,
  type FileStore,
  type Vault,
} from './ledger/index.ts';
import { Letterbox } from './letters/letterbox.ts';
import { destroyAllErased } from './records/destroying.ts';
import type { AsOf } from './records/fold.ts';
import { openHasher } from './people/hasher.ts';
import { openSignInKey, type SignInKey } from './people/sign-in-key.ts';
import { openOidc, type Oidc } from './people/oidc.ts';
import { readOidc } from './people/oidc-settings.ts';
import { readSharedPc, type SharedPcParts } from './people/shared-pc.ts';
import { Records, systemClock, type Clock } from './records/records.ts';
import { verifyOrganisation, type Verified } from './records/verify.ts';
import { loadDraft } from './report/load.ts';
import type { Draft } from './report/draft.ts';
import { openStore, type Store } from './store/connection.ts';
import { databaseRefusal } from './store/database-refusal.ts';
import { startEmbedded } from './store/embedded.ts';
import { migrate } from './store/migrate.ts';
import { asRefusal } from './store/server-refusal.ts';
import { readWebhooks, type WebhookSettings } from './webhooks/settings.ts';

/** Name of the database in the embedded server. */
const DATABASE = 'fadu';
/** A server that does not answer at all is given up after this long. */
const CONNECT_MS = 10_000;

export interface OpenOptions {
  /** Data folder: keys, files, and the embedded database when there is no other. */
  readonly data: string;
  /** An own PostgreSQL ≥ 15 as the application's role; default `DATABASE_URL`. */
  readonly databaseUrl?: string;
  /** The same as the owner's role, to migrate at the start; default `DATABASE_OWNER_URL`. */
  readonly ownerUrl?: string;
}

/** A running Fadu: the parts put together over one data folder. */
export interface Fadu {
  readonly data: string;
  readonly store: Store;
  readonly register: Register;
  readonly vault: Vault;
  readonly files: FileStore;
  /** What signing in needs. */
  readonly signIn: SharedPcParts;
  readonly oidc: Oidc | undefined;
  /** Where deliveries to other systems may go, and whose webhooks were changed in this process. */
  readonly webhooks: { readonly settings: WebhookSettings; readonly touched: Set<string> };
  /** Letters to the county (直报函). */
  readonly letters: Letterbox;
  /** The write path under a clock; the system's unless it is for a demo. */
  records(clock?: Clock): Records;
  figures(org: string, year: number, asOf?: AsOf): Promise<FigureValue[]>;
  report(org: string, year: number): Promise<Draft>;
  verify(org: string): Promise<Verified>;
  /** Destroys what erasures left behind when a crash stopped them. */
  finishErasures(): Promise<void>;
  /** Codes of the organisations that are open here. */
  organisations(): Promise<Organisation[]>;
  close(): Promise<void>;
}

export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
  /** The code that it has now; `code` is the one at its founding. */
  readonly officialCode?: string;
  /** Merged into another one; it can still be read. */
  readonly closed?: boolean;
}

interface Connections {
  readonly app: ClientConfig;
  readonly owner?: ClientConfig;
  stop(): Promise<void>;
}

async function connect(options: OpenOptions): Promise<Connections> {
  const url = options.databaseUrl ?? process.env['DATABASE_URL'];
  if (!url) {
    const server = await startEmbedded(options.data);
    return {
      app: server.url(DATABASE, 'fadu_app'),
      owner: server.url(DATABASE, 'fadu_owner'),
      stop: () => server.stop(),
    };
  }
  const ownerUrl = options.ownerUrl ?? process.env['DATABASE_OWNER_URL'];
  if (!ownerUrl) {
    throw new Refusal('environment', '设置了 DATABASE_URL,还要设置 DATABASE_OWNER_URL(建表用的账号)。');
  }
  await mkdir(options.data, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw asRefusal(error, options.data);
  });
  return {
    app: { connectionString: url },
    owner: { connectionString: ownerUrl, connectionTimeoutMillis: CONNECT_MS },
    stop: async () => undefined,
  };
}

async function bringUpToDate(owner: ClientConfig): Promise<void> {
  const client = new Client(owner);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await migrate(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Opens a data folder: starts or joins its database, migrates it, opens keys and files. Several processes may have one
 * folder open at once. Throws a refusal that says what is wrong with the surroundings.
 */
export async function openFadu(options: OpenOptions): Promise<Fadu> {
  const data = path.resolve(options.data);
  const connections = await connect({ ...options, data });
  try {
    if (connections.owner) await bringUpToDate(connections.owner);
    const vault = await openVault(path.join(data, 'keys'));
    const key = await openSignInKey(path.join(data, 'keys'));
    const store = await openStore({ connection: connections.app });
    return assemble(data, { store, vault, key }, connections);
  } catch (error) {
    await connections.stop();
    throw databaseRefusal(error) ?? error;
  }
}

interface Opened {
  readonly store: Store;
  readonly vault: Vault;
  readonly key: SignInKey;
}

function assemble(data: string, { store, vault, key }: Opened, connections: Connections): Fadu {
  const register = REGISTER;
  const settings = readOidc(process.env);
  const files = openFiles(path.join(data, 'files'));
  const letters = new Letterbox({ store, now: systemClock });
  return {
    data,
    store,
    register,
    vault,
    files,
    signIn: { store, key, hasher: openHasher(), clock: systemClock, sharedPc: readSharedPc(process.env) },
    oidc: settings && openOidc(settings),
    webhooks: { settings: readWebhooks(process.env), touched: new Set() },
    letters,
    records: (clock = systemClock) => new Records({ store, register, vault, files, clock }),
    async figures(org, year, asOf) {
      // A stock as of a past moment is counted on that day, as it was then.
      const then = asOf === undefined ? new Date() : await momentOf(store, org, asOf);
      return figuresOf(store, register, org, spanOf(year, then), asOf);
    },
    report: (org, year) => loadDraft(store, register, org, year, new Date()),
    async verify(org) {
      const keys = path.join(data, 'keys');
      const key = verifierKey(await openSigner(keys, org));
      const checkpoints = (await keptCheckpoints(keys, org)).map((note) => openCheckpoint(note, key));
      return verifyOrganisation(org, { store, register, vault, files, checkpoints });
    },
    async finishErasures() {
      for (const { code } of await organisationsOf(store)) {
        await destroyAllErased({ store, register, vault, files }, code);
      }
    },
    organisations: () => organisationsOf(store),
    async close() {
      await letters.close();
      await vault.close();
      await store.close();
      await connections.stop();
    },
  };
}

/** Organisations are a reference table: which exist is no secret, what they hold is. */
function organisationsOf(store: Store): Promise<Organisation[]> {
  return store.read('reference', (tx) =>
    tx.query<Organisation>(
      'all-units',
      `SELECT DISTINCT ON (code) code, official_code AS "officialCode", name, demo, valid_to IS NOT NULL AS closed
       FROM org_unit ORDER BY code, valid_from DESC`,
      [],
    ),
  );
}
