import type { Post, Source } from '../../src/kernel/index.ts';
import type { RuleId, TermId } from '../../src/law/index.ts';

/** One act of a story. A value `@name` stands for the record of that name; a file value is uploaded first. */
export interface ToldAct {
  readonly step: string;
  readonly on: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly village?: string;
  /** Taken in the office on the day itself, unless said otherwise. */
  readonly source?: Source;
  /** The day on which it was entered, where that is later (事后补录). The office of the stories opened on 2024-01-02. */
  readonly entered?: string;
  /** Who acts, where not the first post that may: an account named for its post, or one of the story's `people`. */
  readonly by?: string;
  readonly post?: Post;
  /** Reasons for going on: rule → reason. */
  readonly reasons?: Readonly<Record<string, string>>;
}

/**
 * What the law answers to the last act.
 * - `stopped`: taken now it is refused with article and next step; entered afterwards it is accepted with its flaw;
 * - `reminded`: taken now it asks for a reason; with one it is accepted, and the flaw keeps the reason;
 * - `flawed`: it is accepted, and the entry carries the flaw (a term that was not kept, or a past act);
 * - `kept`: it is accepted without any flaw;
 * - a day: the term runs, and this is its last day; `paused`: it stands still; `none`: no such term runs.
 */
export type Outcome =
  | 'stopped'
  | 'reminded'
  | 'flawed'
  | 'kept'
  | { readonly due: string; readonly safe?: string }
  | 'paused'
  | 'none';

/** A story (案例) that a jurist can check: situation, act, outcome, article. */
export interface Story {
  readonly rule: RuleId | TermId;
  /** 情形 in one short Chinese sentence; the outcome and the article are added to it. */
  readonly situation: string;
  /** Records of other kinds that it needs, by name, made first. */
  readonly others?: Readonly<Record<string, { readonly kind: string; readonly acts: readonly ToldAct[] }>>;
  /** Acts before the one that matters; all of them are accepted. */
  readonly given?: readonly ToldAct[];
  readonly act: ToldAct;
  readonly outcome: Outcome;
}

/** The stories of one kind. */
export interface Stories {
  readonly kind: string;
  /** Accounts with more than one post: name → posts. */
  readonly people?: Readonly<Record<string, readonly Post[]>>;
  readonly stories: readonly Story[];
}

const SAID: Readonly<Record<Extract<Outcome, string>, string>> = {
  stopped: '不能办；事后补录如实收下，记程序瑕疵',
  reminded: '提醒，写明理由可以办',
  flawed: '收下，记程序瑕疵',
  kept: '可以办',
  paused: '期限暂停',
  none: '没有这项期限在走',
};

export function outcomeText(outcome: Outcome): string {
  if (typeof outcome === 'string') return SAID[outcome];
  return `期限到${outcome.due}${outcome.safe === undefined ? '' : `（稳妥日${outcome.safe}）`}`;
}

/** Some outcomes say that a rule did something; only such a story shows that the rule is coded. */
export function showsRule({ outcome }: Story): boolean {
  return outcome !== 'kept' && outcome !== 'none';
}
