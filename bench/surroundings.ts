import { cpus, totalmem, tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { REGISTER } from '../src/duties/index.ts';
import { POSTS, type Post } from '../src/kernel/index.ts';
import { openFiles, openVault, type FileStore, type Vault } from '../src/ledger/index.ts';
import { found } from '../src/records/founding.ts';
import { Records } from '../src/records/records.ts';
import { openStore, type Store } from '../src/store/connection.ts';
import { startEmbedded, type EmbeddedServer } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrate.ts';

/** A durable server (fsync and synchronous_commit on), used as fadu_app with row level security on. */
export interface Surroundings {
  /** The data folder, as `serve` takes it. */
  readonly folder: string;
  readonly server: EmbeddedServer;
  readonly store: Store;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly records: Records;
  close(): Promise<void>;
}

export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`;
}

export function benchFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'fadu-bench-'));
}

/** A data folder of its own, thrown away with it; or one that is `kept`, whoever else works on it. */
export async function surroundings(clients: number, kept?: string): Promise<Surroundings> {
  const folder = kept ?? (await benchFolder());
  const server = await startEmbedded(folder);
  const owner = new Client(server.url('fadu', 'fadu_owner'));
  await owner.connect();
  await migrate(owner);
  await owner.end();
  const store = await openStore({ connection: server.url('fadu', 'fadu_app'), max: clients });
  const vault = await openVault(path.join(folder, 'keys'));
  const files = openFiles(path.join(folder, 'files'));
  return {
    folder,
    server,
    store,
    vault,
    files,
    records: new Records({ store, register: REGISTER, vault, files }),
    async close() {
      await vault.close();
      await store.close();
      await server.stop();
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Code of the n-th township of a bench. */
export function township(n: number): string {
  return `52058${String(n).padStart(4, '0')}000`;
}

export async function foundTownship(
  { store, vault }: Surroundings,
  org: string,
  villages: readonly string[] = ['甲村', '乙村'],
): Promise<void> {
  // Who audits holds nothing else.
  const posts = (Object.keys(POSTS) as Post[]).filter((post) => post !== 'auditor');
  await found(
    { store, register: REGISTER, vault },
    {
      org,
      name: `测速乡${org}`,
      villages,
      accounts: [{ account: 'bench', name: '测速', posts }],
    },
  );
}

/** Runs `work` over and over by `clients` at once until `total` are done; returns how many a second. */
export async function rate(
  clients: number,
  total: number,
  work: (n: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  const client = async (): Promise<void> => {
    while (next < total) {
      const n = next;
      next += 1;
      await work(n);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (total / (performance.now() - started)) * 1000;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function show(name: string, values: readonly number[], unit: string): void {
  const digits = median(values) < 10 ? 2 : 0;
  const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)].map((v) =>
    v.toFixed(digits),
  );
  console.log(`${name.padEnd(46)} median ${middle} ${unit}   (${low}–${high}, ${values.length} runs)`);
}
