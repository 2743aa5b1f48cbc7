import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { giveTo, type ServerUser } from './server-user.ts';

/** The number only names the socket file. */
const SOCKET_PORT = 5432;
/** Linux takes 107 bytes for a socket's path, macOS 103. */
const SOCKET_PATH_LIMIT = 100;

/** The server's settings of where it listens: a socket that only its user and root can reach, or 127.0.0.1. */
export async function listenOn(
  dataDir: string,
  user: ServerUser,
  tcp: boolean,
): Promise<Record<string, string>> {
  if (tcp)
    return { listen_addresses: '127.0.0.1', port: String(await freePort()), unix_socket_directories: '' };
  const folder = await socketFolder(dataDir, user);
  return {
    listen_addresses: '',
    port: String(SOCKET_PORT),
    // A list: quotes keep a comma in the path from dividing it.
    unix_socket_directories: `"${folder.replaceAll('"', '""')}"`,
  };
}

/** A private folder for the socket: in the data folder, or a short one under /tmp where the path would get too long. */
async function socketFolder(dataDir: string, user: ServerUser): Promise<string> {
  const near = path.join(dataDir, 'socket');
  const fits = (folder: string): boolean =>
    Buffer.byteLength(path.join(folder, `.s.PGSQL.${SOCKET_PORT}`)) < SOCKET_PATH_LIMIT;
  if (fits(near)) {
    await mkdir(near, { recursive: true, mode: 0o700 });
    await giveTo(user, near);
    await chmod(near, 0o700);
    return near;
  }
  const short = existsSync('/tmp') ? '/tmp' : os.tmpdir();
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const named = path.join(short, `fadu-${digest}`);
  const owner = user.owner?.uid ?? process.getuid?.() ?? 0;
  const made = await mkdir(named, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  const there = await lstat(named);
  // In a folder that anyone may write to, a name can be taken by somebody else: then one that nobody can guess.
  const ours = there.isDirectory() && (made || there.uid === owner) && (there.mode & 0o077) === 0;
  const folder = ours ? named : await mkdtemp(path.join(short, 'fadu-'));
  await giveTo(user, folder);
  return folder;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
