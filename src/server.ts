import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addApi } from './api/api.ts';
import type { ApiParts } from './api/parts.ts';
import type { Log } from './log/log.ts';
import { logRequest, logRequests, type Asker } from './log/requests.ts';
import type { SiteParts } from './site/parts.ts';
import { addSite, openServer, type Line, type SiteOptions } from './site/site.ts';
import { requireTls, strictTransport } from './web/headers.ts';

/** Where the API begins. */
export const API = '/api/v1';

/** One server for the public pages and, below `/api/v1`, for those who work here. */
export function buildServer(
  fadu: ApiParts & SiteParts,
  options: SiteOptions,
  line: Line = {},
  log?: Log,
): FastifyInstance {
  const broken: Line['broken'] = log && ((request, reply) => logRequest(log, request, reply));
  const server = openServer(fadu, { ...line, ...(broken ? { broken } : {}) });
  if (log) logRequests(server, log, askerOf);
  if (line.proxies) requireTls(server);
  strictTransport(server);
  server.register(async (api) => addApi(api, fadu, options), { prefix: API });
  server.register(async (site) => addSite(site, fadu, options));
  return server;
}

function askerOf({ signedIn, principal }: FastifyRequest): Asker {
  return {
    ...(signedIn ? { account: signedIn.account, home: signedIn.home } : {}),
    ...(principal ? { org: principal.org } : {}),
  };
}
