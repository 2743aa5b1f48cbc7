import { citationText, type Kind } from '../kernel/index.ts';
import { getRule, getTerm, isRuleId, isTermId } from '../law/index.ts';
import type { Flaw } from '../ledger/index.ts';
import { BEFORE_ITS_MATTER } from './judge.ts';
import { NUMBER_USED } from './numbering.ts';

/** A breach (程序瑕疵) in words. */
export interface FlawInWords {
  readonly rule: string;
  readonly sentence: string;
  /** Absent for what rests on no law. */
  readonly article?: string;
  /** How to mend it, where the kind says so. */
  readonly remedy?: string;
  /** Why it was gone on with. */
  readonly reason?: string;
}

type Said = Pick<FlawInWords, 'sentence' | 'article' | 'remedy'>;

/** What the kind says of a rule that it rests on: first the step that was taken, since each says it in its own way. */
function remedyOf(kind: Kind, taken: string, rule: string): Pick<FlawInWords, 'remedy'> {
  const steps = [kind.steps[taken]?.rules ?? [], ...Object.values(kind.steps).map(({ rules = [] }) => rules)];
  const found = steps.flat().find((each) => each.rule.id === rule);
  return found ? { remedy: found.remedy } : {};
}

function said(kind: Kind, taken: string, id: string): Said {
  if (id === BEFORE_ITS_MATTER) return { sentence: '发生日早于这件事的发生日。' };
  if (id === NUMBER_USED) return { sentence: '文号与另一件重复（重号）。' };
  // A party's own term is never broken by the office: of the two that have its id, the rule is meant.
  if (isTermId(id) && !(isRuleId(id) && getTerm(id).role === 'right')) {
    const { name, basis, minimum } = getTerm(id);
    return { sentence: `“${name}”${minimum ? '未满期限' : '超过期限'}。`, article: citationText(basis) };
  }
  // A record may be older than the rule's being dropped from the register: its id is then all there is to say.
  if (!isRuleId(id)) return { sentence: id };
  const { sentence, basis } = getRule(id);
  return { sentence, article: citationText(basis), ...remedyOf(kind, taken, id) };
}

/** `taken` is the step of the entry that carries it. */
export function flawInWords(kind: Kind, taken: string, { rule, reason }: Flaw): FlawInWords {
  return { rule, ...said(kind, taken, rule), ...(reason ? { reason } : {}) };
}
