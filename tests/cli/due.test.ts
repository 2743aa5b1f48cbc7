import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded.ts';
import { build, foundTownship } from '../faults/kill.ts';
import { expectRefusal, importArgs, run } from './run.ts';

let folder: string;
let data: string;
let server: EmbeddedServer;
const due = (...args: string[]) => run(['due', '--data', data, ...args]);

beforeAll(async () => {
  build();
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-due-'));
  data = path.join(folder, 'data');
  foundTownship(data);
  server = await startEmbedded(data);
  const draft = (name: string, effectiveOn: string): string =>
    JSON.stringify({
      kind: 'power-list-edition',
      step: 'draft',
      occurredOn: '2024-01-10',
      idempotencyKey: name,
      values: { name, effectiveOn },
    });
  const lines = [draft('权责清单（2024年版）', '2024-01-15'), draft('权责清单（修订）', '2024-02-20')];
  await writeFile(path.join(folder, 'acts.jsonl'), lines.join('\n'));
  expect((await run(importArgs(path.join(folder, 'acts.jsonl'), data))).code).toBe(0);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('fadu due', () => {
  it('says what is overdue and what comes, in the days of the statute, with the article', async () => {
    const ran = await due('--on', '2024-02-21', '--path');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('已逾期 1件\n  2024-02-09 主动公开政府信息，已逾期4个工作日');
    expect(ran.out).toMatch(
      /权责清单（2024年版）（承办：sfs），自2024-01-15起，《政府信息公开条例》第二十六条/,
    );
    expect(ran.out).toMatch(/以后到期 1件\n {2}2024-03-19 主动公开政府信息，还有19个工作日/);
    expect(ran.out).toContain('＋ 2024-02-04 第15个工作日（周日，春节补班）');
    expect(ran.out).toMatch(/2024-02-21共有2个在办期限\n$/);
  });

  it('lists no more than asked for and says how many it left out; nothing begun, nothing due', async () => {
    const ran = await due('--on', '2024-02-21', '--most', '1');
    expect(ran.out).toContain('以后到期 1件\n  另有1件没有列出');
    const { items, counts } = JSON.parse((await due('--on', '2024-02-21', '--json')).out) as {
      items: { due: string; left: object }[];
      counts: object;
    };
    expect(items).toMatchObject([
      { due: '2024-02-09', when: 'overdue', left: { count: -4, unit: '工作日' } },
      { due: '2024-03-19', when: 'later' },
    ]);
    expect(counts).toMatchObject({ overdue: 1, later: 1 });
    expectRefusal(await due('--on', '2024-02-30'), 1, /不是一个存在的日期/);
    expectRefusal(await due('--most', '多'), 1, /不是件数/);
  });
});
