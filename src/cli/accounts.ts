import type { Command } from 'commander';
import { DEMO_ORG } from '../demo/demo.ts';
import { readDemoPassword } from '../demo/passwords.ts';
import { isDay, POSTS, Refusal } from '../kernel/index.ts';
import type { Fadu } from '../main.ts';
import { resetFactor } from '../people/second-factor.ts';
import { found } from '../records/founding.ts';
import { addAccount } from '../records/opening.ts';
import { firstPassword, KEYBOARD, printCode, readPost } from './account-words.ts';
import { chooseOrganisation, using, withData, type DataOptions } from './open.ts';
import { printJson, printLine } from './output.ts';
import { addPosts } from './posts.ts';

interface CodeOptions extends DataOptions {
  readonly org?: string;
  readonly json?: boolean;
}

interface FoundOptions extends CodeOptions {
  readonly org: string;
  readonly name: string;
  readonly village: string[];
  readonly account: string;
  readonly person: string;
}

interface AccountOptions extends CodeOptions {
  readonly account?: string;
  readonly person?: string;
  readonly post?: string[];
  readonly villages?: string[];
  readonly until?: string;
}

interface PasswordOptions extends CodeOptions {
  readonly reset?: string;
  readonly dropFactor?: boolean;
  readonly demo?: boolean;
}

async function foundOrganisation(options: FoundOptions): Promise<void> {
  const { org, name, village: villages, account, person, json } = options;
  const accounts = [{ account, name: person, posts: ['judicial-office', 'system-administrator'] as const }];
  const code = await using(
    options,
    async (fadu) => {
      await found(fadu, { org, name, villages, accounts });
      return firstPassword(fadu, org, account);
    },
    true,
  );
  printCode(`已开通${name}（${org}）`, { org, name }, account, code, json);
}

/** They belong to the command alone: its subcommands do without them. */
function required<T>(value: T | undefined, option: string, command: Command): T {
  if (value !== undefined) return value;
  return command.error(`required option '${option}' not specified`, {
    code: 'commander.missingMandatoryOptionValue',
  });
}

async function addOne(options: AccountOptions, command: Command): Promise<void> {
  const account = required(options.account, '--account <账号>', command);
  const person = required(options.person, '--person <姓名>', command);
  const post = required(options.post, '--post <posts...>', command);
  const { villages, until, json } = options;
  if (until !== undefined && !isDay(until)) {
    throw new Refusal('bad-input', `日期“${until}”不对，应是真实存在的日期，如2024-03-05。`);
  }
  const scope = { ...(villages ? { villages } : {}), ...(until ? { until } : {}) };
  const posts = post.map(readPost);
  const [org, code] = await using(options, async (fadu) => {
    const { code: org } = await chooseOrganisation(fadu, options.org);
    await addAccount(fadu, org, { account, name: person, posts, ...scope });
    return [org, await firstPassword(fadu, org, account)] as const;
  });
  const said = `已增加账号${account}（${posts.map((each) => POSTS[each]).join('、')}）`;
  printCode(said, { org, posts }, account, code, json);
}

async function password(options: PasswordOptions): Promise<void> {
  const { reset, demo, dropFactor, json } = options;
  if ((reset === undefined) === (demo === undefined)) {
    throw new Refusal('bad-input', '请写明要重置哪个账号的密码（--reset），或查看演示密码（--demo）。');
  }
  await using(options, async (fadu) => {
    if (reset === undefined) return printDemoPassword(fadu, json);
    const { code: org } = await chooseOrganisation(fadu, options.org);
    if (dropFactor) await resetFactor(fadu.signIn, { org, account: reset, ...KEYBOARD });
    const code = await firstPassword(fadu, org, reset);
    printCode(`已重置账号${reset}的密码，原密码和已有的登录都已失效`, { org }, reset, code, json);
  });
}

async function printDemoPassword(fadu: Fadu, json: boolean | undefined): Promise<void> {
  const demo = await readDemoPassword(fadu.data);
  if (demo === undefined) throw new Refusal('not-demo', '这个数据文件夹里没有演示乡镇。');
  if (json) return printJson({ org: DEMO_ORG, password: demo });
  printLine(demo);
}

/** `fadu found`, `fadu account` and `fadu password`. */
export function addAccounts(program: Command): void {
  withData(program.command('found'))
    .description('开通一个机构，给第一个账号一次性口令')
    .requiredOption('--org <代码>', '机构代码（12位区划代码）')
    .requiredOption('--name <名称>', '机构名称')
    .option('--village <villages...>', '所辖村', [])
    .requiredOption('--account <账号>', '第一个账号（司法所、系统管理员）')
    .requiredOption('--person <姓名>', '账号使用人')
    .option('--json', '输出JSON')
    .action(foundOrganisation);
  const posts = Object.entries(POSTS).map(([code, name]) => `${code} ${name}`);
  const account = withData(program.command('account'))
    .description('增加一个账号，写明它担任的岗位，给它一次性口令；管理任职、代理、停用和交接')
    .option('--org <代码>', '机构代码')
    .option('--account <账号>', '账号')
    .option('--person <姓名>', '使用人')
    .option('--post <posts...>', `岗位：${posts.join('、')}`)
    .option('--villages <villages...>', '岗位限于哪些村')
    .option('--until <日期>', '任职到哪一天止（含当日）')
    .option('--json', '输出JSON')
    .action(addOne);
  addPosts(account);
  withData(program.command('password'))
    .description('重置一个账号的密码（忘了密码、被锁定时），或查看演示密码')
    .option('--org <代码>', '机构代码')
    .option('--reset <账号>', '给这个账号新的一次性口令')
    .option('--drop-factor', '同时停用它的动态口令（手机和恢复码都丢了）')
    .option('--demo', '显示演示乡镇各账号共用的密码')
    .option('--json', '输出JSON')
    .action(password);
}
