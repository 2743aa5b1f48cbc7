import {
  basesOf,
  canStop,
  citationText,
  type Citation,
  type Day,
  type Kind,
  type Register,
} from '../kernel/index.ts';
import { getTerm, isTermId, judgeTerm, type Kept } from '../law/index.ts';
import type { Entry } from '../ledger/index.ts';
import type { Insider } from '../people/visibility.ts';
import type { Transaction } from '../store/connection.ts';
import { courseOf, type Stage } from './course.ts';
import { dueDay } from './due-day.ts';
import { stepLabel } from './history.ts';
import { CORRECT } from './projection.ts';
import { concerns, countingIn, isMet, mannerOf } from './terms.ts';

/** An article with the edition it is read by. */
export interface Basis {
  readonly article: string;
  /** First day of that edition. */
  readonly edition: string;
  /** False for an act of a day before. */
  readonly inForce: boolean;
}

/** A rule that an act was held against. */
export interface RuleApplied extends Basis {
  readonly rule: string;
  readonly sentence: string;
  /** True where the text is certain and binds the township itself: such a rule stops an act taken now. */
  readonly hard: boolean;
  /** What came of it when it was judged; it binds from the day on which its text came into force, never before. */
  readonly result: 'kept' | 'breached' | 'not-in-force';
  /** The step that it belongs to; a correction is held against those of all steps taken so far. */
  readonly step: string;
  readonly remedy?: string;
  /** Why the act was gone on with. */
  readonly reason?: string;
}

/** A term that an act began, met or moved. */
export interface TermApplied {
  readonly rule: string;
  readonly name: string;
  readonly article: string;
  readonly from: Day;
  readonly met?: Day;
  /** Absent where it can't be counted to its end. */
  readonly due?: Day;
  /** `running` until it is met. */
  readonly result: Kept | 'running';
}

/** Why an act was possible: what it rests on, and everything it was held against by the law of its day. */
export interface Why {
  readonly seq: number;
  readonly step: string;
  readonly label: string;
  readonly occurredOn: Day;
  readonly basis: readonly Basis[];
  readonly rules: readonly RuleApplied[];
  readonly terms: readonly TermApplied[];
  /** Editions that the entry itself names, such as CF@2021-07-15. */
  readonly law: readonly string[];
  /** Content of the record was destroyed (涉密清除), so rules and terms can't be computed anew. */
  readonly purged?: true;
}

function basisOf(citation: Citation, on: Day): Basis {
  return { article: citationText(citation), edition: citation.edition, inForce: citation.edition <= on };
}

/** The entry says what was broken; whatever else its step rests on was kept. */
function rulesOf(kind: Kind, { step, occurredOn }: Entry, flaws: ReadonlyMap<string, string>): RuleApplied[] {
  const taken = kind.steps[step];
  return (taken?.rules ?? []).map(({ rule, remedy }) => {
    const basis = basisOf(rule.basis, occurredOn);
    const reason = flaws.get(rule.id);
    const broken = basis.inForce && reason !== undefined;
    return {
      rule: rule.id,
      sentence: rule.sentence,
      hard: canStop(taken!, rule),
      ...basis,
      result: !basis.inForce ? 'not-in-force' : broken ? 'breached' : 'kept',
      step,
      ...(broken ? { remedy, ...(reason ? { reason } : {}) } : {}),
    };
  });
}

/** The terms whose days this act gave or changed. */
function termsOf({ kind, entry, after }: Stage): TermApplied[] {
  return (kind.terms ?? []).flatMap((term) => {
    const { rule, from: start, metBy } = term;
    const [from, met] = [after.body[start], after.body[metBy]] as [Day | undefined, Day | undefined];
    const touched = entry.values[start] !== undefined || entry.values[metBy] !== undefined;
    if (!touched || from === undefined || !isTermId(rule) || !concerns(term, after)) return [];
    const { name, basis } = getTerm(rule);
    const manner = mannerOf(term, after.body);
    const { due } = dueDay({ rule, from, manner }, from);
    return [
      {
        rule,
        name,
        article: citationText(basis),
        from,
        ...(met === undefined ? {} : { met }),
        ...(due === null ? {} : { due }),
        result: isMet(term, after.body)
          ? judgeTerm(rule, from, met!, countingIn(manner, met!))
          : ('running' as const),
      },
    ];
  });
}

/** A correction is judged by every step taken before it, each on its own day. */
function judgedBy(stages: readonly Stage[], index: number): readonly Stage[] {
  const stage = stages[index]!;
  return stage.entry.step === CORRECT ? stages.slice(0, index) : [stage];
}

function whyOf(stages: readonly Stage[], index: number): Why {
  const stage = stages[index]!;
  const { kind, entry } = stage;
  const { seq, step, occurredOn, law } = entry;
  const reasons = new Map(entry.flaws.map((flaw) => [flaw.rule, flaw.reason ?? '']));
  const taken = kind.steps[step];
  const purged = stages.some((each) => each.entry.purged);
  return {
    seq,
    step,
    label: stepLabel(kind, step),
    occurredOn,
    basis: taken ? basesOf(taken).map((citation) => basisOf(citation, occurredOn)) : [],
    rules: purged ? [] : judgedBy(stages, index).flatMap((each) => rulesOf(kind, each.entry, reasons)),
    terms: purged ? [] : termsOf(stage),
    law,
    ...(purged ? { purged } : {}),
  };
}

/**
 * For each act of a record why it was possible: computed anew from the ledger by the declaration it was made under, so that
 * it also shows what was kept, not only what was broken. Undefined where the record is missing or not for this viewer.
 */
export async function recordWhy(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  org: string,
  id: string,
): Promise<Why[] | undefined> {
  const stages = await courseOf(tx, register, viewer, org, id);
  return stages?.map((_stage, index) => whyOf(stages, index));
}
