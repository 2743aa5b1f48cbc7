import { Refusal } from '../../kernel/refusal.ts';
import { COERCION_TERMS } from './coercion.ts';
import { PUBLICITY_TERMS, RECORD_TERMS, REPORT_TERMS, VILLAGE_TERMS } from './governance.ts';
import { LICENCE_TERMS } from './licence.ts';
import { OPENNESS_TERMS } from './openness.ts';
import { PENALTY_TERMS } from './penalty.ts';
import { LAWSUIT_TERMS, REVIEW_TERMS } from './remedy.ts';
import type { TermRule } from './term.ts';
import { DISPUTE_TERMS, EMERGENCY_TERMS, PETITION_TERMS } from './township.ts';

/** All deadline rules by id. */
export const TERMS = {
  ...PENALTY_TERMS,
  ...COERCION_TERMS,
  ...LICENCE_TERMS,
  ...OPENNESS_TERMS,
  ...REVIEW_TERMS,
  ...LAWSUIT_TERMS,
  ...PETITION_TERMS,
  ...DISPUTE_TERMS,
  ...EMERGENCY_TERMS,
  ...VILLAGE_TERMS,
  ...REPORT_TERMS,
  ...PUBLICITY_TERMS,
  ...RECORD_TERMS,
};
export type TermId = keyof typeof TERMS;

export function isTermId(id: string): id is TermId {
  return Object.hasOwn(TERMS, id);
}

/** Reminds so long before an end: what Fadu does, and no law says (grade M); it is never broken. */
export function isReminder({ direction, grade }: TermRule): boolean {
  return direction === 'before' && grade === 'M';
}

/** The deadline rule; refuses an unknown id and names rules that begin alike. */
export function getTerm(id: string): TermRule {
  if (isTermId(id)) return TERMS[id];
  const alike = Object.keys(TERMS).filter(
    (known) => known.split(/[-.]/)[0] === id.toUpperCase().split(/[-.]/)[0],
  );
  throw new Refusal('unknown-rule', `没有编号为“${id}”的期限规则。`, {
    next: alike.length > 0 ? `同类规则有：${alike.join('、')}。` : '用 fadu deadline --list 查看全部规则。',
    facts: { rule: id },
  });
}
