import type { FastifyInstance } from 'fastify';
import { Refusal } from '../kernel/index.ts';
import { fromBase64, toBase64 } from '../letters/bytes.ts';
import type { Letterbox } from '../letters/letterbox.ts';
import { SENT_BYTES } from '../letters/sealing.ts';
import { principalOf } from './access.ts';
import type { Schema } from './kind-schema.ts';
import type { ApiParts } from './parts.ts';
import { problems } from './route-schema.ts';
import { signedInOf, type SignedIn } from './signed-in.ts';

/** To whom letters (直报函) are sealed: a part of what everybody's console asks first, so that asking tells nothing. */
export interface LetterKeyView {
  /** Who opens them. */
  readonly office: string;
  readonly fingerprint: string;
  /** The public key, base64. */
  readonly key: string;
}

export const LETTER_KEY: Schema = {
  type: 'object',
  description: '直报函封给谁；还没有接受县里的公钥，没有这一栏',
  properties: {
    office: { type: 'string', description: '县里由谁开启' },
    fingerprint: { type: 'string', description: '公钥指纹，和纸质通知核对' },
    key: { type: 'string', description: '公钥，base64' },
  },
};

/** Only of one's own organisation: a visitor from the county writes none. */
export async function letterKeyOf(
  letters: Letterbox,
  { home }: SignedIn,
  org: string,
): Promise<LetterKeyView | undefined> {
  const key = home === org ? await letters.keyFor(org) : undefined;
  return key && { office: key.office, fingerprint: key.fingerprint, key: toBase64(key.publicKey) };
}

const SENT_LETTERS = Math.ceil(SENT_BYTES / 3) * 4;

/**
 * Takes a letter. Nothing of the request is noted anywhere, and the answer is the same for each; what is refused is
 * refused alike to everybody, whether somebody wrote before or not.
 */
export function addLetterRoute(app: FastifyInstance, { letters }: ApiParts): void {
  app.post(
    '/:org/letters',
    {
      config: { traceless: true },
      schema: {
        tags: ['直报'],
        summary: '送一封直报函',
        description: '正文在浏览器里已用县里的公钥封好，长度固定。不记日志，不留回执，不认Idempotency-Key。',
        operationId: 'letters.send',
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['fingerprint', 'sealed'],
          properties: {
            fingerprint: { type: 'string', maxLength: 60, description: '封给哪把公钥' },
            sealed: {
              type: 'string',
              minLength: SENT_LETTERS,
              maxLength: SENT_LETTERS,
              description: '封好的函，base64',
            },
          },
        },
        response: { 204: { type: 'null' }, ...problems(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { org } = principalOf(request);
      if (signedInOf(request).home !== org) {
        throw new Refusal('not-permitted', '只有本单位的人能在这里送直报函。', {
          next: '请直接找县里。',
        });
      }
      const { fingerprint, sealed } = request.body as { fingerprint: string; sealed: string };
      await letters.send(org, { fingerprint, sealed: fromBase64(sealed) ?? new Uint8Array() });
      return reply.code(204).send();
    },
  );
}
