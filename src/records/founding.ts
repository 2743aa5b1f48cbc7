import { createHash, randomUUID } from 'node:crypto';
import { dayAt, parseText, Refusal, type Post, type Register } from '../kernel/index.ts';
import { EMPTY_CHAIN, FORMAT, SUITE, type UnplacedEntry } from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { appendRows } from './append.ts';
import { partsOf, project, unplaced } from './projection.ts';
import { systemClock, type Clock } from './records.ts';
import { ORGANISATION } from './row.ts';

export interface FoundingRequest {
  /** Division code at founding, 12 digits; it never changes. */
  readonly org: string;
  readonly name: string;
  readonly villages: readonly string[];
  /** Who may act, from the founding day on. */
  readonly accounts: readonly Account[];
  /** A demo organisation (演示): its genesis entry says so for ever, and only it may be written by another clock. */
  readonly demo?: boolean;
}

function assertFounding(request: FoundingRequest, clock: Clock): void {
  if (!/^[0-9]{12}$/.test(request.org)) throw new Refusal('unknown-organisation', '机构代码应为12位数字。');
  if (!request.demo && clock !== systemClock) {
    throw new Refusal('not-demo', '只有演示机构可以用假定的时间登记。');
  }
  // What a name says must be true for ever: the genesis entry can't be mended.
  if (request.name.includes('演示') !== (request.demo ?? false)) {
    const sentence = request.demo ? '演示机构的名称里要写明“演示”。' : '正式机构的名称里不能有“演示”。';
    throw new Refusal('invalid-value', sentence, { field: 'name' });
  }
  assertName('机构名称', 'name', request.name);
  request.villages.forEach((village) => assertName('村名', 'villages', village));
  if (new Set(request.villages).size < request.villages.length) {
    throw new Refusal('invalid-value', '村名有重复。', { field: 'villages' });
  }
  request.accounts.forEach(assertAccount);
}

function assertName(label: string, field: string, text: string): void {
  const parsed = parseText(60)(text);
  if ('problem' in parsed) throw new Refusal('invalid-value', `“${label}”${parsed.problem}。`, { field });
}

async function insertUnit(tx: Transaction, request: FoundingRequest, today: string): Promise<void> {
  const { org, name, demo = false } = request;
  const heads = await tx.query('find-head', 'SELECT 1 FROM head WHERE org_code = $1', [org]);
  if (heads.length > 0) throw new Refusal('invalid-value', `机构${org}已经开通。`, { field: 'org' });
  await tx.query(
    'insert-unit',
    'INSERT INTO org_unit (code, name, valid_from, demo) VALUES ($1, $2, $3, $4)',
    [org, name, today, demo],
  );
  await tx.query(
    'insert-head',
    'INSERT INTO head (org_code, seq, chain, recorded_at, demo) VALUES ($1, 0, $2, $3, $4)',
    [org, EMPTY_CHAIN, new Date(0), demo],
  );
}

/** An account (账号) with the posts that it holds from a day on. */
export interface Account {
  readonly account: string;
  readonly name: string;
  readonly posts: readonly Post[];
}

function assertAccount({ account, name, posts }: Account): void {
  assertName('账号', 'account', account);
  assertName('使用人', 'name', name);
  if (posts.length === 0) throw new Refusal('missing-value', '账号至少要有一个岗位。', { field: 'posts' });
}

/** Opens a further account in an organisation. Refuses one that is there already. */
export async function addAccount(
  store: Store,
  org: string,
  account: Account,
  clock: Clock = systemClock,
): Promise<void> {
  assertAccount(account);
  await store.transaction(oneOrganisation(org), async (tx) => {
    const [held] = await tx.query<{ taken: boolean }>(
      'find-account',
      `SELECT EXISTS (SELECT 1 FROM account WHERE org_code = $1 AND account = $2) AS taken FROM head WHERE org_code = $1`,
      [org, account.account],
    );
    if (!held) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
    if (held.taken)
      throw new Refusal('invalid-value', `账号“${account.account}”已经有了。`, { field: 'account' });
    await insertAccounts(tx, org, [account], dayAt(clock()));
  });
}

async function insertAccounts(
  tx: Transaction,
  org: string,
  accounts: readonly Account[],
  today: string,
): Promise<void> {
  for (const { account, name, posts } of accounts) {
    await tx.query('insert-account', 'INSERT INTO account (org_code, account, name) VALUES ($1, $2, $3)', [
      org,
      account,
      name,
    ]);
    for (const post of posts) {
      await tx.query(
        'insert-holding',
        'INSERT INTO post_holding (org_code, account, post, valid_from) VALUES ($1, $2, $3, $4)',
        [org, account, post, today],
      );
    }
  }
}

/**
 * Opens an organisation: its unit, its accounts and the genesis entry of its ledger, in one transaction. Refuses a code
 * that is open already, and a real organisation under a clock that is not the system's.
 */
export async function found(
  store: Store,
  register: Register,
  request: FoundingRequest,
  clock: Clock = systemClock,
): Promise<void> {
  assertFounding(request, clock);
  const now = clock();
  const today = dayAt(now);
  const kind = register.kind(ORGANISATION);
  const idem = createHash('sha256').update(`found ${request.org}`).digest();
  const entry: UnplacedEntry = {
    format: FORMAT,
    suite: SUITE,
    org: request.org,
    occurredOn: today,
    precision: 'day',
    source: 'on-site',
    actor: { account: 'system', post: 'system-administrator' },
    kind: kind.code,
    kindVersion: kind.version,
    kindPrint: register.print(kind),
    record: randomUUID(),
    expected: 0,
    step: 'found',
    law: [],
    envelope: {},
    values: {
      name: request.name,
      nature: request.demo ? 'demo' : 'real',
      villages: request.villages.map((name) => ({ name })),
    },
    commitments: {},
    flaws: [],
    idem: idem.toString('hex'),
  };
  const row = project(kind, null, unplaced(entry, now));
  await store.transaction(oneOrganisation(request.org), async (tx) => {
    await insertUnit(tx, request, today);
    await insertAccounts(tx, request.org, request.accounts, today);
    await appendRows(tx, entry, now, { row, parts: partsOf(kind, null, row), personal: [] });
  });
}
