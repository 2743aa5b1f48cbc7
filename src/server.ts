import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addApi } from './api/api.ts';
import type { ApiParts } from './api/parts.ts';
import { addConsole } from './console/door.ts';
import type { Log } from './log/log.ts';
import { logRequest, logRequests, type Asker } from './log/requests.ts';
import type { SiteParts } from './site/parts.ts';
import { addSite, openServer, type Line, type SiteOptions } from './site/site.ts';
import { requireTls, strictTransport } from './web/headers.ts';

/** Where the API begins. */
export const API = '/api/v1';

export interface ServerOptions extends SiteOptions {
  /** Folder of the built staff console; without it there is none. */
  readonly console?: URL;
}

/** One server for the public pages and for those who work here: the API below `/api/v1`, the console below `/console`. */
export function buildServer(
  fadu: ApiParts & SiteParts,
  options: ServerOptions,
  line: Line = {},
  log?: Log,
): FastifyInstance {
  const broken: Line['broken'] = log && ((request, reply) => logRequest(log, request, reply));
  const server = openServer(fadu, { ...line, ...(broken ? { broken } : {}) });
  if (log) logRequests(server, log, askerOf);
  if (line.proxies) requireTls(server);
  strictTransport(server);
  server.register(async (api) => addApi(api, fadu, options), { prefix: API });
  const { console: folder } = options;
  if (folder) server.register(async (door) => addConsole(door, folder));
  server.register(async (site) => addSite(site, fadu, options));
  return server;
}

function askerOf({ signedIn, principal }: FastifyRequest): Asker {
  return {
    ...(signedIn ? { account: signedIn.account, home: signedIn.home } : {}),
    ...(principal ? { org: principal.org } : {}),
  };
}
