import type { FastifyInstance } from 'fastify';
import { addApi } from './api/api.ts';
import type { Fadu } from './main.ts';
import { addSite, openServer, type SiteOptions } from './site/site.ts';

/** Where the API begins. */
export const API = '/api/v1';

/** One server for the public pages and, below `/api/v1`, for those who work here. */
export function buildServer(fadu: Fadu, options: SiteOptions): FastifyInstance {
  const server = openServer(fadu);
  server.register(async (api) => addApi(api, fadu, options), { prefix: API });
  server.register(async (site) => addSite(site, fadu, options));
  return server;
}
