// Fingerprints (指纹) of the kinds: what a version of a kind declares, without its examples, functions included as
// source text free of comments and layout. A released version is frozen: `npm run prints` never rewrites one.
//   node scripts/prints.mjs           adds new versions, renews unreleased ones
//   node scripts/prints.mjs --check   fails when a fingerprint is missing, or a version changed without a renewal
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const file = path.join(root, 'src/duties/fingerprints.json');

/** Canonical text of a declaration: keys sorted, functions as their source. */
export function declarationText(value) {
  if (typeof value === 'function') return JSON.stringify(`function ${value.toString()}`);
  if (Array.isArray(value)) return `[${value.map(declarationText).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value).filter((key) => value[key] !== undefined);
    return `{${keys
      .toSorted()
      .map((key) => `${JSON.stringify(key)}:${declarationText(value[key])}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}

export function fingerprint(kind) {
  const { examples: _examples, ...declaration } = kind;
  return createHash('sha256').update(declarationText(declaration)).digest('hex');
}

/** The kinds as one bundle: names stay, comments and layout go, so only a change of meaning changes a function's text. */
export async function loadKinds(entry = path.join(root, 'src/duties/index.ts')) {
  const folder = mkdtempSync(path.join(root, 'node_modules', '.prints-'));
  try {
    const outfile = path.join(folder, 'kinds.mjs');
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      external: ['chinese-days'],
      minifyWhitespace: true,
      minifySyntax: true,
      logLevel: 'error',
    });
    return (await import(pathToFileURL(outfile).href)).KINDS;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What would change: versions to write, and complaints about released ones. */
export function compare(held, kinds) {
  const next = { ...held };
  const complaints = [];
  for (const kind of kinds) {
    const key = `${kind.code}@${kind.version}`;
    const print = fingerprint(kind);
    const before = held[key];
    if (before?.print === print) continue;
    if (before?.released) {
      complaints.push(`${key} was released in ${before.released} and has changed: raise its version instead`);
    } else {
      next[key] = { print, released: null };
    }
  }
  return { next, complaints };
}

function sorted(prints) {
  return Object.fromEntries(Object.entries(prints).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function main() {
  const held = JSON.parse(readFileSync(file, 'utf8'));
  const { next, complaints } = compare(held, await loadKinds());
  const text = `${JSON.stringify(sorted(next), null, 2)}\n`;
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exit(1);
  if (!process.argv.includes('--check')) return writeFileSync(file, text);
  if (text === `${JSON.stringify(sorted(held), null, 2)}\n`) return undefined;
  console.error('src/duties/fingerprints.json is not up to date: run npm run prints');
  return process.exit(1);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
