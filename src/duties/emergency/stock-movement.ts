import {
  count,
  dayField,
  defineKind,
  file,
  link,
  longText,
  oneOf,
  person,
  text,
  type Check,
  type Matter,
} from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const MOST = 1_000_000;

const fields = {
  name: text('物资', { max: 60 }),
  receipt: link('批次（入库登记）', 'stock-movement', { help: '选了批次，物资和库室就不用再选' }),
  item: link('物资品种', 'supply-item'),
  storehouse: link('库室', 'storehouse'),
  to: link('调入库室', 'storehouse'),
  lot: text('批次号', {
    max: 40,
    code: true,
    help: '不写的：入库用入库日，出库和调拨用没有过期的里面最早到期、数量够的一批',
  }),
  unit: text('单位', { max: 6 }),
  quantity: count('数量', '件', { min: 1, max: MOST }),
  counted: count('实盘数', '件', { max: MOST }),
  difference: count('盘点差异', '件', { min: -MOST, max: MOST }),
  beyond: count('账外数（待核）', '件', { min: 1, max: MOST }),
  movedOn: dayField('出入库日'),
  during: oneOf('用在哪里', { daily: '日常', incident: '突发事件处置' }),
  incident: link('突发事件', 'incident', { help: '选了突发事件，就是用在突发事件处置' }),
  origin: oneOf('怎么来的', {
    bought: '采购',
    allotted: '上级调拨、拨付',
    donated: '捐赠',
    opening: '建账清点',
    other: '其他',
  }),
  cause: oneOf('报废、报损原因', {
    expired: '过期',
    damaged: '损坏',
    used: '一次性用完',
    lost: '丢失',
    other: '其他',
  }),
  producedOn: dayField('生产日期'),
  expiresOn: dayField('有效期至', { future: true }),
  purpose: text('事由', { max: 60, help: '不写个人姓名' }),
  taker: person('领用人、经手人'),
  explanation: longText('差异、核实说明', { max: 400, help: '不写个人姓名' }),
  sheet: file('签收单、盘点表'),
  verifiedOn: dayField('核实日'),
};

type Movement = Matter<typeof fields>;

const BY = ['emergency-officer', 'village-cadre'] as const;
const BASIS = cite('TF', '44');
/** What the machine gives: whose lot it is, and what the book says. */
const GIVEN = ['name', 'unit', 'item', 'storehouse', 'lot', 'beyond', 'difference', 'expiresOn'] as const;
const WHICH = ['receipt', 'item', 'storehouse', 'lot'] as const;

const DESCRIBED: Check<typeof fields> = {
  wrong: ({ values }) => values.item === undefined || values.storehouse === undefined,
  field: 'receipt',
  sentence: '没有写明是哪个库室的哪种物资。',
  next: '选一个批次，或者同时选物资品种和库室。',
};

const ELSEWHERE: Check<typeof fields> = {
  wrong: ({ values }) => values.to !== undefined && values.to === values.storehouse,
  field: 'to',
  sentence: '调入的库室和调出的是同一个。',
  next: '选另一个库室。',
};

const EXPLAINED: Check<typeof fields> = {
  wrong: ({ values }) => (values.difference ?? 0) !== 0 && values.explanation === undefined,
  field: 'explanation',
  sentence: '实盘数和账面不一样，要写明差异的原因。',
  next: '查明原因后写在“差异、核实说明”里；查不明的照实写“原因不明”。',
};

const taken = { from: 'start', by: BY, basis: BASIS, day: 'movedOn', fills: GIVEN } as const;

/** Whoever names the incident need not say besides that there was one. */
function forIncident({ values }: Pick<Movement, 'values'>): boolean {
  return values.during === 'incident' || values.incident !== undefined;
}

function issuedForIncident(movement: Movement): boolean {
  return movement.state === 'issued' && forIncident(movement);
}

/** What a movement adds to all that is in stock: what goes from one storehouse to another adds nothing. */
function piecesOf({ state, values }: Movement): number {
  const { quantity = 0, beyond = 0, difference = 0 } = values;
  switch (state) {
    case 'received':
    case 'returned':
      return quantity;
    case 'issued':
    case 'writtenOff':
      return beyond - quantity;
    case 'transferred':
      return beyond;
    default:
      return difference;
  }
}

/**
 * A movement of emergency stock (应急物资出入库): one record for one lot. What is where is the sum of movements; nobody enters a
 * balance. In an incident what was handed out beyond the book is recorded as it was (待核), and a count is due.
 */
export const stockMovement = defineKind({
  code: 'stock-movement',
  label: '应急物资出入库',
  room: 'emergency',
  version: 1,
  village: 'optional',
  title: 'name',
  fields,
  states: {
    received: '已入库',
    issued: '已出库',
    returned: '已归还',
    transferred: '已调拨',
    writtenOff: '已报废报损',
    counted: '已盘点',
  },
  steps: {
    receive: {
      ...taken,
      label: '入库',
      to: 'received',
      asks: ['item', 'storehouse', 'quantity'],
      may: ['origin', 'lot', 'producedOn', 'expiresOn', 'purpose', 'taker', 'sheet'],
    },
    issue: {
      ...taken,
      label: '出库领用',
      to: 'issued',
      asks: ['quantity'],
      may: [...WHICH, 'during', 'incident', 'purpose', 'taker', 'sheet'],
      checks: [DESCRIBED],
    },
    return: {
      ...taken,
      label: '归还',
      to: 'returned',
      asks: ['quantity'],
      may: [...WHICH, 'purpose', 'taker', 'sheet'],
      checks: [DESCRIBED],
    },
    transfer: {
      ...taken,
      label: '调拨',
      to: 'transferred',
      asks: ['to', 'quantity'],
      may: [...WHICH, 'during', 'incident', 'purpose', 'taker', 'sheet'],
      checks: [DESCRIBED, ELSEWHERE],
    },
    writeOff: {
      ...taken,
      label: '报废报损',
      to: 'writtenOff',
      asks: ['quantity', 'cause'],
      may: [...WHICH, 'purpose', 'sheet'],
      checks: [DESCRIBED],
    },
    count: {
      ...taken,
      label: '盘点',
      to: 'counted',
      asks: ['counted'],
      may: [...WHICH, 'explanation', 'sheet'],
      checks: [DESCRIBED, EXPLAINED],
    },
    verify: {
      label: '核实账外数',
      by: BY,
      basis: BASIS,
      from: ['issued', 'transferred'],
      when: ({ values }) => values.beyond !== undefined && values.verifiedOn === undefined,
      day: 'verifiedOn',
      asks: ['explanation'],
      may: ['sheet'],
      fills: GIVEN,
    },
  },
  terms: [
    {
      rule: 'YJ-18.count',
      from: 'movedOn',
      metBy: 'verifiedOn',
      where: ({ values }) => values.beyond !== undefined,
    },
  ],
  stock: {
    does: {
      received: 'receive',
      issued: 'out',
      returned: 'return',
      transferred: 'transfer',
      writtenOff: 'out',
      counted: 'count',
    },
    day: 'movedOn',
    storehouse: 'storehouse',
    to: 'to',
    item: 'item',
    lot: 'lot',
    receipt: 'receipt',
    quantity: 'quantity',
    counted: 'counted',
    difference: 'difference',
    beyond: 'beyond',
    verified: 'verifiedOn',
    expires: 'expiresOn',
    produced: 'producedOn',
    copies: { name: 'name', unit: 'unit' },
    ofItem: {
      unit: 'unit',
      shelfMonths: 'shelfMonths',
      minimum: 'minimum',
      villageMinimum: 'villageMinimum',
    },
    exceeds: (movement) => movement.state !== 'writtenOff' && forIncident(movement),
    discards: ({ state }) => state === 'writtenOff',
    short:
      '请核对数量和批次，漏登的入库先补登；突发事件处置中已经发出的，“用在哪里”选“突发事件处置”，照实登记，事后核实。',
  },
  figures: {
    'emergency-supplies.pieces': {
      label: '应急物资结存',
      unit: '件',
      definition:
        '截至统计日乡级库和村级储备室账面结存的件数之和，不论按把、条、顶还是箱数；库室之间调拨不增不减，演练不计。',
      chapter: 'emergency',
      measure: 'stock',
      from: 'movedOn',
      amount: piecesOf,
    },
    'emergency-supplies.issued': {
      label: '突发事件处置中发放的应急物资',
      unit: '件',
      definition:
        '统计期内登记为突发事件处置、或者写明突发事件的出库件数之和，账外数（待核）照实计入；日常领用和调拨不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'movedOn',
      where: issuedForIncident,
      amount: ({ values }) => values.quantity,
    },
    'emergency-supplies.counts': {
      label: '应急物资盘点',
      unit: '批次',
      definition: '统计期内盘点的批次数，一个库室的一批物资盘一次计一批次；核实账外数不另计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'movedOn',
      where: ({ state }) => state === 'counted',
    },
    'emergency-supplies.awaiting': {
      label: '账外数待核的出库',
      unit: '笔',
      definition: '截至统计日出库、调拨多于账面而还没有核实的笔数；核实后不再计。',
      chapter: 'emergency',
      measure: 'stock',
      from: 'movedOn',
      until: 'verifiedOn',
      where: ({ values }) => values.beyond !== undefined,
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-03-11',
        values: {
          item: '防汛编织袋',
          storehouse: '应急物资库',
          quantity: 400,
          origin: 'bought',
          producedOn: '2024-02-05',
          movedOn: '2024-03-11',
        },
      },
    ],
    [
      {
        step: 'issue',
        on: '2024-07-08',
        values: {
          receipt: '入库登记',
          quantity: 120,
          incident: '村道塌方',
          purpose: '河堤塌方段加固',
          movedOn: '2024-07-08',
        },
      },
    ],
    [
      {
        step: 'issue',
        on: '2024-07-08',
        values: {
          item: '防汛编织袋',
          storehouse: '应急物资库',
          quantity: 60,
          during: 'incident',
          movedOn: '2024-07-08',
        },
      },
      {
        step: 'verify',
        on: '2024-07-10',
        values: { explanation: '去年库存转来的一批没有登记入库，已全部用完。', verifiedOn: '2024-07-10' },
      },
    ],
    [
      {
        step: 'return',
        on: '2024-07-15',
        values: { receipt: '入库登记', quantity: 35, movedOn: '2024-07-15' },
      },
    ],
    [
      {
        step: 'transfer',
        on: '2024-05-06',
        values: { receipt: '入库登记', to: '村级储备室', quantity: 50, movedOn: '2024-05-06' },
      },
    ],
    [
      {
        step: 'writeOff',
        on: '2024-11-18',
        values: { receipt: '入库登记', quantity: 12, cause: 'damaged', movedOn: '2024-11-18' },
      },
    ],
    [
      {
        step: 'count',
        on: '2024-12-16',
        values: {
          receipt: '入库登记',
          counted: 396,
          explanation: '受潮霉烂的四条混在底层，另行报损。',
          movedOn: '2024-12-16',
        },
      },
    ],
  ],
});
