import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { REGISTER } from '../src/duties/index.ts';
import { openSession } from '../src/people/session.ts';
import { found } from '../src/records/founding.ts';
import { verifyOrganisation } from '../src/records/verify.ts';
import { oneOrganisation } from '../src/store/connection.ts';
import { serve, stop, type Serving } from './serving.ts';
import { benchFolder, surroundings, township, type Surroundings } from './surroundings.ts';

const CLERKS = 50;
/** Records that each of them enters. */
const EACH = 40;
const ORG = township(1);
const ORDER = { post: 'judicial-office', village: '甲村' } as const;

/** Works on the data folder beside whatever runs on it, and leaves it. */
async function beside<T>(data: string, work: (around: Surroundings) => Promise<T>): Promise<T> {
  const around = await surroundings(8, data);
  try {
    return await work(around);
  } finally {
    await around.close();
  }
}

/** A township whose clerks have signed in; their cookies. */
async function signedIn({ store, vault }: Surroundings): Promise<string[]> {
  const names = Array.from({ length: CLERKS }, (_, n) => `clerk-${n}`);
  const accounts = names.map((account) => ({ account, name: '测速', posts: [ORDER.post] }));
  const request = { org: ORG, name: '测速乡', villages: [ORDER.village], accounts };
  await found({ store, register: REGISTER, vault }, request);
  const session = { org: ORG, stage: 'open', strong: false, address: '127.0.0.1', device: '测速' } as const;
  const opened = names.map((account) =>
    store.transaction(oneOrganisation(ORG), (tx) => openSession(tx, { ...session, account }, new Date())),
  );
  return (await Promise.all(opened)).map(({ value }) => `fadu=${value}`);
}

/** What the clerks know: the server’s address, or that it is gone and they wait; and what was acknowledged. */
interface Desk {
  address: Promise<string>;
  readonly acknowledged: Set<string>;
  /** Sent again since no answer came. */
  again: number;
  /** Called with each acknowledgement. */
  heard: () => void;
}

/** One attempt; false where no answer came. */
async function send(desk: Desk, cookie: string, record: string): Promise<boolean> {
  const address = await desk.address;
  const values = { title: '田埂界线纠纷', type: 'land', channel: 'village', parties: [{ name: '某某' }] };
  try {
    const answer = await fetch(`${address}/api/v1/${ORG}/kinds/dispute/steps/report`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': `key ${record}` },
      body: JSON.stringify({ values, record, village: ORDER.village }),
    });
    const text = await answer.text();
    if (answer.status !== 201) throw new Error(`refused: ${answer.status} ${text}`);
    return true;
  } catch (error) {
    // The connection broke; what the server said in words is a fault of this bench.
    if ((error as Error).message.startsWith('refused')) throw error;
    return false;
  }
}

/** Enters one record after another; what got no answer is sent again under its key, as a form does. */
async function clerk(desk: Desk, cookie: string): Promise<void> {
  for (let n = 0; n < EACH; n += 1) {
    const record = randomUUID();
    while (!(await send(desk, cookie, record))) {
      desk.again += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    desk.acknowledged.add(record);
    desk.heard();
  }
}

/** The records that there are, straight from the database. */
async function recordsIn(data: string): Promise<string[]> {
  return beside(data, async ({ store }) => {
    const rows = await store.read(oneOrganisation(ORG), (tx) =>
      tx.query<{ record_id: string }>(
        'records-of-clerks',
        `SELECT record_id FROM record WHERE org_code = $1 AND kind = 'dispute'`,
        [ORG],
      ),
    );
    return rows.map(({ record_id }) => record_id);
  });
}

async function killDatabase(data: string): Promise<void> {
  const [pid] = (await readFile(path.join(data, 'pg/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

/** Kills server, and database where `database` says so, once half of everything is acknowledged; starts it again. */
async function killHalfway(data: string, desk: Desk, serving: Serving, database: boolean): Promise<Serving> {
  await new Promise<void>((resolve) => {
    desk.heard = () => desk.acknowledged.size >= (CLERKS * EACH) / 2 && resolve();
  });
  let open: (address: string) => void = () => undefined;
  desk.address = new Promise((resolve) => (open = resolve));
  const before = new Set(desk.acknowledged);
  serving.child.removeAllListeners('exit');
  const ended = new Promise((resolve) => serving.child.once('exit', resolve));
  if (database) await killDatabase(data);
  serving.child.kill('SIGKILL');
  await ended;
  const again = await serve(data);
  const there = new Set(await recordsIn(data));
  const lost = [...before].filter((record) => !there.has(record));
  console.log(
    `  acknowledged before the kill ${before.size}, of these lost ${lost.length}; written besides ${there.size - before.size}`,
  );
  open(again.address);
  return again;
}

async function trial(database: boolean): Promise<void> {
  console.log(database ? 'Server and database killed:' : 'Server killed:');
  const data = await benchFolder();
  let serving: Serving | undefined;
  try {
    const cookies = await beside(data, signedIn);
    serving = await serve(data);
    const desk: Desk = {
      address: Promise.resolve(serving.address),
      acknowledged: new Set(),
      again: 0,
      heard: () => undefined,
    };
    const began = performance.now();
    const working = Promise.all(cookies.map((cookie) => clerk(desk, cookie)));
    [serving] = await Promise.all([killHalfway(data, desk, serving, database), working]);
    const seconds = (performance.now() - began) / 1000;
    const there = await recordsIn(data);
    const lost = [...desk.acknowledged].filter((record) => !there.includes(record)).length;
    console.log(
      `  in the end acknowledged ${desk.acknowledged.size}, lost ${lost}; ` +
        `records ${there.length}, to be entered ${CLERKS * EACH}; sent again ${desk.again} times; ${seconds.toFixed(1)} s in all`,
    );
    await stop(serving.child);
    await beside(data, async ({ store, vault, files }) => {
      const verified = await verifyOrganisation(ORG, {
        store,
        register: REGISTER,
        vault,
        files,
        checkpoints: [],
      });
      console.log(
        `  the chain verifies: ${verified.entries} entries, ${verified.personalValues} personal values`,
      );
    });
  } finally {
    if (serving) await stop(serving.child);
    await rm(data, { recursive: true, force: true });
  }
}

export async function benchClerks(): Promise<void> {
  console.log(`\n${CLERKS} clerks enter ${EACH} records each at once; kill -9 when half are acknowledged`);
  await trial(false);
  await trial(true);
}
