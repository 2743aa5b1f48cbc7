import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { KINDS, REGISTER } from '../src/duties/index.ts';
import { instantOf, POSTS, type Day, type Post, type Register } from '../src/kernel/index.ts';
import { openFiles, openVault, type FileStore, type Vault } from '../src/ledger/index.ts';
import type { ActRequest, StartRequest } from '../src/records/ask.ts';
import { openHasher } from '../src/people/hasher.ts';
import { openSignInKey } from '../src/people/sign-in-key.ts';
import type { SignInParts } from '../src/people/sign-in.ts';
import { found } from '../src/records/founding.ts';
import { Records, type Acted, type Clock } from '../src/records/records.ts';
import { openStore, type Store } from '../src/store/connection.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';

export const ORG = '520581999000';
export const VILLAGES = ['柳树村', '石桥村', '枫香村'];

/** Entries that a ledger begins with: the organisation, and an account and its post for each post there is. */
export const FOUNDED = 1 + 2 * Object.keys(POSTS).length;

/** A township of its own for a test: real database, real vault, a clock that the test sets. */
export interface TestTownship {
  readonly org: string;
  readonly store: Store;
  readonly register: Register;
  readonly vault: Vault;
  readonly files: FileStore;
  /** Where keys and files lie. */
  readonly folder: string;
  readonly signIn: SignInParts;
  readonly database: FreshDatabase;
  readonly records: Records;
  /** Sets the clock to noon of a day in Beijing, or to the instant given. */
  at(when: string | Date): void;
  readonly clock: Clock;
  start(request: Partial<StartRequest> & Pick<StartRequest, 'kind' | 'step' | 'occurredOn'>): Promise<Acted>;
  act(
    request: Partial<ActRequest> &
      Pick<ActRequest, 'kind' | 'step' | 'occurredOn' | 'record' | 'expectedVersion'>,
  ): Promise<Acted>;
  close(): Promise<void>;
}

/** First post that may take a step. */
function postFor(kind: string, step: string): Post {
  return KINDS.find((each) => each.code === kind)?.steps[step]?.by[0] ?? 'judicial-office';
}

export async function testTownship(
  options: {
    org?: string;
    beside?: Pick<TestTownship, 'database'> & Partial<Pick<TestTownship, 'files' | 'vault'>>;
  } = {},
): Promise<TestTownship> {
  const org = options.org ?? ORG;
  const database = options.beside?.database ?? (await freshDatabase());
  const folder = await mkdtemp(path.join(tmpdir(), 'fadu-township-'));
  const store = await openStore({ connection: database.app, mayLoseWrites: true });
  // One installation, one folder: what keeps organisations apart in it must be the product.
  const vault = options.beside?.vault ?? (await openVault(path.join(folder, 'keys')));
  const files = options.beside?.files ?? openFiles(path.join(folder, 'files'));
  const key = await openSignInKey(path.join(folder, 'keys'));
  let now = instantOf('2024-01-02' as Day, '09:00');
  const clock: Clock = () => now;
  const posts = Object.keys(POSTS) as Post[];
  const accounts = posts.map((post) => ({
    account: post,
    name: POSTS[post],
    posts: [post],
    ...(post === 'auditor' ? { until: '2039-12-31' as Day } : {}),
  }));
  await found(
    { store, register: REGISTER, vault },
    { org, name: '柳河乡(演示)', villages: VILLAGES, accounts, demo: true },
    clock,
  );
  const records = new Records({ store, register: REGISTER, vault, files, clock });
  const common = (kind: string, step: string) => ({
    org,
    idempotencyKey: randomUUID(),
    actor: { account: postFor(kind, step), post: postFor(kind, step) },
  });
  return {
    org,
    store,
    register: REGISTER,
    vault,
    files,
    folder,
    signIn: { store, key, hasher: openHasher(), clock },
    database,
    records,
    clock,
    at(when) {
      now = typeof when === 'string' ? instantOf(when as Day, '12:00') : when;
    },
    start: (request) => records.start({ ...common(request.kind, request.step), ...request }),
    act: (request) => records.act({ ...common(request.kind, request.step), ...request }),
    async close() {
      if (!options.beside?.vault) await vault.close();
      await store.close();
      if (!options.beside) await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
