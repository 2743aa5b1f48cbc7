import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REGISTER } from '../src/duties/index.ts';
import { openCheckDesk } from '../src/cli/check-desk.ts';
import { buildSite } from '../src/site/site.ts';
import type { SiteParts } from '../src/site/parts.ts';
import { textOf } from './checker.ts';
import { show } from './surroundings.ts';

const CHARACTERS = 6000;
const RUNS = 40;

/** 核一核 over HTTP, from the form's last byte to the answer's: reading, checking in its thread, marking, rendering. */
export async function benchCheckPage(report?: string): Promise<void> {
  console.log('\nThe page 核一核');
  const source = report ?? textOf(CHARACTERS);
  const text = source.repeat(Math.ceil(CHARACTERS / source.length)).slice(0, CHARACTERS);
  const data = await mkdtemp(path.join(tmpdir(), 'fadu-bench-'));
  // The worker is built beside the bench.
  const desk = openCheckDesk(new URL('./check-worker.js', import.meta.url));
  const site = buildSite(withoutTownships(data), {
    fault: (cause) => console.error(cause),
    review: desk.review,
  });
  try {
    const address = await site.listen({ host: '127.0.0.1', port: 0 });
    show(
      `${CHARACTERS} characters, first visitor, who starts the thread`,
      [await spent(address, text)],
      'ms',
    );
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await spent(address, text));
    show(`${CHARACTERS} characters`, runs, 'ms');
  } finally {
    await desk.close();
    await site.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** The page needs no township and no database. */
function withoutTownships(data: string): SiteParts {
  const none = (): Promise<never> => Promise.reject(new Error('the bench asks for no township'));
  return { data, register: REGISTER, store: { read: none }, report: none, organisations: async () => [] };
}

async function spent(address: string, text: string): Promise<number> {
  const body = new FormData();
  body.append('text', text);
  const started = performance.now();
  const answer = await fetch(`${address}/check`, { method: 'POST', body });
  await answer.text();
  if (answer.status !== 200) throw new Error(`the page answered ${answer.status}`);
  return performance.now() - started;
}
