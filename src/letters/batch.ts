import { Refusal } from '../kernel/refusal.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { lockCountyKey } from './county-key.ts';

/** Places of a batch (一批). Each holds a letter or a blank. */
export const PLACES = 16;

/** Writes the places of a batch anew, in an order of chance. */
export async function rewriteBatch(
  tx: Transaction,
  org: string,
  batch: string,
  places: readonly Uint8Array[],
): Promise<void> {
  await tx.query('drop-batch', 'DELETE FROM letter WHERE org_code = $1 AND batch = $2', [org, batch]);
  await insertPlaces(tx, org, batch, places);
}

/** Is the batch still there? An export closes it. */
export async function hasBatch(tx: Transaction, org: string, batch: string): Promise<boolean> {
  const found = await tx.query(
    'has-batch',
    'SELECT 1 FROM letter WHERE org_code = $1 AND batch = $2 LIMIT 1',
    [org, batch],
  );
  return found.length > 0;
}

async function insertPlaces(
  tx: Transaction,
  org: string,
  batch: string,
  places: readonly Uint8Array[],
): Promise<void> {
  await tx.query(
    'store-batch',
    `INSERT INTO letter (org_code, batch, place, sealed)
     SELECT $1, $2, p.place, p.sealed FROM unnest($3::uuid[], $4::bytea[]) AS p (place, sealed)`,
    [
      org,
      batch,
      places.map(() => crypto.randomUUID()),
      shuffled(places).map((sealed) => Buffer.from(sealed)),
    ],
  );
}

/** By Fisher and Yates, with random numbers that nobody can foretell. */
function shuffled<T>(items: readonly T[]): T[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last--) {
    const other = crypto.getRandomValues(new Uint32Array(1))[0]! % (last + 1);
    [all[last], all[other]] = [all[other]!, all[last]!];
  }
  return all;
}

/**
 * All places of an organisation. They get a batch's name that no server knows: what is under way at one ends here, so
 * nothing that was handed over is changed later.
 */
export function closeAndRead(store: Store, org: string): Promise<Uint8Array[]> {
  return store.transaction(oneOrganisation(org), async (tx) => {
    await lockCountyKey(tx, org);
    const places = await tx.query<{ sealed: Uint8Array }>(
      'close-batches',
      'DELETE FROM letter WHERE org_code = $1 RETURNING sealed',
      [org],
    );
    const all = shuffled(places.map(({ sealed }) => sealed));
    await insertPlaces(tx, org, crypto.randomUUID(), all);
    return all;
  });
}

/** So many at once are compared. */
const AT_ONCE = 400;

/** Drops the places that an export holds, and none that came later. Says how many there were. */
export async function dropExported(
  store: Store,
  org: string,
  exported: readonly Uint8Array[],
): Promise<number> {
  const dropped = await store.transaction(oneOrganisation(org), async (tx) => {
    let count = 0;
    for (let from = 0; from < exported.length; from += AT_ONCE) {
      const some = exported.slice(from, from + AT_ONCE).map((sealed) => Buffer.from(sealed));
      const gone = await tx.query(
        'drop-exported',
        'DELETE FROM letter WHERE org_code = $1 AND sealed = ANY ($2::bytea[]) RETURNING batch',
        [org, some],
      );
      count += gone.length;
    }
    return count;
  });
  if (dropped > 0) return dropped;
  throw new Refusal('wrong-state', '这个文件里的内容，系统里已经没有了。', { next: '不用再清。' });
}
