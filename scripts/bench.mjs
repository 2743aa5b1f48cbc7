// npm run bench [-- all|append|figures|lists|checker|check-page|sign-in|start] [report.txt]: bundles bench/ and runs it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build as esbuild } from 'esbuild';
import { build } from './build.mjs';
import { root } from './built.mjs';

await build();
const outfile = path.join(root, 'dist/bench.js');
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
process.exitCode =
  spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
