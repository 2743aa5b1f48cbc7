import type { Citation } from '../../kernel/citation.ts';
import type { Day } from '../../kernel/day.ts';
import type { Rule } from '../../kernel/step.ts';
import { withGrade, type Grade } from '../statutes.ts';
import type { Binding } from '../terms/term.ts';

/** A rule of procedure (程序规则) that the steps of kinds rest on. */
export interface LawRule extends Rule {
  readonly grade: Grade;
  readonly binding: readonly Binding[];
  /** Shown behind the sentence: empty, 待原文复核 or 仅作提示. */
  readonly mark: string;
  /** First day of the edition it is taken from. */
  readonly since: string;
  /** What the law allows rather than demands; such a rule never blocks. */
  readonly may: boolean;
  /** Kept apart by Fadu itself: it blocks although the text does not say so in as many words (decision 0024). */
  readonly apart: boolean;
  readonly note?: string;
}

/** What else there is to say of a rule: that it only allows, or a note on its reading. */
export interface RuleMore {
  readonly may?: true;
  readonly apart?: true;
  readonly note?: string;
}

/** Basis, trust, binding, sentence, and what else there is to say. */
export type RuleSpec = readonly [
  basis: Citation,
  grade: Grade,
  binding: readonly Binding[],
  sentence: string,
  more?: RuleMore,
];

const MARKS: Readonly<Record<Grade, string>> = { A: '', B: '待原文复核', M: '仅作提示' };

/** Declares rules by id; keeps the ids as types. */
export function rules<Id extends string>(
  specs: Readonly<Record<Id, RuleSpec>>,
): Readonly<Record<Id, LawRule>> {
  const made = Object.entries<RuleSpec>(specs).map(([id, spec]) => [id, lawRule(id, spec)] as const);
  return Object.fromEntries(made) as Record<Id, LawRule>;
}

function lawRule(id: string, [basis, grade, binding, sentence, more = {}]: RuleSpec): LawRule {
  const may = more.may === true;
  const apart = more.apart === true;
  return {
    id,
    sentence,
    basis: withGrade(basis, grade),
    grade,
    binding,
    hard: apart || (!may && isHard(grade, basis.grade, binding)),
    mark: MARKS[grade],
    since: basis.edition,
    may,
    apart,
    ...(more.note === undefined ? {} : { note: more.note }),
  };
}

/**
 * A rule may block only where its text is certain and it binds the township itself (直) or in a power that it holds (赋,
 * 托). What a statute merely lets a township take as a model (参) never blocks.
 */
function isHard(grade: Grade, statute: Grade, binding: readonly Binding[]): boolean {
  if (grade !== 'A' || statute !== 'A' || binding.includes('参')) return false;
  return binding.some((one) => one === '直' || one === '赋' || one === '托');
}

/** True where the rule may block an act of that day: it is hard, and its text was in force. */
export function blocksOn(rule: LawRule, on: Day): boolean {
  return rule.hard && on >= rule.since;
}
