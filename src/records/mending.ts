import type { Kind, Post } from '../kernel/index.ts';
import { ASSIGN, CORRECT, VOID } from './projection.ts';

/** Acts that every kind knows beside its own steps, as a person says them. */
export const MENDING: Readonly<Record<string, string>> = {
  [CORRECT]: '更正',
  [VOID]: '作废',
  [ASSIGN]: '交办',
};

/** Who may start a matter may also mend it. A hand-over is the system administrator's too, who learns nothing by it. */
export function mayMend(act: string, kind: Kind, post: Post): boolean {
  if (kind.log) return false;
  if (act === ASSIGN && post === 'system-administrator') return true;
  return Object.values(kind.steps).some((step) => step.from === 'start' && step.by.includes(post));
}
