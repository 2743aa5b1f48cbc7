import type { Day, LinkedMatter } from '../../kernel/index.ts';

/** True where the engagement (聘用) that is named did not run on that day. Without one named nothing is said. */
export function isOutsideTerm(engagement: LinkedMatter | undefined, on: Day): boolean {
  if (engagement === undefined) return false;
  const { since, until } = engagement.values as { since?: Day; until?: Day };
  return (since !== undefined && on < since) || (until !== undefined && on >= until);
}
