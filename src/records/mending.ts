import { isPersonal, type Kind, type Post } from '../kernel/index.ts';
import { ASSIGN, CORRECT, ERASE, PROPOSE_PURGE, PURGE, RELEASE, RESTRICT, SEAL, VOID } from './projection.ts';
import { ACCOUNT, APPOINTMENT } from './row.ts';

/** Acts that every kind knows beside its own steps, as a person says them. */
export const MENDING: Readonly<Record<string, string>> = {
  [CORRECT]: '更正',
  [VOID]: '作废',
  [ASSIGN]: '交办',
  [RESTRICT]: '限制处理',
  [RELEASE]: '解除限制处理',
  [ERASE]: '删除个人信息',
  [SEAL]: '限定知悉',
  [PROPOSE_PURGE]: '提出涉密清除',
  [PURGE]: '涉密清除',
};

/** Who answers for personal data (个人信息保护法 art. 51), whatever the kind. */
const PROTECTORS: readonly Post[] = ['judicial-office', 'area-lead', 'party-secretary', 'township-head'];

/** What is done about a record as a thing that is kept, also after it was voided. */
const ABOUT_KEEPING: readonly string[] = [SEAL, RESTRICT, RELEASE, ERASE, PROPOSE_PURGE, PURGE];

export function isAboutKeeping(act: string): boolean {
  return ABOUT_KEEPING.includes(act);
}

/** They hold codes, days and names of accounts, and the office could not go on without them. */
export const NEVER_PURGED: readonly string[] = [ACCOUNT, APPOINTMENT];

/** Is there such an act for the kind at all? Where nothing is personal, nothing personal is erased. */
export function appliesTo(act: string, kind: Kind): boolean {
  if (act === RESTRICT || act === RELEASE || act === ERASE)
    return Object.values(kind.fields).some(isPersonal);
  if (act === PROPOSE_PURGE || act === PURGE) return !NEVER_PURGED.includes(kind.code);
  return true;
}

/**
 * Who may start a matter may also mend it. A hand-over is the system administrator's too, who learns nothing by it. A log
 * is nobody's to mend, only to rid of what must not stand in any record.
 */
export function mayMend(act: string, kind: Kind, post: Post): boolean {
  if (kind.log && act !== PROPOSE_PURGE && act !== PURGE) return false;
  if (isAboutKeeping(act)) return PROTECTORS.includes(post);
  if (act === ASSIGN && post === 'system-administrator') return true;
  return Object.values(kind.steps).some((step) => step.from === 'start' && step.by.includes(post));
}
