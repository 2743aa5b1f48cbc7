import type { Post } from '../kernel/index.ts';

/**
 * Which posts reveal personal data of matters that are not theirs, export, publish, or have power over accounts: they need
 * a second factor. A new post does not compile until somebody has decided.
 */
const NEEDS_SECOND_FACTOR: Readonly<Record<Post, boolean>> = {
  'party-secretary': true,
  'township-head': true,
  'area-lead': true,
  'judicial-office': true,
  'enforcement-officer': false,
  'legality-reviewer': false,
  'window-clerk': false,
  'emergency-officer': false,
  'village-cadre': false,
  mediator: false,
  'household-group-leader': false,
  counsel: false,
  'enforcement-supervisor': false,
  'county-supervisor': true,
  auditor: true,
  'system-administrator': true,
  'security-administrator': true,
  'audit-administrator': true,
};

/** The posts among these for which a sign-in with a password alone is not enough. */
export function postsNeedingFactor(posts: readonly Post[]): Post[] {
  return posts.filter((post) => NEEDS_SECOND_FACTOR[post]);
}
