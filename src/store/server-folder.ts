import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  lchown,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../kernel/refusal.ts';
import type { Binaries } from './server-binaries.ts';
import { runInitdb } from './server-process.ts';
import type { ServerRole } from './server-setup.ts';
import { giveTo, type ServerUser } from './server-user.ts';

/** What the launcher keeps in a data folder. */
export interface Place {
  readonly dataDir: string;
  readonly pgDir: string;
  /** Lock and leases. */
  readonly runDir: string;
  readonly logFile: string;
  readonly passwordFile: string;
}

export function placeOf(dataDir: string): Place {
  const inside = (name: string): string => path.join(dataDir, name);
  return {
    dataDir,
    pgDir: inside('pg'),
    runDir: inside('run'),
    logFile: inside('postgres.log'),
    passwordFile: inside('run/passwords.json'),
  };
}

/** Makes the folders. When root makes them in somebody's folder they become his, so he can start without root later. */
export async function prepareFolders(place: Place): Promise<void> {
  let above = place.dataDir;
  while (!existsSync(above)) above = path.dirname(above);
  const isRoot = process.getuid?.() === 0;
  // Root's server runs as another user, who must pass through the data folder but need not list it.
  const mode = isRoot ? 0o711 : 0o700;
  const made = await mkdir(place.dataDir, { recursive: true, mode: 0o755 });
  if (made !== undefined) await chmod(place.dataDir, mode);
  const owner = await stat(above);
  await mkdir(place.runDir, { recursive: true, mode: 0o700 });
  if (!isRoot || owner.uid === 0) return;
  if (made !== undefined) {
    for (let folder = place.dataDir; folder !== above; folder = path.dirname(folder)) {
      await lchown(folder, owner.uid, owner.gid);
    }
  }
  await (await open(place.logFile, 'a', 0o600)).close();
  for (const ours of [place.runDir, place.logFile]) await lchown(ours, owner.uid, owner.gid);
}

/** Refuses a database that another major version made: PostgreSQL can't open it. */
export async function requireSameMajor(place: Place, binaries: Binaries): Promise<void> {
  const version = (await readFile(path.join(place.pgDir, 'PG_VERSION'), 'utf8')).trim();
  if (version === String(binaries.major)) return;
  throw new Refusal(
    'environment',
    `数据由 PostgreSQL ${version} 建立，而现在的数据库程序是 ${binaries.major}，不能打开。`,
    { next: '请换回原来的数据库程序（检查环境变量 PG_BIN）。' },
  );
}

/** Makes the database in a folder beside its place and moves it there when complete: a crash leaves nothing half-made. */
export async function initialise(
  place: Place,
  binaries: Binaries,
  user: ServerUser,
  { tcp, durable }: { tcp: boolean; durable: boolean },
): Promise<void> {
  await removeUnfinished(place);
  const unfinished = await mkdtemp(path.join(place.dataDir, 'pg.new-'));
  try {
    await giveTo(user, unfinished);
    const options = ['--username=postgres', '--encoding=UTF8', '--no-instructions', ...localeOf(binaries)];
    if (!durable) options.push('--no-sync');
    options.push('--auth-local=trust', '--auth-host=scram-sha-256');
    const secret = path.join(unfinished + '.secret');
    if (tcp) {
      await writeFile(secret, (await makePasswords(place)).postgres ?? '', { mode: 0o600 });
      if (user.owner !== undefined) await lchown(secret, user.owner.uid, user.owner.gid);
      options.push(`--pwfile=${secret}`);
    }
    await runInitdb(binaries, user, options, unfinished, place.logFile).finally(() =>
      rm(secret, { force: true }),
    );
    await rename(unfinished, place.pgDir);
    if (durable && process.platform !== 'win32') await syncFolder(place.dataDir);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** What a crashed first start left; also an empty `pg` that somebody made by hand, which nothing is lost with. */
async function removeUnfinished(place: Place): Promise<void> {
  for (const name of await readdir(place.dataDir)) {
    if (name.startsWith('pg.new-'))
      await rm(path.join(place.dataDir, name), { recursive: true, force: true });
  }
  if (!existsSync(place.pgDir)) return;
  if ((await readdir(place.pgDir)).length > 0) {
    throw new Refusal('environment', `文件夹 ${place.pgDir} 里不是完整的数据库。`, {
      next: '请用备份恢复；若其中没有要保留的内容，请把它改名后重试。',
    });
  }
  await rm(place.pgDir, { recursive: true });
}

/** Byte order and Unicode letters on every system: 17 has them built in, older ones need the C library's C.UTF-8. */
function localeOf(binaries: Binaries): string[] {
  if (binaries.major >= 17) return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  return [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C'];
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

export type Passwords = Partial<Record<ServerRole, string>>;

async function makePasswords(place: Place): Promise<Passwords> {
  const secret = (): string => randomBytes(24).toString('hex');
  const passwords: Passwords = { postgres: secret(), fadu_owner: secret(), fadu_app: secret() };
  await writeFile(place.passwordFile, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

export async function readPasswords(place: Place): Promise<Passwords> {
  if (!existsSync(place.passwordFile)) return {};
  return JSON.parse(await readFile(place.passwordFile, 'utf8')) as Passwords;
}
