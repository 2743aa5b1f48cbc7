import type { FastifyReply } from 'fastify';
import { COMMON_HEADERS, policyOf, transportHeaders } from '../web/headers.ts';

/** Pages have a style sheet and a sign of their own; a form only where it is said, to this site alone. */
const PAGE = { 'style-src': `'self'`, 'img-src': `'self'` };
const PLAIN = policyOf(PAGE);
const WITH_FORM = policyOf({ ...PAGE, 'form-action': `'self'` });

/** Sets what every answer carries, also one to a broken address, which passes through no hook. */
export function secure(
  reply: FastifyReply,
  { form = false }: { readonly form?: boolean } = {},
): FastifyReply {
  return reply.headers({
    ...COMMON_HEADERS,
    ...transportHeaders(reply.request),
    'content-security-policy': form ? WITH_FORM : PLAIN,
  });
}
