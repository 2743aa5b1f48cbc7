import { mkdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import { Refusal } from '../kernel/refusal.ts';
import { checkedPage } from '../marking/checked-page.tsx';
import { inOrder, noteOf, type MarkedText, type Note } from '../marking/notes.ts';
import { withComments } from '../marking/word-comments.ts';
import { wordOf } from '../marking/word-text.ts';
import { refuseExisting, writeWhole } from '../report/index.ts';
import type { CheckedFile } from './check.ts';
import type { ReadText } from './read-text.ts';

/** Where the checked documents go. */
export interface OutOptions {
  readonly html?: string;
  readonly docx?: string;
  readonly force?: boolean;
}

const ENDINGS = ['html', 'docx'] as const;
type Ending = (typeof ENDINGS)[number];

/** One document to be written for one input. */
interface Target {
  readonly ending: Ending;
  readonly out: string;
}

/** The documents to be written, by input. */
export type Targets = ReadonlyMap<string, readonly Target[]>;

/**
 * Settles before anything is read what is written where. For one input the option names a file; for several, or where
 * it names a folder, a folder that takes one document for each input under its name. An input is never written over.
 */
export async function targetsFor(files: readonly string[], options: OutOptions): Promise<Targets> {
  const targets = new Map<string, Target[]>(files.map((file) => [file, []]));
  const taken = new Map<string, string>();
  for (const ending of ENDINGS) {
    const asked = options[ending];
    if (asked === undefined) continue;
    if (asked.trim() === '') throw new InvalidArgumentError(`请在 --${ending} 后面写文件名。`);
    const folder = files.length > 1 || (await isFolder(asked));
    if (folder) await makeFolder(asked, ending);
    for (const file of files) {
      const out = folder ? path.join(asked, `${path.parse(file).name}.${ending}`) : asked;
      await refuseTaken(out, file, files, taken);
      if (options.force !== true) await refuseExisting(out);
      targets.get(file)?.push({ ending, out });
    }
  }
  return targets;
}

async function isFolder(place: string): Promise<boolean> {
  return (await stat(place).catch(() => undefined))?.isDirectory() === true;
}

async function makeFolder(folder: string, ending: Ending): Promise<void> {
  if ((await stat(folder).catch(() => undefined))?.isFile() === true)
    throw new Refusal('bad-input', `检查多个文件时，--${ending} 后面要写文件夹，“${folder}”是文件。`);
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new Refusal('environment', `建不了文件夹“${folder}”。`);
  });
}

async function refuseTaken(
  out: string,
  file: string,
  files: readonly string[],
  taken: Map<string, string>,
): Promise<void> {
  const place = await realPlace(out);
  const other = taken.get(place);
  if (other !== undefined)
    throw new Refusal('bad-input', `“${other}”和“${file}”都要写成“${out}”，请分开检查。`);
  for (const input of files) {
    if ((await realPlace(input)) === place)
      throw new Refusal('bad-file', `“${out}”就是要检查的文件，不能写在它上面。`, {
        next: '请换一个文件名或文件夹。',
      });
  }
  taken.set(place, file);
}

async function realPlace(file: string): Promise<string> {
  return realpath(file).catch(() => path.resolve(file));
}

/** Writes the documents of one input, and returns a line about each. */
export async function writeDocuments(
  targets: readonly Target[],
  checked: CheckedFile,
  read: ReadText,
  now: Date,
): Promise<string[]> {
  const lines: string[] = [];
  for (const { ending, out } of targets) {
    const marked = { text: read.text, figures: checked.figures, notes: notesOf(checked) };
    const name = path.basename(checked.file);
    await writeWhole(
      out,
      ending === 'html' ? htmlOf(marked, name, now) : await docxOf(marked, read, name, now),
    );
    lines.push(`已写出${out}`);
  }
  return lines;
}

/** Findings, and the numbers that the ledger contradicts. */
function notesOf({ findings, figures }: CheckedFile): Note[] {
  const differing = figures.flatMap(({ start, end, text, noun, binding }): Note[] =>
    binding?.status === 'differ'
      ? [
          {
            grade: 'certain',
            label: '与记录不符',
            message: `${noun}${text}，记录是${binding.ledgerValue}（${binding.code}）。`,
            spans: [{ start, end, text }],
          },
        ]
      : [],
  );
  return inOrder([...findings.map(noteOf), ...differing]);
}

function htmlOf(marked: MarkedText, name: string, now: Date): string {
  const at = new Intl.DateTimeFormat('zh-CN', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(now);
  return checkedPage({ name, at, marked });
}

/** A Word file keeps its form; of anything else a document is made from the text. */
async function docxOf(
  { text, notes }: MarkedText,
  { format, bytes }: ReadText,
  name: string,
  now: Date,
): Promise<Uint8Array> {
  return withComments(format === 'docx' ? bytes : await wordOf(text), name, notes, now);
}
