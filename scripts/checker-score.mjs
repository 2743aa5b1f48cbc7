// npm run checker:score [-- --misses] [-- --held-out]: how the checker reads the marked passages of tests/passages.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './built.mjs';

const outfile = path.join(root, 'dist/checker-score.js');
await build({
  absWorkingDir: root,
  entryPoints: ['tests/passages/print.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  // The bundle lies elsewhere than the passages that it reads.
  define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'tests/passages')) },
  logLevel: 'warning',
});
process.exitCode =
  spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
