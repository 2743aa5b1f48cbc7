import type { Command } from 'commander';
import { dayAt, Refusal } from '../kernel/index.ts';
import { closeAndRead, dropExported } from '../letters/batch.ts';
import {
  acceptCountyKey,
  countyKeys,
  groupsOf,
  readCountyKey,
  stopCountyKey,
  type AcceptedKey,
} from '../letters/county-key.ts';
import { readExport, writeExport } from '../letters/export-file.ts';
import { SECRET, writeFileWhole } from '../tls/write.ts';
import { atKeyboard } from './keyboard.ts';
import { addCountyCommands, assertAbsent, readText } from './letters-county.ts';
import { chooseOrganisation, using, withData, type DataOptions } from './open.ts';
import { printJson, printLine } from './output.ts';

interface OrgOptions extends DataOptions {
  readonly org?: string;
  readonly json?: boolean;
}

interface AcceptOptions extends OrgOptions {
  readonly person: string;
  readonly fingerprint?: string;
}

const NO_KEY = '还没有接受县里的公钥。';

async function accept(file: string, options: AcceptOptions): Promise<void> {
  const key = await readCountyKey(await readText(file));
  const noticed = options.fingerprint ?? (await askFingerprint());
  // Typed from the paper: whoever replaced the file could not replace that.
  if (groupsOf(noticed) !== key.fingerprint) {
    throw new Refusal('bad-input', '指纹和公钥文件对不上，没有接受。', {
      next: '请照县里盖章的纸质通知再核对一遍；仍对不上的，不要用这个文件，直接问县里。',
    });
  }
  await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    await acceptCountyKey(fadu.store, code, { key, by: options.person, on: dayAt(new Date()) });
  });
  if (options.json) return printJson({ office: key.office, fingerprint: key.fingerprint });
  printLine(`已接受${key.office}的公钥，指纹 ${key.fingerprint}`);
  printLine('请把指纹张贴出来，写函的人要照着核对。');
}

const askFingerprint = (): Promise<string> =>
  atKeyboard((keyboard) => keyboard.ask('请照县里的纸质通知输入公钥指纹：'));

async function show(options: OrgOptions): Promise<void> {
  const keys = await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    return countyKeys(fadu.store, code);
  });
  if (options.json) {
    return printJson(
      keys.map(({ office, fingerprint, acceptedOn, acceptedBy, stoppedOn }) => ({
        office,
        fingerprint,
        acceptedOn,
        acceptedBy,
        stoppedOn,
      })),
    );
  }
  if (keys.length === 0) return printLine(NO_KEY);
  for (const key of keys) printLine(keyText(key));
}

function keyText({ office, fingerprint, acceptedOn, acceptedBy, stoppedOn }: AcceptedKey): string {
  const state = stoppedOn === null ? '在用' : `${stoppedOn}停用`;
  return `${office}，指纹 ${fingerprint}，${acceptedOn}由${acceptedBy}接受，${state}`;
}

async function stop(options: OrgOptions): Promise<void> {
  await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    await stopCountyKey(fadu.store, code, dayAt(new Date()));
  });
  if (options.json) return printJson({ stopped: true });
  printLine('已停用，从现在起不能再送直报函；已经存下的不受影响，照常导出。');
}

async function exportAll(file: string, options: OrgOptions): Promise<void> {
  await assertAbsent(file);
  const [name, count] = await using(options, async (fadu) => {
    const { code, name } = await chooseOrganisation(fadu, options.org);
    if ((await countyKeys(fadu.store, code)).length === 0) {
      throw new Refusal('wrong-state', NO_KEY, { next: '先用fadu letters accept接受，再导出。' });
    }
    const places = await closeAndRead(fadu.store, code);
    await writeFileWhole(file, writeExport({ org: code, name, places }), SECRET);
    return [name, places.length] as const;
  });
  if (options.json) return printJson({ file, places: count });
  printLine(`已导出${name}的全部位置到 ${file} 。里面有没有函、有几封，只有县里看得出来。`);
  printLine('县里收到并确认能打开以后，再用fadu letters forget清掉这些位置。');
}

async function forget(file: string, options: OrgOptions): Promise<void> {
  const { org, places } = readExport(await readText(file));
  const dropped = await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org ?? org);
    if (code !== org) throw new Refusal('bad-file', '这个导出文件是另一个机构的。');
    return dropExported(fadu.store, code, places);
  });
  if (options.json) return printJson({ dropped });
  printLine('已清掉这个文件里的全部位置；导出以后新写的都还在。');
}

function withOrg(command: Command): Command {
  return withData(command).option('--org <代码>', '机构代码').option('--json', '输出JSON');
}

/** `fadu letters`: letters to the county (直报函), about leaders who interfere. */
export function addLetters(program: Command): void {
  const letters = program
    .command('letters')
    .description('直报函：干预执法、司法的记录，只有县里能打开；密钥、导出、开启');
  addCountyCommands(letters);
  withOrg(letters.command('accept <文件>'))
    .description('乡镇：接受县里的公钥，照纸质通知核对指纹')
    .requiredOption('--person <姓名>', '由谁核对')
    .option('--fingerprint <指纹>', '纸质通知上的指纹；不写就问')
    .action(accept);
  withOrg(letters.command('show')).description('乡镇：查看接受过的公钥').action(show);
  withOrg(letters.command('stop')).description('乡镇：停用县里的公钥').action(stop);
  withOrg(letters.command('export <文件>'))
    .description('乡镇：把全部位置导出成一个文件，交给县里')
    .action(exportAll);
  withOrg(letters.command('forget <文件>'))
    .description('乡镇：县里确认收到以后，清掉导出文件里的位置')
    .action(forget);
}
