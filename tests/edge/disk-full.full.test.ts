import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fillDisk, mountSmallDisk } from '../small-disk.ts';
import { testServer } from './server.ts';

it('a full disk under the log stops nobody; when there is room the log goes on and says what it missed', async (context) => {
  const disk = await mkdtemp(path.join(tmpdir(), 'fadu-log-disk-'));
  mountSmallDisk(context, disk, 1);
  let now = new Date('2026-11-25T00:00:00Z');
  const broken: unknown[] = [];
  const logs = path.join(disk, 'logs');
  await mkdir(logs);
  const town = await testServer({
    log: { folder: logs, broken: (error) => broken.push(error), now: () => now },
  });
  try {
    const ask = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i += 1)
        expect((await town.server.inject({ url: '/' })).statusCode).toBe(200);
      await town.log.flush();
    };
    await ask(3);
    await fillDisk(disk, 0);
    for (let i = 0; i < 4; i += 1) await ask(30);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ code: 'ENOSPC' });
    await rm(path.join(disk, 'fill'));
    now = new Date(now.getTime() + 60_000);
    await ask(5);
    const whole = (await town.logged()).split('\n').flatMap((line) => {
      try {
        return [JSON.parse(line) as { event: string; lines?: number }];
      } catch {
        // The one that broke off when the disk was full.
        return [];
      }
    });
    const missed = whole.find(({ event }) => event === 'lost')?.lines ?? 0;
    const kept = whole.filter(({ event }) => event === 'request').length;
    // What broke off may have kept some of the lines that are counted as lost, never fewer.
    expect(missed).toBeGreaterThan(60);
    expect(kept).toBeGreaterThanOrEqual(128 - missed);
    expect(whole.slice(-5).map(({ event }) => event)).toEqual(Array.from({ length: 5 }, () => 'request'));
    expect(broken).toHaveLength(1);
  } finally {
    await town.close();
    execFileSync('umount', [disk]);
    await rm(disk, { recursive: true, force: true });
  }
}, 60_000);
