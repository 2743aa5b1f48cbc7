// Is the bundle there, and newer than everything it was made from?
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const bundle = path.join(root, 'dist', 'fadu.js');

/** True when `dist/fadu.js` must be built (again). Without sources (an image that ships `dist` only) it is what it is. */
export function isStale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  const sources = ['src', 'console', 'package.json', 'scripts/build.mjs', 'scripts/build-console.mjs'].map(
    (name) => path.join(root, name),
  );
  return sources.some((source) => existsSync(source) && newest(source) > built);
}

/** Folders count too: taking a file away changes nothing else. */
function newest(place) {
  const stats = statSync(place);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(place).filter((name) => !name.startsWith('.') && !name.includes('.test.'));
  return Math.max(stats.mtimeMs, ...inside.map((name) => newest(path.join(place, name))));
}
