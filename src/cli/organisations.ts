import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { dayAt, levelOf, LEVELS, readDivisionCode, Refusal } from '../kernel/index.ts';
import { findDivision, importDivisions, villagesUnder } from '../people/division.ts';
import { readDivisions, type RowProblem } from '../people/division-file.ts';
import { decode } from '../reading/decode.ts';
import { found } from '../records/founding.ts';
import { mergeOrganisations, renameOrganisation } from '../records/lifecycle.ts';
import { firstPassword, printCode } from './account-words.ts';
import { using, withData, type DataOptions } from './open.ts';
import { printJson, printLine, progress } from './output.ts';

interface JsonOptions extends DataOptions {
  readonly json?: boolean;
}

/** So many wrong rows are told one by one; who has more mends those first. */
const TOLD = 20;

async function importCodes(file: string, options: JsonOptions): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new Refusal('bad-file', `打不开文件“${file}”，请检查文件名和权限。`);
  });
  const { divisions, problems } = readDivisions(decode(bytes, path.basename(file)));
  if (problems.length > 0) return tellProblems(problems, options);
  await using(
    options,
    async (fadu) => {
      const bar = progress('导入区划代码', divisions.length);
      let last = 0;
      try {
        await importDivisions(fadu.store, divisions, (done) => {
          bar.advance(done - last);
          last = done;
        });
      } finally {
        bar.stop();
      }
    },
    true,
  );
  if (options.json) return printJson({ imported: divisions.length });
  printLine(`已导入${divisions.length}条区划代码（${countsByLevel(divisions.map(({ code }) => code))}）`);
}

function tellProblems(problems: readonly RowProblem[], { json }: JsonOptions): void {
  process.exitCode = 1;
  if (json) return printJson({ imported: 0, problems });
  for (const { row, sentence } of problems.slice(0, TOLD)) printLine(`第${row}行：${sentence}。`);
  const more = problems.length - TOLD;
  if (more > 0) printLine(`另有${more}行有问题。`);
  printLine('整个文件没有导入，请改好后再试。');
}

function countsByLevel(codes: readonly string[]): string {
  const counts = Object.entries(LEVELS).map(([level, label]) => {
    const count = codes.filter((code) => levelOf(code) === level).length;
    return count === 0 ? [] : [`${label}${count}条`];
  });
  return counts.flat().join('，');
}

interface OpenOptions extends JsonOptions {
  readonly name?: string;
  readonly villages?: string[];
  readonly admin: string;
  readonly person: string;
}

/** Only a county or a township keeps a ledger; a village is a partner within its township. */
function readTenantCode(text: string): string {
  const code = readDivisionCode(text);
  const level = code === undefined ? undefined : levelOf(code);
  if (code !== undefined && (level === 'township' || level === 'county')) return code;
  const what = level === undefined ? '不是区划代码' : `是${LEVELS[level]}代码`;
  throw new Refusal('bad-input', `“${text}”${what}，机构只能按县级或乡级代码开通。`, {
    next: '村（社区）不单独开通，写在乡镇的 --villages 里。',
  });
}

async function open(text: string, options: OpenOptions): Promise<void> {
  const org = readTenantCode(text);
  const { admin, person, json } = options;
  const opened = await using(
    options,
    async (fadu) => {
      const today = dayAt(new Date());
      const name = options.name ?? (await findDivision(fadu.store, org, today))?.name;
      if (name === undefined) {
        throw new Refusal('bad-input', `区划代码表里没有${org}，请用 --name 写明名称。`, {
          next: '也可以先用“fadu org import”导入区划代码表。',
        });
      }
      const under = levelOf(org) === 'township' ? await villagesUnder(fadu.store, org, today) : [];
      const villages = options.villages ?? under;
      const accounts = [{ account: admin, name: person, posts: ['system-administrator'] as const }];
      await found(fadu, { org, name, villages, accounts });
      return { name, villages, code: await firstPassword(fadu, org, admin) };
    },
    true,
  );
  const { name, villages, code } = opened;
  const with_ = villages.length > 0 ? `，所辖${villages.length}个村` : '';
  printCode(`已开通${name}（${org}）${with_}`, { org, name, villages }, admin, code, json);
}

async function rename(org: string, options: JsonOptions & { name?: string; code?: string; on?: string }) {
  const { name, code, on = dayAt(new Date()) } = options;
  const renaming = { org, on, ...(name ? { name } : {}), ...(code ? { officialCode: code } : {}) };
  await using(options, (fadu) => renameOrganisation(fadu, renaming));
  if (options.json) return printJson(renaming);
  printLine(`机构${org}自${on}起变更：${[name, code].filter(Boolean).join('，')}。开通时的代码不变。`);
}

async function merge(from: string[], options: JsonOptions & { into: string; on?: string }): Promise<void> {
  const { into, on = dayAt(new Date()) } = options;
  await using(options, (fadu) => mergeOrganisations(fadu, { from, into, on }));
  if (options.json) return printJson({ from, into, on });
  printLine(`${from.join('、')}自${on}起并入${into}，两边账本都已登记。`);
  printLine('原机构不再登记新的事，已登记的可以办完，账本仍可查看和核验。');
}

async function list(options: JsonOptions): Promise<void> {
  const organisations = await using(options, (fadu) => fadu.organisations());
  if (options.json) return printJson(organisations);
  for (const { code, name, officialCode, closed, demo } of organisations) {
    const notes = [
      ...(officialCode && officialCode !== code ? [`现行代码${officialCode}`] : []),
      ...(closed ? ['已撤并'] : []),
      ...(demo ? ['演示机构'] : []),
    ];
    printLine(`${code} ${LEVELS[levelOf(code)]} ${name}${notes.length > 0 ? `（${notes.join('，')}）` : ''}`);
  }
}

/** `fadu org import`, `open`, `rename`, `merge` and `list`. */
export function addOrganisations(program: Command): void {
  const org = program.command('org').description('区划代码和机构：导入、开通、更名、撤并');
  withData(org.command('import'))
    .description('导入区划代码表（CSV：代码,名称[,启用日期,停用日期,后继代码]），有一行不对就整个不导入')
    .argument('<文件>')
    .option('--json', '输出JSON')
    .action(importCodes);
  withData(org.command('open'))
    .description('开通一个乡镇或县，给系统管理员一次性口令')
    .argument('<代码>')
    .option('--name <名称>', '机构名称，不写则取区划代码表里的')
    .option('--villages <villages...>', '所辖村，不写则取区划代码表里的')
    .requiredOption('--admin <账号>', '系统管理员的账号')
    .requiredOption('--person <姓名>', '账号使用人')
    .option('--json', '输出JSON')
    .action(open);
  withData(org.command('rename'))
    .description('变更机构的名称或现行区划代码；开通时的代码永远不变')
    .argument('<代码>')
    .option('--name <名称>', '新名称')
    .option('--code <代码>', '新的现行区划代码')
    .option('--on <日期>', '从哪一天起，不写则今天')
    .option('--json', '输出JSON')
    .action(rename);
  withData(org.command('merge'))
    .description('把几个机构并入一个已开通的机构')
    .argument('<代码...>')
    .requiredOption('--into <代码>', '并入的机构')
    .option('--on <日期>', '从哪一天起，不写则今天')
    .option('--json', '输出JSON')
    .action(merge);
  withData(org.command('list')).description('列出这里的机构').option('--json', '输出JSON').action(list);
}
