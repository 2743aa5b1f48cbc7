import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayAt, Refusal } from '../kernel/index.ts';
import type { Principal } from '../people/principal.ts';
import type { Insider } from '../people/visibility.ts';
import { openPrincipals } from './kept.ts';
import type { ApiParts } from './parts.ts';
import { readSignedIn, type SignedIn } from './signed-in.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who signed in; null before that and on routes that are open to all. */
    signedIn: SignedIn | null;
    /** The same person, seen from the organisation in the address. */
    principal: Principal | null;
  }
  interface FastifyContextConfig {
    /** Needs no sign-in. */
    readonly open?: true;
    /** Leaves no trace: no line in the log, no time at the session, no answer kept, no fault noted (docs/decisions/0026). */
    readonly traceless?: true;
  }
}

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A cookie travels with requests that another site makes the browser send; such a request changes nothing. Browsers say
 * where a request comes from; a program that sends neither header has its own token.
 */
function assertOwnPage(request: FastifyRequest): void {
  if (SAFE.includes(request.method)) return;
  const { origin, 'sec-fetch-site': site, host } = request.headers;
  const own = site === undefined || site === 'same-origin' || site === 'none';
  const here = hostOf(`${request.protocol}://${host}`);
  const sameHost = origin === undefined || (here !== undefined && hostOf(origin) === here);
  if (own && sameHost) return;
  throw new Refusal('not-permitted', '这个请求不是从本系统的页面发出的，没有办理。', {
    next: '请在本系统的页面里办理。',
  });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Passwords, sessions and tokens are a person's own to see to: a program may only ask who it is. */
function assertPerson(request: FastifyRequest, { session }: SignedIn): void {
  if (session !== undefined || (request.method === 'GET' && request.routeOptions.url?.endsWith('/session')))
    return;
  throw new Refusal('not-permitted', '接口令牌不能用来管理登录。', { next: '请本人登录后办理。' });
}

/** Every route but the open ones asks who it is before anything of the request is read. */
export function addAccess(app: FastifyInstance, parts: ApiParts, now: () => Date): void {
  app.decorateRequest('signedIn', null);
  app.decorateRequest('principal', null);
  const findKnown = openPrincipals(parts.store);
  app.addHook('onRequest', async (request) => {
    if (request.cookies && Object.keys(request.cookies).length > 0) assertOwnPage(request);
    if (request.routeOptions.config.open || request.is404) return;
    request.signedIn = await readSignedIn(parts.store, request, now());
    const { org } = request.params as { org?: string };
    if (org === undefined) return assertPerson(request, request.signedIn);
    const principal = await findKnown(request.signedIn, org, dayAt(now()));
    // What one has nothing to do with answers exactly like what is not there.
    if (!principal) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
    request.principal = principal;
  });
}

/** The person of a route below an organisation. */
export function principalOf(request: FastifyRequest): Principal {
  if (!request.principal) throw new Error('a route below an organisation has a principal');
  return request.principal;
}

/** Not some villages, some matters or what was drawn alone: what speaks of the whole office says something true to him. */
export function seesWholeOffice({ villages, assignedOnly, drawn }: Principal): boolean {
  return villages === undefined && !assignedOnly && drawn === undefined;
}

/** How visibility sees this person. */
export function viewerOf({
  account,
  posts,
  villages,
  clearances,
  assignedOnly,
  readsOnly,
  drawn,
}: Principal): Insider {
  if (readsOnly && drawn) return { as: 'auditor', drawn };
  if (readsOnly) return { as: 'county', posts, clearances };
  return { as: 'office', account, posts, ...(villages ? { villages } : {}), clearances, assignedOnly };
}
