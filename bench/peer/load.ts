import { createRequire } from 'node:module';
import path from 'node:path';
import type { Operation, Side } from './side.ts';

/** As much of autocannon as is used; it is installed in this folder only. */
interface Result {
  readonly duration: number;
  readonly errors: number;
  readonly timeouts: number;
  readonly non2xx: number;
  readonly requests: { readonly total: number };
}

interface Running extends Promise<Result> {
  on(event: 'response', heard: (client: unknown, status: number, bytes: number, took: number) => void): void;
}

type Autocannon = (options: object) => Running;

/** Only this bench installs it: the others run without. */
function loadAutocannon(): Autocannon {
  const require = createRequire(path.join(import.meta.dirname, '../bench/peer/package.json'));
  return require('autocannon') as Autocannon;
}

export interface Load {
  /** Requests answered in a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p99: number;
}

/** One operation by so many connections for so many seconds; refuses when an answer is not what was asked for. */
export async function load(
  side: Side,
  operation: Operation,
  connections: number,
  seconds: number,
  first: number,
): Promise<Load> {
  let n = first;
  const running = loadAutocannon()({
    url: side.address,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest(request: object) {
          const { headers, ...asked } = side.ask[operation](n);
          n += 1;
          return { ...request, ...asked, headers: { ...side.headers, ...headers } };
        },
      },
    ],
  });
  const took: number[] = [];
  running.on('response', (_client, _status, _bytes, ms) => took.push(ms));
  const { duration, errors, timeouts, non2xx, requests } = await running;
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${side.name}, ${operation}: ${errors} errors, ${timeouts} timeouts, ${non2xx} refused`);
  return { rate: requests.total / duration, p99: percentile(took, 0.99) };
}

function percentile(took: readonly number[], part: number): number {
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * part)] ?? Number.NaN;
}
