import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client, type ClientConfig } from 'pg';
import { stop } from '../serving.ts';
import type { Surroundings } from '../surroundings.ts';
import { copyRecords, ENVELOPE, makeModel, PERSON, WHOLE, type Administer } from './directus-model.ts';
import { at, newDispute, PAGE, STATES, TERMS, YEARS, type Side, type Subjects } from './side.ts';

/** The program itself; the command around it would ask the registry for newer versions at every start. */
const CLI = path.join(import.meta.dirname, '../bench/peer/node_modules/@directus/api/dist/cli/run.js');
const ROLE = 'directus';
const ADMIN = { email: 'admin@example.com', password: randomBytes(16).toString('hex') };
const START_MS = 180_000;

type Environment = Readonly<Record<string, string>>;

/** Its own role and database on the server that Fadu uses. */
async function makeDatabase({ server }: Surroundings): Promise<ClientConfig> {
  const admin = new Client(server.url('postgres', 'postgres'));
  await admin.connect();
  await admin.query(`CREATE ROLE ${ROLE} LOGIN`);
  await admin.query(`CREATE DATABASE ${ROLE} OWNER ${ROLE} TEMPLATE template0 ENCODING 'UTF8'`);
  await admin.end();
  return { host: server.host, port: server.port, user: ROLE, database: ROLE };
}

/** Settings as for production, and what costs nothing switched off: no request log, no limits, nothing sent abroad. */
function settings({ host, port }: ClientConfig, folder: string): Environment {
  return {
    ...(process.env as Environment),
    NODE_ENV: 'production',
    NODE_OPTIONS: '--no-node-snapshot',
    SECRET: randomBytes(32).toString('hex'),
    HOST: '127.0.0.1',
    DB_CLIENT: 'pg',
    DB_HOST: String(host),
    DB_PORT: String(port),
    DB_DATABASE: ROLE,
    DB_USER: ROLE,
    DB_PASSWORD: 'not asked for on the socket',
    DB_POOL__MIN: '0',
    DB_POOL__MAX: '8',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ACCESS_TOKEN_TTL: '12h',
    STORAGE_LOCATIONS: 'local',
    STORAGE_LOCAL_ROOT: path.join(folder, 'directus-files'),
    EXTENSIONS_PATH: path.join(folder, 'directus-extensions'),
    SERVE_APP: 'false',
    LOG_LEVEL: 'error',
    RATE_LIMITER_ENABLED: 'false',
    PRESSURE_LIMITER_ENABLED: 'false',
    TELEMETRY: 'false',
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

interface Running {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

async function run(environment: Environment, cache: boolean): Promise<Running> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [CLI, 'start'], {
    env: {
      ...environment,
      PORT: String(port),
      ...(cache ? { CACHE_ENABLED: 'true', CACHE_STORE: 'memory', CACHE_AUTO_PURGE: 'true' } : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const giveUp = performance.now() + START_MS;
  for (;;) {
    const answer = await fetch(`${address}/server/ping`).catch(() => undefined);
    if (answer?.ok) return { address, pid: child.pid!, stop: () => stop(child) };
    if (child.exitCode !== null) throw new Error(`directus ended with ${child.exitCode}`);
    if (performance.now() > giveUp) {
      await stop(child);
      throw new Error('directus does not answer');
    }
    await sleep(200);
  }
}

async function signIn(address: string, person: { email: string; password: string }): Promise<string> {
  const response = await fetch(`${address}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const { data } = (await response.json()) as { data: { access_token: string } };
  return `Bearer ${data.access_token}`;
}

function administrator(address: string, authorization: string): Administer {
  return async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : (JSON.parse(text) as { data: T }).data) as T;
  };
}

/** Directus over the same records: bootstrapped, modelled, filled. */
export interface Prepared {
  readonly environment: Environment;
}

export async function prepareDirectus(around: Surroundings, org: string): Promise<Prepared> {
  const database = await makeDatabase(around);
  const environment = settings(database, around.folder);
  await promisify(execFile)(process.execPath, [CLI, 'bootstrap'], { env: environment });
  const running = await run(environment, false);
  try {
    await makeModel(administrator(running.address, await signIn(running.address, ADMIN)), org);
  } finally {
    await running.stop();
  }
  const client = new Client(database);
  await client.connect();
  await copyRecords(around.store, client, org);
  await client.end();
  return { environment };
}

interface Items {
  readonly data: readonly { readonly id: string }[];
}

interface Groups {
  readonly data: readonly { readonly occurred_on_month: number; readonly count: { readonly id: unknown } }[];
}

const idsOf = (answer: unknown): unknown => (answer as Items).data.map(({ id }) => id);

function monthsOf(answer: unknown): number[] {
  const months = Array.from({ length: 12 }, () => 0);
  for (const { occurred_on_month, count } of (answer as Groups).data)
    months[Number(occurred_on_month) - 1]! += Number(count.id);
  return months;
}

function items(query: Readonly<Record<string, string>>): string {
  return `/items/records?${new URLSearchParams(query)}`;
}

const STANDING = { 'filter[voided][_eq]': 'false' };
const PAGED = { ...STANDING, fields: ENVELOPE.join(','), sort: '-occurred_on,-id', limit: String(PAGE) };

/** One server of the prepared database, signed in as the person whose policy names her organisation. */
export async function startDirectus(
  { environment }: Prepared,
  cache: boolean,
  { ids, villages }: Subjects,
): Promise<Side> {
  const running = await run(environment, cache);
  return {
    ...running,
    name: cache ? 'Directus, cache on' : 'Directus, cache off',
    headers: { authorization: await signIn(running.address, PERSON) },
    ask: {
      create(n) {
        const today = new Date().toISOString().slice(0, 10);
        const envelope = { kind: 'dispute', version: 1, state: 'reported', precision: 'day', source: 'live' };
        const days = { occurred_on: today, recorded_on: today, reported_on: today };
        const flags = { drill: false, voided: false, sealed: false, flaws: 0, handlers: ['bench'] };
        return {
          method: 'POST',
          path: '/items/records?fields=id,version',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            ...newDispute(n, villages),
            ...envelope,
            ...days,
            ...flags,
            evidence: 'record',
          }),
        };
      },
      read: (n) => ({ method: 'GET', path: `/items/records/${at(ids, n)}?fields=${WHOLE.join(',')}` }),
      list: (n) => ({
        method: 'GET',
        path: items({
          ...PAGED,
          'filter[kind][_eq]': 'dispute',
          'filter[state][_eq]': at(STATES, n),
          'filter[village][_eq]': at(villages, n),
        }),
      }),
      search: (n) => ({ method: 'GET', path: items({ ...PAGED, 'filter[title][_contains]': at(TERMS, n) }) }),
      months: (n) => ({
        method: 'GET',
        path: `${items({
          ...STANDING,
          'filter[drill][_eq]': 'false',
          'filter[occurred_on][_between]': `${at(YEARS, n)}-01-01,${at(YEARS, n)}-12-31`,
          'aggregate[count]': 'id',
          limit: '-1',
        })}&groupBy[]=month(occurred_on)&groupBy[]=state`,
      }),
    },
    essence: {
      read: (answer) => (answer as { data: { id: string } }).data.id,
      list: idsOf,
      search: idsOf,
      months: monthsOf,
    },
  };
}
