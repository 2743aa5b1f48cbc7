import type { FastifyReply } from 'fastify';

/**
 * No script, no frame, nothing from elsewhere, and a form only where it is said, to this site alone. There is no `upgrade-insecure-requests`: a county's inner network
 * may serve plain HTTP, and the upgrade would leave pages there without their style sheet.
 */
const policyOf = (form: boolean): string =>
  [
    `default-src 'none'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `base-uri 'none'`,
    `form-action ${form ? `'self'` : `'none'`}`,
    `frame-ancestors 'none'`,
  ].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Sets what every answer carries, an error's too. */
export function secure(
  reply: FastifyReply,
  { form = false }: { readonly form?: boolean } = {},
): FastifyReply {
  return reply.headers({ ...HEADERS, 'content-security-policy': policyOf(form) });
}
