import { addDays, addMonths, day, type Day, type Field, type Kind, type Person } from '../kernel/index.ts';
import type { StockList } from '../records/stock-list.ts';
import type { Narrowed } from './views.ts';
import type { RecordView } from './record-view.ts';

/** One section (一节) of the emergency pack: a table to be read without power or network. */
export interface Section {
  readonly code: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Names or telephones in it are masked for whoever asks. */
  readonly masked: boolean;
}

/** What a section is made from: records as this person may see them, and how they are said in words. */
export interface PackReading {
  readonly month: string;
  /** `shows`: the personal fields that the section prints; no others are opened for it. */
  records(kind: string, narrowed?: Narrowed, shows?: readonly string[]): Promise<readonly RecordView[]>;
  kind(code: string): Kind;
  /** What is in the storehouses today. */
  stock(): Promise<StockList>;
}

export type SectionOf = (reading: PackReading) => Promise<Section>;

/** First and last day of a month, `2026-06`. */
export function monthSpan(month: string): { readonly from: Day; readonly to: Day } {
  const from = day(`${month}-01`);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

function labelOf(field: Field | undefined, value: unknown): string {
  if (value === undefined || value === null) return '';
  const options = field?.options;
  if (!options) return String(value);
  const codes = Array.isArray(value) ? (value as string[]) : [String(value)];
  return codes.map((code) => options[code] ?? code).join('、');
}

/** An open value of a record in words. */
function said(reading: PackReading, { kind, values }: RecordView, name: string): string {
  return labelOf(reading.kind(kind).fields[name], values?.[name]);
}

function peopleOf({ personal }: RecordView, name: string): readonly Person[] {
  const value = personal[name];
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]) as Person[];
}

function names(record: RecordView, field: string): string {
  return peopleOf(record, field)
    .map(({ name }) => name)
    .join('、');
}

function phones(record: RecordView, field: string): string {
  return peopleOf(record, field)
    .flatMap(({ phone }) => (phone === undefined ? [] : [phone]))
    .join('、');
}

/** Where a record belongs: its village, or the township itself. */
const level = ({ village }: RecordView): string => village ?? '乡镇';

/** The township first, then village by village. */
function byVillage(records: readonly RecordView[]): RecordView[] {
  return records.toSorted((a, b) => (a.village ?? '').localeCompare(b.village ?? '', 'zh'));
}

const hidesPhones = (records: readonly RecordView[]): boolean => records.some(({ masked }) => masked);

const callList: SectionOf = async (reading) => {
  const teams = await reading.records('rescue-team', { states: ['active'] });
  const titles = new Map(teams.map(({ id, title }) => [id, title]));
  const serving = await reading.records('rescue-member', { states: ['serving'] }, ['member']);
  const rank = ({ values }: RecordView): number =>
    ['leader', 'deputy', 'member'].indexOf(String(values?.['role']));
  const members = byVillage(serving.toSorted((a, b) => rank(a) - rank(b)));
  return {
    code: 'call-list',
    title: '叫应名单',
    columns: ['村', '队伍', '职务', '姓名', '电话', '会什么'],
    rows: members.map((member) => [
      level(member),
      titles.get(String(member.values?.['team'])) ?? '',
      said(reading, member, 'role'),
      names(member, 'member'),
      phones(member, 'member'),
      said(reading, member, 'skills'),
    ]),
    masked: hidesPhones(members),
  };
};

const dutyOfMonth: SectionOf = async (reading) => {
  const shifts = await reading.records(
    'duty-roster',
    {
      states: ['arranged', 'handed'],
      fields: { dutyOn: monthSpan(reading.month) },
    },
    ['leader', 'staff'],
  );
  const inOrder = byVillage(
    shifts.toSorted((a, b) => String(a.values?.['dutyOn']).localeCompare(String(b.values?.['dutyOn']))),
  );
  return {
    code: 'duty',
    title: `${reading.month}值班表`,
    columns: ['村', '值班日', '班次', '带班领导', '电话', '值班人员', '电话'],
    rows: inOrder.map((shift) => [
      level(shift),
      said(reading, shift, 'dutyOn'),
      said(reading, shift, 'shift') || '全天',
      names(shift, 'leader'),
      phones(shift, 'leader'),
      names(shift, 'staff'),
      phones(shift, 'staff'),
    ]),
    masked: hidesPhones(shifts),
  };
};

const sheltersAndRoutes: SectionOf = async (reading) => {
  const shelters = byVillage(await reading.records('shelter', { states: ['inUse'] }, ['keeper']));
  return {
    code: 'shelters',
    title: '避灾点和转移路线',
    columns: ['村', '名称', '位置', '可容纳（人）', '转移路线', '责任人', '电话'],
    rows: shelters.map((shelter) => [
      level(shelter),
      shelter.title,
      said(reading, shelter, 'place'),
      said(reading, shelter, 'capacity'),
      said(reading, shelter, 'route'),
      names(shelter, 'keeper'),
      phones(shelter, 'keeper'),
    ]),
    masked: hidesPhones(shelters),
  };
};

const dangerSpots: SectionOf = async (reading) => {
  const hazards = byVillage(
    await reading.records('hazard', {
      states: ['open', 'done'],
      fields: { grade: ['serious', 'imminent'] },
    }),
  );
  return {
    code: 'dangers',
    title: '还没有消除的重大隐患和险情',
    columns: ['村', '隐患', '位置', '程度', '现在的防范', '发现日'],
    rows: hazards.map((hazard) => [
      level(hazard),
      hazard.title,
      said(reading, hazard, 'place'),
      said(reading, hazard, 'grade'),
      said(reading, hazard, 'guard'),
      said(reading, hazard, 'foundOn'),
    ]),
    masked: false,
  };
};

const teams: SectionOf = async (reading) => {
  const active = byVillage(await reading.records('rescue-team', { states: ['active'] }));
  const members = await reading.records('rescue-member', { states: ['serving'] });
  return {
    code: 'teams',
    title: '救援队伍',
    columns: ['村', '队伍', '类别', '集结点', '在队（人）', '保险到期日'],
    rows: active.map((team) => [
      level(team),
      team.title,
      said(reading, team, 'type'),
      said(reading, team, 'base'),
      String(members.filter(({ values }) => values?.['team'] === team.id).length),
      said(reading, team, 'insuredUntil'),
    ]),
    masked: false,
  };
};

const supplies: SectionOf = async (reading) => {
  const kept = await reading.records('storehouse', {}, ['keeper']);
  const byId = new Map(kept.map((store) => [store.id, store]));
  const { storehouses } = await reading.stock();
  return {
    code: 'supplies',
    title: '应急物资',
    columns: ['村', '库室', '位置', '保管人', '电话', '物资', '数量', '最早到期'],
    rows: storehouses.flatMap(({ record, title, village, items }) => {
      const store = byId.get(record);
      return items
        .filter(({ quantity }) => quantity > 0)
        .map((item) => [
          village ?? '乡镇',
          title,
          store ? said(reading, store, 'place') : '',
          store ? names(store, 'keeper') : '',
          store ? phones(store, 'keeper') : '',
          item.title,
          `${item.quantity}${item.unit}`,
          item.lots.find(({ expires }) => expires !== null)?.expires ?? '',
        ]);
    }),
    masked: hidesPhones(kept),
  };
};

const plansInForce: SectionOf = async (reading) => {
  const plans = byVillage(await reading.records('emergency-plan', { states: ['valid', 'filed'] }));
  return {
    code: 'plans',
    title: '现行预案',
    columns: ['村', '预案', '适用事件', '印发日'],
    rows: plans.map((plan) => [
      level(plan),
      plan.title,
      said(reading, plan, 'hazard'),
      said(reading, plan, 'issuedOn'),
    ]),
    masked: false,
  };
};

/** The sections of the pack, in the order in which they are printed. Another one is a function and its place in this list. */
export const SECTIONS: readonly SectionOf[] = [
  dutyOfMonth,
  callList,
  sheltersAndRoutes,
  dangerSpots,
  teams,
  supplies,
  plansInForce,
];
