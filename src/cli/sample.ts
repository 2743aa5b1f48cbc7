import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { Refusal } from '../kernel/index.ts';
import { sampleRecords } from '../records/sample.ts';
import { chooseOrganisation, readYear, using, withData, type DataOptions } from './open.ts';
import { printJson, printLine } from './output.ts';

interface SampleOptions extends DataOptions {
  readonly org?: string;
  readonly year: string;
  readonly kind?: string;
  readonly size: string;
  readonly seed?: string;
  readonly ledgerSize?: string;
  readonly json?: boolean;
}

function readCount(text: string, what: string): number {
  const count = Number(text);
  if (/^\d{1,12}$/.test(text) && count > 0) return count;
  throw new Refusal('bad-input', `${what}“${text}”不对，应是大于0的整数。`);
}

async function draw(options: SampleOptions): Promise<void> {
  const { kind, seed = randomBytes(8).toString('hex'), ledgerSize, json } = options;
  const request = {
    ...(kind ? { kind } : {}),
    year: readYear(options.year),
    size: readCount(options.size, '件数'),
    seed,
    ...(ledgerSize ? { ledgerSize: readCount(ledgerSize, '账本条数') } : {}),
  };
  await using(options, async (fadu) => {
    const { code, name } = await chooseOrganisation(fadu, options.org);
    const sample = await sampleRecords(fadu.store, fadu.register, code, request);
    if (json) return printJson({ org: code, ...sample });
    const { records, population, ledgerSize: drawnFrom } = sample;
    printLine(`${name}（${code}）${request.year}年共${population}件，抽取${records.length}件`);
    for (const each of records) {
      const { label, states } = fadu.register.kind(each.kind);
      const state = each.voided ? '已作废' : (states[each.state] ?? each.state);
      printLine(`  ${each.occurredOn} ${label} ${each.title}（${state}） ${each.id}`);
    }
    printLine(`种子 ${seed}，账本${drawnFrom}条；用同样的种子和条数，谁抽都是这几件`);
  });
}

/** `fadu sample`: records drawn for an audit. */
export function addSample(program: Command): void {
  withData(program.command('sample'))
    .description('审计抽样：按种子随机抽取记录，不含限定知悉的')
    .option('--org <代码>', '机构代码')
    .requiredOption('--year <年份>', '发生在哪一年')
    .requiredOption('--size <件数>', '抽几件')
    .option('--kind <事项>', '只抽一种事项')
    .option('--seed <种子>', '写明种子则重抽同一批，不写则随机')
    .option('--ledger-size <条数>', '只从账本的前多少条里抽')
    .option('--json', '输出JSON')
    .action(draw);
}
