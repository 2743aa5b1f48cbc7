import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readText } from './read-text.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fadu 读取-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('reads a file and keeps its bytes', async () => {
  const path = join(folder, '报告 一.txt');
  await writeFile(path, '全年演练4次');
  expect(await readText(path)).toEqual({
    text: '全年演练4次',
    format: 'txt',
    bytes: Buffer.from('全年演练4次'),
  });
});

it('refuses a missing file, a folder, an empty file and one above 20 MB', async () => {
  const empty = join(folder, 'empty.txt');
  await writeFile(empty, '');
  const large = join(folder, 'large.txt');
  await writeFile(large, Buffer.alloc(100 * 1024 * 1024, 'a'));
  for (const [path, words] of [
    [join(folder, 'none.txt'), '找不到'],
    [folder, '不是文件'],
    [empty, '空文件'],
    [large, '100 MB,超过了 20 MB'],
  ] as const)
    await expect(readText(path)).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining(words),
    });
});
