import { dayAt, parseText, Refusal, type Day, type Post } from '../kernel/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import { systemClock, type Clock } from './records.ts';
import { ACCOUNT, APPOINTMENT } from './row.ts';
import { noticeSeparations } from './separation.ts';
import { writeAsSystem, type SystemAct, type SystemParts } from './system-act.ts';

/** An account (账号) that is opened at the machine's own keyboard, with the posts that it holds from that day on. */
export interface Account {
  readonly account: string;
  readonly name: string;
  readonly posts: readonly Post[];
  /** The villages that its posts are for; absent for the whole township. */
  readonly villages?: readonly string[];
  /** The last day of its posts; an auditor must have one. */
  readonly until?: Day;
}

export function assertAccount({ account, name, posts }: Account): void {
  for (const [label, field, text] of [
    ['账号', 'account', account],
    ['使用人', 'name', name],
  ] as const) {
    const parsed = parseText(60)(text);
    if ('problem' in parsed) throw new Refusal('invalid-value', `“${label}”${parsed.problem}。`, { field });
  }
  if (posts.length === 0) throw new Refusal('missing-value', '账号至少要有一个岗位。', { field: 'posts' });
}

/** The acts that open an account and give it its posts. */
export function accountActs(org: string, account: Account, today: Day): SystemAct[] {
  const { account: code, name, posts, villages, until } = account;
  const scope = {
    ...(villages ? { villages: villages.map((village) => ({ name: village })) } : {}),
    ...(until ? { until } : {}),
  };
  return [
    {
      kind: ACCOUNT,
      step: 'open',
      key: `open account ${org} ${code}`,
      values: { account: code, holder: { name } },
    },
    ...posts.map((post) => ({
      kind: APPOINTMENT,
      step: 'appoint',
      key: `first post ${org} ${code} ${post}`,
      values: { account: code, post, since: today, ...scope },
    })),
  ];
}

/** Opens a further account in an organisation, at the machine's own keyboard. Refuses one that is there already. */
export async function addAccount(
  parts: SystemParts & { readonly store: Store },
  org: string,
  account: Account,
  clock: Clock = systemClock,
): Promise<void> {
  assertAccount(account);
  const now = clock();
  await parts.store.transaction(oneOrganisation(org), async (tx) => {
    const heads = await tx.query('open-organisation', 'SELECT 1 FROM head WHERE org_code = $1', [org]);
    if (heads.length === 0) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
    await writeAsSystem(tx, parts, org, accountActs(org, account, dayAt(now)), now);
  });
  await noticeSeparations(parts, org, now);
}
