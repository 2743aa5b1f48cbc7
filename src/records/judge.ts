import {
  basesOf,
  citationText,
  matterOf,
  Refusal,
  type Citation,
  type Day,
  type FieldSet,
  type Kind,
  type Precondition,
  type Source,
  type Step,
} from '../kernel/index.ts';
import { judgeTerm } from '../law/index.ts';
import type { Flaw } from '../ledger/index.ts';
import { storedMatter, type RecordRow } from './row.ts';

/** An act as the law sees it: the matter as it would stand, and how the act comes in. */
export interface Judged {
  readonly kind: Kind;
  readonly step: Step<FieldSet, string>;
  readonly row: RecordRow;
  /** Open values that this act gives. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly actOn: Day;
  readonly source: Source;
  readonly reasons: Readonly<Record<string, string>>;
}

function refuse(precondition: Precondition<FieldSet>, hard: boolean): Refusal {
  const { rule, remedy } = precondition;
  const basis = citationText(rule.basis);
  return hard
    ? new Refusal('rule-blocks', `${rule.sentence}(${basis})`, {
        basis: rule.basis,
        next: remedy,
        facts: { rule: rule.id },
      })
    : new Refusal('reason-required', `提醒:${rule.sentence}(${basis})继续办理须写明理由。`, {
        basis: rule.basis,
        next: remedy,
        facts: { rule: rule.id },
      });
}

/**
 * One breached rule. An act taken through Fadu is stopped by a hard rule, and by a soft one until a reason is given; a
 * past act is always recorded, with its flaw (程序瑕疵).
 */
function judgeRule(judged: Judged, precondition: Precondition<FieldSet>): Flaw[] {
  const situation = { ...matterOf(storedMatter(judged.row)), actOn: judged.actOn };
  if (!precondition.breached(situation)) return [];
  const { rule } = precondition;
  const reason = judged.reasons[rule.id]?.trim();
  // A rule binds from the day on which its text came into force.
  const hard = rule.hard && judged.actOn >= rule.basis.edition;
  if (judged.source === 'on-site' && (hard || !reason)) throw refuse(precondition, hard);
  return [{ rule: rule.id, ...(reason ? { reason } : {}) }];
}

/** Terms that this act breaks: a fact, never a block. */
function brokenTerms({ kind, row, given }: Judged): Flaw[] {
  return (kind.terms ?? []).flatMap((term) => {
    const [from, met] = [row.body[term.from], given[term.metBy]];
    if (typeof from !== 'string' || typeof met !== 'string') return [];
    return judgeTerm(term.rule, from, met) === 'breached' ? [{ rule: term.rule }] : [];
  });
}

/** The breaches that the entry will carry. Throws a refusal where the law stops the act. */
export function judge(judged: Judged): Flaw[] {
  return [...(judged.step.rules ?? []).flatMap((each) => judgeRule(judged, each)), ...brokenTerms(judged)];
}

/** The editions applied: those of the step's articles and of the rules that were judged. */
export function lawApplied(step: Step<FieldSet, string>): string[] {
  const citations: Citation[] = [...basesOf(step), ...(step.rules ?? []).map((each) => each.rule.basis)];
  return [...new Set(citations.map(({ statute, edition }) => `${statute}@${edition}`))].toSorted();
}
