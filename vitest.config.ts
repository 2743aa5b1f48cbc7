import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { mutationPlugin } from './tests/mutation.ts';

/** The full run does not repeat the plain one: it adds to it. */
const full = process.env['FADU_TEST_FULL'] === '1';
const exclude = ['**/node_modules/**', '**/dist/**', ...(full ? [] : ['**/*.full.test.ts'])];

/**
 * All but what starts whole programs, or knows no clock (the checker), runs under a zone east of Greenwich and another,
 * since a day must not depend on the machine's: one west of it, in the full run the one between.
 */
const dated = ['kernel', 'law', 'duties', 'people', 'ledger', 'records', 'figures', 'report', 'site'].map(
  (room) => `src/${room}/**/*.test.{ts,tsx}`,
);

/** The same at length: a whole year, and acts at random. */
const datedAtLength = ['tests/demo/**/*.test.ts', 'tests/faults/random-acts.test.ts'];

/** What tries more in the full run than in the plain one: more often, with more rows, or with a tool from outside. */
const deeper = [
  'tests/api/fuzz.test.ts',
  'tests/faults/{contend,kill,numbers,random-acts}.test.ts',
  'tests/house/{schema,zones}.test.ts',
  'tests/law/properties.test.ts',
  'tests/lists.test.ts',
];

/** What starts whole programs, or pages that must answer in time: after all else, one at a time. */
const alone = ['tests/{cli,console,edge}/**/*.full.test.ts', 'tests/site.full.test.ts'];

function zone(name: string, timeZone: string, include: string[], also: object = {}) {
  // Not extending the root: its global setup, and so its database server, would be made once for each zone.
  const env = { TZ: timeZone };
  const limits = { testTimeout: 20_000, hookTimeout: 60_000 };
  return {
    plugins: [mutationPlugin()],
    test: { name, include, exclude, env, pool: 'forks' as const, maxWorkers, ...limits, ...also },
  };
}

/** Two at least: much of a test's time is spent waiting for the database. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

const plain = [
  zone('Shanghai', 'Asia/Shanghai', ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}']),
  zone('New York', 'America/New_York', dated),
];

const added = [
  zone('Shanghai', 'Asia/Shanghai', ['tests/**/*.full.test.ts', ...deeper], {
    exclude: [...exclude, ...alone],
  }),
  zone('UTC', 'UTC', [...dated, ...datedAtLength]),
  zone('alone', 'Asia/Shanghai', alone, { maxWorkers: 1, sequence: { groupOrder: 1 } }),
];

export default defineConfig({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    maxWorkers,
    reporters: ['default', './tests/reporter.ts'],
    projects: full ? added : plain,
  },
});
