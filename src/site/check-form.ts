import multipart, { type Multipart } from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../kernel/index.ts';
import type { Review } from '../marking/review.tsx';
import { checkedPage, checkPage } from './check-page.tsx';
import { CHECK_PATH, LARGEST_UPLOAD_MB } from './check-path.ts';
import type { Page } from './visit.ts';

const LARGEST_UPLOAD = LARGEST_UPLOAD_MB * 1024 * 1024;
/** A hundred thousand characters in UTF-8, and some. */
const LARGEST_TEXT = 512 * 1024;
/** What is longer is not even read to its end. */
const LONGEST_BODY = 50 * 1024 * 1024;

/** Answers a request with a page, in the frame of the site. */
export type Send = (request: FastifyRequest, reply: FastifyReply, page: Page) => Promise<FastifyReply>;

/** May a request send something? Only the form of this page may. */
export function takesForm({ method, url = '' }: FastifyRequest): boolean {
  return method === 'POST' && /^\/check\/?(?:\?|$)/.test(url);
}

/**
 * `/check`: the form and its answer. What is handed in lives in memory until the answer is sent; nothing of it is
 * stored, logged or kept by the browser.
 */
export function serveCheck(site: FastifyInstance, review: Review, send: Send): void {
  void site.register(async (scope) => {
    // Anything but the form is let pass unread; its answer is a sentence.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, done) => {
      body.resume();
      done(null);
    });
    await scope.register(multipart, {
      // Read to its end and answered, not broken off: a browser shows no answer to what it is still sending.
      throwFileSizeLimit: false,
      limits: { files: 1, fields: 2, parts: 3, fileSize: LARGEST_UPLOAD, fieldSize: LARGEST_TEXT },
    });
    scope.get(CHECK_PATH, (request, reply) => send(request, reply, checkPage()));
    scope.post(CHECK_PATH, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { status, page } = await answer(request, review);
      return send(request, reply.code(status), page);
    });
  });
}

interface Form {
  readonly text: string;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  readonly refusal?: Refusal;
  readonly status?: number;
}

async function answer(request: FastifyRequest, review: Review): Promise<{ status: number; page: Page }> {
  const form = await readForm(request);
  const { text, file, refusal } = form;
  if (refusal !== undefined) return { status: form.status ?? 422, page: checkPage({ text, refusal }) };
  try {
    return { status: 200, page: checkedPage(file?.name, await review(file ?? { text })) };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    // Too many at once is the only refusal that is not about what was handed in.
    return { status: cause.code === 'environment' ? 503 : 422, page: checkPage({ text, refusal: cause }) };
  }
}

async function readForm(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart() || Number(request.headers['content-length'] ?? 0) > LONGEST_BODY)
    return refused(request.isMultipart() ? 413 : 415, '', '交来的内容太大，或者不是这一页的表单，没有收。');
  let text = '';
  let file: Form['file'];
  let large = false;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        const bytes = await bytesOf(part);
        large ||= bytes === undefined;
        if (bytes !== undefined && bytes.length > 0) file = { name: nameOf(part.filename), bytes };
      } else if (part.fieldname === 'text' && typeof part.value === 'string') {
        // A browser sends CR LF for each line; a line is a paragraph.
        text = part.value.replaceAll('\r\n', '\n');
        large ||= part.valueTruncated === true;
      }
    }
  } catch {
    return refused(400, text, '表单没有收全，请再交一次。');
  }
  if (large) return refused(413, '', `交来的内容太大：文件不超过${LARGEST_UPLOAD_MB} MB，文字不超过10万字。`);
  if (file === undefined && text.trim() === '') return refused(422, '', '请粘贴报告的文字，或者选一个文件。');
  return file === undefined ? { text } : { text, file };
}

function refused(status: number, text: string, sentence: string): Form {
  return { text, status, refusal: new Refusal('bad-input', sentence) };
}

/** The bytes of an upload, read to its end in any case; nothing for one that is too large. */
async function bytesOf(part: Extract<Multipart, { type: 'file' }>): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of part.file) chunks.push(chunk as Buffer);
  return part.file.truncated ? undefined : Buffer.concat(chunks);
}

/** A name to be shown; its ending helps to tell the format. */
function nameOf(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').slice(-100) || '未命名';
}
