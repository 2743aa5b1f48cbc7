// Installs bench/peer: Directus, autocannon and the Node under which both servers run. No script of theirs is run but
// the one that fetches that Node from the same registry: what is native among them comes built.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './built.mjs';

const folder = path.join(root, 'bench/peer');
const node = path.join(folder, 'node_modules/node/bin/node');

function npm(...args) {
  const { status } = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm ${args[0]} failed in ${folder}`);
}

/** The Node was fetched last: it is there and newer than the lock when all is. */
function isInstalled() {
  return (
    existsSync(node) && statSync(node).ctimeMs > statSync(path.join(folder, 'package-lock.json')).ctimeMs
  );
}

/** Path of the pinned Node, once everything is installed. */
export function ensurePeer() {
  if (!isInstalled()) {
    console.log('installing bench/peer (about a gigabyte, several minutes) …');
    npm('ci', '--ignore-scripts');
    npm('rebuild', 'node');
  }
  return node;
}
