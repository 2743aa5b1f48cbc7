import type { FastifyRequest } from 'fastify';

/** `__Host-` binds a cookie to this host under TLS; browsers refuse the prefix without, where only localhost is served. */
export function cookieName({ protocol }: FastifyRequest, name: string): string {
  return protocol === 'https' ? `__Host-${name}` : name;
}

/** The same when a cookie is set and when it is taken away: a browser heeds no `__Host-` cookie without them. */
export function cookieOptions({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' } as const;
}
