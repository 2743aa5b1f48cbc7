import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, fadu, FOUNDED, foundTownship, killWhileWriting, ORG } from './kill.ts';

/** `npm run test:full` tries as often as the promise says; the quick run shows that it still holds. */
const TRIALS = process.env['FADU_TEST_FULL'] === '1' ? 20 : 4;

let data: string;
beforeAll(() => {
  build();
  data = mkdtempSync(path.join(tmpdir(), 'fadu-kill-'));
  foundTownship(data);
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

interface Verified {
  entries: number;
  personalValues: number;
}

it(
  `loses no acknowledged write in ${TRIALS} kills of the writer, half of them with the database`,
  { timeout: 600_000 },
  async () => {
    const acknowledged = new Set<string>();
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const written = await killWhileWriting(data, trial, trial % 2 === 1);
      written.forEach((id) => acknowledged.add(id));
    }
    // The next command finds what the kills left and recovers without being asked.
    const verified = JSON.parse(fadu('verify', '--data', data, '--json')) as Verified;
    const args = ['--org', ORG, '--year', '2024', '--records', 'disputes.screened', '--json'];
    const rows = JSON.parse(fadu('figures', '--data', data, ...args)) as { record: string }[];
    const present = new Set(rows.map((row) => row.record));
    expect([...acknowledged].filter((id) => !present.has(id))).toEqual([]);
    expect(verified.entries).toBe(FOUNDED + present.size);
    expect(verified.personalValues).toBe(present.size + 1);
    expect(acknowledged.size).toBeGreaterThan(TRIALS);
  },
);
