import { workdaysAfter, OPENING } from './days.ts';
import { EMERGENCY } from './accounts.ts';
import { fromPaper } from './paper.ts';
import type { Matter, Plan } from './plan.ts';

/** The storehouses of the demo, the villages' in the order of the villages. */
export interface Stores {
  readonly township: Matter;
  readonly villages: readonly Matter[];
  /** The room that moved in summer: which village's, and where to. */
  readonly moved: { readonly index: number; readonly on: string; readonly to: Matter };
}

const ITEMS: readonly (readonly [
  name: string,
  category: string,
  unit: string,
  opening: number,
  minimum: number,
  more?: { readonly months?: number; readonly village?: number },
])[] = [
  ['铁锹', 'rescue', '把', 46, 30, { village: 8 }],
  ['铁扫把', 'fire', '把', 60, 40, { village: 10 }],
  ['防火头盔', 'protection', '顶', 34, 30],
  ['头灯', 'light', '个', 40, 30],
  ['手电筒', 'light', '个', 52, 30],
  ['手持喇叭', 'signal', '个', 14, 12],
  ['对讲机', 'signal', '部', 12, 10],
  ['防汛编织袋', 'flood', '条', 240, 500, { months: 36 }],
  ['雨衣', 'protection', '件', 28, 40],
  ['雨靴', 'protection', '双', 32, 30],
  ['救生衣', 'flood', '件', 20, 20],
  ['救生绳', 'rescue', '根', 10, 8],
  ['抽水泵', 'flood', '台', 2, 2],
  ['发电机', 'light', '台', 2, 1],
  ['风力灭火机', 'fire', '台', 8, 8],
  ['灭火水枪', 'fire', '支', 16, 15],
  ['帐篷', 'living', '顶', 10, 8],
  ['棉被', 'living', '床', 36, 30],
  ['方便食品', 'living', '箱', 18, 20, { months: 9 }],
  ['瓶装水', 'living', '箱', 35, 30, { months: 24 }],
  ['急救包', 'medical', '个', 12, 15, { months: 36 }],
  ['警戒带', 'other', '卷', 22, 10],
];

/** The day on which everything that lay there was counted and entered. */
const COUNTED = workdaysAfter(OPENING, 6);

class Book {
  readonly #items = new Map<string, Matter>();
  readonly #lots = new Map<string, Matter>();

  constructor(
    readonly plan: Plan,
    readonly stores: Stores,
  ) {}

  list(name: string, values: object): void {
    const on = '2023-03-06';
    const listed = { step: 'list', on, by: EMERGENCY, ...fromPaper(4), values: { name, ...values } };
    this.#items.set(name, this.plan.start('supply-item', listed));
  }

  /** A lot that comes; later movements of the item are of the latest one unless they say otherwise. */
  receive(name: string, on: string, quantity: number, more: object = {}): Matter {
    const values = { item: this.#items.get(name), storehouse: this.stores.township, quantity, ...more };
    const lot = this.plan.start('stock-movement', { step: 'receive', on, by: EMERGENCY, values });
    if (!('storehouse' in more)) this.#lots.set(name, lot);
    return lot;
  }

  move(step: string, name: string, on: string, values: object, entered?: string): Matter {
    return this.plan.start('stock-movement', {
      step,
      on,
      by: EMERGENCY,
      ...(entered === undefined ? {} : { entered }),
      values: { receipt: this.#lots.get(name), ...values },
    });
  }
}

function openBook(book: Book): ReadonlyMap<Matter, ReadonlyMap<string, Matter>> {
  const inVillages = new Map(book.stores.villages.map((store) => [store, new Map<string, Matter>()]));
  for (const [name, category, unit, opening, minimum, { months, village } = {}] of ITEMS) {
    const kept = months === undefined ? {} : { shelfMonths: months };
    const everywhere = village === undefined ? {} : { villageMinimum: village };
    book.list(name, { category, unit, minimum, ...kept, ...everywhere });
    book.receive(name, COUNTED, opening, { origin: 'opening' });
    if (village === undefined) continue;
    book.stores.villages.forEach((storehouse, index) => {
      const quantity = village + (index % 3);
      const lot = book.receive(name, COUNTED, quantity, { origin: 'opening', storehouse });
      inVillages.get(storehouse)!.set(name, lot);
    });
  }
  return inVillages;
}

/** A fire on the mountain in March: all comes back but one helmet. */
function planFire(book: Book): void {
  const out = { during: 'incident', purpose: '山林火情扑救' };
  const taken = [
    ['风力灭火机', 6, 6],
    ['防火头盔', 20, 19],
    ['灭火水枪', 10, 10],
    ['头灯', 20, 20],
  ] as const;
  for (const [name, quantity] of taken)
    book.move('issue', name, '2024-03-19', { ...out, quantity }, '2024-03-20');
  for (const [name, , quantity] of taken)
    book.move('return', name, '2024-03-21', { quantity, purpose: '火情处置后归还' });
}

function planBeforeTheRains(book: Book): void {
  book.receive('防汛编织袋', '2024-05-08', 600, { origin: 'bought', producedOn: '2024-04-02' });
  book.receive('雨衣', '2024-05-08', 40, { origin: 'donated' });
  for (const to of book.stores.villages.slice(0, 6))
    book.move('transfer', '防汛编织袋', '2024-05-13', { to, quantity: 40, purpose: '汛前下沉' });
}

/** The storm of July: entered two days after, with more blankets handed out than anybody had entered. */
function planStorm(book: Book): void {
  const out = { during: 'incident', purpose: '强降雨抢险和转移安置' };
  const taken = [
    ['防汛编织袋', 320],
    ['雨衣', 36],
    ['雨靴', 24],
    ['帐篷', 6],
    ['瓶装水', 22],
  ] as const;
  for (const [name, quantity] of taken)
    book.move('issue', name, '2024-07-03', { ...out, quantity }, '2024-07-05');
  const blankets = book.move('issue', '棉被', '2024-07-03', { ...out, quantity: 42 }, '2024-07-05');
  book.plan.act(blankets, {
    step: 'verify',
    on: '2024-07-09',
    by: EMERGENCY,
    values: { explanation: '邻镇当晚支援的六床直接送到安置点，没有办入库。' },
  });
  for (const [name, quantity] of [
    ['雨靴', 22],
    ['帐篷', 6],
    ['棉被', 38],
  ] as const)
    book.move('return', name, '2024-07-11', { quantity, purpose: '群众返家后收回' });
}

function planRoomThatMoved(book: Book, inVillages: ReturnType<typeof openBook>): void {
  const { index, on, to } = book.stores.moved;
  for (const [name, receipt] of inVillages.get(book.stores.villages[index]!)!) {
    const [, , , , , { village = 0 } = {}] = ITEMS.find(([each]) => each === name)!;
    const quantity = village + (index % 3);
    book.move('transfer', name, on, { receipt, to, quantity, purpose: '储备室迁建' });
  }
}

function planAutumn(book: Book): void {
  const food = { quantity: 18, cause: 'expired', purpose: '过期食品集中处理' };
  book.move('writeOff', '方便食品', '2024-10-15', food);
  book.receive('方便食品', '2024-10-15', 20, { origin: 'bought', producedOn: '2024-09-20' });
  book.move('issue', '警戒带', '2024-11-08', { quantity: 4, during: 'daily', purpose: '消防演练划区' });
  const counted: readonly (readonly [string, number, string?])[] = [
    ['铁锹', 44, '两把木柄断裂，已丢弃未登记。'],
    ['铁扫把', 60],
    ['手电筒', 51, '原因不明。'],
    ['手持喇叭', 14],
    ['对讲机', 12],
    ['救生衣', 20],
    ['发电机', 2],
    ['急救包', 12],
  ];
  for (const [name, found, explanation] of counted) {
    const why = explanation === undefined ? {} : { explanation };
    book.move('count', name, '2024-12-10', { counted: found, ...why });
  }
}

/** What lies in the storehouses and how it moves through the year. */
export function planSupplies(plan: Plan, stores: Stores): void {
  const book = new Book(plan, stores);
  const inVillages = openBook(book);
  planFire(book);
  planBeforeTheRains(book);
  planStorm(book);
  planRoomThatMoved(book, inVillages);
  planAutumn(book);
}
