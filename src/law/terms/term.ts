import type { Citation } from '../../kernel/citation.ts';
import { cite, withGrade, type Grade } from '../statutes.ts';

/** Whether a rule binds a township, and how. */
export const BINDINGS = {
  direct: '直',
  assigned: '赋',
  entrusted: '托',
  reference: '参',
  village: '村',
  others: '关',
  configured: '配置',
} as const;
export type Binding = (typeof BINDINGS)[keyof typeof BINDINGS];

/** What each binding means, for people. */
export const BINDING_TEXT: Readonly<Record<Binding, string>> = {
  直: '直接约束乡镇',
  赋: '省级赋权后适用',
  托: '受委托时适用',
  参: '乡镇参照',
  村: '村级义务',
  关: '其他机关的职责，乡镇配合或知晓',
  配置: '由地方规定，可配置',
};

export type Unit = 'workday' | 'day' | 'month' | 'year' | 'hour';

/**
 * Whose term it is. `duty`: the office must act, and gets a safe day. `right`: a party may or must act, and gets the
 * rolled-over day. `limit`: after it the office may no longer act (追责时效), also with a safe day. `effect`: something
 * comes about by itself (视为送达, 保存期满).
 */
export type Role = 'duty' | 'right' | 'limit' | 'effect';

/** What a rule that states a countable term says. */
export interface TermSpec {
  /** What must be done within it, in Chinese. */
  readonly name: string;
  readonly basis: Citation;
  readonly unit: Unit | 'fixed-date';
  readonly count: number;
  /** The matter says how many there are (承诺时限、地方规定); `count` is what is usual. */
  readonly variable?: true;
  /** `MM-DD` of a fixed date. */
  readonly date?: string;
  /** A fixed date that the matter says: whoever asks for something writes by when (交办期限). */
  readonly given?: true;
  /** `before`: at least so long before an event, which is then the day one counts from. */
  readonly direction?: 'after' | 'before';
  /** `minimum`: a term that must at least pass (公示不少于…), not one that must be kept. */
  readonly minimum?: true;
  /** The right is lost with the term, and nothing is left to be done afterwards. */
  readonly lapses?: true;
  readonly role: Role;
  /** Who is bound. */
  readonly bound: string;
  /** The event that starts it: 立案之日. */
  readonly start: string;
  /** Where the last day moves to the next workday: the article, and whether it holds only by analogy (类推). */
  readonly rollOver?: { readonly basis: Citation; readonly analogy?: true };
  /** A single extension: how much, on whose approval. */
  readonly extension?: { readonly count: number; readonly by: string; readonly basis: Citation };
  /** What does not count towards it, and by which article. */
  readonly suspension?: { readonly basis: Citation; readonly what: string };
  /** A stricter count for the safe day, where it is disputed how the term counts. */
  readonly safeBy?: { readonly unit: 'day' | 'workday'; readonly count: number };
  /** It is disputed whether the starting day itself counts; the safe day then lies one day earlier. */
  readonly disputedStart?: true;
  readonly binding: readonly Binding[];
  readonly grade: Grade;
  /** First day of the law as written here; the edition's first day when left out. */
  readonly since?: string;
  readonly note?: string;
}

/** A deadline rule (期限规则) with its id. */
export interface TermRule extends TermSpec {
  readonly id: string;
  readonly since: string;
}

/** Declares the deadline rules of one field of law; keeps their ids as types. */
export function terms<Id extends string>(
  specs: Readonly<Record<Id, TermSpec>>,
): Readonly<Record<Id, TermRule>> {
  const made = Object.entries<TermSpec>(specs).map(([id, spec]) => [id, termRule(id, spec)] as const);
  return Object.fromEntries(made) as Record<Id, TermRule>;
}

function termRule(id: string, spec: TermSpec): TermRule {
  if (!Number.isInteger(spec.count) || spec.count < (spec.unit === 'fixed-date' ? 0 : 1)) {
    throw new RangeError(`${id}: not a count: ${spec.count}`);
  }
  if ((spec.unit === 'fixed-date') !== (spec.date !== undefined || spec.given === true)) {
    throw new RangeError(`${id}: a fixed date needs a date, or is given, and nothing else has one`);
  }
  return { ...spec, id, basis: withGrade(spec.basis, spec.grade), since: spec.since ?? spec.basis.edition };
}

export const DIRECT: readonly Binding[] = ['直'];
export const ASSIGNED: readonly Binding[] = ['直', '赋'];
export const ENTRUSTED: readonly Binding[] = ['直', '托'];
export const ANY_POWER: readonly Binding[] = ['直', '赋', '托'];
export const REFERENCE: readonly Binding[] = ['参'];
export const VILLAGE: readonly Binding[] = ['村'];
export const OTHERS: readonly Binding[] = ['关'];
export const CONFIGURED: readonly Binding[] = ['配置'];

/** Roll-over by the 民法典, by analogy: administrative law has no rule of its own, and it favours the party. */
export const BY_ANALOGY = { basis: cite('MD', '203'), analogy: true } as const;
/** Roll-over of procedural terms before the courts. */
export const BY_PROCEDURE = { basis: cite('SSJ', '48') } as const;
/** Roll-over of civil procedure, which the 行政复议法 refers to. */
export const BY_CIVIL_PROCEDURE = { basis: cite('MS', '85') } as const;
