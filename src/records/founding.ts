import { dayAt, parseText, Refusal } from '../kernel/index.ts';
import { EMPTY_CHAIN } from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { accountActs, assertAccount, type Account } from './opening.ts';
import { systemClock, type Clock } from './records.ts';
import { ORGANISATION } from './row.ts';
import { noticeSeparations } from './separation.ts';
import { writeAsSystem, type SystemParts } from './system-act.ts';

/** What founding needs of a running Fadu. */
export interface FoundingParts extends SystemParts {
  readonly store: Store;
}

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

async function insertHead(tx: Transaction, { org, demo = false }: FoundingRequest): Promise<void> {
  const heads = await tx.query('find-head', 'SELECT 1 FROM head WHERE org_code = $1', [org]);
  if (heads.length > 0) throw new Refusal('invalid-value', `机构${org}已经开通。`, { field: 'org' });
  await tx.query(
    'insert-head',
    'INSERT INTO head (org_code, seq, chain, recorded_at, demo) VALUES ($1, 0, $2, $3, $4)',
    [org, EMPTY_CHAIN, new Date(0), demo],
  );
}

/**
 * Opens an organisation: its unit, the genesis entry of its ledger, its accounts and who holds which post, in one
 * transaction. Refuses a code that is open already, and a real organisation under a clock that is not the system's.
 */
export async function found(
  parts: FoundingParts,
  request: FoundingRequest,
  clock: Clock = systemClock,
): Promise<void> {
  assertFounding(request, clock);
  const now = clock();
  const today = dayAt(now);
  const { org, name, villages, accounts, demo = false } = request;
  const genesis = {
    kind: ORGANISATION,
    step: 'found',
    key: `found ${org}`,
    values: {
      name,
      nature: demo ? 'demo' : 'real',
      ...(villages.length > 0 ? { villages: villages.map((village) => ({ name: village })) } : {}),
    },
  };
  await parts.store.transaction(oneOrganisation(org), async (tx) => {
    await insertHead(tx, request);
    const acts = accounts.flatMap((account) => accountActs(org, account, today));
    await writeAsSystem(tx, parts, org, [genesis, ...acts], now);
  });
  await noticeSeparations(parts, org, now);
}
