// Makes dist/console from console/: scripts split by route with their hash in the name, one style sheet, each also
// compressed, and manifest.json for the server (src/console/door.ts).
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from './built.mjs';

/** Office machines are old: browsers of 2021 and later. */
const TARGET = ['chrome90', 'firefox90', 'safari14.1', 'edge90'];

/** Into `folder`, which is `dist/console` for the program. */
export async function buildConsole(esbuild, folder = path.join(root, 'dist', 'console')) {
  const assets = path.join(folder, 'assets');
  const result = await esbuild({
    absWorkingDir: root,
    entryPoints: { main: 'console/main.tsx' },
    outdir: assets,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
    // @hpke/common looks for Node's where there is no WebCrypto; a browser never gets there.
    external: ['crypto'],
    tsconfig: 'console/tsconfig.json',
    define: { 'process.env.NODE_ENV': '"production"' },
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  mkdirSync(assets, { recursive: true });
  for (const { path: file, contents } of result.outputFiles) writeAll(file, contents);
  const manifest = manifestOf(result.metafile.outputs);
  appear(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  sweep(assets, new Set(result.outputFiles.map((file) => path.basename(file.path))));
}

function writeAll(file, contents) {
  appear(file, contents);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  appear(`${file}.br`, brotliCompressSync(contents, quality));
  appear(`${file}.gz`, gzipSync(contents, { level: 9 }));
}

function appear(file, contents) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, file);
}

/** The first script, its style sheet and all that it imports at once; what is imported later stays out. */
function manifestOf(outputs) {
  const [entry] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === 'console/main.tsx');
  const needed = new Set();
  const follow = (file) => {
    for (const { path: to, kind } of outputs[file].imports) {
      if (kind !== 'import-statement' || needed.has(to)) continue;
      needed.add(to);
      follow(to);
    }
  };
  follow(entry);
  const name = (file) => path.basename(file);
  return { script: name(entry), style: name(outputs[entry].cssBundle), preload: [...needed].map(name) };
}

/** What an earlier build left. */
function sweep(assets, kept) {
  for (const name of readdirSync(assets))
    if (!kept.has(name.replace(/\.(?:br|gz)$/, ''))) rmSync(path.join(assets, name), { force: true });
}
