import { Refusal, type Day } from '../kernel/index.ts';
import type { Store, Transaction } from '../store/connection.ts';
import type { Division } from './division-file.ts';

const BATCH = 2000;

/**
 * Takes a list of division codes in (区划代码): all of it or nothing. A code that is there from the same day on is replaced.
 * Refuses where, with what is there already, a code would have two names on one day.
 */
export async function importDivisions(
  store: Store,
  divisions: readonly Division[],
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  await store.transaction('reference', async (tx) => {
    for (let at = 0; at < divisions.length; at += BATCH) {
      const batch = divisions.slice(at, at + BATCH);
      await putBatch(tx, batch);
      onProgress(at + batch.length);
    }
    await assertOneName(tx);
  });
}

async function putBatch(tx: Transaction, batch: readonly Division[]): Promise<void> {
  const column = <K extends keyof Division>(name: K): Division[K][] => batch.map((each) => each[name]);
  await tx.query(
    'put-divisions',
    `INSERT INTO division (code, name, valid_from, valid_to, successor)
     SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::text[])
     ON CONFLICT (code, valid_from) DO UPDATE
     SET name = excluded.name, valid_to = excluded.valid_to, successor = excluded.successor`,
    [column('code'), column('name'), column('validFrom'), column('validTo'), column('successor')],
  );
}

async function assertOneName(tx: Transaction): Promise<void> {
  const [twice] = await tx.query<{ code: string; name: string; valid_from: Day; next: Day }>(
    'overlapping-divisions',
    `SELECT d.code, d.name, d.valid_from, d.next FROM (
       SELECT code, name, valid_from, valid_to, lead(valid_from) OVER (PARTITION BY code ORDER BY valid_from) AS next
       FROM division) AS d
     WHERE d.next IS NOT NULL AND (d.valid_to IS NULL OR d.valid_to >= d.next) ORDER BY d.code LIMIT 1`,
    [],
  );
  if (!twice) return;
  const { code, name, valid_from: from, next } = twice;
  throw new Refusal(
    'invalid-value',
    `代码${code}（${name}，${from}起）还没有停用，又从${next}起另有一条，一天不能有两个名称。整个文件没有导入。`,
    { next: '请在文件里给前一条写上停用日期，再导入。' },
  );
}

/** A division as it is on a day. */
export async function findDivision(
  store: Store,
  code: string,
  on: Day,
): Promise<{ readonly code: string; readonly name: string } | undefined> {
  const [row] = await store.read('reference', (tx) =>
    tx.query<{ code: string; name: string }>(
      'find-division',
      `SELECT code, name FROM division WHERE code = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
      [code, on],
    ),
  );
  return row;
}

/** Names of the villages (村、社区) of a township on a day, in the order of their codes. */
export async function villagesUnder(store: Store, township: string, on: Day): Promise<string[]> {
  const rows = await store.read('reference', (tx) =>
    tx.query<{ name: string }>(
      'villages-under',
      `SELECT name FROM division WHERE code > $1 AND code < $2
         AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3) ORDER BY code`,
      [township, `${township.slice(0, 9)}:`, on],
    ),
  );
  return rows.map(({ name }) => name);
}
