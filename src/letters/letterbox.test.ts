import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, withClient, type FreshDatabase } from '../../tests/database.ts';
import type { Day } from '../kernel/index.ts';
import { openStore, type Store } from '../store/connection.ts';
import { closeAndRead, dropExported, PLACES } from './batch.ts';
import type { Letter } from './content.ts';
import { acceptCountyKey, countyKeys, fingerprintOf, stopCountyKey } from './county-key.ts';
import { Letterbox, type Sent } from './letterbox.ts';
import { openPlace, sealLetter } from './sealing.ts';
import { makeKeyPair, type KeyPair } from './suite.ts';

const OTHER = '520581998000';
let org: string;
let serial = 100;

let database: FreshDatabase;
let store: Store;
let county: KeyPair;
let now: Date;
let boxes: Letterbox[];

beforeAll(async () => {
  database = await freshDatabase();
  store = await openStore({ connection: database.app, mayLoseWrites: true });
});
beforeEach(async () => {
  org = `520581${serial++}000`;
  now = new Date('2026-11-26T02:00:00Z');
  county = await makeKeyPair();
  boxes = [];
  await accept(county);
});
afterEach(async () => {
  for (const box of boxes) await box.close();
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** As one process has it. Nothing is rewritten by itself while a test looks. */
function openBox(meanMs = 28_800_000): Letterbox {
  const box = new Letterbox({ store, now: () => now, meanMs });
  boxes.push(box);
  return box;
}

async function accept({ publicKey }: KeyPair): Promise<void> {
  const key = { office: '县司法局', publicKey, fingerprint: await fingerprintOf(publicKey) };
  await acceptCountyKey(store, org, { key, by: '王某', on: '2026-11-26' as Day });
}

async function sentOf(number: string, { publicKey } = county): Promise<Sent> {
  const letter: Letter = { number, day: '2026-11-26', who: '某某' };
  return { fingerprint: await fingerprintOf(publicKey), sealed: await sealLetter(publicKey, org, letter) };
}

interface Row {
  readonly batch: string;
  readonly place: string;
  readonly sealed: Buffer;
  readonly xmin: string;
  readonly size: number;
}

/** As the database's superuser sees it: with who wrote the row, and how large it lies on the disk. */
const rows = (): Promise<Row[]> =>
  withClient(database.admin, async (client) => {
    const { rows } = await client.query<Row>(
      'SELECT batch, place, sealed, xmin::text, pg_column_size(sealed) AS size FROM letter WHERE org_code = $1 ORDER BY ctid',
      [org],
    );
    return rows;
  });

async function found(places: readonly Uint8Array[], ...keys: KeyPair[]): Promise<string[]> {
  const privateKeys = [county, ...keys].map(({ privateKey }) => privateKey);
  const opened = await Promise.all(places.map((place) => openPlace(privateKeys, org, place)));
  expect(opened.filter((each) => 'closed' in each)).toEqual([]);
  return opened.flatMap((each) => ('letter' in each ? [each.letter.number] : [])).toSorted();
}
const stored = async (): Promise<string[]> => found((await rows()).map(({ sealed }) => sealed));

describe('the letterbox', () => {
  it('holds one batch of blanks before anybody wrote, once somebody asked for the key', async () => {
    expect(await openBox().keyFor(org)).toMatchObject({ office: '县司法局' });
    expect(await rows()).toHaveLength(PLACES);
    expect(await stored()).toEqual([]);
  });

  it('takes letters in blanks’ places: as many rows, of the same size, all written at once', async () => {
    const box = openBox();
    await box.keyFor(org);
    const before = await rows();
    await box.send(org, await sentOf('one'));
    await box.send(org, await sentOf('two'));
    const after = await rows();
    expect(after).toHaveLength(PLACES);
    expect(new Set([...before, ...after].map(({ size, batch }) => `${size} ${batch}`)).size).toBe(1);
    expect(new Set(after.map(({ xmin }) => xmin)).size).toBe(1);
    expect(await stored()).toEqual(['one', 'two']);
  });

  it('leaves no byte and no name of a place as it was, whether a letter came in or not', async () => {
    const box = openBox();
    await box.send(org, await sentOf('one'));
    const states = [await rows()];
    await box.rewrite(org);
    states.push(await rows());
    await box.send(org, await sentOf('two'));
    states.push(await rows());
    const seen = states.flat().flatMap(({ place, sealed }) => [place, sealed.toString('hex')]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await stored()).toEqual(['one', 'two']);
  });

  it('puts letters anywhere in the batch', async () => {
    const box = openBox();
    await box.send(org, await sentOf('one'));
    const at = new Set<number>();
    for (let time = 0; time < 12; time++) {
      await box.rewrite(org);
      const opened = await Promise.all(
        (await rows()).map(({ sealed }) => openPlace([county.privateKey], org, sealed)),
      );
      at.add(opened.findIndex((each) => 'letter' in each));
    }
    expect(at.size).toBeGreaterThan(2);
  });

  it('loses nothing when many come at once', async () => {
    const box = openBox();
    const names = Array.from({ length: 20 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    await Promise.all(names.map(async (name) => box.send(org, await sentOf(name))));
    expect(await stored()).toEqual(names);
    expect((await rows()).length % PLACES).toBe(0);
  });

  it('leaves the batch of a process that ended as it was, and begins another', async () => {
    const box = openBox();
    await box.send(org, await sentOf('one'));
    const before = await rows();
    await box.close();
    const next = openBox();
    await next.keyFor(org);
    await next.send(org, await sentOf('two'));
    const after = await rows();
    expect(after).toHaveLength(2 * PLACES);
    expect(after.filter(({ batch }) => batch === before[0]!.batch)).toEqual(before);
    expect(await stored()).toEqual(['one', 'two']);
  });

  it('begins another batch with a quarter, and keeps to one within it', async () => {
    const box = openBox();
    await box.send(org, await sentOf('one'));
    now = new Date('2026-12-31T15:59:00Z');
    await box.rewrite(org);
    expect(await rows()).toHaveLength(PLACES);
    now = new Date('2026-12-31T16:01:00Z');
    await box.rewrite(org);
    expect(await rows()).toHaveLength(2 * PLACES);
    expect(await stored()).toEqual(['one']);
  });

  it('rewrites by itself', async () => {
    const box = openBox(5);
    await box.send(org, await sentOf('one'));
    const before = (await rows())[0]!.xmin;
    await expect.poll(async () => (await rows())[0]!.xmin, { timeout: 10_000 }).not.toBe(before);
    await box.close();
    expect(await stored()).toEqual(['one']);
  });

  it('takes nothing of another length, or that was sealed to a key that is no longer in use', async () => {
    const box = openBox();
    const sent = await sentOf('one');
    await expect(box.send(org, { ...sent, sealed: sent.sealed.subarray(1) })).rejects.toThrow('长度不对');
    await accept(await makeKeyPair());
    await expect(box.send(org, sent)).rejects.toThrow('没有送出');
    await stopCountyKey(store, org, '2026-11-27' as Day);
    await expect(box.send(org, sent)).rejects.toThrow('没有送出');
    expect(await box.keyFor(org)).toBeUndefined();
    expect(await stored()).toEqual([]);
  });

  it('goes over to a new key; what was sealed to the old one opens with the old one', async () => {
    const box = openBox();
    await box.send(org, await sentOf('old'));
    const later = await makeKeyPair();
    await accept(later);
    await box.send(org, await sentOf('new', later));
    const places = (await rows()).map(({ sealed }) => sealed);
    expect(await found(places, later)).toEqual(['new', 'old']);
    expect((await countyKeys(store, org)).map(({ stoppedOn }) => stoppedOn)).toEqual([null, '2026-11-26']);
    await expect(accept(county)).rejects.toThrow('以前接受过');
  });
});

describe('an export', () => {
  it('is the whole set, and clearing by it takes what it holds and nothing that came later', async () => {
    const box = openBox();
    await box.send(org, await sentOf('one'));
    const exported = await closeAndRead(store, org);
    expect(exported).toHaveLength(PLACES);
    expect(await found(exported)).toEqual(['one']);
    await box.send(org, await sentOf('two'));
    expect(await dropExported(store, org, exported)).toBe(PLACES);
    expect(await stored()).toEqual(['two']);
    await expect(dropExported(store, org, exported)).rejects.toThrow('已经没有了');
  });

  it('meets a letter that comes in meanwhile: in the file or in the box, never in neither', async () => {
    const box = openBox();
    await box.keyFor(org);
    const names = Array.from({ length: 6 }, (_, index) => `n${index}`);
    const sends = names.map(async (name) => box.send(org, await sentOf(name)));
    const exported = [await closeAndRead(store, org)];
    await Promise.all(sends);
    exported.push(await closeAndRead(store, org));
    expect(new Set([...(await found(exported[0]!)), ...(await found(exported[1]!))])).toEqual(new Set(names));
  });

  it('touches no other organisation', async () => {
    const box = openBox();
    await box.send(org, await sentOf('one'));
    expect(await closeAndRead(store, OTHER)).toEqual([]);
    await expect(
      dropExported(
        store,
        OTHER,
        (await rows()).map(({ sealed }) => sealed),
      ),
    ).rejects.toThrow();
    expect(await stored()).toEqual(['one']);
  });
});
