import type { Post } from '../../kernel/index.ts';

/** Who leads the township, as a record says whose act something was. */
export const LEADERS = { secretary: '党委书记', head: '乡镇长', deputy: '其他班子成员' } as const;

/** The two first-responsible persons (第一责任人). */
export function isFirst(leader: keyof typeof LEADERS | undefined): boolean {
  return leader === 'secretary' || leader === 'head';
}

/** Who keeps what the leaders set, and the leaders themselves. */
export const SETTERS: readonly Post[] = ['judicial-office', 'area-lead', 'party-secretary', 'township-head'];
