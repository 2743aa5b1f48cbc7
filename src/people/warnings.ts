import { POSTS, SEPARATE_POSTS, type Day, type Post } from '../kernel/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';

/** Something about who holds what that stays wrong or doubtful until somebody changes it (常设提示). */
export interface StandingWarning {
  /** `separate` is copied to the county. */
  readonly code: 'separate' | 'reviews-own' | 'auditor-beside';
  readonly account: string;
  readonly posts: readonly Post[];
  readonly sentence: string;
}

/** Posts that one account should not hold together: those among the first group, and the sentence that says so. */
const RULES: readonly {
  readonly code: StandingWarning['code'];
  /** The posts of the account that are too many together; fewer than two is fine. */
  readonly together: (posts: readonly Post[]) => readonly Post[];
  readonly why: string;
}[] = [
  {
    code: 'separate',
    together: (posts) => posts.filter((post) => SEPARATE_POSTS.includes(post)),
    why: '系统、安全、审计三类管理员应当分设',
  },
  {
    code: 'reviews-own',
    together: (posts) =>
      posts.filter((post) => post === 'legality-reviewer' || post === 'enforcement-officer'),
    why: '同一个案件的承办和法制审核不宜是同一人',
  },
  {
    code: 'auditor-beside',
    together: (posts) => (posts.includes('auditor') ? posts : []),
    why: '审计人员不能同时担任别的岗位',
  },
];

export function warningsOf(account: string, posts: readonly Post[]): StandingWarning[] {
  return RULES.flatMap(({ code, together, why }) => {
    const found = together(posts);
    if (found.length < 2) return [];
    const names = found.map((post) => POSTS[post]).join('、');
    return [{ code, account, posts: found, sentence: `账号“${account}”一人担任${names}：${why}。` }];
  });
}

/** All standing warnings of an organisation on a day, by account. Substitutes hold what they stand in for. */
export async function standingWarnings(store: Store, org: string, today: Day): Promise<StandingWarning[]> {
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ account: string; posts: Post[] }>(
      'posts-by-account',
      `SELECT p.account, array_agg(DISTINCT p.post ORDER BY p.post) AS posts FROM post_holding p
       WHERE p.org_code = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
         AND NOT EXISTS (
           SELECT 1 FROM account a WHERE a.org_code = $1 AND a.account = p.account AND a.closed_on <= $2
         )
       GROUP BY p.account HAVING count(DISTINCT p.post) > 1 ORDER BY p.account`,
      [org, today],
    ),
  );
  return rows.flatMap(({ account, posts }) => warningsOf(account, posts));
}
