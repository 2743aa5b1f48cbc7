import { createHash, randomUUID } from 'node:crypto';
import { dayAt, Refusal, type Post, type Register } from '../kernel/index.ts';
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
  readonly accounts: readonly {
    readonly account: string;
    readonly name: string;
    readonly posts: readonly Post[];
  }[];
  /** A demo organisation (演示): its genesis entry says so for ever, and only it may be written by another clock. */
  readonly demo?: boolean;
}

function assertFounding(request: FoundingRequest, clock: Clock): void {
  if (!/^[0-9]{12}$/.test(request.org)) throw new Refusal('unknown-organisation', '机构代码应为12位数字。');
  if (!request.demo && clock !== systemClock) {
    throw new Refusal('not-demo', '只有演示机构可以用假定的时间登记。');
  }
  if (request.demo && !request.name.includes('演示')) {
    throw new Refusal('invalid-value', '演示机构的名称里要写明“演示”。', { field: 'name' });
  }
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

async function insertAccounts(tx: Transaction, request: FoundingRequest, today: string): Promise<void> {
  for (const { account, name, posts } of request.accounts) {
    await tx.query('insert-account', 'INSERT INTO account (org_code, account, name) VALUES ($1, $2, $3)', [
      request.org,
      account,
      name,
    ]);
    for (const post of posts) {
      await tx.query(
        'insert-holding',
        'INSERT INTO post_holding (org_code, account, post, valid_from) VALUES ($1, $2, $3, $4)',
        [request.org, account, post, today],
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
    await insertAccounts(tx, request, today);
    await appendRows(tx, entry, now, { row, parts: partsOf(kind, null, row), personal: [] });
  });
}
