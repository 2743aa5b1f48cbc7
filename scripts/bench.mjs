// npm run bench [-- all|append|guard|figures|people|lists|clerks|checker|check-page|sign-in|start|console|peer] [report.txt]: bundles bench/
// and runs it. Never part of `all`: `console`, which needs a Chromium; `peer`, which first installs what it is measured
// beside and runs under the Node pinned with it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build as esbuild } from 'esbuild';
import { build } from './build.mjs';
import { root } from './built.mjs';
import { ensurePeer } from './peer.mjs';

const outfile = path.join(root, 'dist/bench.js');
const args = process.argv.slice(2);
const node = args[0] === 'peer' ? ensurePeer() : process.execPath;
await build();
await esbuild({
  absWorkingDir: root,
  entryPoints: ['bench/run.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
process.exitCode = spawnSync(node, [outfile, ...args], { stdio: 'inherit' }).status ?? 1;
