import type { Day, Evidence, Source, StoredMatter } from '../kernel/index.ts';
import type { Precision } from '../ledger/index.ts';

/** The kind of the first entry of every ledger. */
export const ORGANISATION = 'organisation';
/** Who has an account, and who holds which post: kinds of which tables of their own are kept. */
export const ACCOUNT = 'account';
export const APPOINTMENT = 'appointment';
/** A drill that was held (应急演练): it is real itself, what is practised in it is not. */
export const DRILL = 'drill';

/** A record (记录): the envelope in typed columns and the open values as its body. A projection of the ledger. */
export interface RecordRow {
  readonly org_code: string;
  readonly record_id: string;
  readonly kind: string;
  readonly kind_version: number;
  /** How many acts it has seen; the optimistic version. */
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly village: string | null;
  readonly unit: string | null;
  /** 发生日 */
  readonly occurred_on: Day;
  readonly occurred_precision: Precision;
  /** 登记日 */
  readonly recorded_on: Day;
  readonly source: Source;
  readonly evidence: Evidence;
  readonly home: string | null;
  readonly upper_number: string | null;
  /** Class of people who alone may know that the record exists; null for an ordinary one. */
  readonly sealed: string | null;
  readonly audience: string;
  /** Accounts that handle the matter (承办人); the one that started it, until it is assigned anew. */
  readonly handlers: readonly string[];
  /** Personal fields that may only be kept (限制处理). */
  readonly restricted: readonly string[];
  /** Personal field → number of the entry up to which its values are destroyed. */
  readonly erased: Readonly<Record<string, number>>;
  readonly is_drill: boolean;
  /** Entry that voided it. */
  readonly voided_by: number | null;
  readonly first_seq: number;
  readonly last_seq: number;
  /** How many breaches of rules (程序瑕疵) its acts carry. */
  readonly flaws: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** What it is found by: its written text as search compares it. */
  readonly words: string;
}

/** The columns in the order of the table: what is compared when a projection is verified. */
export const RECORD_COLUMNS = [
  'org_code',
  'record_id',
  'kind',
  'kind_version',
  'version',
  'state',
  'title',
  'village',
  'unit',
  'occurred_on',
  'occurred_precision',
  'recorded_on',
  'source',
  'evidence',
  'home',
  'upper_number',
  'sealed',
  'audience',
  'handlers',
  'restricted',
  'erased',
  'is_drill',
  'voided_by',
  'first_seq',
  'last_seq',
  'flaws',
  'body',
  'words',
] as const satisfies readonly (keyof RecordRow)[];

export function storedMatter(row: RecordRow): StoredMatter {
  return {
    id: row.record_id,
    state: row.state,
    village: row.village,
    occurredOn: row.occurred_on,
    values: row.body,
    drill: row.is_drill,
    sealed: row.sealed !== null,
    audience: row.audience,
    voided: row.voided_by !== null,
  };
}
