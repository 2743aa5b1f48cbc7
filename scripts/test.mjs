// npm test: installs the tools that are missing, checks the code, runs the tests. --full runs what is not in that:
// *.full.test.ts, and more of what can be tried without end; a missing outside tool is then a failure. Everything else
// is passed to vitest: npm test -- src/law
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './built.mjs';
import { ensurePackages, requireNode } from './packages.mjs';

requireNode();
const args = process.argv.slice(2);
const full = args.includes('--full');
const rest = args.filter((arg) => arg !== '--full');

function node(script, parameters) {
  const env = { ...process.env, FADU_TEST_FULL: full ? '1' : '0' };
  const run = spawnSync(process.execPath, [path.join(root, script), ...parameters], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  return run.status === 0;
}

const good =
  (await ensurePackages({ dev: true })) &&
  (full || node('scripts/check.mjs', [])) &&
  node('node_modules/vitest/vitest.mjs', ['run', ...rest]);
process.exitCode = good ? 0 : 1;
