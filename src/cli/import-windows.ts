import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Fadu } from '../main.ts';
import { dayAt, Refusal } from '../kernel/index.ts';
import type { Actor } from '../ledger/index.ts';
import { decode } from '../reading/decode.ts';
import { listRecords } from '../records/listing.ts';
import { readPost } from './account-words.ts';
import { chooseOrganisation, using, withData, type DataOptions } from './open.ts';
import { printJson, printLine } from './output.ts';
import { byWindowAndDay, readWindowTable, type WindowRow } from './window-table.ts';

interface Options extends DataOptions {
  readonly org?: string;
  readonly as: string;
  readonly post: string;
  readonly json?: boolean;
}

const PLATFORM = '政务服务平台';
const CHANGED = '这一天已经登记过，和表里的不同；表里对的，请更正已经登记的那一条。';

async function tableOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new Refusal('bad-file', `打不开文件“${file}”，请检查文件名和权限。`);
  });
  if (bytes.length === 0) throw new Refusal('bad-file', `“${file}”是空文件。`);
  return decode(bytes, path.basename(file));
}

/** The windows of the office by name. */
async function windowsOf({ store, register }: Fadu, org: string): Promise<ReadonlyMap<string, string>> {
  const query = { org, kinds: ['service-window'], size: 200 };
  const { records } = await listRecords(store, register, { as: 'operator' }, query);
  return new Map(records.map(({ title, id }) => [title, id]));
}

/** The same table again changes nothing; one window's day that now says something else is refused as a conflict. */
function keyOf(org: string, { window, on }: WindowRow): string {
  return `window-day ${createHash('sha256').update(`${org}\n${window}\n${on}`).digest('hex')}`;
}

async function importWindows(file: string, options: Options): Promise<void> {
  const groups = byWindowAndDay(readWindowTable(await tableOf(file)));
  const actor: Actor = { account: options.as, post: readPost(options.post) };
  await using(options, async (fadu) => {
    const { code: org } = await chooseOrganisation(fadu, options.org);
    const today = dayAt(new Date());
    const ahead = groups.flat().find(({ on }) => on > today);
    if (ahead) throw new Refusal('bad-file', `第${ahead.row}行：统计日${ahead.on}还没有到，一行也没有登记。`);
    const windows = await windowsOf(fadu, org);
    const unknown = [...new Set(groups.map(([first]) => first!.window))].filter(
      (name) => name !== '' && !windows.has(name),
    );
    const done = { written: 0, repeated: 0 };
    const refused: { window: string; on: string; detail: string }[] = [];
    for (const rows of groups) {
      const { window, on } = rows[0]!;
      try {
        const { repeated } = await countDay(fadu, org, actor, rows, windows.get(window));
        done[repeated ? 'repeated' : 'written'] += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ window, on, detail: error.code === 'idempotency-conflict' ? CHANGED : error.message });
      }
    }
    if (refused.length > 0) process.exitCode = 1;
    if (options.json) return printJson({ ...done, refused, unknownWindows: unknown });
    for (const { window, on, detail } of refused) printLine(`${nameOf(window)}${on}：没有登记。${detail}`);
    printLine(`登记${done.written}条，重复${done.repeated}条，拒绝${refused.length}条。`);
    if (unknown.length > 0)
      printLine(`没有登记过的窗口：${unknown.join('、')}。办件量已计入，在“服务窗口”里启用后可以对上。`);
  });
}

const nameOf = (window: string): string => (window === '' ? '各窗口' : window);

function countDay(fadu: Fadu, org: string, actor: Actor, rows: readonly WindowRow[], window?: string) {
  const first = rows[0]!;
  return fadu.records().start({
    org,
    kind: 'window-day',
    step: 'count',
    occurredOn: first.on,
    source: 'platform',
    home: PLATFORM,
    idempotencyKey: keyOf(org, first),
    actor,
    values: {
      title: `${nameOf(first.window)}${first.on}办件量`,
      span: 'day',
      counts: rows.map(({ item, counts }) => ({ item, ...counts })),
      ...(window === undefined ? {} : { window }),
    },
  });
}

/** `fadu import-windows`: what the upper platform exports of the windows. */
export function addImportWindows(program: Command): void {
  withData(program.command('import-windows'))
    .description(
      '登记政务服务平台导出的窗口办件量表格（CSV），有一行不对就一行也不登记，重复执行不会重复登记',
    )
    .argument('<文件>')
    .option('--org <代码>', '机构代码')
    .requiredOption('--as <账号>', '以哪个账号登记')
    .requiredOption('--post <岗位>', '以哪个岗位登记')
    .option('--json', '输出JSON')
    .action(importWindows);
}
