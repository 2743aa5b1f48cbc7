import type { Citation } from './citation.ts';
import type { Matter } from './figure.ts';
import type { DayKeys, FieldSet, NumberKeys, OpenKeys } from './field.ts';
import type { Day } from './day.ts';
import type { Usual } from './usual.ts';

/** Posts (岗位) that hold permissions; a person acts through one of them. */
export const POSTS = {
  'party-secretary': '党委书记',
  'township-head': '乡镇长',
  'area-lead': '分管领导',
  'judicial-office': '司法所',
  'enforcement-officer': '执法人员',
  'legality-reviewer': '合法性审查人员',
  'window-clerk': '窗口人员',
  'emergency-officer': '应急专干',
  'village-cadre': '村干部',
  mediator: '人民调解员',
  'household-group-leader': '联户长',
  counsel: '法律顾问',
  'enforcement-supervisor': '执法监督员',
  'county-supervisor': '县级监督人员',
  auditor: '审计人员',
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
} as const;
export type Post = keyof typeof POSTS;

/** Posts that may be held for some villages only. */
export const VILLAGE_POSTS: readonly Post[] = ['village-cadre', 'mediator', 'household-group-leader'];
/** Posts whose holders see only the matters that name them as handler. */
export const ASSIGNED_POSTS: readonly Post[] = ['counsel', 'mediator'];
/** Posts that read and never write. */
export const READING_POSTS: readonly Post[] = ['county-supervisor', 'auditor'];
/** Administrators who should be three persons (三员分立). */
export const SEPARATE_POSTS: readonly Post[] = [
  'system-administrator',
  'security-administrator',
  'audit-administrator',
];

/** How an act came into the ledger. Only `on-site` is an act taken through Fadu; the others record what has happened. */
export const SOURCES = {
  'on-site': '当场办理',
  late: '事后补录',
  platform: '平台导入',
  paper: '纸质转录',
  proxy: '代录',
} as const;
export type Source = keyof typeof SOURCES;

/** The four grades of evidence. */
export const EVIDENCE = {
  record: '记录逐条',
  platform: '平台导出',
  paper: '纸质台账扫描',
  none: '未佐证',
} as const;
export type Evidence = keyof typeof EVIDENCE;
/** From the strongest to the weakest; a grade's place is its rank. */
export const EVIDENCE_RANKS = Object.keys(EVIDENCE) as Evidence[];

/** A rule (规则) of the law room, as a step needs it. */
export interface Rule {
  readonly id: string;
  /** What the law demands, one Chinese sentence. */
  readonly sentence: string;
  readonly basis: Citation;
  /** True only where the text is certain and binds the township directly; only a hard rule blocks. */
  readonly hard: boolean;
}

/** A record that a matter links to, as a rule sees it: its open values as they stand. */
export interface LinkedMatter {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly village?: string;
  readonly occurredOn: Day;
  readonly handlers: readonly string[];
  /** It belongs to a drill (演练), and so does whatever is started from it. */
  readonly drill: boolean;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a rule judges: the matter as it would stand after the act. */
export interface Situation<F extends FieldSet> extends Matter<F> {
  /** The day of the act. */
  readonly actOn: Day;
  /** Whose act it is: who takes it, or for whom it is entered (代录). */
  readonly by: string;
  /** The accounts that handle the matter (承办人). */
  readonly handlers: readonly string[];
  /** The records that its link fields point to, by field. What is voided or sealed is not there. */
  readonly linked: Readonly<Partial<Record<keyof F, LinkedMatter>>>;
}

/** A precondition (前提) of a step: the rule is breached where `breached` says so. */
export interface Precondition<F extends FieldSet> {
  readonly rule: Rule;
  readonly breached: (situation: Situation<F>) => boolean;
  /** What to do instead, or how to mend it. */
  readonly remedy: string;
}

/** A term (期限) that runs in a matter. */
export interface Term<F extends FieldSet> {
  /** Id of a deadline rule of the law room. */
  readonly rule: string;
  /** Day field from which it runs. */
  readonly from: DayKeys<F>;
  /** Day field that meets it. */
  readonly metBy: DayKeys<F>;
  /** It runs only where this holds. */
  readonly where?: (matter: Matter<F>) => boolean;
  /** Number field that says how much there is, where the rule leaves that to a promise or to a local rule. */
  readonly count?: NumberKeys<F>;
  /** Day field that says by which day, where the rule leaves that to whoever asks (交办期限); without it nothing runs. */
  readonly by?: DayKeys<F>;
  /** List field whose items, by the fields `from` and `to`, are time that does not count; without `to` it still runs. */
  readonly pauses?: OpenKeys<F>;
  /** Pairs of day fields between which time does not count; without the second it still runs. */
  readonly pausedBetween?: readonly { readonly from: DayKeys<F>; readonly to: DayKeys<F> }[];
  /** Day field of the approval of the single extension that the rule allows. */
  readonly extended?: DayKeys<F>;
  /** Time fields of those two days, of a rule that counts in hours. What has no time is judged by its day. */
  readonly at?: { readonly from: OpenKeys<F>; readonly metBy: OpenKeys<F> };
}

/**
 * A paper (文书) that a step issues. It is issued by taking the step, so never without what the step demands.
 */
export interface Paper<F extends FieldSet> {
  /** Its official name: 一次性告知书. */
  readonly label: string;
  /** The characters that tell its number series (文号) of the year apart: 许受 gives 〔2026〕许受字第1号. Without it it has no number. */
  readonly series?: string;
  /** Fields that it states, in the order in which it does. */
  readonly data: readonly (keyof F & string)[];
}

/** What can't be so, or may not stand here (党委会议的记录), whatever has happened. It is no rule of law: it has no article. */
export interface Check<F extends FieldSet> {
  /**
   * `given` names the fields that the act itself gives, personal ones too; of a correction also the personal ones that the
   * record still keeps and shows, since what they say is not among its open values.
   */
  readonly wrong: (matter: Matter<F>, given: ReadonlySet<string>) => boolean;
  readonly field: keyof F & string;
  /** What is wrong, one Chinese sentence. */
  readonly sentence: string;
  /** What to do. */
  readonly next: string;
}

/**
 * Where a value comes from that nobody types: a local rule (地方规定) of the day, a linked record as it stands, the next number
 * of a series (文号) whose characters a linked record has, what follows from the matter's own open values (救济途径), or chance: a
 * code (查询码) that nobody can guess and that is easily read out, by which somebody asks after a matter without a name.
 */
export type Taken = {
  /** Only where this holds of the matter's open values. */
  readonly where?: (values: Readonly<Record<string, unknown>>) => boolean;
} & (
  | { readonly setting: string }
  | { readonly link: string; readonly field: string }
  | { readonly seriesOf: string; readonly field: string }
  | { readonly code: true }
  | { readonly says: (values: Readonly<Record<string, unknown>>) => string | undefined }
);

/** A step (环节) of a kind of work. Without a citation it does not compile. */
export interface Step<F extends FieldSet, State extends string> {
  /** A verb: 登记, 立案, 送达. */
  readonly label: string;
  readonly by: readonly Post[];
  readonly basis: Citation | readonly [Citation, ...Citation[]];
  /** States in which it can be taken; `start` makes a new matter. */
  readonly from: 'start' | readonly State[];
  /**
   * The state that it leads to. Without it the matter stays where it stands: what runs beside its main course (专家论证、风险
   * 评估 while the public is heard). A step that starts a matter has one.
   */
  readonly to?: State;
  /** It is offered only where this holds (缴款 where there is a fine); taken anyhow, it is what happened. No rule of law. */
  readonly when?: (matter: Matter<F>) => boolean;
  /** The field that holds the day of the act: it is 发生日, entered once. */
  readonly day?: DayKeys<F>;
  /** Further days that are 发生日 unless an earlier one is given. */
  readonly sameDay?: readonly DayKeys<F>[];
  /**
   * It records what others did or what has come to pass (送达、缴款、已经做完的检查): its rules never stop it, not even on the day
   * itself. What was broken is a flaw (程序瑕疵) with its reason.
   */
  readonly records?: true;
  /**
   * Personal fields that whoever may take it sees while it can be taken: nobody decides or reviews without seeing about whom
   * and on what facts (处罚法第五十七条).
   */
  readonly shows?: readonly (keyof F & string)[];
  /** Fields that must be given. */
  readonly asks?: readonly (keyof F & string)[];
  /** Fields that may be given. */
  readonly may?: readonly (keyof F & string)[];
  /** Fields that the machine gives, not who acts, unless `may` says so too: what a draw at random brought. */
  readonly fills?: readonly (keyof F & string)[];
  /** Values that the machine takes from elsewhere and writes into the entry, so that it says what held on its day. */
  readonly takes?: Readonly<Partial<Record<OpenKeys<F>, Taken>>>;
  /**
   * Personal fields whose values it destroys (突发事件应对法 art. 85): they must not outlast their purpose, whatever the retention
   * schedule says.
   */
  readonly destroys?: readonly (keyof F & string)[];
  /** Where the usual values of its fields come from; a form offers them, nothing is put in on the server. */
  readonly usual?: Readonly<Partial<Record<keyof F & string, Usual<F> | readonly Usual<F>[]>>>;
  /** Papers that it issues, by code. */
  readonly papers?: Readonly<Record<string, Paper<F>>>;
  readonly rules?: readonly Precondition<F>[];
  readonly checks?: readonly Check<F>[];
}

export function basesOf(step: Pick<Step<FieldSet, string>, 'basis'>): readonly Citation[] {
  return Array.isArray(step.basis) ? step.basis : [step.basis as Citation];
}

/** Does the rule stop this step, taken now? What merely records never is. */
export function canStop({ records }: Pick<Step<FieldSet, string>, 'records'>, rule: Rule): boolean {
  return rule.hard && records !== true;
}
