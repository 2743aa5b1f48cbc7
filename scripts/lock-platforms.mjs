// Keeps package-lock.json fit for every system. npm leaves a platform package out of the lock when the registry at hand
// does not have it, and then `npm ci` refuses the lock. A stub without integrity takes its place. Also no entry may
// name a registry. With --check nothing is written, and what is missing makes it fail.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './built.mjs';

const file = path.join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const before = JSON.stringify(lock);

for (const [place, entry] of Object.entries(lock.packages)) {
  delete entry.resolved;
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (place === '' || findable(place, name)) continue;
    const version = /\d+\.\d+\.\d+\S*/.exec(range)?.[0] ?? range;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...systemOf(name),
    };
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
);

const changed = JSON.stringify(lock) !== before;
if (changed && process.argv.includes('--check')) {
  console.error(
    'package-lock.json lacks platform packages or names a registry: run node scripts/lock-platforms.mjs',
  );
  process.exitCode = 1;
} else if (changed) {
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
}

/** npm looks in the package's own node_modules, then in those above. */
function findable(place, name) {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`]) return true;
    if (!from.includes('node_modules/') || !from.includes('/node_modules/')) {
      return lock.packages[`node_modules/${name}`] !== undefined;
    }
  }
}

/** The name says the system: @oxlint/binding-linux-arm64-musl, @esbuild/win32-x64. */
function systemOf(name) {
  const systems = [
    'aix',
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
  ];
  const processors = [
    'arm64',
    'arm',
    'ia32',
    'loong64',
    'mips64el',
    'ppc64',
    'riscv64',
    's390x',
    'x64',
    'wasm32',
  ];
  const os =
    systems.find((system) => name.includes(system)) ?? (name.includes('windows') ? 'win32' : undefined);
  const cpu = processors.find((processor) => name.includes(processor));
  const libc =
    name.endsWith('musl') || name.includes('musl') ? ['musl'] : os === 'linux' ? ['glibc'] : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined ? {} : { libc }),
    ...(os === undefined ? {} : { os: [os] }),
  };
}
