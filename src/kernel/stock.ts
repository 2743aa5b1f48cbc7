import { addMonths, type Day } from './day.ts';
import type { DayKeys, FieldSet, NumberKeys, OpenKeys } from './field.ts';
import type { Matter } from './figure.ts';

/** What a movement of stock (出入库) does: a new lot comes, something goes back to its lot, goes out, goes elsewhere, or was counted. */
export type StockEffect = 'receive' | 'return' | 'out' | 'transfer' | 'count';

/** The fields by which a movement says what it moves; those that the machine gives stand in its steps' `fills`. */
interface StockFields<Open extends string, Numbers extends string, Days extends string> {
  readonly day: Days;
  /** Links to the storehouse, to the one that a transfer goes to, and to the item. */
  readonly storehouse: Open;
  readonly to: Open;
  readonly item: Open;
  readonly lot: Open;
  /** Link to the movement that brought the lot: storehouse, item and lot are taken from it where they are not given. */
  readonly receipt: Open;
  readonly quantity: Numbers;
  /** What was counted, and by how much that differs from the book. */
  readonly counted: Numbers;
  readonly difference: Numbers;
  /** How much more went out than the book held; awaits verification until `verified` has a day. */
  readonly beyond: Numbers;
  readonly verified: Days;
  readonly expires: Days;
  readonly produced: Days;
  /** What is copied from the item's record: its field → the field here. */
  readonly copies: Readonly<Record<string, Open>>;
  /** Fields of the item's record: its unit, for how many months it keeps, how much there must be of it. */
  readonly ofItem: {
    readonly unit: string;
    readonly shelfMonths: string;
    readonly minimum: string;
    /** The same in a storehouse that is a village's. */
    readonly villageMinimum: string;
  };
  /** What to do where the book does not hold enough, one Chinese sentence. */
  readonly short: string;
}

/**
 * How a kind's records move stock: one record is one movement of one lot, and a balance is the sum of dated movements. So the
 * machinery knows no kind by name.
 */
export interface Stocking<F extends FieldSet, State extends string> extends StockFields<
  OpenKeys<F>,
  NumberKeys<F>,
  DayKeys<F>
> {
  /** What a matter does, by the state that it stands in. */
  readonly does: Readonly<Record<State, StockEffect>>;
  /** May it take out more than the book holds? What was handed out in an emergency was handed out. */
  readonly exceeds: (matter: Matter<F>) => boolean;
  /** Is what it takes out thrown away (报废)? */
  readonly discards: (matter: Matter<F>) => boolean;
}

/** The same as the machinery sees it, whatever the fields. */
export interface AnyStocking extends StockFields<string, string, string> {
  readonly does: Readonly<Record<string, StockEffect>>;
  readonly exceeds: (matter: Matter<FieldSet>) => boolean;
  readonly discards: (matter: Matter<FieldSet>) => boolean;
}

/** One change of one balance. */
export interface StockMove {
  readonly storehouse: string;
  readonly item: string;
  readonly lot: string;
  readonly day: Day;
  readonly amount: number;
  readonly effect: StockEffect;
  readonly expires: Day | null;
  /** How much of what went out the book did not hold and nobody has verified yet. */
  readonly awaits: number;
}

/** Of which lot, in which storehouse. */
export type StockKey = Pick<StockMove, 'storehouse' | 'item' | 'lot'>;

type Values = Readonly<Record<string, unknown>>;

function text(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function number(values: Values, name: string): number {
  const value = values[name];
  return typeof value === 'number' ? value : 0;
}

/** What of a movement is known; a lot that nobody can name has none of these. */
export function stockKey(stocking: AnyStocking, values: Values): Partial<StockKey> {
  const [storehouse, item, lot] = [stocking.storehouse, stocking.item, stocking.lot].map((name) =>
    text(values, name),
  );
  return {
    ...(storehouse === undefined ? {} : { storehouse }),
    ...(item === undefined ? {} : { item }),
    ...(lot === undefined ? {} : { lot }),
  };
}

/** Everything that a matter changes in balances. Pure: the same on writing, on replay and in verification. */
export function stockMoves(stocking: AnyStocking, matter: Matter<FieldSet>): StockMove[] {
  const values = matter.values as Values;
  const effect = stocking.does[matter.state];
  const { storehouse, item, lot } = stockKey(stocking, values);
  const day = text(values, stocking.day) as Day | undefined;
  if (!effect || !storehouse || !item || lot === undefined || !day) return [];
  const quantity = number(values, stocking.quantity);
  const beyond = number(values, stocking.beyond);
  const expires = (text(values, stocking.expires) ?? null) as Day | null;
  const awaits = values[stocking.verified] === undefined ? beyond : 0;
  const move = (amount: number, over: Partial<StockMove> = {}): StockMove => ({
    storehouse,
    item,
    lot,
    day,
    amount,
    effect,
    expires: null,
    awaits: 0,
    ...over,
  });
  switch (effect) {
    case 'receive':
    case 'return':
      return [move(quantity, { expires })];
    case 'count':
      return [move(number(values, stocking.difference))];
    case 'out':
      return [move(beyond - quantity, { awaits })];
    case 'transfer': {
      const to = text(values, stocking.to);
      const out = move(beyond - quantity, { awaits });
      return to === undefined ? [out] : [out, move(quantity, { storehouse: to, expires })];
    }
  }
}

/** All that a lot's balance changed by on one day. */
export interface StockDay {
  readonly day: Day;
  readonly amount: number;
}

/** What the book holds at the end of a day. */
export function heldOn(days: readonly StockDay[], on: Day): number {
  return days.reduce((sum, { day, amount }) => (day <= on ? sum + amount : sum), 0);
}

/** The least that the book holds from a day on: no more can be taken out on that day without a later day falling short. */
export function leastFrom(days: readonly StockDay[], on: Day): number {
  const later = [...new Set(days.flatMap(({ day }) => (day > on ? [day] : [])))];
  return Math.min(...[on, ...later].map((day) => heldOn(days, day)));
}

/** A lot of an item in one storehouse. */
export interface StockLot {
  readonly lot: string;
  readonly expires: Day | null;
  readonly days: readonly StockDay[];
}

/** May it still be used on a day? Its last day is one. */
export function isUsable({ expires }: Pick<StockLot, 'expires'>, on: Day): boolean {
  return expires === null || expires >= on;
}

/** The lot that is meant where nobody names one: of those that hold enough what expires first goes out first (先进先出). */
export function lotMeant(lots: readonly StockLot[], quantity: number, on: Day): StockLot | undefined {
  const first = ({ expires, lot }: StockLot): string => `${expires ?? '9999-12-31'} ${lot}`;
  return lots
    .filter(({ days }) => leastFrom(days, on) >= quantity)
    .toSorted((a, b) => (first(a) < first(b) ? -1 : 1))[0];
}

/** Until when something keeps that was made, or came, on a day. */
export function keepsUntil(made: Day, months: unknown): Day | undefined {
  return typeof months === 'number' && months > 0 ? addMonths(made, months) : undefined;
}
