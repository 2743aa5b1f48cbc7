import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { Refusal } from '../kernel/index.ts';
import {
  inclusionProof,
  issueCheckpoint,
  leafHash,
  merkleRoot,
  readLeaves,
  verifyInclusion,
} from '../ledger/index.ts';
import type { Fadu, Organisation } from '../main.ts';
import { replay } from '../records/replay.ts';
import { writeWhole } from '../report/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { chooseOrganisation, using, withData, type DataOptions } from './open.ts';
import { printJson, printLine } from './output.ts';

interface LedgerOptions extends DataOptions {
  readonly org?: string;
  readonly json?: boolean;
}

async function chosen(fadu: Fadu, org: string | undefined): Promise<Organisation[]> {
  return org === undefined ? fadu.organisations() : [await chooseOrganisation(fadu, org)];
}

async function verify(options: LedgerOptions): Promise<void> {
  await using(options, async (fadu) => {
    const organisations = await chosen(fadu, options.org);
    if (organisations.length === 0) await chooseOrganisation(fadu, undefined);
    for (const { code } of organisations) {
      const found = await fadu.verify(code);
      if (options.json) printJson(found);
      else {
        printLine(`${found.name}(${code})${found.demo ? ' · 演示机构' : ''}`);
        printLine(
          `  账本${found.entries}条，散列链、记录表（${found.records}条）、月计数（${found.counters}项）逐一重算，全部一致`,
        );
        if (found.checkpoints > 0) printLine(`  与签过字的${found.checkpoints}个检查点一致`);
        printLine(`  个人信息${found.personalValues}项、附件${found.files}个与账本里的承诺值一致`);
        printLine(`  树根 ${found.root}`);
      }
    }
  });
}

/** Before anything is signed: a note that can't be put where it was asked for is not made. */
function assertFree(out: string): void {
  const folder = path.dirname(out);
  const missing = existsSync(folder) ? undefined : `文件夹“${folder}”不存在`;
  const problem = existsSync(out) ? `“${out}”已经存在，不覆盖` : missing;
  if (problem === undefined) return;
  throw new Refusal('bad-input', `${problem}，没有签发检查点。`, { next: '请在 --out 后面换一个文件名。' });
}

async function checkpoint(options: LedgerOptions & { out?: string }): Promise<void> {
  const { out } = options;
  if (out !== undefined) assertFree(out);
  const { note, verifier, size } = await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    return issueCheckpoint(fadu.store, path.join(fadu.data, 'keys'), code);
  });
  if (out !== undefined) await writeWhole(out, note);
  if (options.json) return printJson({ note, key: verifier, size });
  printLine(note);
  printLine(`核验公钥 ${verifier}`);
}

/** The audit path of one entry in the tree as it stands, checked before it is shown. */
async function prove(seqText: string, options: LedgerOptions): Promise<void> {
  const seq = Number(seqText);
  await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    const [leaves, text] = await fadu.store.read(oneOrganisation(code), async (tx) => {
      const rows = await tx.query<{ text: string }>(
        'entry-text',
        'SELECT text FROM entry WHERE org_code = $1 AND seq = $2',
        [code, Number.isSafeInteger(seq) ? seq : 0],
      );
      return [await readLeaves(tx, code, Number.MAX_SAFE_INTEGER), rows[0]?.text] as const;
    });
    if (text === undefined)
      throw new Refusal('bad-input', `账本里没有第“${seqText}”条，现在共${leaves.length}条。`);
    const [proof, root] = [inclusionProof(leaves, seq - 1), merkleRoot(leaves)];
    const holds = verifyInclusion(leafHash(text), seq - 1, leaves.length, proof, root);
    if (!holds) throw new Refusal('tampered', `账本第${seq}条有问题：内容与保存的散列不符。`);
    const hashes = proof.map((hash) => hash.toString('base64'));
    if (options.json)
      return printJson({ seq, size: leaves.length, root: root.toString('base64'), proof: hashes, text });
    printLine(`第${seq}条在${leaves.length}条的账本里，路径${hashes.length}步，核对无误`);
    for (const hash of hashes) printLine(`  ${hash}`);
    printLine(`  树根 ${root.toString('base64')}`);
  });
}

/** `fadu verify`, `fadu checkpoint`, `fadu prove`, `fadu replay`. */
export function addLedger(program: Command): void {
  withData(program.command('verify'))
    .description('重算账本、记录、计数和附件，指出第一处不对的地方')
    .option('--org <代码>', '机构代码，不写则全部')
    .option('--json', '输出JSON')
    .action(verify);
  withData(program.command('checkpoint'))
    .description('签发账本检查点')
    .option('--org <代码>', '机构代码')
    .option('--out <文件>', '另存为文件（不覆盖已有的）')
    .option('--json', '输出JSON')
    .action(checkpoint);
  withData(program.command('prove'))
    .description('给出账本里某一条的存在证明')
    .argument('<序号>', '账本序号')
    .option('--org <代码>', '机构代码')
    .option('--json', '输出JSON')
    .action(prove);
  withData(program.command('replay'))
    .description('由账本重新生成记录表和计数')
    .option('--org <代码>', '机构代码')
    .action(async (options: LedgerOptions) => {
      const records = await using(options, async (fadu) =>
        replay(fadu.store, fadu.register, (await chooseOrganisation(fadu, options.org)).code),
      );
      printLine(`已由账本重新生成${records}条记录`);
    });
}
