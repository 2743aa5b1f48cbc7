import { createHash } from 'node:crypto';
import { isDay, Refusal, type Kind } from '../kernel/index.ts';
import { canonicalText } from '../ledger/index.ts';
import type { Place } from '../store/places.ts';
import { oneKind, openField, type Conditions } from './list-query.ts';

/** What a list is ordered by: an expression over a record aliased `r` that is never null. Equal ones follow their ids. */
export interface Order {
  readonly key: (place: Place) => string;
  /** SQL type of the key. */
  readonly type: 'date' | 'bigint' | 'text' | 'integer';
  readonly descending: boolean;
}

/** States in the order in which the kinds declare them. */
function statesOf(kinds: readonly Kind[]): string[] {
  return [...new Set(kinds.flatMap((kind) => Object.keys(kind.states)))];
}

/** A field's order; records without the value come last, whichever way it runs. */
function fieldOrder(kind: Kind, name: string, descending: boolean): Order {
  switch (openField(kind, name).type) {
    case 'day':
      return {
        key: (place) =>
          `coalesce(r.body ->> ${place(name)}::text, '${descending ? '' : '9999-12-31'}') COLLATE "C"`,
        type: 'text',
        descending,
      };
    case 'number':
    case 'money':
      return {
        key: (place) =>
          `coalesce((r.body ->> ${place(name)}::text)::bigint, ${descending ? '-1' : '9007199254740991'})`,
        type: 'bigint',
        descending,
      };
    default:
      throw new Refusal('invalid-value', `“${openField(kind, name).label}”不能用来排序。`, {
        field: 'sort',
        next: '可按发生日、登记日、名称、状态，以及日期和数量来排序。',
      });
  }
}

/** The order that was asked for; refuses what the kind does not have. */
export function orderOf({ query, kinds }: Conditions, all: readonly Kind[]): Order {
  const { sort = 'occurredOn', descending } = query;
  switch (sort) {
    case 'occurredOn':
      return { key: () => 'r.occurred_on', type: 'date', descending: descending ?? true };
    case 'recordedOn':
      // Days of recording never go back along the ledger, so its numbers give the same order, and a finer one.
      return { key: () => 'r.first_seq', type: 'bigint', descending: descending ?? true };
    case 'title':
      return { key: () => 'r.title COLLATE "zh-x-icu"', type: 'text', descending: descending ?? false };
    case 'state': {
      const states = statesOf(kinds.length > 0 ? kinds : all);
      const key = (place: Place): string => `coalesce(array_position(${place(states)}::text[], r.state), 0)`;
      return { key, type: 'integer', descending: descending ?? false };
    }
    default:
      return fieldOrder(oneKind(kinds, 'sort', '按栏目排序'), sort, descending ?? true);
  }
}

/** Where a page ended. */
export interface Mark {
  readonly key: string | number;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a cursor belongs to: with other conditions it would skip or repeat. */
function shapeOf({ query }: Conditions): string {
  return createHash('sha256').update(canonicalText(query)).digest('base64url').slice(0, 12);
}

function fits(key: unknown, { type }: Order): key is string | number {
  switch (type) {
    case 'date':
      return isDay(key);
    case 'text':
      return typeof key === 'string' && !key.includes('\0');
    case 'bigint':
      return Number.isSafeInteger(key);
    case 'integer':
      return Number.isInteger(key) && Math.abs(Number(key)) < 2 ** 31;
  }
}

/** A cursor: opaque to a client, and good for nothing but the same list. It opens no record that the list would not show. */
export function writeCursor(conditions: Conditions, { key, id }: Mark): string {
  return Buffer.from(JSON.stringify([shapeOf(conditions), key, id])).toString('base64url');
}

export function readCursor(conditions: Conditions, order: Order, cursor: string): Mark {
  const [shape, key, id] = parts(cursor);
  if (shape === shapeOf(conditions) && fits(key, order) && typeof id === 'string' && UUID.test(id)) {
    return { key, id };
  }
  throw new Refusal('bad-input', '翻页的标记不对，或者查询条件变了。', {
    field: 'cursor',
    next: '请从第一页重新查询。',
  });
}

function parts(cursor: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

/** The condition that a record comes after the mark. */
export function afterMark(order: Order, mark: Mark, place: Place): string {
  const than = order.descending ? '<' : '>';
  return `(${order.key(place)}, r.record_id) ${than} (${place(mark.key)}::${order.type}, ${place(mark.id)}::uuid)`;
}
