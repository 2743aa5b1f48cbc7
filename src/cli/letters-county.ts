import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { Refusal } from '../kernel/index.ts';
import { PART_NAMES, PARTS, type Letter } from '../letters/content.ts';
import { fingerprintOf, LONGEST_NAME, writeCountyKey } from '../letters/county-key.ts';
import { readExport } from '../letters/export-file.ts';
import { openPlace } from '../letters/sealing.ts';
import { makeKeyPair } from '../letters/suite.ts';
import { OPEN, SECRET, writeFileWhole } from '../tls/write.ts';
import { atKeyboard } from './keyboard.ts';
import { assertPassphrase, assertPrivateKey, readPrivateKey, writePrivateKey } from './letter-key-file.ts';
import { printJson, printLine, progress } from './output.ts';

/** What the county does with letters, on a machine of its own: no data folder, no database, no network. */
interface KeyOptions {
  readonly office: string;
  readonly out: string;
  readonly json?: boolean;
}

const [PRIVATE, PUBLIC] = ['letter-private-key.json', 'letter-public-key.json'];

async function makeKey({ office, out, json }: KeyOptions): Promise<void> {
  const [secret, open] = [path.join(out, PRIVATE), path.join(out, PUBLIC)];
  await assertAbsent(secret);
  await assertAbsent(open);
  if (office.trim() === '' || office.length > LONGEST_NAME) {
    throw new Refusal('bad-input', `名称应是1到${LONGEST_NAME}个字。`);
  }
  const passphrase = await atKeyboard(async (keyboard) => {
    const first = await keyboard.askHidden('给私钥设一个口令：');
    assertPassphrase(first);
    if ((await keyboard.askHidden('再输一遍：')) !== first)
      throw new Refusal('bad-input', '两遍口令不一样，没有做。');
    return first;
  });
  const { publicKey, privateKey } = await makeKeyPair();
  const fingerprint = await fingerprintOf(publicKey);
  await writeFileWhole(secret, await writePrivateKey(privateKey, passphrase), SECRET);
  await writeFileWhole(open, writeCountyKey({ office, publicKey, fingerprint }), OPEN);
  if (json) return printJson({ office, fingerprint, privateKey: secret, publicKey: open });
  printLine(`已做好${office}的直报密钥，指纹 ${fingerprint}`);
  printLine(
    `私钥 ${secret} ：只存在不联网的电脑上，另备份一份，和口令分开保管；丢了私钥或口令，谁也打不开。`,
  );
  printLine(`公钥 ${open} ：发给各乡镇。指纹写进纸质通知，盖章另发，供乡镇和写函的人核对。`);
}

/** What lies there already may be the only copy. */
export async function assertAbsent(file: string): Promise<void> {
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (there) {
    throw new Refusal('wrong-state', `“${file}”已经有了，没有覆盖。`, { next: '请换一个位置。' });
  }
}

interface OpenOptions {
  readonly key: string[];
  readonly out?: string;
  readonly json?: boolean;
}

export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new Refusal('bad-file', `打不开文件“${file}”，请检查文件名和权限。`);
  });
}

async function openKeys(files: readonly string[]): Promise<Uint8Array[]> {
  const texts = await Promise.all(files.map(readText));
  texts.forEach(assertPrivateKey);
  return atKeyboard(async (keyboard) => {
    const keys: Uint8Array[] = [];
    for (const [index, text] of texts.entries())
      keys.push(await readPrivateKey(text, await keyboard.askHidden(`${files[index]} 的口令：`)));
    return keys;
  });
}

async function openExport(file: string, { key: files, out, json }: OpenOptions): Promise<void> {
  const { org, name, places } = readExport(await readText(file));
  if (out !== undefined) await assertAbsent(out);
  const keys = await openKeys(files);
  const letters = new Map<string, Letter>();
  let closed = 0;
  const bar = progress('开启', places.length);
  try {
    for (const place of places) {
      const opened = await openPlace(keys, org, place);
      // A place of a batch that was exported before may come once more.
      if ('letter' in opened) letters.set(JSON.stringify(opened.letter), opened.letter);
      if ('closed' in opened) closed += 1;
      bar.advance();
    }
  } finally {
    bar.stop();
  }
  const found = [...letters.values()].toSorted((a, b) => a.day.localeCompare(b.day));
  const text = json
    ? JSON.stringify({ org, name, letters: found, unopened: closed }, null, 2)
    : [`${name}（${org}）：直报函${found.length}封`, ...found.map(letterText)].join('\n\n');
  if (out === undefined) printLine(text);
  else await writeFileWhole(out, `${text}\n`, SECRET);
  if (closed > 0) {
    process.exitCode = 1;
    process.stderr.write(
      `另有${closed}个位置打不开，可能封给了另一把密钥；请用 --key 再加上以前的私钥文件。\n`,
    );
  }
}

function letterText(letter: Letter): string {
  const parts = PART_NAMES.map((name) => `${PARTS[name].label}：${letter[name]?.trim() || '没有写'}`);
  return [`${letter.day}写，编号 ${letter.number}`, ...parts].join('\n');
}

export function addCountyCommands(letters: Command): void {
  letters
    .command('key')
    .description('县里：做一对密钥；公钥发给乡镇，私钥离线保管')
    .requiredOption('--office <名称>', '县里由谁开启，如“黔西市司法局”')
    .option('--out <文件夹>', '放密钥文件的文件夹', '.')
    .option('--json', '输出JSON')
    .action(makeKey);
  letters
    .command('open <文件>')
    .description('县里：离线开启乡镇导出的文件，不用数据库')
    .requiredOption('--key <files...>', '私钥文件；换过密钥的，新旧都写上')
    .option('--out <文件>', '写进文件，默认显示在屏幕上')
    .option('--json', '输出JSON')
    .action(openExport);
}
