import { randomUUID } from 'node:crypto';
import { serve, stop } from '../serving.ts';
import { signedIn } from '../signed-in.ts';
import type { Surroundings } from '../surroundings.ts';
import { at, newDispute, PAGE, STATES, TERMS, YEARS, type Side, type Subjects } from './side.ts';

interface Listed {
  readonly records: readonly { readonly id: string }[];
}

interface Months {
  readonly figures: readonly { readonly code: string; readonly months: readonly number[] }[];
}

const idsOf = (answer: unknown): unknown => (answer as Listed).records.map(({ id }) => id);

/** `fadu serve` over the filled data folder, with a session of an account that holds posts. */
export async function startFadu(
  { folder, store }: Surroundings,
  org: string,
  { ids, villages }: Subjects,
): Promise<Side> {
  const { child, address } = await serve(folder);
  const base = `/api/v1/${org}`;
  return {
    name: 'Fadu',
    address,
    pid: child.pid!,
    headers: { cookie: `fadu=${await signedIn(store, org)}` },
    ask: {
      create(n) {
        const { village, ...values } = newDispute(n, villages);
        return {
          method: 'POST',
          path: `${base}/kinds/dispute/steps/report`,
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
          body: JSON.stringify({ village, values }),
        };
      },
      read: (n) => ({ method: 'GET', path: `${base}/kinds/dispute/records/${at(ids, n)}` }),
      list(n) {
        const query = new URLSearchParams({
          kind: 'dispute',
          state: at(STATES, n),
          village: at(villages, n),
          size: String(PAGE),
        });
        return { method: 'GET', path: `${base}/records?${query}` };
      },
      search(n) {
        const query = new URLSearchParams({ q: at(TERMS, n), size: String(PAGE) });
        return { method: 'GET', path: `${base}/records?${query}` };
      },
      months: (n) => ({ method: 'GET', path: `${base}/figures/months?year=${at(YEARS, n)}` }),
    },
    essence: {
      read: (answer) => (answer as { id: string }).id,
      list: idsOf,
      search: idsOf,
      months: (answer) => (answer as Months).figures.find(({ code }) => code === 'disputes.screened')?.months,
    },
    stop: () => stop(child),
  };
}
