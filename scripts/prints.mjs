// Fingerprints (指纹) of the kinds: the text of each kind's own module as it declares, without its examples, usual values,
// comments and layout, with those beside it that it imports (fields, predicates of the same kind); what it imports from the words and the
// law stays out, so a wording mended there breaks nothing. A released
// version is frozen: it is never rewritten.
//   npm run prints             adds new versions, renews unreleased ones
//   npm run prints -- --check  fails when a fingerprint is missing, or a version changed without a renewal
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const duties = path.join(root, 'src/duties');
const file = path.join(duties, 'fingerprints.json');

/** A module beside a kind's own that belongs to it. */
const BESIDE = /from '\.\/([a-z-]+\.ts)'/g;

/** A declaration's examples, as the formatter lays them out: they show the kind and define nothing. */
const EXAMPLES = /^ {2}examples: \[(?:.*\],|[\s\S]*?^ {2}\],)$/m;

/** Usual values (沿用), wherever a step names them: they help who types, and no entry depends on them. */
const USUAL = /^( *)usual: \{(?:.*\},|[\s\S]*?^\1\},)\n/gm;

/** The declaring text of a kind's module: code only, imports reduced to what is taken, no examples, no usual values. */
export async function declarationText(source, beside = []) {
  if (!EXAMPLES.test(source)) throw new Error('a kind has examples, laid out by the formatter');
  const texts = [source.replace(EXAMPLES, ''), ...beside];
  return (await Promise.all(texts.map(codeOf))).join('');
}

async function codeOf(text) {
  const { code } = await transform(text.replaceAll(USUAL, ''), {
    loader: 'ts',
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'utf8',
    legalComments: 'none',
  });
  return code;
}

export async function fingerprint(source, beside = []) {
  return createHash('sha256')
    .update(await declarationText(source, beside))
    .digest('hex');
}

/** The modules beside a kind's own, each once, in the order of their names. */
function besideOf(folder, source, seen = new Map()) {
  for (const [, name] of source.matchAll(BESIDE)) {
    if (seen.has(name)) continue;
    seen.set(name, readFileSync(path.join(folder, name), 'utf8'));
    besideOf(folder, seen.get(name), seen);
  }
  return [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}

/** Every kind's module below a folder of duties: `code@version` with its source. */
export function readKinds(folder = duties) {
  const rooms = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());
  return rooms.flatMap(({ name: room }) =>
    readdirSync(path.join(folder, room))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(path.join(folder, room, name), 'utf8'))
      .flatMap((source) => {
        const code = /^ {2}code: '([a-z-]+)',$/m.exec(source)?.[1];
        const version = /^ {2}version: (\d+),$/m.exec(source)?.[1];
        if (!code || !version) return [];
        return [{ key: `${code}@${version}`, source, beside: besideOf(path.join(folder, room), source) }];
      }),
  );
}

/** What would change: versions to write, and complaints about released ones. */
export async function compare(held, kinds) {
  const next = { ...held };
  const complaints = [];
  for (const { key, source, beside } of kinds) {
    const print = await fingerprint(source, beside);
    const before = held[key];
    if (before?.print === print) continue;
    if (before?.released) {
      complaints.push(`${key} was released in ${before.released} and has changed: raise its version instead`);
    } else {
      next[key] = { print, released: null };
    }
  }
  const known = new Set(kinds.map(({ key }) => key));
  for (const key of Object.keys(held)) {
    if (known.has(key)) continue;
    if (held[key].released) complaints.push(`${key} was released and is gone: old records could not be read`);
    else delete next[key];
  }
  return { next, complaints };
}

function textOf(prints) {
  const sorted = Object.entries(prints).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

async function main() {
  const held = JSON.parse(readFileSync(file, 'utf8'));
  const { next, complaints } = await compare(held, readKinds());
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exit(1);
  if (!process.argv.includes('--check')) return writeFileSync(file, textOf(next));
  if (textOf(next) === textOf(held)) return undefined;
  console.error('src/duties/fingerprints.json is not up to date: run npm run prints');
  return process.exit(1);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
