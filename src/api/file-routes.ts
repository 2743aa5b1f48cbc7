import { fileTypeFromBuffer } from 'file-type';
import type { FastifyInstance } from 'fastify';
import { isPersonal, Refusal, type FileReference } from '../kernel/index.ts';
import { personalValues } from '../records/personal.ts';
import { oneOrganisation } from '../store/connection.ts';
import { principalOf } from './access.ts';
import { knownRecord } from './known-record.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { seesPeople } from './record-view.ts';
import { problems } from './route-schema.ts';

const MOST_BYTES = 50 * 1024 * 1024;

/** What may be attached, told by the content and not by the name. Nothing that a browser would run. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/tiff': 'tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/x-cfb': 'doc',
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/amr': 'amr',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  // What recorders of phones make.
  'video/3gpp': '3gp',
};

const UPLOADED: Schema = {
  type: 'object',
  required: ['name', 'size', 'sha256'],
  properties: {
    name: { type: 'string', description: '文件名' },
    size: { type: 'integer', description: '字节数' },
    sha256: { type: 'string', description: '内容的散列值；办理时连同文件名、字节数填在附件栏里' },
  },
};

/** Plain text has no signature: it is text when it decodes and holds no control characters. */
function isPlainText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/[^\P{Cc}\t\n\r]/u.test(text) && !/^\s*<(?:!doctype|html|svg|\?xml|script)/i.test(text);
  } catch {
    return false;
  }
}

async function assertAccepted(content: Buffer): Promise<void> {
  if (content.length === 0) throw new Refusal('bad-file', '文件是空的。', { next: '请检查文件后再上传。' });
  const type = await fileTypeFromBuffer(content);
  if (type ? ACCEPTED[type.mime] !== undefined : isPlainText(content)) return;
  throw new Refusal('bad-file', '这种文件不能作附件。', {
    next: '可以上传图片、PDF、Word、Excel、录音、录像和纯文本。',
  });
}

/** A file's name as it will be kept: the last part of a path, without control characters. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .slice(0, 120);
  if (clean === '') throw new Refusal('bad-file', '文件没有名称。', { field: 'name' });
  return clean;
}

/** Upload of a file for a field of an act to come, and download of one that a record has. */
export function addFileRoutes(app: FastifyInstance, parts: ApiParts): void {
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_request, body, done) => done(null, body),
    );
    scope.post(
      '/:org/files',
      {
        bodyLimit: MOST_BYTES,
        schema: {
          tags: ['附件'],
          summary: '上传附件',
          description:
            '请求体就是文件内容（application/octet-stream），最大50MB。上传后把得到的三项填进办理的附件栏。',
          operationId: 'files.put',
          querystring: {
            type: 'object',
            required: ['name'],
            properties: { name: { type: 'string', minLength: 1, maxLength: 255, description: '文件名' } },
          },
          response: { 201: UPLOADED, ...problems(401, 403, 404, 413, 422) },
        },
      },
      async (request, reply): Promise<FileReference> => {
        const principal = principalOf(request);
        if (principal.readsOnly) throw new Refusal('not-permitted', '您在这个机构只能查看，不能上传。');
        if (!Buffer.isBuffer(request.body)) {
          throw new Refusal('bad-file', '没有收到文件内容。', { next: '请按application/octet-stream上传。' });
        }
        await assertAccepted(request.body);
        const { name } = request.query as { name: string };
        reply.code(201);
        return parts.files.put(principal.org, cleanName(name), request.body);
      },
    );
  });

  app.get(
    '/:org/records/:id/files/:field',
    {
      schema: {
        tags: ['附件'],
        summary: '下载附件',
        description: '只有承办这件事的人可以直接下载，其他人要先写明理由申请查看个人信息。',
        operationId: 'files.get',
        params: {
          type: 'object',
          properties: { org: { type: 'string' }, id: { type: 'string' }, field: { type: 'string' } },
        },
        response: {
          200: { description: '文件内容', content: { 'application/octet-stream': { schema: {} } } },
          ...problems(401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const { id, field } = request.params as { id: string; field: string };
      const { kind, record } = await knownRecord(parts, principal, id);
      const declared = kind.fields[field];
      const missing = new Refusal('not-found', '没有这个附件。');
      if (declared?.type !== 'file' || !isPersonal(declared)) throw missing;
      if (!seesPeople(principal, kind, record)) {
        throw new Refusal('not-permitted', '附件可能有个人信息，您不承办这件事，不能直接下载。', {
          next: '请写明理由申请查看。',
        });
      }
      const personal = await parts.store.read(oneOrganisation(principal.org), (tx) =>
        personalValues(tx, parts.vault, principal.org, id),
      );
      const reference = personal[field] as FileReference | undefined;
      const content = reference && (await parts.files.get(principal.org, reference.sha256));
      if (!reference || !content) throw missing;
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(reference.name)}`)
        .type('application/octet-stream')
        .send(content);
    },
  );
}
