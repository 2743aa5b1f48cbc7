import { Refusal } from '../../kernel/refusal.ts';
import { COUNSEL_RULES, DECISION_RULES, OPENNESS_RULES } from './decisions.ts';
import { COERCION_RULES } from './coercion.ts';
import { OVERSIGHT_RULES } from './oversight.ts';
import { PENALTY_RULES } from './penalty.ts';
import type { LawRule } from './rule.ts';
import { LICENCE_RULES, SERVICE_RULES } from './services.ts';
import {
  EMERGENCY_RULES,
  LEADERSHIP_RULES,
  MEDIATION_RULES,
  PETITION_RULES,
  REMEDY_RULES,
} from './society.ts';

/** All rules of procedure by id. */
export const RULES = {
  ...PENALTY_RULES,
  ...OVERSIGHT_RULES,
  ...COERCION_RULES,
  ...LICENCE_RULES,
  ...SERVICE_RULES,
  ...DECISION_RULES,
  ...COUNSEL_RULES,
  ...OPENNESS_RULES,
  ...REMEDY_RULES,
  ...PETITION_RULES,
  ...MEDIATION_RULES,
  ...EMERGENCY_RULES,
  ...LEADERSHIP_RULES,
};
export type RuleId = keyof typeof RULES;

/** The rule of that id; a kind that names an unknown one does not compile. */
export function rule(id: RuleId): LawRule {
  return RULES[id];
}

/** The same rule where a step only records what has happened: it marks the flaw, and stands in nobody's way. */
export function marking(id: RuleId): LawRule {
  return { ...RULES[id], hard: false, marks: true };
}

/** The rule of an id that someone typed; refuses an unknown one. */
export function getRule(id: string): LawRule {
  const found: LawRule | undefined = Object.hasOwn(RULES, id) ? RULES[id as RuleId] : undefined;
  if (!found) throw new Refusal('unknown-rule', `没有编号为“${id}”的规则。`, { facts: { rule: id } });
  return found;
}

/** True for the id of a rule of procedure. */
export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(RULES, id);
}
