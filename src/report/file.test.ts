import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWhole } from './file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fadu 报告-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('writing a file whole', () => {
  it('replaces what was there and leaves nothing beside it', async () => {
    const file = path.join(folder, '报告.md');
    await writeFile(file, '去年的');
    await writeWhole(file, '今年的');
    expect(await readFile(file, 'utf8')).toBe('今年的');
    expect(await readdir(folder)).toEqual(['报告.md']);
  });

  it('writes through a link', async () => {
    const [file, link] = [path.join(folder, '报告.md'), path.join(folder, '链接.md')];
    await symlink(file, link);
    await writeWhole(link, '经链接写的');
    expect(await readFile(file, 'utf8')).toBe('经链接写的');
    await rm(link);
  });

  it('refuses in a sentence and leaves nothing half-written', async () => {
    await mkdir(path.join(folder, '目录'), { recursive: true });
    await expect(writeWhole(path.join(folder, '目录'), 'x')).rejects.toMatchObject({
      code: 'environment',
      message: expect.stringContaining('是文件夹') as string,
    });
    await expect(writeWhole(path.join(folder, '没有', '报告.md'), 'x')).rejects.toMatchObject({
      code: 'environment',
      message: expect.stringContaining('不存在') as string,
    });
    expect((await readdir(folder)).sort()).toEqual(['报告.md', '目录']);
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
    await expect(writeWhole('/dev/full', 'x')).rejects.toMatchObject({
      code: 'environment',
      message: expect.stringContaining('磁盘已满') as string,
    });
  });
});
