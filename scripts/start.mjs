// npm start: installs what is missing, builds when the sources are newer, and serves. In one process, so Ctrl-C and
// SIGTERM reach the server directly and idle memory stays low.
import { pathToFileURL } from 'node:url';
import { bundle, isStale } from './built.mjs';
import { ensurePackages, requireNode } from './packages.mjs';

/**
 * A SIGTERM to npm ends npm and its shell but does not reach us. When they are gone, so should we be: in order, as if the
 * signal had come here.
 */
function followParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

requireNode();
if (process.env['npm_lifecycle_event'] !== undefined) followParent();
if (await ensurePackages({ dev: false })) {
  if (isStale()) {
    console.error('正在构建程序…');
    const { build } = await import('./build.mjs');
    await build();
  }
  const { run } = await import(pathToFileURL(bundle).href);
  process.exitCode = await run([process.argv[0], 'fadu', 'serve', ...process.argv.slice(2)]);
} else {
  process.exitCode = 1;
}
