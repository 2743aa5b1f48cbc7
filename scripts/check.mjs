// Everything that can be said about the code without running it. All checks run, so one run shows all that is wrong.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './built.mjs';

const CHECKS = [
  ['types', 'typescript/bin/tsc', ['-p', '.']],
  ['console', 'typescript/bin/tsc', ['-p', 'console']],
  ['lint', 'oxlint/bin/oxlint', ['--deny-warnings']],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['lock', '../scripts/lock-platforms.mjs', ['--check']],
];

const failed = CHECKS.filter(([name, script, args]) => {
  const started = performance.now();
  const file = path.join(root, 'node_modules', script);
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${Math.round(performance.now() - started)} ms)`,
  );
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
