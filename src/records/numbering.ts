import {
  documentNumberText,
  readDocumentNumber,
  Refusal,
  yearOf,
  type Day,
  type DocumentNumber,
  type Kind,
  type Taken,
} from '../kernel/index.ts';
import type { Flaw } from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import type { RecordRow } from './row.ts';

/** Official numbers (文号) that a record holds; only kinds that have such fields say anything. */
export interface Numbered {
  readonly numbers?: readonly DocumentNumber[];
}

function numberedFields(kind: Kind): string[] {
  return Object.entries(kind.fields).flatMap(([name, { numbered }]) => (numbered ? [name] : []));
}

function numbersIn(body: RecordRow['body'], names: readonly string[]): DocumentNumber[] {
  return names.flatMap((name) => {
    const value = body[name];
    const read = typeof value === 'string' ? readDocumentNumber(value) : undefined;
    return read ? [read] : [];
  });
}

/** A voided record keeps its number: none is ever given again. A drill has none. */
export function numbersOf(kind: Kind, row: RecordRow): Numbered {
  const names = numberedFields(kind);
  if (names.length === 0) return {};
  return { numbers: row.is_drill ? [] : numbersIn(row.body, names) };
}

/** The numbers that a step lets the machine give. They are given under the head's lock, or the act is judged again. */
export function givenNumbers(kind: Kind, step: string, row: RecordRow): readonly DocumentNumber[] {
  const given = Object.entries<Taken>(kind.steps[step]?.takes ?? {}).filter(([, from]) => 'seriesOf' in from);
  return numbersIn(
    row.body,
    given.map(([name]) => name),
  );
}

/** The next number of a series in the year of a day: one more than the highest, so that no number is left out. */
export async function nextNumber(store: Store, org: string, series: string, on: Day): Promise<string> {
  const year = yearOf(on);
  const [row] = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ highest: number }>(
      'highest-number',
      `SELECT coalesce(max(number), 0) AS highest FROM document_number
       WHERE org_code = $1 AND series = $2 AND year = $3`,
      [org, series, year],
    ),
  );
  return documentNumberText({ series, year, number: (row?.highest ?? 0) + 1 });
}

/** Not a rule of law: a number that another record has already. */
export const NUMBER_USED = '$number-used';

/**
 * A number that somebody types may be another's: mostly a slip of the pen. Where two papers really went out under one
 * number (重号) that is recorded with the reason.
 */
export async function numberTwice(
  tx: Transaction,
  kind: Kind,
  typed: Readonly<Record<string, unknown>>,
  row: RecordRow,
  reason: string | undefined,
): Promise<Flaw[]> {
  const names = Object.keys(typed).filter((name) => typed[name] !== undefined && kind.fields[name]?.numbered);
  for (const name of row.is_drill ? [] : names) {
    const [number] = numbersIn(row.body, [name]);
    if (!number || !(await isUsed(tx, row, number))) continue;
    if (reason) return [{ rule: NUMBER_USED, reason }];
    throw new Refusal('reason-required', `“${documentNumberText(number)}”已经登记在另一件上。`, {
      field: name,
      next: '请核对文号；确实重号的，写明理由再提交。',
      facts: { rule: NUMBER_USED },
    });
  }
  return [];
}

async function isUsed(
  tx: Transaction,
  { org_code: org, record_id: record }: RecordRow,
  { series, year, number }: DocumentNumber,
): Promise<boolean> {
  const rows = await tx.query(
    'number-used',
    `SELECT 1 FROM document_number
     WHERE org_code = $1 AND series = $2 AND year = $3 AND number = $4 AND record_id <> $5 LIMIT 1`,
    [org, series, year, number, record],
  );
  return rows.length > 0;
}
