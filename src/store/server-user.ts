import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { lchown, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../kernel/refusal.ts';

const run = promisify(execFile);

/**
 * As whom the database server runs. PostgreSQL refuses to run as root, so for root there are three ways, from the least
 * power to the most:
 *
 * - `user`: another user (the data folder's owner, `postgres` or `nobody`).
 * - `capability`: that user, who may also pass folders closed to him. Needed when the clone lies below a folder of mode
 *   0700 such as /root: he could reach neither the programs nor the data. `no_setuid_fixup` is needed because access(2),
 *   by which PostgreSQL checks its own programs, otherwise ignores the capability.
 * - `namespace`: root itself, who sees himself as another user in a user namespace of his own.
 */
export interface ServerUser {
  readonly way: 'self' | 'user' | 'capability' | 'namespace';
  /** Owner of the database's files; undefined when there is nothing to change. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  /** The command as it must be spawned. */
  wrap(command: string, args: readonly string[]): SpawnAs;
}

export interface SpawnAs {
  readonly command: string;
  readonly args: string[];
  readonly as: { uid?: number; gid?: number };
}

/** Everybody but root runs the server as himself; Windows lets pg_ctl drop an administrator's rights. */
export const SELF: ServerUser = {
  way: 'self',
  owner: undefined,
  wrap: (command, args) => ({ command, args: [...args], as: {} }),
};

/** Picks the first way that can really reach both the programs and the data folder; refuses when none can. */
export async function chooseServerUser(dataDir: string, postgres: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return SELF;
  for (const user of candidates(await preferredOwner(dataDir))) {
    if (await reaches(user, dataDir, postgres)) return user;
  }
  const closed = await closedParent(dataDir, postgres);
  throw new Refusal(
    'environment',
    `当前以 root 运行，而数据库不能以 root 运行，其他用户又不能进入文件夹 ${closed ?? dataDir}。`,
    {
      next: `请任选一种：改用普通用户运行；把程序移到其他用户可进入的文件夹(如 /opt);或执行 chmod o+x '${closed ?? dataDir}' 后重试。`,
    },
  );
}

/** Gives the server's user what is ours: the database folder and the socket folder, never anything above. */
export async function giveTo(user: ServerUser, folder: string): Promise<void> {
  const owner = user.owner;
  if (owner === undefined || (await stat(folder)).uid === owner.uid) return;
  const inside = await readdir(folder, { recursive: true });
  for (const name of inside) await lchown(path.join(folder, name), owner.uid, owner.gid);
  // The folder itself comes last, so a crash half way is seen and repaired the next time.
  await lchown(folder, owner.uid, owner.gid);
}

interface Owner {
  uid: number;
  gid: number;
}

function candidates(owner: Owner): ServerUser[] {
  const asUser: ServerUser = {
    way: 'user',
    owner,
    wrap: (command, args) => ({ command, args: [...args], as: owner }),
  };
  const withCapability = (capability: string): ServerUser => ({
    way: 'capability',
    owner,
    wrap: (command, args) => ({
      command: 'setpriv',
      args: [...setpriv(owner, capability), command, ...args],
      as: {},
    }),
  });
  const inNamespace: ServerUser = {
    way: 'namespace',
    owner: { uid: 0, gid: 0 },
    wrap: (command, args) => ({
      command: 'unshare',
      args: ['--user', '--map-user=65534', '--map-group=65534', '--', command, ...args],
      as: {},
    }),
  };
  return [asUser, withCapability('dac_read_search'), withCapability('dac_override'), inNamespace];
}

function setpriv(owner: Owner, capability: string): string[] {
  return [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=-all,+${capability}`,
    '--no-new-privs',
    '--',
  ];
}

/** A real try, since modes, access lists and mounts all have a say. */
async function reaches(user: ServerUser, dataDir: string, postgres: string): Promise<boolean> {
  const script = 'cd "$0" && exec "$1" --version';
  const { command, args, as } = user.wrap('/bin/sh', ['-c', script, dataDir, postgres]);
  try {
    await run(command, args, { ...as, cwd: '/', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * The user who owns the database already, or the data folder (so that he can also start it without root the next time),
 * else `postgres` or `nobody`. initdb wants a user with a name.
 */
async function preferredOwner(dataDir: string): Promise<Owner> {
  const known = passwd();
  for (const folder of [path.join(dataDir, 'pg'), dataDir]) {
    if (!existsSync(folder)) continue;
    const { uid, gid } = await stat(folder);
    if (uid !== 0 && known.some((entry) => entry.uid === uid)) return { uid, gid };
  }
  const found = ['postgres', 'nobody'].flatMap((name) => known.find((entry) => entry.name === name) ?? []);
  return found[0] ?? { uid: 65534, gid: 65534 };
}

function passwd(): (Owner & { name: string })[] {
  const text = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || uid === undefined || gid === undefined) return [];
    // macOS writes nobody as -2.
    return [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }];
  });
}

/** The uppermost folder that other users can't enter, to be named in the refusal. */
async function closedParent(...places: string[]): Promise<string | undefined> {
  for (const place of places) {
    const parts = path.dirname(place).split(path.sep);
    for (let depth = 2; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join(path.sep);
      if (((await stat(folder)).mode & 0o001) === 0) return folder;
    }
  }
  return undefined;
}
