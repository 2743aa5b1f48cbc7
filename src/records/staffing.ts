import {
  POSTS,
  readAccountName,
  Refusal,
  VILLAGE_POSTS,
  type Day,
  type Kind,
  type Post,
} from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { SYSTEM } from './acting.ts';
import { staffingOf, type HoldingRow } from './holdings.ts';
import { ACCOUNT, APPOINTMENT, type RecordRow } from './row.ts';
import { villagesIn } from './villages.ts';

/** Kinds that say who has an account and who holds which post. */
export function isStaffing({ code }: Pick<Kind, 'code'>): boolean {
  return code === ACCOUNT || code === APPOINTMENT;
}

/** What accounts and posts allow (岗位规则): judged on the record as it would stand, whoever asks and by whichever door. */
export async function assertStaffing(
  tx: Transaction,
  row: RecordRow,
  before: RecordRow | null,
): Promise<void> {
  if (row.kind === ACCOUNT) return assertAccount(tx, row, before);
  if (row.kind === APPOINTMENT) return assertAppointment(tx, row, before);
}

async function assertAccount(tx: Transaction, row: RecordRow, before: RecordRow | null): Promise<void> {
  const account = row.body['account'] as string;
  if (before) {
    if (before.body['account'] === account) return;
    throw new Refusal('invalid-value', '账号的名字不能改。', {
      field: 'account',
      next: '请停用它，另开一个。',
    });
  }
  assertName(account);
  const held = await accountIn(tx, row.org_code, account);
  if (held) throw new Refusal('invalid-value', `账号“${account}”已经有了。`, { field: 'account' });
}

/** `@` marks people of other organisations, and one name is the machine's own. */
function assertName(account: string): void {
  if (/[@\s]/.test(account)) {
    throw new Refusal('invalid-value', '账号里不能有空格和“@”。', { field: 'account' });
  }
  if (account === SYSTEM.account) {
    throw new Refusal('invalid-value', `“${account}”是本机自用的账号，不能开立。`, { field: 'account' });
  }
}

async function accountIn(
  tx: Transaction,
  org: string,
  account: string,
): Promise<{ readonly closed_on: Day | null } | undefined> {
  const [row] = await tx.query<{ closed_on: Day | null }>(
    'account-row',
    'SELECT closed_on FROM account WHERE org_code = $1 AND account = $2',
    [org, account],
  );
  return row;
}

async function assertAppointment(tx: Transaction, row: RecordRow, before: RecordRow | null): Promise<void> {
  const [holding] = staffingOf(row).holdings ?? [];
  const { since, until } = row.body as { since: Day; until?: Day };
  if (until !== undefined && until < since) {
    throw new Refusal('invalid-value', `“任职止”（${until}）早于“任职起”（${since}）。`, { field: 'until' });
  }
  // To take a post away is always allowed.
  if (!holding || row.state === 'relieved') return;
  const org = row.org_code;
  const others = await holdingsOf(tx, org, holding.account, row.record_id);
  if (before?.body['account'] !== holding.account) await assertOpen(tx, org, holding.account);
  assertAlone(holding, others);
  assertAuditor(holding, others);
  await assertVillages(tx, org, holding);
  if (before === null) await assertAbsent(tx, org, holding);
}

/** Everything that an account holds beside one record. */
function holdingsOf(tx: Transaction, org: string, account: string, beside: string): Promise<HoldingRow[]> {
  return tx.query<HoldingRow>(
    'holdings-beside',
    `SELECT account, post, valid_from, valid_to, villages, clearances, substitute_for FROM post_holding
     WHERE org_code = $1 AND account = $2 AND record_id <> $3`,
    [org, account, beside],
  );
}

async function assertOpen(tx: Transaction, org: string, account: string): Promise<void> {
  // Of people of other organisations `assertHome` asks where their account is.
  if (readAccountName(account).home !== undefined) return;
  const held = await accountIn(tx, org, account);
  if (!held) throw new Refusal('invalid-value', `没有账号“${account}”。`, { field: 'account' });
  if (held.closed_on === null) return;
  throw new Refusal('invalid-value', `账号“${account}”已停用，不能任职。`, { field: 'account' });
}

function atOnce(one: HoldingRow, other: HoldingRow): boolean {
  return (
    (other.valid_to === null || one.valid_from <= other.valid_to) &&
    (one.valid_to === null || other.valid_from <= one.valid_to)
  );
}

function postName(post: string): string {
  return POSTS[post as Post];
}

function assertAlone(holding: HoldingRow, others: readonly HoldingRow[]): void {
  const { account, post, substitute_for: absent } = holding;
  const same = others.find(
    (other) => other.post === post && other.substitute_for === absent && atOnce(holding, other),
  );
  if (!same) return;
  throw new Refusal('invalid-value', `账号“${account}”在这段时间已经担任“${postName(post)}”。`, {
    field: 'post',
    next: '要改任期或范围，请在原来的任职上调整。',
  });
}

/** Who audits holds nothing else meanwhile, and only for a time. */
function assertAuditor(holding: HoldingRow, others: readonly HoldingRow[]): void {
  const audits = holding.post === 'auditor';
  if (audits && holding.valid_to === null) {
    throw new Refusal('missing-value', '审计人员要写明任职到哪一天。', { field: 'until' });
  }
  if (audits && holding.substitute_for !== null) {
    throw new Refusal('invalid-value', '审计人员不能由别人代理。', { field: 'post' });
  }
  const other = others.find((each) => atOnce(holding, each) && (audits || each.post === 'auditor'));
  if (!other) return;
  throw new Refusal(
    'invalid-value',
    `审计人员不能同时担任别的岗位：账号“${holding.account}”在这段时间还有“${postName(other.post)}”。`,
    { field: 'post', next: '请换一个账号，或错开任期。' },
  );
}

async function assertVillages(tx: Transaction, org: string, { post, villages }: HoldingRow): Promise<void> {
  if (villages === null) return;
  if (!VILLAGE_POSTS.some((each) => each === post)) {
    throw new Refusal('invalid-value', `“${postName(post)}”不分村。`, { field: 'villages' });
  }
  const known = await villagesIn(tx, org);
  const unknown = villages.find((village) => !known.includes(village));
  if (unknown === undefined) return;
  throw new Refusal('invalid-value', `没有“${unknown}”这个村，应是：${known.join('、')}。`, {
    field: 'villages',
  });
}

/** A substitute stands for somebody who holds the post himself. */
async function assertAbsent(tx: Transaction, org: string, holding: HoldingRow): Promise<void> {
  const { account, post, substitute_for: absent } = holding;
  if (absent === null) return;
  if (absent === account) {
    throw new Refusal('invalid-value', '不能自己代理自己。', { field: 'substituteFor' });
  }
  const held = await tx.query<HoldingRow>(
    'holdings-of-absent',
    `SELECT account, post, valid_from, valid_to, villages, clearances, substitute_for FROM post_holding
     WHERE org_code = $1 AND account = $2 AND post = $3 AND substitute_for IS NULL`,
    [org, absent, post],
  );
  if (held.some((each) => atOnce(holding, each))) return;
  throw new Refusal('invalid-value', `账号“${absent}”在这段时间不担任“${postName(post)}”，不用代理。`, {
    field: 'substituteFor',
  });
}

/** A person of another organisation has an open account there, on this server: there the person signs in. */
export async function assertHome(store: Store, row: RecordRow, before: RecordRow | null): Promise<void> {
  if (row.kind !== APPOINTMENT || before?.body['account'] === row.body['account']) return;
  const { account, home } = readAccountName(row.body['account'] as string);
  if (home === undefined) return;
  if (home === row.org_code) {
    throw new Refusal('invalid-value', '本单位的账号不用写单位代码。', { field: 'account' });
  }
  const held = await store.read(oneOrganisation(home), (tx) => accountIn(tx, home, account));
  if (held && held.closed_on === null) return;
  throw new Refusal('invalid-value', `单位${home}没有账号“${account}”，或已停用。`, {
    field: 'account',
    next: '外单位的人要先在自己单位有账号。',
  });
}
