import type { Register } from '../kernel/index.ts';
import { publicRecords, type PublicRecord } from '../records/reading.ts';
import type { Transaction } from '../store/connection.ts';

/** A published edition (版本) of the list. */
export interface Edition {
  readonly id: string;
  readonly name: string;
  readonly effectiveOn: string;
  readonly publishedOn: string;
  readonly address: string;
}

export interface Category {
  readonly code: string;
  readonly label: string;
  readonly items: readonly PublicRecord[];
}

/** One edition with its items and what it changed. */
export interface PowerList {
  readonly edition: Edition;
  /** All published editions, latest first. */
  readonly editions: readonly Edition[];
  /** Every category, an empty one too; their items add up to `total`. */
  readonly categories: readonly Category[];
  readonly total: number;
  readonly previous: Edition | undefined;
  readonly added: readonly PublicRecord[];
  readonly removed: readonly PublicRecord[];
  /** Changes after the latest edition that no edition has published yet; none on an older edition. */
  readonly since: { readonly added: number; readonly removed: number };
}

/** A text value of a public record; empty where it has none. */
export function textOf(record: PublicRecord, field: string): string {
  const value = record.values[field];
  return typeof value === 'string' ? value : '';
}

function toEdition(record: PublicRecord): Edition {
  const text = (field: string): string => textOf(record, field);
  return {
    id: record.id,
    name: text('name'),
    effectiveOn: text('effectiveOn'),
    publishedOn: text('publishedOn'),
    address: text('address'),
  };
}

/** Items of the list as of a day: from the day they are listed to before the day they are removed, as the stock counts. */
function itemsOn(items: readonly PublicRecord[], day: string): PublicRecord[] {
  return items.filter((item) => {
    const removedOn = textOf(item, 'removedOn');
    return textOf(item, 'listedOn') <= day && (removedOn === '' || removedOn > day);
  });
}

function without(items: readonly PublicRecord[], others: readonly PublicRecord[]): PublicRecord[] {
  const known = new Set(others.map(({ id }) => id));
  return items.filter(({ id }) => !known.has(id));
}

function byCategory(register: Register, items: readonly PublicRecord[]): Category[] {
  const options = register.kind('power-item').fields['category']?.options ?? {};
  return Object.entries(options).map(([code, label]) => ({
    code,
    label,
    items: items.filter((item) => textOf(item, 'category') === code),
  }));
}

/** Published editions, latest first. */
export async function readEditions(tx: Transaction, register: Register, org: string): Promise<Edition[]> {
  const records = await publicRecords(tx, register, org, 'power-list-edition');
  return records.map(toEdition).sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1));
}

/** The edition asked for, or the latest; nothing where there is no such published edition. */
export async function readPowerList(
  tx: Transaction,
  register: Register,
  org: string,
  today: string,
  wanted?: string,
): Promise<PowerList | undefined> {
  const editions = await readEditions(tx, register, org);
  const at = wanted === undefined ? 0 : editions.findIndex(({ id }) => id === wanted);
  const edition = editions[at];
  if (!edition) return undefined;
  const previous = editions[at + 1];
  const all = await publicRecords(tx, register, org, 'power-item');
  const items = itemsOn(all, edition.effectiveOn);
  const before = previous ? itemsOn(all, previous.effectiveOn) : [];
  const now = at === 0 && today > edition.effectiveOn ? itemsOn(all, today) : items;
  return {
    edition,
    editions,
    categories: byCategory(register, items),
    total: items.length,
    previous,
    added: previous ? without(items, before) : [],
    removed: without(before, items),
    since: { added: without(now, items).length, removed: without(items, now).length },
  };
}
