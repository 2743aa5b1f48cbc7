import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { dayAt, type Day } from '../kernel/index.ts';
import { findPrincipal, type Principal } from '../people/principal.ts';
import type { Store } from '../store/connection.ts';
import type { SignedIn } from './signed-in.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Under which the answer is to be kept; null where it is not. */
    keepAs: string | null;
  }
  interface FastifyContextConfig {
    /** The answer follows from the ledger, the person, the address and the day alone, and holds nothing personal. */
    readonly kept?: true;
  }
}

/** Answers in memory at most, and the longest that is worth a place. */
const MOST_BYTES = 16 * 2 ** 20;
const LONGEST = 2 ** 20;
const MOST_PEOPLE = 2_000;

/**
 * What follows from the ledger is the same until its next entry: the number of the newest entry is part of the name under
 * which it is kept, so nothing has to be thrown away when something is written, on this server or on another. Undefined where
 * the organisation asked for is not the person's own, whose newest entry alone is known.
 */
function nameOf({ home, account, strong, head }: SignedIn, org: string, today: Day): string | undefined {
  if (home !== org || head === undefined) return undefined;
  return `${org} ${head} ${today} ${account} ${strong}`;
}

/** `findPrincipal`, asked once for each person, day and state of the ledger. */
export function openPrincipals(
  store: Store,
): (who: SignedIn, org: string, today: Day) => Promise<Principal | undefined> {
  const known = new LRUCache<string, Principal>({ max: MOST_PEOPLE });
  return async (who, org, today) => {
    const name = nameOf(who, org, today);
    const kept = name === undefined ? undefined : known.get(name);
    if (kept) return kept;
    const found = await findPrincipal(store, who, org, today);
    if (name !== undefined && found) known.set(name, found);
    return found;
  };
}

/** Keeps the answers of routes that say so; whoever asks the same again before the next entry gets the same bytes. */
export function keepAnswers(app: FastifyInstance, now: () => Date): void {
  const known = new LRUCache<string, string>({
    maxSize: MOST_BYTES,
    maxEntrySize: LONGEST,
    sizeCalculation: (answer, name) => 2 * (answer.length + name.length),
  });
  app.decorateRequest('keepAs', null);
  app.addHook('preHandler', async (request, reply) => {
    if (!request.routeOptions.config.kept) return;
    const name = requestName(request, dayAt(now()));
    if (name === undefined) return;
    const kept = known.get(name);
    if (kept !== undefined) return reply.type('application/json; charset=utf-8').send(kept);
    request.keepAs = name;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.keepAs !== null && reply.statusCode === 200 && typeof payload === 'string')
      known.set(request.keepAs, payload);
  });
}

function requestName(request: FastifyRequest, today: Day): string | undefined {
  const { org } = request.params as { org?: string };
  if (org === undefined || !request.signedIn) return undefined;
  const name = nameOf(request.signedIn, org, today);
  return name === undefined ? undefined : `${name} ${request.url}`;
}
