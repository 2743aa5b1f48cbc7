import { Command } from 'commander';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordFault } from './fault.ts';
import { createProgram, run } from './main.ts';
import { speakChinese, usageSentence } from './usage.ts';

let err = '';
let out = '';

beforeEach(() => {
  [err, out] = ['', ''];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

const fadu = (...args: string[]): Promise<number> => run(['node', 'fadu', ...args]);

describe('fadu', () => {
  it('explains itself in Chinese, down to every command', async () => {
    expect(await fadu('--help')).toBe(0);
    const helps = [out, ...createProgram().commands.map((command) => command.helpInformation())];
    for (const help of helps) {
      expect(help).toContain('用法:');
      expect(help).not.toMatch(/Usage:|Options:|Commands:|Arguments:|display help|default:|choices:/);
    }
    expect(await fadu('--version')).toBe(0);
    expect(out).toMatch(/\n\d+\.\d+\.\d+\n$/);
  });

  it('prints with the kinds how much is left to type and to tap', async () => {
    expect(await fadu('kinds', '--json')).toBe(0);
    const kinds = JSON.parse(out) as { code: string; typing: object }[];
    const report = kinds.find(({ code }) => code === 'dispute')?.typing;
    expect(report).toEqual({ step: 'report', typed: 1, tapped: 1, usual: 1 });
    expect(kinds.filter(({ typing }) => Object.keys(typing).length < 4)).toEqual([]);
  });

  it('takes several of what it says may be several: commander looks for it in Latin letters alone', () => {
    const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
    const several = all(createProgram())
      .flatMap(({ options }) => options)
      .filter(({ flags }) => flags.includes('...'));
    expect(several.length).toBeGreaterThan(3);
    expect(several.filter(({ variadic }) => !variadic).map(({ flags }) => flags)).toEqual([]);
  });

  it('says wrong usage in Chinese and ends with 2', async () => {
    for (const args of [['chek'], ['check', '--nothing'], ['check'], []]) {
      err = '';
      expect(await fadu(...args)).toBe(2);
      expect(err).toMatch(/[\u4e00-\u9fff]/);
      expect(err).not.toMatch(/error|unknown|missing|option|argument/);
    }
    await fadu('chek');
    expect(err).toContain('是不是 check?');
  });

  it('says a refusal with what to do next and ends with 1', async () => {
    expect(await fadu('check', 'no-such-file.txt')).toBe(1);
    expect(err).toMatch(/[\u4e00-\u9fff]/);
    expect(err).not.toMatch(/ENOENT|Error|at /);
  });

  it('leaves no English of commander in any kind of wrong usage', async () => {
    const sentences: string[] = [];
    const attempt = async (...args: string[]): Promise<void> => {
      const program = speakChinese(new Command('x'));
      const number = (): never => {
        throw Object.assign(new Error('要写数字。'), { code: 'commander.invalidArgument', exitCode: 1 });
      };
      program
        .command('a')
        .argument('[n]', '数', number)
        .option('--port <n>', '端口', number)
        .option('--yes', '是')
        .action(() => undefined);
      program
        .command('b')
        .requiredOption('--org <code>', '机构')
        .action(() => undefined);
      await program.parseAsync(['node', 'x', ...args]).catch((error) => sentences.push(usageSentence(error)));
    };
    await attempt('a', 'one');
    await attempt('a', '--port', 'x');
    await attempt('a', '--port');
    await attempt('b');
    await attempt('b', '--org', '1', 'too', 'many');
    expect(sentences).toHaveLength(5);
    for (const sentence of sentences)
      expect(sentence.replace(/“[^”]*”|fadu --help/g, '')).not.toMatch(/[a-z]{3}/i);
    expect(sentences[1]).toContain('要写数字');
  });
});

describe('a fault', () => {
  it('shows one sentence, keeps everything in a private log, and shows more only to us', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fadu-fault-'));
    vi.stubEnv('TMPDIR', folder);
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    const fault = new Error('relation "x" does not exist', { cause: new Error('deeper') });
    const sentence = recordFault(fault);
    expect(sentence).toContain('程序出错，已记录');
    expect(sentence).not.toContain('relation');
    const log = sentence.slice(sentence.indexOf('/'));
    expect(await readFile(log, 'utf8')).toMatch(/relation "x" does not exist[\s\S]*deeper/);
    expect((await stat(log)).mode & 0o777).toBe(0o600);
    vi.stubEnv('FADU_DEBUG', '1');
    expect(recordFault(fault)).toContain('relation "x" does not exist');
    await rm(folder, { recursive: true });
  });
});
