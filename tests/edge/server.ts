import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { Agent, request, type RequestOptions } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { chooseLine } from '../../src/cli/line.ts';
import { openLog, type Log, type LogOptions } from '../../src/log/log.ts';
import { buildServer } from '../../src/server.ts';
import type { SiteParts } from '../../src/site/parts.ts';
import type { Line } from '../../src/site/site.ts';
import { tlsFiles } from '../../src/tls/certificate.ts';
import { makeCertificate } from '../../src/tls/make.ts';
import { readNames } from '../../src/tls/names.ts';
import { testOffice, type Office } from '../api/office.ts';

/** The whole server, site and API, over the office of a test. */
export interface TestServer {
  readonly office: Office;
  readonly server: FastifyInstance;
  readonly log: Log;
  /** Method and pattern of every route there is. */
  readonly routes: readonly { readonly method: string; readonly url: string }[];
  readonly faults: unknown[];
  /** Everything that has been logged. */
  logged(): Promise<string>;
  close(): Promise<void>;
}

function siteParts({ store, parts, register }: Office): SiteParts {
  return {
    data: parts.data,
    store,
    register,
    report: (org, year) => parts.report(org, year),
    organisations: () =>
      store.read('reference', (tx) => tx.query('edge-units', 'SELECT code, name, demo FROM org_unit', [])),
  };
}

/** Parts of the server that a test replaces, to see what comes of their failing. */
export type Change = Partial<Pick<SiteParts, 'report' | 'organisations'>>;

export interface ServerOptions {
  readonly line?: Line;
  readonly change?: Change;
  readonly log?: Pick<LogOptions, 'broken' | 'now'> & { readonly folder: string };
}

export async function testServer({ line, change, log: own }: ServerOptions = {}): Promise<TestServer> {
  const office = await testOffice();
  const folder = own?.folder ?? (await mkdtemp(path.join(tmpdir(), 'fadu-edge-')));
  const faults: unknown[] = [];
  const log = openLog(folder, { keepDays: 200, broken: (error) => faults.push(error), ...own });
  const server = buildServer(
    { ...office.parts, ...siteParts(office), store: office.store, ...change },
    { fault: (error) => faults.push(error), now: office.clock },
    line,
    log,
  );
  const routes: { method: string; url: string }[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, url });
  });
  await server.ready();
  return {
    office,
    server,
    log,
    routes,
    faults,
    async logged() {
      await log.flush();
      const names = await readdir(folder);
      return (await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))).join('');
    },
    async close() {
      await server.close();
      await log.close();
      await office.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TlsServer extends TestServer {
  readonly port: number;
  /** A request over real TLS, by a client that trusts the office's root. */
  ask(
    method: string,
    url: string,
    more?: { headers?: RequestOptions['headers']; body?: string },
  ): Promise<Answer>;
}

/** The same, listening with a certificate that `fadu tls make` would make. */
export async function tlsServer(change: Change = {}): Promise<TlsServer> {
  const data = await mkdtemp(path.join(tmpdir(), 'fadu-edge-tls-'));
  const now = new Date();
  await makeCertificate(data, { names: readNames('fadu.example.cn'), now });
  const { line } = await chooseLine({ data, host: '127.0.0.1' }, now);
  const served = await testServer({ line, change });
  const { port } = new URL(await served.server.listen({ host: '127.0.0.1', port: 0 }));
  const ca = await readFile(tlsFiles(data).root);
  const agent = new Agent({ ca, keepAlive: true, maxSockets: 8 });
  return {
    ...served,
    port: Number(port),
    async ask(method, url, { headers = {}, body } = {}) {
      const asked = request({
        host: '127.0.0.1',
        port,
        method,
        path: url,
        agent,
        servername: 'fadu.example.cn',
        headers: { host: 'fadu.example.cn', ...headers },
      });
      asked.end(body);
      const [response] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += chunk;
      return { status: response.statusCode ?? 0, headers: response.headers, body: text };
    },
    async close() {
      agent.destroy();
      await served.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
