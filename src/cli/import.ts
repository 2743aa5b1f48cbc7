import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { POSTS, Refusal, type Post } from '../kernel/index.ts';
import { found } from '../records/founding.ts';
import type { ActRequest, StartRequest } from '../records/ask.ts';
import type { Acted, Records } from '../records/records.ts';
import { chooseOrganisation, using, withData, type DataOptions } from './open.ts';
import { printLine } from './output.ts';

interface ImportOptions extends DataOptions {
  readonly org?: string;
  readonly as: string;
  readonly post: string;
}

/** One line of an import: a start when it names no record, else a further step. */
type Line = Partial<StartRequest & ActRequest> &
  Pick<StartRequest, 'kind' | 'step' | 'occurredOn' | 'idempotencyKey'>;

const NEEDED = ['kind', 'step', 'occurredOn', 'idempotencyKey'] as const;

function readLine(text: string): Line {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    throw new Refusal('bad-input', '不是一行完整的JSON。');
  }
  const given = line as Record<string, unknown> | null;
  const missing = NEEDED.find((name) => typeof given?.[name] !== 'string');
  if (missing) throw new Refusal('bad-input', `缺少“${missing}”。`);
  return given as unknown as Line;
}

function isPost(text: string): text is Post {
  return Object.hasOwn(POSTS, text);
}

async function actOn(records: Records, org: string, options: ImportOptions, line: Line): Promise<Acted> {
  if (!isPost(options.post)) {
    throw new Refusal('bad-input', `没有“${options.post}”这个岗位。`, {
      next: `岗位代码:${Object.keys(POSTS).join('、')}`,
    });
  }
  const actor = { account: options.as, post: options.post };
  const { kind, step, occurredOn, idempotencyKey, record, expectedVersion, ...rest } = line;
  const common = { ...rest, org, actor, kind, step, occurredOn, idempotencyKey };
  if (expectedVersion === undefined) return records.start({ ...common, ...(record ? { record } : {}) });
  return records.act({ ...common, record: record ?? '', expectedVersion });
}

async function linesOf(file: string): Promise<AsyncIterable<string>> {
  if (file === '-') return createInterface({ input: process.stdin, crlfDelay: Infinity });
  const handle = await open(file).catch(() => {
    throw new Refusal('bad-file', `打不开文件“${file}”,请检查文件名和权限。`);
  });
  return createInterface({ input: handle.createReadStream(), crlfDelay: Infinity });
}

/**
 * Writes act after act and acknowledges each with a line of JSON: what was acknowledged is in the ledger, whatever
 * happens next. Running the same file again writes nothing twice. A refused line is reported and the rest goes on.
 */
async function importActs(file: string, options: ImportOptions): Promise<void> {
  const lines = await linesOf(file);
  await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    const records = fadu.records();
    let number = 0;
    for await (const text of lines) {
      number += 1;
      if (text.trim() === '') continue;
      try {
        printLine(JSON.stringify({ line: number, ...(await actOn(records, code, options, readLine(text))) }));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        process.exitCode = 1;
        const { code: refused, message, detail } = error;
        printLine(JSON.stringify({ line: number, refused, message, field: detail.field, next: detail.next }));
      }
    }
  });
}

interface FoundOptions extends DataOptions {
  readonly org: string;
  readonly name: string;
  readonly village: string[];
  readonly account: string;
  readonly person: string;
}

/** `fadu import` and `fadu found`. */
export function addImport(program: Command): void {
  withData(program.command('import'))
    .description('从文件逐行登记(JSON Lines;“-”为标准输入),逐行回执,重复执行不会重复登记')
    .argument('<文件>')
    .option('--org <代码>', '机构代码')
    .requiredOption('--as <账号>', '以哪个账号登记')
    .requiredOption('--post <岗位>', '以哪个岗位登记')
    .action(importActs);
  withData(program.command('found'))
    .description('开通一个机构')
    .requiredOption('--org <代码>', '机构代码(12位区划代码)')
    .requiredOption('--name <名称>', '机构名称')
    .option('--village <villages...>', '所辖村', [])
    .requiredOption('--account <账号>', '第一个账号(司法所)')
    .requiredOption('--person <姓名>', '账号使用人')
    .action(async (options: FoundOptions) => {
      await using(options, (fadu) =>
        found(fadu.store, fadu.register, {
          org: options.org,
          name: options.name,
          villages: options.village,
          accounts: [
            {
              account: options.account,
              name: options.person,
              posts: ['judicial-office', 'system-administrator'],
            },
          ],
        }),
      );
      printLine(`已开通${options.name}(${options.org})`);
    });
}
