import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { dayAt, POSTS, type Day } from '../kernel/index.ts';
import type { Fadu } from '../main.ts';
import { closeSignIn } from '../people/closing.ts';
import { standingWarnings } from '../people/warnings.ts';
import { SYSTEM } from '../records/acting.ts';
import { handOver } from '../records/hand-over.ts';
import { systemClock, type Acted } from '../records/records.ts';
import { ACCOUNT, APPOINTMENT } from '../records/row.ts';
import { getAccount, getHolding, staffOf, type Holding, type StaffMember } from '../records/staff-list.ts';
import { firstPassword, KEYBOARD, printCode, readPost } from './account-words.ts';
import { chooseOrganisation, using, withData, type DataOptions } from './open.ts';
import { printJson, printLine, progress } from './output.ts';

interface PostOptions extends DataOptions {
  readonly org?: string;
  readonly json?: boolean;
}

interface TermOptions extends PostOptions {
  readonly since?: string;
  readonly until?: string;
  readonly villages?: string[];
  readonly clearances?: string[];
}

const today = (): Day => dayAt(new Date());
const named = (names: readonly string[]) => names.map((name) => ({ name }));

function scopeOf({ until, villages, clearances }: TermOptions): Record<string, unknown> {
  return {
    ...(until ? { until } : {}),
    ...(villages ? { villages: named(villages) } : {}),
    ...(clearances ? { clearances: named(clearances) } : {}),
  };
}

/** One act at the machine's own keyboard; without a record it starts one. */
function act(
  fadu: Fadu,
  org: string,
  kind: string,
  step: string,
  values: Readonly<Record<string, unknown>>,
  on?: { readonly record: string; readonly version: number },
): Promise<Acted> {
  const request = {
    org,
    kind,
    step,
    values,
    actor: SYSTEM,
    occurredOn: today(),
    idempotencyKey: randomUUID(),
  };
  const records = fadu.records();
  return on
    ? records.act({ ...request, record: on.record, expectedVersion: on.version })
    : records.start(request);
}

/** Does one thing in the chosen organisation and says so, with what now stays wrong. */
async function doing(
  options: PostOptions,
  said: string,
  work: (fadu: Fadu, org: string) => Promise<unknown>,
): Promise<void> {
  const [org, warnings] = await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    await work(fadu, code);
    return [code, await standingWarnings(fadu.store, code, today())] as const;
  });
  if (options.json) return printJson({ org, done: said, warnings });
  printLine(said);
  for (const { sentence } of warnings) printLine(`提示：${sentence}`);
}

async function appoint(account: string, text: string, options: TermOptions): Promise<void> {
  const post = readPost(text);
  const values = { account, post, since: options.since ?? today(), ...scopeOf(options) };
  await doing(options, `已任命：${account}担任${POSTS[post]}`, (fadu, org) =>
    act(fadu, org, APPOINTMENT, 'appoint', values),
  );
}

async function substitute(
  account: string,
  text: string,
  options: TermOptions & { readonly for: string; readonly until: string },
): Promise<void> {
  const post = readPost(text);
  const since = options.since ?? today();
  const values = { account, post, substituteFor: options.for, since, ...scopeOf(options) };
  await doing(
    options,
    `已安排代理：${account}代${options.for}担任${POSTS[post]}，${since}至${options.until}`,
    (fadu, org) => act(fadu, org, APPOINTMENT, 'substitute', values),
  );
}

async function extend(account: string, text: string, options: TermOptions & { readonly until: string }) {
  const post = readPost(text);
  await doing(options, `已调整任期：${account}担任${POSTS[post]}到${options.until}`, async (fadu, org) =>
    act(
      fadu,
      org,
      APPOINTMENT,
      'extend',
      { until: options.until },
      await getHolding(fadu.store, org, { account, post }, today()),
    ),
  );
}

async function relieve(account: string, text: string, options: PostOptions): Promise<void> {
  const post = readPost(text);
  await doing(options, `已免去：${account}不再担任${POSTS[post]}`, async (fadu, org) =>
    act(fadu, org, APPOINTMENT, 'relieve', {}, await getHolding(fadu.store, org, { account, post }, today())),
  );
}

async function close(account: string, options: PostOptions): Promise<void> {
  await doing(options, `账号${account}已停用，登录同时失效`, async (fadu, org) => {
    await act(fadu, org, ACCOUNT, 'close', {}, await getAccount(fadu.store, org, account));
    await closeSignIn(fadu.signIn, { org, account, by: KEYBOARD.address, ...KEYBOARD });
  });
}

/** Whoever used it before can sign in no more. */
async function renew(
  account: string,
  said: string,
  options: PostOptions,
  work: (fadu: Fadu, org: string) => Promise<unknown>,
): Promise<void> {
  const [org, code] = await using(options, async (fadu) => {
    const { code: chosen } = await chooseOrganisation(fadu, options.org);
    await work(fadu, chosen);
    await closeSignIn(fadu.signIn, { org: chosen, account, by: KEYBOARD.address, ...KEYBOARD });
    return [chosen, await firstPassword(fadu, chosen, account)] as const;
  });
  printCode(said, { org }, account, code, options.json);
}

async function reopen(account: string, options: PostOptions): Promise<void> {
  await renew(account, `账号${account}已恢复使用，没有免去的岗位一起恢复`, options, async (fadu, org) =>
    act(fadu, org, ACCOUNT, 'reopen', {}, await getAccount(fadu.store, org, account)),
  );
}

async function change(account: string, options: PostOptions & { readonly person: string }): Promise<void> {
  const values = { holder: { name: options.person } };
  await renew(account, `账号${account}已变更使用人`, options, async (fadu, org) =>
    act(fadu, org, ACCOUNT, 'change', values, await getAccount(fadu.store, org, account)),
  );
}

async function moveMatters(
  from: string,
  to: string,
  options: PostOptions & { readonly reason: string },
): Promise<void> {
  const { reason, json } = options;
  const moved = await using(options, async (fadu) => {
    const { code: org } = await chooseOrganisation(fadu, options.org);
    const { store, register } = fadu;
    const parts = { store, register, records: fadu.records(), clock: systemClock };
    let bar: ReturnType<typeof progress> | undefined;
    try {
      return await handOver(parts, { org, from, to, actor: SYSTEM, reason }, (_done, total) => {
        (bar ??= progress('移交', total)).advance();
      });
    } finally {
      bar?.stop();
    }
  });
  if (json) return printJson({ from, to, moved });
  printLine(`已把${from}在办的${moved}件事移交给${to}，办完的和办理记录都不动。`);
}

function termText({ post, since, until, villages, substituteFor }: Holding): string {
  const notes = [
    ...(substituteFor ? [`代${substituteFor}`] : []),
    ...(villages ? [villages.join('、')] : []),
    `${since}起${until ? `至${until}` : ''}`,
  ];
  return `${POSTS[post]}（${notes.join('，')}）`;
}

function memberText({ account, name, closedOn, holdings }: StaffMember): string {
  const who = name ? `${account} ${name}` : account;
  if (closedOn) return `${who}：${closedOn}停用`;
  return `${who}：${holdings.length > 0 ? holdings.map(termText).join('；') : '没有岗位'}`;
}

async function listStaff(options: PostOptions): Promise<void> {
  const [members, warnings] = await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    return [await staffOf(fadu, code, today()), await standingWarnings(fadu.store, code, today())] as const;
  });
  if (options.json) return printJson({ accounts: members, warnings });
  for (const member of members) printLine(memberText(member));
  for (const { sentence } of warnings) printLine(`提示：${sentence}`);
}

function common(command: Command): Command {
  return withData(command).option('--org <代码>', '机构代码').option('--json', '输出JSON');
}

const ACCOUNT_HELP = '本单位的账号；外单位的人写成“账号@单位代码”';

/** What `fadu account` can do beside opening one: posts, substitutes, closing, hand-over. */
export function addPosts(account: Command): void {
  common(account.command('list')).description('列出账号和任职').action(listStaff);
  common(account.command('appoint'))
    .description('任命：给一个账号一个岗位')
    .argument('<账号>', ACCOUNT_HELP)
    .argument('<岗位>')
    .option('--since <日期>', '从哪一天起，不写则今天')
    .option('--until <日期>', '到哪一天止（含当日）；审计人员必须写')
    .option('--villages <villages...>', '限于哪些村（村干部、人民调解员、联户长）')
    .option('--clearances <classes...>', '可知悉的限定类别')
    .action(appoint);
  common(account.command('substitute'))
    .description('代理：某人外出时由另一人代行岗位，登记里写明代谁')
    .argument('<账号>', ACCOUNT_HELP)
    .argument('<岗位>')
    .requiredOption('--for <账号>', '代理谁')
    .requiredOption('--until <日期>', '到哪一天止（含当日）')
    .option('--since <日期>', '从哪一天起，不写则今天')
    .option('--villages <villages...>', '限于哪些村')
    .action(substitute);
  common(account.command('extend'))
    .description('调整任期')
    .argument('<账号>')
    .argument('<岗位>')
    .requiredOption('--until <日期>', '到哪一天止（含当日）')
    .action(extend);
  common(account.command('relieve'))
    .description('免去：从今天起不再担任')
    .argument('<账号>')
    .argument('<岗位>')
    .action(relieve);
  common(account.command('change'))
    .description('变更账号的使用人，原来的登录失效，给新的一次性口令')
    .argument('<账号>')
    .requiredOption('--person <姓名>', '新的使用人')
    .action(change);
  common(account.command('close')).description('停用账号').argument('<账号>').action(close);
  common(account.command('reopen'))
    .description('恢复使用停用的账号，给它一次性口令；没有免去的岗位一起恢复')
    .argument('<账号>')
    .action(reopen);
  common(account.command('hand-over'))
    .description('交接：把一个账号在办的事全部移交给另一个账号')
    .argument('<交出的账号>')
    .argument('<接手的账号>')
    .requiredOption('--reason <理由>', '为什么移交')
    .action(moveMatters);
}
