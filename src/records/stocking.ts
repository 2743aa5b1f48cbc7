import {
  heldOn,
  keepsUntil,
  leastFrom,
  isUsable,
  lotMeant,
  Refusal,
  stockKey,
  type AnyStocking,
  type Day,
  type Kind,
  type StockDay,
  type StockEffect,
  type StockKey,
  type StockLot,
} from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import type { StartRequest } from './ask.ts';
import type { Draft } from './draft.ts';
import { CORRECT } from './projection.ts';
import type { RecordRow } from './row.ts';
import { stockOf } from './stock-moves.ts';

/** What the book must hold once the act is written, or it is judged again: at the end of a day, or at the least from it on. */
export interface BookRow extends StockKey {
  readonly day: Day;
  readonly held: number;
  readonly least: boolean;
}

type Values = Readonly<Record<string, unknown>>;

interface Named {
  readonly id: string;
  readonly title: string;
  readonly village: string | null;
  readonly body: Values;
}

async function recordsNamed(
  tx: Transaction,
  org: string,
  ids: readonly unknown[],
): Promise<ReadonlyMap<unknown, Named>> {
  const wanted = ids.filter((id) => typeof id === 'string');
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<Named>(
    'records-of-stock',
    `SELECT record_id AS id, title, village, body FROM record
     WHERE org_code = $1 AND record_id = ANY ($2::uuid[]) AND sealed IS NULL`,
    [org, wanted],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every lot of an item in a storehouse, as all movements but the record's own leave it. */
async function lotsOf(
  tx: Transaction,
  org: string,
  { storehouse, item }: Pick<StockKey, 'storehouse' | 'item'>,
  beside: string,
): Promise<StockLot[]> {
  const rows = await tx.query<StockDay & { readonly lot: string; readonly expires: Day | null }>(
    'lots-of-item',
    `SELECT lot, day, sum(amount)::bigint AS amount, min(expires) AS expires FROM stock_move
     WHERE org_code = $1 AND storehouse = $2 AND item = $3 AND record_id <> $4
     GROUP BY lot, day ORDER BY lot, day`,
    [org, storehouse, item, beside],
  );
  const lots = new Map<string, { lot: string; expires: Day | null; days: StockDay[] }>();
  for (const { lot, day, amount, expires } of rows) {
    const held = lots.get(lot) ?? { lot, expires: null, days: [] };
    if (expires !== null && (held.expires === null || expires < held.expires)) held.expires = expires;
    held.days.push({ day, amount });
    lots.set(lot, held);
  }
  return [...lots.values()];
}

/** A lot that nobody has named and no receipt has brought. */
const UNNAMED = '未分批';

/** A movement as it is known before the machine adds what is on the book. */
interface Movement {
  readonly stock: AnyStocking;
  readonly effect: StockEffect;
  readonly values: Values;
  readonly on: Day;
  readonly lots: readonly StockLot[];
  /** Does it take out more than there is without being stopped? */
  readonly exceeds: boolean;
  /** Is it thrown away? */
  readonly discards: boolean;
  readonly item: Named;
  readonly storehouse: Named;
}

function amountOf({ values, stock }: Movement): number {
  return Number(values[stock.quantity] ?? 0);
}

function unnamedLot(movement: Movement): string {
  const { effect, lots, on } = movement;
  switch (effect) {
    case 'receive':
      return on;
    case 'return':
      return lots.at(-1)?.lot ?? UNNAMED;
    case 'out':
    case 'transfer':
      return lotOut(movement)?.lot ?? UNNAMED;
    case 'count':
      return theOnlyLot(movement);
  }
}

/** What is thrown away expires first; what is handed out has not expired, unless somebody names the lot. */
function lotOut(movement: Movement): StockLot | undefined {
  const { discards, lots, on, stock, item } = movement;
  const usable = discards ? lots : lots.filter((lot) => isUsable(lot, on));
  const found = lotMeant(usable, amountOf(movement), on) ?? theShortLot({ ...movement, lots: usable });
  const expired = lots.filter((lot) => !usable.includes(lot) && leastFrom(lot.days, on) > 0);
  if (expired.length === 0 || (found && leastFrom(found.days, on) > 0)) return found;
  throw new Refusal(
    'missing-value',
    `“${item.title}”账面有的批次（${expired.map(({ lot }) => lot).join('、')}）都过了有效期。`,
    { field: stock.lot, next: '确实发出去了的，请写明批次；不能再用的，请办“报废报损”。' },
  );
}

/** Where no lot holds enough: the only one that holds anything; of several, who hands out says how much of which. */
function theShortLot({ lots, on, stock, item }: Movement): StockLot | undefined {
  const here = lots.filter(({ days }) => leastFrom(days, on) > 0);
  if (here.length < 2) return here[0] ?? lots.at(-1);
  const unit = String(item.body[stock.ofItem.unit] ?? '');
  const held = here.map(({ lot, days }) => `${lot}有${leastFrom(days, on)}${unit}`).join('、');
  throw new Refusal('missing-value', `“${item.title}”没有一批够这么多：批次${held}。`, {
    field: stock.lot,
    next: '请写明批次，一批登记一条；合起来也不够的，多出的记在最后一批上。',
  });
}

/** What was counted is one lot: where there are several, only who counted knows which. */
function theOnlyLot({ lots, on, stock, item }: Movement): string {
  const here = lots.filter(({ days }) => heldOn(days, on) > 0);
  if (here.length < 2) return (here[0] ?? lots.at(-1))?.lot ?? UNNAMED;
  throw new Refusal(
    'missing-value',
    `“${item.title}”在这个库室有几个批次（${here.map(({ lot }) => lot).join('、')}），要写明盘的是哪一批。`,
    { field: stock.lot, next: '一批一批地盘，一批登记一条。' },
  );
}

/** How much of what goes out the book does not hold; refused unless the act may go beyond it. */
function beyondOf(movement: Movement, lot: StockLot): number {
  const { stock, exceeds, item, storehouse, on } = movement;
  const free = Math.max(0, leastFrom(lot.days, on));
  const wanted = amountOf(movement);
  if (wanted <= free || exceeds) return Math.max(0, wanted - free);
  const unit = String(item.body[stock.ofItem.unit] ?? '');
  throw new Refusal(
    'invalid-value',
    `“${storehouse.title}”的“${item.title}”（批次${lot.lot}）${on}账面只有${free}${unit}，不能出${wanted}${unit}。`,
    { field: stock.quantity, next: stock.short },
  );
}

/** What the book says to the act: the values that the machine gives, and what must still hold when it is written. */
function onBook(movement: Movement): { readonly values: Values; readonly book: readonly BookRow[] } {
  const { stock, effect, values, on, lots, item, storehouse } = movement;
  const name = (values[stock.lot] as string | undefined) ?? unnamedLot(movement);
  const lot = lots.find((each) => each.lot === name) ?? { lot: name, expires: null, days: [] };
  const key = { storehouse: storehouse.id, item: item.id, lot: name };
  const row = (held: number, least: boolean): BookRow[] => [{ ...key, day: on, held, least }];
  switch (effect) {
    case 'receive': {
      const made = (values[stock.produced] ?? on) as Day;
      const expires = values[stock.expires] ?? keepsUntil(made, item.body[stock.ofItem.shelfMonths]);
      return { values: { [stock.lot]: name, [stock.expires]: expires }, book: [] };
    }
    case 'return':
      return { values: { [stock.lot]: name }, book: [] };
    case 'count': {
      const counted = Number(values[stock.counted] ?? 0);
      const difference = counted - heldOn(lot.days, on);
      return { values: { [stock.lot]: name, [stock.difference]: difference }, book: row(counted, false) };
    }
    case 'out':
    case 'transfer': {
      const beyond = beyondOf(movement, lot);
      const expires = effect === 'transfer' ? { [stock.expires]: lot.expires ?? undefined } : {};
      return {
        values: { [stock.lot]: name, [stock.beyond]: beyond === 0 ? undefined : beyond, ...expires },
        book: beyond === 0 ? [] : row(0, true),
      };
    }
  }
}

/** Where the lot is not described it is that of its receipt. A correction of the receipt describes it anew. */
function described(stock: AnyStocking, before: Values, asked: Values, receipt: Named | undefined): Values {
  const names = [stock.storehouse, stock.item, stock.lot];
  const anew = asked[stock.receipt] !== undefined;
  const kept = Object.entries({ ...before, ...asked }).filter(
    ([name, value]) => value !== null && !(anew && names.includes(name) && asked[name] === undefined),
  );
  const values = Object.fromEntries(kept);
  const taken = names.filter((name) => values[name] === undefined).map((name) => [name, receipt?.body[name]]);
  return { ...values, ...Object.fromEntries(taken.filter(([, value]) => value !== undefined)) };
}

/** The values that differ from those before; one that is no more is taken away. */
function changed(before: Values, after: Values): Values {
  return Object.fromEntries(
    Object.entries(after).flatMap(([name, value]) => {
      if (value !== undefined) return [[name, value]];
      return before[name] === undefined ? [] : [[name, null]];
    }),
  );
}

/** Does the act say anew what moved: a step of the kind's own, or a correction? */
function saysMovement({ kind, step }: Draft): boolean {
  return kind.steps[step] !== undefined || step === CORRECT;
}

/**
 * A movement with what the machine gives: storehouse, item and lot of its receipt, the item's name, which lot goes out first,
 * how much the book did not hold, by how much a count differs. Judged again where the book has changed meanwhile. In a drill
 * nothing is taken from the book, and nothing is short.
 */
async function stocked(tx: Transaction, draft: Draft, matter: RecordRow | null): Promise<Draft> {
  const { kind, asked, org, record } = draft;
  const { stock } = kind;
  if (!stock || !saysMovement(draft)) return draft;
  const before: Values = matter?.body ?? {};
  const receipts = await recordsNamed(tx, org, [asked.open[stock.receipt]]);
  const values = described(stock, before, asked.open, receipts.get(asked.open[stock.receipt]));
  const known = stockKey(stock, values);
  const named = await recordsNamed(tx, org, [known.storehouse, known.item]);
  const [storehouse, item] = [named.get(known.storehouse), named.get(known.item)];
  const state = kind.steps[draft.step]?.to ?? matter?.state ?? '';
  const effect = stock.does[state];
  // What is missing the step's own checks say.
  if (!storehouse || !item || !effect) return draft;
  assertSameVillage(stock, matter, storehouse);
  const on = (values[stock.day] ?? asked.occurredOn) as Day;
  const drill = matter?.is_drill ?? draft.envelope.drill ?? false;
  const seen = { id: record, state, occurredOn: on, values } as Parameters<typeof stock.exceeds>[0];
  const { values: given, book } = onBook({
    stock,
    effect,
    values,
    on,
    item,
    storehouse,
    lots: await lotsOf(tx, org, { storehouse: storehouse.id, item: item.id }, record),
    exceeds: drill || stock.exceeds(seen),
    discards: stock.discards(seen),
  });
  const copies = Object.entries(stock.copies).map(([from, to]) => [to, item.body[from]] as const);
  const machine = {
    [stock.storehouse]: storehouse.id,
    [stock.item]: item.id,
    ...Object.fromEntries(copies),
    ...given,
    ...(drill ? { [stock.beyond]: undefined } : {}),
  };
  const open = { ...asked.open, ...changed(before, machine) };
  return { ...draft, asked: { ...asked, open }, book: drill ? [] : book };
}

/** A movement stands with its storehouse's village, and a village can't be taken away from a record. */
function assertSameVillage(
  stock: AnyStocking,
  matter: RecordRow | null,
  { title, village }: Pick<Named, 'title' | 'village'>,
): void {
  if (!matter || matter.village === village) return;
  throw new Refusal('invalid-value', `“${title}”不在这条登记的村里，库室不能这样更正。`, {
    field: stock.storehouse,
    next: '请作废这一条，再按正确的库室登记。',
  });
}

/** No act may leave the book below nothing on any day: not a voiding, not a correction, not a late entry. */
async function assertStock(tx: Transaction, kind: Kind, row: RecordRow): Promise<void> {
  const { moves } = stockOf(kind, row);
  if (!moves) return;
  const [short] = await tx.query<StockKey & { readonly day: Day; readonly held: number }>(
    'stock-after',
    'SELECT storehouse, item, lot, day, held FROM stock_after($1, $2, $3) WHERE held < 0 ORDER BY day LIMIT 1',
    [row.org_code, row.record_id, JSON.stringify(moves)],
  );
  if (!short) return;
  const named = await recordsNamed(tx, row.org_code, [short.storehouse, short.item]);
  const [where, what] = [short.storehouse, short.item].map((id) => named.get(id)?.title ?? '');
  throw new Refusal(
    'wrong-state',
    `这样登记，“${where}”的“${what}”（批次${short.lot}）${short.day}的账面会少${-short.held}，账面不能是负数。`,
    { next: '请先更正后来的出库、调拨，或先登记盘点，再来办这一件。' },
  );
}

/**
 * The act with what the book says to it; refused where it would leave the book below nothing. Both are read at one moment: what
 * others move meanwhile shows when the entry is written (`book`), and the act is judged again.
 */
export async function heldAgainstBook(
  store: Store,
  draft: Draft,
  matter: RecordRow | null,
  rowAfter: (draft: Draft) => RecordRow,
): Promise<Draft> {
  if (!draft.kind.stock) return draft;
  return store.read(oneOrganisation(draft.org), async (tx) => {
    const said = await stocked(tx, draft, matter);
    await assertStock(tx, draft.kind, rowAfter(said));
    return said;
  });
}

/** A movement belongs to the village of its storehouse: nobody chooses it. */
export async function stockVillage(
  store: Store,
  kind: Kind,
  { org, values = {}, village }: StartRequest,
): Promise<string | undefined> {
  const { stock } = kind;
  if (!stock) return village;
  return store.read(oneOrganisation(org), async (tx) => {
    const linkedTo = (name: string): unknown => {
      const parsed = kind.fields[name]?.parse(values[name]);
      return parsed && 'value' in parsed ? parsed.value : undefined;
    };
    const receipt = linkedTo(stock.receipt);
    const brought = (await recordsNamed(tx, org, [receipt])).get(receipt);
    const id = linkedTo(stock.storehouse) ?? brought?.body[stock.storehouse];
    const storehouse = (await recordsNamed(tx, org, [id])).get(id);
    if (!storehouse) return village;
    if (village && village !== storehouse.village) {
      throw new Refusal('invalid-value', `这个库室不在${village}。`, {
        field: 'village',
        next: '所在村跟着库室走，不用另选。',
      });
    }
    return storehouse.village ?? undefined;
  });
}
