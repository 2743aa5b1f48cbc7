import type { Command } from 'commander';
import { DEMO_ORG } from '../demo/demo.ts';
import { readDemoPassword } from '../demo/passwords.ts';
import { POSTS, Refusal, type Post } from '../kernel/index.ts';
import type { Fadu } from '../main.ts';
import { resetPassword } from '../people/credential.ts';
import { CODE_HOURS } from '../people/one-time-code.ts';
import { resetFactor } from '../people/second-factor.ts';
import { found } from '../records/founding.ts';
import { addAccount } from '../records/opening.ts';
import { chooseOrganisation, using, withData, type DataOptions } from './open.ts';
import { printJson, printLine } from './output.ts';

/** Who sits at the machine's own keyboard, as the sign-in events name it. */
const KEYBOARD = { address: '本机', device: 'fadu命令' };

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
  readonly account: string;
  readonly person: string;
  readonly post: string[];
}

interface PasswordOptions extends CodeOptions {
  readonly reset?: string;
  readonly dropFactor?: boolean;
  readonly demo?: boolean;
}

export function readPost(text: string): Post {
  if (isPost(text)) return text;
  const known = Object.entries(POSTS).map(([code, name]) => `${code}（${name}）`);
  throw new Refusal('bad-input', `没有“${text}”这个岗位。`, { next: `岗位代码：${known.join('、')}。` });
}

function isPost(text: string): text is Post {
  return Object.hasOwn(POSTS, text);
}

/** The first password of an account, or the next one after it was forgotten: printed this once, kept nowhere. */
function firstPassword({ signIn }: Fadu, org: string, account: string): Promise<string> {
  return resetPassword(signIn, { org, account, ...KEYBOARD });
}

function printCode(
  said: string,
  facts: object,
  account: string,
  code: string,
  json: boolean | undefined,
): void {
  if (json) return printJson({ ...facts, account, oneTimePassword: code, hours: CODE_HOURS });
  printLine(said);
  printLine(`账号${account}的一次性口令：${code}`);
  printLine(`请在${CODE_HOURS}小时内用它登录，登录后设置自己的密码。口令只显示这一次。`);
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

async function addOne(options: AccountOptions): Promise<void> {
  const { account, person, post, json } = options;
  const posts = post.map(readPost);
  const [org, code] = await using(options, async (fadu) => {
    const { code: org } = await chooseOrganisation(fadu, options.org);
    await addAccount(fadu, org, { account, name: person, posts });
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
  withData(program.command('account'))
    .description('增加一个账号，写明它担任的岗位，给它一次性口令')
    .option('--org <代码>', '机构代码')
    .requiredOption('--account <账号>', '账号')
    .requiredOption('--person <姓名>', '使用人')
    .requiredOption('--post <posts...>', `岗位：${posts.join('、')}`)
    .option('--json', '输出JSON')
    .action(addOne);
  withData(program.command('password'))
    .description('重置一个账号的密码（忘了密码、被锁定时），或查看演示密码')
    .option('--org <代码>', '机构代码')
    .option('--reset <账号>', '给这个账号新的一次性口令')
    .option('--drop-factor', '同时停用它的动态口令（手机和恢复码都丢了）')
    .option('--demo', '显示演示乡镇各账号共用的密码')
    .option('--json', '输出JSON')
    .action(password);
}
