import type { SelfView } from '../../api/shapes.ts';

/** What is about the office itself and not about a matter: pages of the administrators (三员) and of auditors. */
interface OfficePage {
  readonly path: string;
  readonly label: string;
  /** Whose page it is: one of these posts. */
  readonly posts: readonly string[];
}

const PAGES: readonly OfficePage[] = [
  { path: 'accounts', label: '账号管理', posts: ['system-administrator'] },
  { path: 'webhooks', label: '通知别的系统', posts: ['system-administrator'] },
  {
    path: 'unlock',
    label: '给同事解锁',
    posts: ['judicial-office', 'party-secretary', 'township-head', 'area-lead'],
  },
  { path: 'acts', label: '操作记录', posts: ['audit-administrator'] },
  { path: 'sign-ins', label: '登录记录', posts: ['audit-administrator'] },
  { path: 'samples', label: '审计抽样', posts: ['audit-administrator', 'auditor'] },
];

export function officePagesOf({ posts }: SelfView): readonly OfficePage[] {
  return PAGES.filter((page) => posts.some(({ code }) => page.posts.includes(code)));
}
