import { EVIDENCE, isPersonal, matterOf, SOURCES, type Kind } from '../kernel/index.ts';
import { maskValue, shownValue } from '../people/mask.ts';
import type { Principal } from '../people/principal.ts';
import type { ListedRecord } from '../records/listing.ts';
import { fieldSchemas, type Schema } from './kind-schema.ts';

/** A code with its Chinese label. */
interface Labelled {
  readonly code: string;
  readonly label: string;
}

/** A record as a list shows it: its envelope and open values, with the words for its codes; nothing personal. */
export interface RecordHead extends Omit<
  ListedRecord,
  'state' | 'source' | 'evidence' | 'kindVersion' | 'sealed'
> {
  readonly state: Labelled;
  readonly source: Labelled;
  readonly evidence: Labelled;
  /** Only a few people may know that it exists. */
  readonly sealed: boolean;
}

/** A record in full: its personal values too, masked unless the reader handles it, or is to take a step that shows them. */
export interface RecordView extends RecordHead {
  readonly personal: Readonly<Record<string, unknown>>;
  readonly masked: boolean;
  /** Personal fields that are shown although the others are masked. */
  readonly shown: readonly string[];
}

/** The open values that the kind declares: whatever else may stand in the row stays inside. */
function openValues(kind: Kind, values: ListedRecord['values'] = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(kind.fields).flatMap(([name, field]) =>
      isPersonal(field) || values[name] === undefined ? [] : [[name, values[name]]],
    ),
  );
}

export function headOf(kind: Kind, record: ListedRecord): RecordHead {
  const { kindVersion: _version, state, source, evidence, sealed, values, ...rest } = record;
  return {
    ...rest,
    state: { code: state, label: kind.states[state] ?? state },
    source: { code: source, label: SOURCES[source] },
    evidence: { code: evidence, label: EVIDENCE[evidence] },
    sealed: sealed !== null,
    values: openValues(kind, values),
  };
}

/** A matter is open while a step leads on from where it stands; what may still be added beside its course keeps none open. */
export function isOpen(kind: Kind, { state, voided }: Pick<ListedRecord, 'state' | 'voided'>): boolean {
  if (voided) return false;
  return Object.values(kind.steps).some(
    ({ from, to }) => from !== 'start' && to !== undefined && from.includes(state),
  );
}

/** Whoever handles an open matter sees its people; everybody else asks with a reason. */
export function seesPeople(principal: Principal, kind: Kind, record: ListedRecord): boolean {
  return !principal.readsOnly && record.handlers.includes(principal.account) && isOpen(kind, record);
}

/** What a step that stands open shows to whoever may take it: they decide or review, and have to see about whom. */
function shownFor(principal: Principal, kind: Kind, record: ListedRecord): ReadonlySet<string> {
  if (principal.readsOnly || record.voided) return new Set();
  const matter = matterOf({ ...record, values: record.values ?? {}, sealed: record.sealed !== null });
  const open = Object.values(kind.steps).filter(
    ({ by, from, when }) =>
      from !== 'start' &&
      from.includes(record.state) &&
      by.some((post) => principal.posts.includes(post)) &&
      (when?.(matter) ?? true),
  );
  return new Set(open.flatMap(({ shows = [] }) => shows));
}

export function viewOf(
  principal: Principal,
  kind: Kind,
  record: ListedRecord,
  personal: Readonly<Record<string, unknown>>,
): RecordView {
  const clear = seesPeople(principal, kind, record);
  const open = clear ? new Set<string>() : shownFor(principal, kind, record);
  const seen = Object.entries(personal).flatMap(([name, value]) => {
    const field = kind.fields[name];
    if (!field) return [];
    if (clear) return [[name, value]];
    return [[name, open.has(name) ? shownValue(field, value) : maskValue(field, value)]];
  });
  const shown = [...open].filter((name) => personal[name] !== undefined);
  return { ...headOf(kind, record), personal: Object.fromEntries(seen), masked: !clear, shown };
}

const LABELLED: Schema = {
  type: 'object',
  required: ['code', 'label'],
  properties: { code: { type: 'string' }, label: { type: 'string' } },
};
const NULLABLE: Schema = { type: ['string', 'null'] };

/** What every record shows, whatever its kind. */
const ENVELOPE: Readonly<Record<string, Schema>> = {
  id: { type: 'string', format: 'uuid', description: '记录编号' },
  kind: { type: 'string', description: '事项种类' },
  version: { type: 'integer', description: '版本；办理时写在If-Match里' },
  state: { ...LABELLED, description: '状态' },
  title: { type: 'string' },
  village: { ...NULLABLE, description: '所在村' },
  unit: { ...NULLABLE, description: '责任单位' },
  occurredOn: { type: 'string', description: '发生日' },
  precision: { type: 'string', description: '日期精度' },
  recordedOn: { type: 'string', description: '登记日' },
  source: { ...LABELLED, description: '来源' },
  evidence: { ...LABELLED, description: '佐证等级' },
  home: { ...NULLABLE, description: '上级平台' },
  upperNumber: { ...NULLABLE, description: '上级平台的编号' },
  handlers: { type: 'array', items: { type: 'string' }, description: '承办人' },
  drill: { type: 'boolean', description: '演练' },
  voided: { type: 'boolean', description: '已作废' },
  sealed: { type: 'boolean', description: '限定知悉' },
  flaws: { type: 'integer', description: '程序瑕疵数' },
};

/** What a list of several kinds shows of each: no values, whose names depend on the kind. */
export const ANY_RECORD: Schema = { $id: 'any-record', type: 'object', title: '记录', properties: ENVELOPE };

/** The whitelist of what a record of one kind shows, shared by its list and its single records. */
export function recordSchema(kind: Kind): Schema {
  const open = Object.fromEntries(Object.entries(kind.fields).filter(([, field]) => !isPersonal(field)));
  return {
    $id: `${kind.code}-record`,
    type: 'object',
    title: kind.label,
    required: ['id', 'kind', 'version', 'state', 'title', 'occurredOn', 'recordedOn', 'values'],
    properties: {
      ...ENVELOPE,
      values: { type: 'object', title: '内容', properties: readable(fieldSchemas(open)) },
      personal: {
        type: 'object',
        title: '个人信息',
        description: '不承办这件事的人看到的是隐去的',
        additionalProperties: true,
      },
      masked: { type: 'boolean', description: '个人信息是否隐去' },
      shown: {
        type: 'array',
        items: { type: 'string' },
        description: '虽然隐去，轮到您决定、审核，因此给您看的栏',
      },
    },
  };
}

/** Old records may hold values that a field no longer takes: what is read is described, not checked. */
function readable(fields: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { title, description, type }]) => [
      name,
      { title, ...(description ? { description } : {}), type },
    ]),
  );
}
