// Are the packages of package-lock.json installed? If not, npm does it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './built.mjs';

const OLDEST_NODE = [20, 19];

/** Says so in Chinese and ends when this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`Node 版本太旧（${process.versions.node}），需要 ${OLDEST_NODE.join('.')} 以上。`);
  process.exit(1);
}

/** Installs what is missing; works offline when nothing is. Returns false, having said why, when npm failed. */
export async function ensurePackages({ dev }) {
  if (isInstalled({ dev })) return true;
  // Who develops here keeps the tools, also when it is `npm start` that installs.
  const withDev = dev || existsSync(path.join(root, 'node_modules/vitest'));
  console.error('正在安装依赖包，第一次约需一分钟…');
  const args = ['ci', ...(withDev ? [] : ['--omit=dev']), '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await npm(args);
  if (code === 0) return true;
  console.error('依赖包没有装好。请检查网络和磁盘空间后重试。');
  return false;
}

/** npm keeps what it has installed in a lock of its own, written last; it must agree with ours. */
function isInstalled({ dev }) {
  const installed = readPackages(path.join(root, 'node_modules/.package-lock.json'));
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.optional || entry.devOptional || entry.peer || (entry.dev && !dev)) return true;
    return installed[place]?.version === entry.version;
  });
}

function readPackages(file) {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

function npm(args) {
  // `npm start` says where npm is; else the shell must find it.
  const cli = process.env.npm_execpath;
  const own = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli);
  const [command, all] = own ? [process.execPath, [cli, ...args]] : ['npm', args];
  const child = spawn(command, all, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !own && process.platform === 'win32',
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
