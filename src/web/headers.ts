import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What every answer carries, whoever gives it, an error's too. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * No script, no frame, nothing from elsewhere; what is allowed beyond is said. There is no `upgrade-insecure-requests`:
 * on localhost there is plain HTTP, and the upgrade would leave pages there without their style sheet.
 */
export function policyOf(allowed: Readonly<Record<string, string>> = {}): string {
  const directives = {
    'default-src': `'none'`,
    ...allowed,
    'base-uri': `'none'`,
    'form-action': allowed['form-action'] ?? `'none'`,
    'frame-ancestors': `'none'`,
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Once reached over TLS, a browser comes back over nothing else for a year, nor to any name below this one. */
const STRICT = 'max-age=31536000; includeSubDomains';

/** What an answer says over TLS alone: over plain HTTP browsers ignore it. */
export function transportHeaders({ protocol }: FastifyRequest): Readonly<Record<string, string>> {
  return protocol === 'https' ? { 'strict-transport-security': STRICT } : {};
}

export function strictTransport(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply) => {
    reply.headers(transportHeaders(request));
  });
}

/** Behind a proxy: what did not reach it over TLS, or where it does not say so, is refused before anything is read. */
export function requireTls(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.protocol === 'https') return undefined;
    return reply
      .code(403)
      .headers({ ...COMMON_HEADERS, 'content-security-policy': policyOf(), 'cache-control': 'no-store' })
      .type('text/plain; charset=utf-8')
      .send('只接受经代理加密的访问。请核对代理：对外用https，并设置X-Forwarded-Proto和X-Forwarded-For。\n');
  });
}
