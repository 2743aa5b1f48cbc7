import { randomUUID } from 'node:crypto';
import type { Server as HttpsServer } from 'node:https';
import type { TlsOptions } from 'node:tls';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Refusal, type RefusalCode } from '../kernel/index.ts';
import { review as reviewHere, type Review } from '../marking/review.tsx';
import { serveCheck, takesForm } from './check-form.ts';
import { openCheckpoints, type Checkpoints } from './checkpoints.ts';
import { errorPage, type ErrorStatus } from './error-pages.tsx';
import { figurePage, figuresPage } from './figure-pages.tsx';
import { secure } from './headers.ts';
import { sitePage, townshipPage } from './home-pages.tsx';
import { ICON_PATH, renderPage } from './layout.tsx';
import type { Organisation, SiteParts } from './parts.ts';
import { powerListPage } from './power-list-page.tsx';
import { DEFAULTS, preferenceCookies, readPreferences } from './preferences.ts';
import { recordPage } from './record-page.tsx';
import { latestReport, reportPage } from './report-page.tsx';
import { ICON, STYLE, STYLE_PATH } from './style.ts';
import { verifyPage } from './verify-page.tsx';
import { isDemo, type Page, type TownshipVisit, type Visit } from './visit.ts';

export interface SiteOptions {
  /** Where faults go; visitors see only that something went wrong. */
  readonly fault: (error: unknown) => void;
  readonly now?: () => Date;
  /** Checks what visitors hand in; away from this thread where strangers may do so. */
  readonly review?: Review;
}

type Answer = Page | { readonly redirect: string } | undefined;
type Request = FastifyRequest<{
  Params: Readonly<Record<string, string>>;
  Querystring: Readonly<Record<string, unknown>>;
}>;

/** Pages of one organisation; an answer of nothing is a missing page. */
const TOWNSHIP_PAGES: Readonly<Record<string, (visit: TownshipVisit) => Promise<Answer>>> = {
  '/:org': townshipPage,
  '/:org/report': latestReport,
  '/:org/report/:year': reportPage,
  '/:org/report/:year/figures': figuresPage,
  '/:org/report/:year/figures/:code': figurePage,
  '/:org/records/:id': recordPage,
  '/:org/power-list': powerListPage,
  '/:org/verify': verifyPage,
};

/** A refusal of these kinds means that there is no such page; any other is a fault of the installation. */
const MISSING: readonly RefusalCode[] = ['not-found', 'unknown-organisation', 'unknown-figure', 'bad-input'];

/** How a server is reached. Without either of these it speaks plain HTTP, to this machine alone. */
export interface Line {
  /** Speaks TLS with this certificate. */
  readonly tls?: TlsOptions;
  /** Addresses of proxies that speak TLS for us; what they say of a visitor's address and protocol is believed. */
  readonly proxies?: readonly string[];
  /** Told of each broken address that was answered: it passes through no hook. */
  readonly broken?: (request: FastifyRequest, reply: FastifyReply) => void;
}

/** An HTTP server with none of our pages yet; what reaches no page is answered by the site's own words. */
export function openServer(parts: SiteParts, { tls, proxies, broken }: Line = {}): FastifyInstance {
  return Fastify<HttpsServer>({
    logger: false,
    // Ours: an id that somebody sends would let them write into the log.
    genReqId: () => randomUUID(),
    https: tls ?? null,
    trustProxy: proxies === undefined ? false : [...proxies],
    // Long enough for a report over a slow line; a visitor who never ends holds nothing for ever.
    requestTimeout: 120_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // A broken address never reaches a route; it is a missing page like any other.
    frameworkErrors: (_error, request, reply) =>
      void sendMissing(parts, request, reply).then(() => broken?.(request, reply)),
    // What is no HTTP at all gets no words, neither ours nor the library's.
    clientErrorHandler: (_error, socket) => {
      if (socket.writable)
        socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    },
  });
}

/** A server of the public site alone. */
export function buildSite(parts: SiteParts, options: SiteOptions): FastifyInstance {
  const server = openServer(parts);
  server.register(async (site) => addSite(site, parts, options));
  return server;
}

/**
 * The public site over a running Fadu. It writes no record, runs no script, and answers nothing but GET and HEAD, save
 * that `/check` takes a report and forgets it; `/verify` and `/checkpoint` sign the ledger's head and keep the note
 * beside the keys.
 */
export function addSite(
  site: FastifyInstance,
  parts: SiteParts,
  { fault, now = () => new Date(), review = reviewHere }: SiteOptions,
): void {
  const checkpoints = openCheckpoints(parts.store, parts.data);
  site.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !takesForm(request)) {
      const organisation = await organisationAt(parts, request);
      return sendError(request, reply.header('allow', 'GET, HEAD'), 405, organisation);
    }
  });
  site.setNotFoundHandler((request, reply) => sendMissing(parts, request, reply));
  site.setErrorHandler((error, request, reply) => {
    if (error instanceof Refusal && MISSING.includes(error.code)) return sendMissing(parts, request, reply);
    fault(error);
    return sendError(request, reply, 500);
  });

  serveFixed(site);
  const visitOf = (request: Request): Visit => ({
    parts,
    checkpoints,
    params: request.params,
    query: request.query,
    preferences: readPreferences(request.query, request.headers.cookie),
    url: request.url,
    now: now(),
  });
  site.get('/', async (request: Request, reply) => {
    const visit = visitOf(request);
    return sendAnswer(request, reply, visit, await sitePage(visit));
  });
  for (const [path, page] of Object.entries(TOWNSHIP_PAGES)) {
    site.get(path, async (request: Request, reply) => {
      const organisation = await findOrganisation(parts, request.params['org']);
      if (!organisation) return sendError(request, reply, 404);
      const visit = { ...visitOf(request), organisation };
      return sendAnswer(request, reply, visit, await page(visit));
    });
  }
  serveCheckpoint(site, parts, checkpoints);
  serveCheck(site, review, async (request, reply, page) => {
    const visit = visitOf(request as Request);
    return sendAnswer(request as Request, reply, visit, page, { form: true });
  });
}

async function sendMissing(
  parts: SiteParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return sendError(request, reply, 404, await organisationAt(parts, request));
}

function serveFixed(site: FastifyInstance): void {
  const fixed = [
    [STYLE_PATH, 'text/css; charset=utf-8', STYLE, 'public, max-age=31536000, immutable'],
    [ICON_PATH, 'image/svg+xml', ICON, 'public, max-age=86400'],
  ] as const;
  for (const [path, type, content, cache] of fixed) {
    site.get(path, (_request, reply) =>
      secure(reply).type(type).header('cache-control', cache).send(content),
    );
  }
}

/** `/:org/checkpoint`: the signed note alone, for programs. */
function serveCheckpoint(site: FastifyInstance, parts: SiteParts, checkpoints: Checkpoints): void {
  site.get('/:org/checkpoint', async (request: Request, reply) => {
    const organisation = await findOrganisation(parts, request.params['org']);
    if (!organisation) return sendError(request, reply, 404);
    const { note } = await checkpoints.of(organisation.code);
    if (organisation.demo) reply.header('x-robots-tag', 'noindex, nofollow');
    return secure(reply).type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(note);
  });
}

async function findOrganisation(
  parts: SiteParts,
  code: string | undefined,
): Promise<Organisation | undefined> {
  return (await parts.organisations()).find((each) => each.code === code);
}

/** Among whose pages an address lies, for answers that reach no page; nothing where that can't be told. */
async function organisationAt(
  parts: SiteParts,
  { url = '' }: FastifyRequest,
): Promise<Organisation | undefined> {
  const code = /^\/(\d{12})(?:[/?]|$)/.exec(url)?.[1];
  // An error page is sent even when the database is what failed.
  return code === undefined ? undefined : findOrganisation(parts, code).catch(() => undefined);
}

function sendAnswer(
  request: Request,
  reply: FastifyReply,
  visit: Visit,
  answer: Answer,
  allow: { readonly form?: boolean } = {},
): FastifyReply {
  if (!answer) return sendError(request, reply, 404, visit.organisation);
  if ('redirect' in answer) return secure(reply).redirect(answer.redirect, 302);
  const cookies = preferenceCookies(visit.query, request.protocol === 'https');
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  if (isDemo(visit, answer) || answer.passing === true) reply.header('x-robots-tag', 'noindex, nofollow');
  return sendHtml(reply, renderPage(visit, answer), allow);
}

function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  status: ErrorStatus,
  organisation?: Organisation,
): FastifyReply {
  const preferences = request.headers ? readPreferences({}, request.headers.cookie) : DEFAULTS;
  return sendHtml(
    reply.code(status).header('x-robots-tag', 'noindex, nofollow'),
    errorPage(status, preferences, organisation),
  );
}

/** Pages are made anew for each visit and depend on the cookie that holds text size and contrast. */
function sendHtml(reply: FastifyReply, html: string, allow: { readonly form?: boolean } = {}): FastifyReply {
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
  return secure(reply, allow).type('text/html; charset=utf-8').header('vary', 'Cookie').send(html);
}
