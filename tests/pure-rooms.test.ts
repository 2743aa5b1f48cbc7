import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Rooms that the browser and the field app use: no Node built-in, no store, no HTTP. */
const PURE_ROOMS = ['kernel', 'law', 'duties', 'checker'];

describe('rooms that also run in a browser', () => {
  it.each(PURE_ROOMS)('%s bundles without a Node built-in', async (room) => {
    const entry = fileURLToPath(new URL(`../src/${room}/index.ts`, import.meta.url));
    const { outputFiles, metafile } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      minify: true,
      metafile: true,
      platform: 'browser',
      format: 'esm',
      target: 'es2022',
      logLevel: 'silent',
    });
    const size = outputFiles[0]?.contents.length ?? 0;
    console.log(
      `${room}: ${(size / 1024).toFixed(1)} KiB minified, ${Object.keys(metafile.inputs).length} files`,
    );
    expect(size).toBeGreaterThan(0);
    expect(Object.keys(metafile.inputs).filter((path) => path.startsWith('node:'))).toEqual([]);
    const external = Object.values(metafile.outputs).flatMap((output) =>
      output.imports.filter((one) => one.external),
    );
    expect(external).toEqual([]);
  });
});
