import { addDays, type AnyStocking, type Day, type Kind, type Register } from '../kernel/index.ts';
import { knownRows, type Insider } from '../people/visibility.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { Places } from '../store/places.ts';

export interface StockOptions {
  readonly today: Day;
  /** The day on which one looks; today unless said otherwise. */
  readonly at?: Day;
  /** Only this storehouse. */
  readonly storehouse?: string;
}

/** What of a lot asks for attention: it has expired, or will soon. */
export type LotMark = 'expired' | 'soon';

export interface StockLotView {
  readonly lot: string;
  readonly quantity: number;
  /** The last day on which it may be used. */
  readonly expires: Day | null;
  readonly mark?: LotMark;
  /** When it was counted last. */
  readonly counted: Day | null;
}

export interface StockItemView {
  readonly record: string;
  readonly title: string;
  readonly unit: string;
  readonly quantity: number;
  /** How much there must be, where somebody has said so. */
  readonly minimum?: number;
  /** How much is missing to that. */
  readonly short?: number;
  /** What expires first stands first. */
  readonly lots: readonly StockLotView[];
}

export interface StorehouseView {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly village: string | null;
  /** No longer in use; shown while something is still in it. */
  readonly closed: boolean;
  readonly items: readonly StockItemView[];
}

/** What went out beyond the book and nobody has verified yet (待核). */
export interface AwaitingView {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly storehouse: string;
  readonly item: string;
  readonly lot: string;
  readonly quantity: number;
  readonly day: Day;
}

export interface StockList {
  readonly at: Day;
  /** The township's own first. */
  readonly storehouses: readonly StorehouseView[];
  readonly awaiting: readonly AwaitingView[];
  /** How many lots have expired or will soon, how many items are short, how many issues await verification. */
  readonly counts: Readonly<Record<LotMark | 'short' | 'awaiting', number>>;
}

/** How long before its last day a lot is marked: long enough to buy anew. No law says. */
const SOON_DAYS = 90;

interface StockKind {
  readonly kind: Kind;
  readonly stock: AnyStocking;
}

/** The kinds that move stock, of all versions. */
function stockKinds(register: Register): StockKind[] {
  return register.versions.flatMap((kind) => (kind.stock ? [{ kind, stock: kind.stock }] : []));
}

/** Codes of the kinds that a link of movements points to. */
function targets(register: Register, role: 'storehouse' | 'item'): string[] {
  return stockKinds(register).flatMap(({ kind, stock }) => kind.fields[stock[role]]?.target ?? []);
}

/** A state that no step leads out of: 已停用, 已停储. */
function isOver(kind: Kind, state: string): boolean {
  return !Object.values(kind.steps).some(({ from }) => from !== 'start' && from.includes(state));
}

interface Row {
  readonly record: string;
  readonly kind: string;
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly village: string | null;
  readonly voided: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

const COLUMNS = `r.record_id AS record, r.kind, r.kind_version AS version, r.state, r.title, r.village,
  r.voided_by IS NOT NULL AS voided, r.body`;

async function readStorehouses(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  org: string,
  { at, storehouse }: { readonly at: Day; readonly storehouse?: string | undefined },
): Promise<Row[]> {
  const { place, values } = new Places(org);
  const only = storehouse === undefined ? '' : ` AND r.record_id = ${place(storehouse)}`;
  return tx.query<Row>(
    '~storehouses-of-stock',
    `SELECT ${COLUMNS} FROM record r
     WHERE r.org_code = $1 AND r.kind = ANY (${place(targets(register, 'storehouse'))}::text[])
       AND r.occurred_on <= ${place(at)} AND NOT r.is_drill AND ${knownRows(viewer, register, place)}${only}
     ORDER BY r.village IS NOT NULL, r.village, r.occurred_on, r.record_id`,
    values,
  );
}

/** What is kept is the same in every storehouse: whoever sees a storehouse learns what its items are called. */
async function readItems(tx: Transaction, register: Register, org: string): Promise<Map<string, Row>> {
  const { place, values } = new Places(org);
  const rows = await tx.query<Row>(
    '~items-of-stock',
    `SELECT ${COLUMNS} FROM record r
     WHERE r.org_code = $1 AND r.kind = ANY (${place(targets(register, 'item'))}::text[])
       AND r.sealed IS NULL AND NOT r.is_drill
     ORDER BY r.occurred_on, r.record_id`,
    values,
  );
  return new Map(rows.map((row) => [row.record, row]));
}

type LotRow = Omit<StockLotView, 'mark'> & { readonly storehouse: string; readonly item: string };

/** The sum of all movements up to a day. */
async function readLots(
  tx: Transaction,
  org: string,
  storehouses: readonly string[],
  at: Day,
): Promise<LotRow[]> {
  if (storehouses.length === 0) return [];
  return tx.query<LotRow>(
    'stock-on-day',
    `SELECT m.storehouse, m.item, m.lot, sum(m.amount)::bigint AS quantity, min(m.expires) AS expires,
       max(m.day) FILTER (WHERE m.effect = 'count') AS counted
     FROM stock_move m
     WHERE m.org_code = $1 AND m.storehouse = ANY ($2::uuid[]) AND m.day <= $3
     GROUP BY m.storehouse, m.item, m.lot HAVING sum(m.amount) <> 0
     ORDER BY min(m.expires), m.lot`,
    [org, storehouses, at],
  );
}

async function readAwaiting(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  org: string,
  storehouses: readonly string[],
  at: Day,
): Promise<AwaitingView[]> {
  if (storehouses.length === 0) return [];
  const { place, values } = new Places(org);
  return tx.query<AwaitingView>(
    '~stock-awaiting',
    `SELECT m.record_id AS record, r.kind, r.title, m.storehouse, m.item, m.lot, m.awaits AS quantity, m.day
     FROM stock_move m JOIN record r ON r.org_code = m.org_code AND r.record_id = m.record_id
     WHERE m.org_code = $1 AND m.storehouse = ANY (${place(storehouses)}::uuid[]) AND m.day <= ${place(at)}
       AND m.awaits > 0 AND ${knownRows(viewer, register, place)}
     ORDER BY m.day, m.record_id`,
    values,
  );
}

function lotView({ lot, quantity, expires, counted }: LotRow, at: Day): StockLotView {
  const mark = markOf(expires, at);
  return { lot, quantity, expires, ...(mark ? { mark } : {}), counted };
}

function markOf(expires: Day | null, at: Day): LotMark | undefined {
  if (expires === null) return undefined;
  if (expires < at) return 'expired';
  return expires <= addDays(at, SOON_DAYS) ? 'soon' : undefined;
}

/** How much of an item a storehouse must hold; nothing where either is no longer in use. */
function minimumOf(stock: AnyStocking, item: Row, register: Register, storehouse: StorehouseView): number {
  if (storehouse.closed || item.voided || isOver(register.kind(item.kind, item.version), item.state))
    return 0;
  const { minimum, villageMinimum } = stock.ofItem;
  const least = item.body[storehouse.village === null ? minimum : villageMinimum];
  return typeof least === 'number' ? least : 0;
}

function itemView(
  stock: AnyStocking,
  item: Row,
  lots: readonly StockLotView[],
  minimum: number,
): StockItemView[] {
  const quantity = lots.reduce((sum, lot) => sum + lot.quantity, 0);
  if (lots.length === 0 && minimum === 0) return [];
  return [
    {
      record: item.record,
      title: item.title,
      unit: String(item.body[stock.ofItem.unit] ?? ''),
      quantity,
      ...(minimum > 0 ? { minimum } : {}),
      ...(quantity < minimum ? { short: minimum - quantity } : {}),
      lots,
    },
  ];
}

function storehouseView(
  register: Register,
  row: Row,
  items: ReadonlyMap<string, Row>,
  lots: readonly LotRow[],
  at: Day,
): StorehouseView[] {
  const [{ stock } = { stock: undefined }] = stockKinds(register);
  if (!stock) return [];
  const closed = row.voided || isOver(register.kind(row.kind, row.version), row.state);
  const { record, kind, title, village } = row;
  const view: StorehouseView = { record, kind, title, village, closed, items: [] };
  const here = lots.filter(({ storehouse }) => storehouse === record);
  const shown = [...items.values()].flatMap((item) => {
    const held = here.filter((lot) => lot.item === item.record).map((lot) => lotView(lot, at));
    return itemView(stock, item, held, minimumOf(stock, item, register, view));
  });
  return closed && shown.length === 0 ? [] : [{ ...view, items: shown }];
}

function countsOf(
  storehouses: readonly StorehouseView[],
  awaiting: readonly AwaitingView[],
): StockList['counts'] {
  const items = storehouses.flatMap((each) => each.items);
  const marked = (mark: LotMark): number =>
    items.flatMap(({ lots }) => lots).filter((lot) => lot.mark === mark).length;
  const short = items.filter((item) => item.short !== undefined).length;
  return { expired: marked('expired'), soon: marked('soon'), short, awaiting: awaiting.length };
}

/**
 * What is where on a day (库存): the storehouses that the viewer may know of, with items and lots, what has expired, what falls
 * short. The past is the sum of what moved until then; minima and names are those of now.
 */
export async function stockOn(
  store: Store,
  register: Register,
  viewer: Insider,
  org: string,
  { today, at = today, storehouse }: StockOptions,
): Promise<StockList> {
  return store.read(oneOrganisation(org), async (tx) => {
    const rows = await readStorehouses(tx, register, viewer, org, { at, storehouse });
    const items = await readItems(tx, register, org);
    const ids = rows.map(({ record }) => record);
    const lots = await readLots(tx, org, ids, at);
    const storehouses = rows.flatMap((row) => storehouseView(register, row, items, lots, at));
    const awaiting = await readAwaiting(tx, register, viewer, org, ids, at);
    return { at, storehouses, awaiting, counts: countsOf(storehouses, awaiting) };
  });
}
