import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../../src/checker/index.ts';
import { inOrder, noteOf } from '../../src/marking/notes.ts';
import { withComments } from '../../src/marking/word-comments.ts';
import { wordOf } from '../../src/marking/word-text.ts';
import { draftReport } from '../../src/report/draft.ts';
import { someInput } from '../../src/report/draft.fixture.ts';
import { toDocx } from '../../src/report/docx.ts';
import { readWord } from '../../src/reading/word.ts';

const run = promisify(execFile);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-office-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Opens a Word file with LibreOffice and gives back what it makes of it, as OpenDocument XML. */
async function opened(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  await run('soffice', [profile, '--headless', '--convert-to', 'odt', '--outdir', folder, file]);
  const odt = unzipSync(await readFile(file.replace(/\.docx$/, '.odt')));
  return Buffer.from(odt['content.xml'] ?? []).toString('utf8');
}

const commentsIn = (odt: string): number => odt.match(/<office:annotation /g)?.length ?? 0;

it('LibreOffice opens a document made of a text and shows each comment at its words', async () => {
  const text = '某镇报告\n\n全年立案9件，其中甲类3件、乙类2件、其他类5件。\n合格率102%。';
  const notes = inOrder(check(text).findings.map(noteOf));
  const odt = await opened('text.docx', withComments(await wordOf(text), 'x', notes, new Date()));
  expect(notes).toHaveLength(2);
  expect(commentsIn(odt)).toBe(2);
  expect(odt).toContain('3+2+5=10件');
  expect(odt).toMatch(/<\/office:annotation>9件.*其他类5件<office:annotation-end/);
}, 120_000);

it('LibreOffice opens our own official paper with comments, its form unchanged', async () => {
  const paper = await toDocx(draftReport(someInput()));
  const { text } = readWord(paper, 'x');
  const [first] = check(text).figures;
  if (first === undefined) throw new Error('the draft has figures');
  const note = noteOf({ grade: 'confirm', message: '试一试', spans: [first] });
  const [before, after] = [
    await opened('plain.docx', paper),
    await opened('marked.docx', withComments(paper, 'x', [note], new Date())),
  ];
  expect(commentsIn(before)).toBe(0);
  expect(commentsIn(after)).toBe(1);
  const styles = (odt: string): string[] =>
    [...new Set(odt.match(/style:font-name-asian="[^"]+"/g))].toSorted();
  expect(styles(after)).toEqual(styles(before));
}, 120_000);
