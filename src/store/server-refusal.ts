import { Refusal } from '../kernel/refusal.ts';

/** What the operating system says when a folder can't be used, as a sentence for the person who started Fadu. */
const ERRNO: Readonly<Record<string, readonly [sentence: string, next: string]>> = {
  EROFS: ['所在的磁盘是只读的', '请换一个可写的文件夹，或重新以可写方式挂载磁盘'],
  EACCES: ['当前用户没有权限', '请检查该文件夹的所有者和权限，或换一个数据文件夹'],
  EPERM: ['当前用户没有权限', '请检查该文件夹的所有者和权限，或换一个数据文件夹'],
  ENOSPC: ['磁盘已满', '请清理磁盘空间后重试；已保存的数据不受影响'],
  EDQUOT: ['磁盘配额已用完', '请清理空间或请管理员增加配额后重试；已保存的数据不受影响'],
  ENOENT: ['文件夹建不了', '请检查路径是否写对、磁盘是否可写'],
  ENOTDIR: ['路径中有一段不是文件夹', '请检查数据文件夹的路径'],
  EEXIST: ['路径中有一段不是文件夹', '请检查数据文件夹的路径'],
  ENAMETOOLONG: ['路径太长', '请换一个较短的数据文件夹路径'],
  EMFILE: ['打开的文件太多', '请关闭一些程序后重试'],
};

/** Errors of Node's file calls become a refusal that names the place; anything else stays what it is. */
export function asRefusal(error: unknown, place: string): unknown {
  const code = errnoOf(error);
  const known = code === undefined ? undefined : ERRNO[code];
  if (known === undefined) return error;
  return new Refusal('environment', `数据文件夹不能使用（${place}）：${known[0]}。`, {
    next: `${known[1]}。`,
  });
}

/** The `code` of a Node system error. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * What initdb and postgres print, by what it means for the person. The programs run with LC_ALL=C, so the texts are
 * English on every machine. The first that matches counts.
 */
const OUTPUT: readonly (readonly [pattern: RegExp, sentence: string, next: string])[] = [
  [/No space left on device/, '磁盘已满，数据库不能启动。', '请清理磁盘空间后重试；已保存的数据不受影响。'],
  [/Read-only file system/, '磁盘是只读的，数据库不能启动。', '请换一个可写的数据文件夹。'],
  [
    /error while loading shared libraries|cannot open shared object file|Library not loaded/,
    '数据库程序缺少系统库，不能运行。',
    '请删除 node_modules 后重新执行 npm start;仍不行时安装 PostgreSQL 15 以上版本，并用环境变量 PG_BIN 指出其程序文件夹。',
  ],
  [
    /could not create shared memory|could not map anonymous shared memory|Cannot allocate memory|out of memory/,
    '内存不足，数据库不能启动。',
    '请关闭一些程序后重试。',
  ],
  [
    /could not bind|Address already in use|could not create any/,
    '数据库的连接口不能建立（端口或套接字被占用或不允许）。',
    '请关闭占用它的程序后重试。',
  ],
  [
    /database files are incompatible|initialized by PostgreSQL version/,
    '数据是由另一个版本的数据库建立的，当前程序不能打开。',
    '请换回原来的版本（检查环境变量 PG_BIN）。',
  ],
  [
    /could not locate a valid checkpoint record|invalid checkpoint record|PANIC:/,
    '数据库文件已损坏，不能打开。',
    '请不要删除数据文件夹，用最近的备份恢复。',
  ],
  [
    /could not find the database system|could not access the server configuration file.*No such file|could not open (?:file|directory).*No such file|required (?:WAL )?directory .* does not exist/,
    '数据库文件不完整，不能打开。',
    '请不要删除数据文件夹，用最近的备份恢复。',
  ],
  [
    /invalid permissions|has wrong ownership/,
    '数据文件夹的权限或所有者不对，数据库拒绝打开。',
    '请把数据放在本机磁盘上（不要放在共享盘或 U 盘），并检查所有者。',
  ],
  [
    /Permission denied|Operation not permitted|could not access/,
    '当前用户没有权限使用数据文件夹。',
    '请检查数据文件夹及其上级文件夹的所有者和权限。',
  ],
];

/** The output of a failed initdb or postgres as one refusal; the output itself goes to the log, not to the person. */
export function explainOutput(output: string, logFile: string): Refusal {
  const known = OUTPUT.find(([pattern]) => pattern.test(output));
  const facts = { output: output.slice(-4000) };
  if (known === undefined) {
    return new Refusal('environment', '数据库没有能够启动。', { next: `原因见日志：${logFile}`, facts });
  }
  return new Refusal('environment', known[1], { next: `${known[2]}(详情见 ${logFile})`, facts });
}

/** True when nothing more could be written. */
export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errnoOf(error) ?? '');
}
