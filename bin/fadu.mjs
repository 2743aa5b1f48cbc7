#!/usr/bin/env node
// The command `fadu`: dist/fadu.js, built first when it is missing or older than the sources.
import { pathToFileURL } from 'node:url';
import { bundle, isStale } from '../scripts/built.mjs';
import { ensurePackages, requireNode } from '../scripts/packages.mjs';

requireNode();
if (await ensurePackages({ dev: false })) {
  if (isStale()) {
    const { build } = await import('../scripts/build.mjs');
    await build();
  }
  const { run } = await import(pathToFileURL(bundle).href);
  process.exitCode = await run(process.argv);
} else {
  process.exitCode = 1;
}
