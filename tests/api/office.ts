import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import Fastify from 'fastify';
import { addApi } from '../../src/api/api.ts';
import type { ApiParts, OpenOrganisation } from '../../src/api/parts.ts';
import { figuresOf, spanOf } from '../../src/figures/figures.ts';
import { Letterbox } from '../../src/letters/letterbox.ts';
import { openHasher } from '../../src/people/hasher.ts';
import { readSharedPc } from '../../src/people/shared-pc.ts';
import { openSession } from '../../src/people/session.ts';
import { openSignInKey } from '../../src/people/sign-in-key.ts';
import { verifyOrganisation } from '../../src/records/verify.ts';
import { loadDraft } from '../../src/report/index.ts';
import { oneOrganisation } from '../../src/store/connection.ts';
import { readWebhooks } from '../../src/webhooks/settings.ts';
import { testTownship, type TestTownship } from '../township.ts';

/** A township with its API: requests go through the real server, answers come from the real database. */
export interface Office extends TestTownship {
  readonly app: FastifyInstance;
  readonly parts: ApiParts;
  /** Every route that the API has, as it was registered. */
  readonly routes: readonly Route[];
  /** Organisations that the server knows: this one and those beside it. */
  readonly opened: OpenOrganisation[];
  /** What went wrong inside; a test looks that there is nothing. */
  readonly faults: unknown[];
  /** Cookie of an open session of an account of this township. */
  signInAs(account: string, strong?: boolean): Promise<string>;
  /** One request below `/api/v1/<org>`; a write gets an idempotency key of its own unless it has one. */
  ask(
    cookie: string | undefined,
    method: InjectOptions['method'],
    url: string,
    more?: Asked,
  ): Promise<LightMyRequestResponse>;
}

export interface Route {
  readonly method: string;
  /** Below the prefix, such as `/:org/kinds`. */
  readonly url: string;
  readonly open: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface Asked {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Without the organisation in the address. */
  readonly top?: true;
}

export const PREFIX = '/api/v1';

interface OfficeOptions {
  readonly org?: string;
  readonly beside?: Office;
  /** Another door on the same server. */
  readonly door?: (app: FastifyInstance) => Promise<void>;
}

export async function testOffice(options: OfficeOptions = {}): Promise<Office> {
  const town = await testTownship(options);
  const data = await mkdtemp(path.join(tmpdir(), 'fadu-office-'));
  const { store, register, vault, files, records, clock } = town;
  const key = await openSignInKey(path.join(data, 'keys'));
  const faults: unknown[] = [];
  const opened = options.beside?.opened ?? [];
  opened.push({ code: town.org, name: '测试乡', demo: true });
  const parts: ApiParts = {
    data,
    store,
    register,
    vault,
    files,
    signIn: {
      store,
      key,
      hasher: openHasher(),
      clock,
      sharedPc: readSharedPc({ FADU_OFFICE_NETWORK: '127.0.0.0/8' }),
    },
    organisations: async () => opened,
    webhooks: { settings: readWebhooks({ FADU_WEBHOOK_LOOPBACK: '1' }), touched: new Set() },
    letters: options.beside?.parts.letters ?? new Letterbox({ store, now: clock }),
    records: () => records,
    figures: (org, year, asOf) => figuresOf(store, register, org, spanOf(year, clock()), asOf),
    report: (org, year) => loadDraft(store, register, org, year, clock()),
    verify: (org) => verifyOrganisation(org, { store, register, vault, files, checkpoints: [] }),
  };
  const app = options.beside?.app ?? Fastify();
  const routes: Route[] = [...(options.beside?.routes ?? [])];
  if (!options.beside) {
    app.addHook('onRoute', ({ method, url, config, schema = {} }) => {
      if (!url.startsWith(PREFIX) || method === 'HEAD' || method === 'OPTIONS') return;
      routes.push({
        method: String(method),
        url: url.slice(PREFIX.length),
        open: config?.open === true,
        schema: { ...schema },
      });
    });
    app.register(async (api) => addApi(api, parts, { fault: (error) => faults.push(error), now: clock }), {
      prefix: PREFIX,
    });
    const { door } = options;
    if (door) app.register(door);
    await app.ready();
  }
  return {
    ...town,
    app,
    parts,
    routes,
    opened,
    faults,
    async signInAs(account, strong = false) {
      const session = {
        org: town.org,
        account,
        stage: 'open',
        strong,
        address: '127.0.0.1',
        device: '测试',
      } as const;
      const opened = await store.transaction(oneOrganisation(town.org), (tx) =>
        openSession(tx, session, clock()),
      );
      return `fadu=${opened.value}`;
    },
    ask(cookie, method, url, { body, headers, top } = {}) {
      return app.inject({
        method: method ?? 'GET',
        url: `${PREFIX}${top ? '' : `/${town.org}`}${url}`,
        headers: {
          ...(cookie === undefined ? {} : { cookie }),
          ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body }),
      });
    },
    async close() {
      if (!options.beside) {
        await app.close();
        await parts.letters.close();
      }
      await town.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
