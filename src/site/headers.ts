import type { FastifyInstance, FastifyReply } from 'fastify';

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

/** Once reached over TLS, a browser comes back over nothing else for a year, and not to any name below this one. */
const STRICT = 'max-age=31536000; includeSubDomains';

/** Says so in every answer over TLS, and in no other: over plain HTTP browsers ignore it. */
export function strictTransport(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply) => {
    if (request.protocol === 'https') reply.header('strict-transport-security', STRICT);
  });
}

/** Behind a proxy: what did not reach it over TLS, or where it does not say so, is refused before anything is read. */
export function requireTls(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.protocol === 'https') return;
    return secure(reply.code(403))
      .type('text/plain; charset=utf-8')
      .send(
        '只接受经代理加密的访问。请核对代理：对外用https，并设置 X-Forwarded-Proto 和 X-Forwarded-For。\n',
      );
  });
}
