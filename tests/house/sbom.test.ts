import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

it('the bill of materials names every package that runs in the office, and no tool of ours', () => {
  execFileSync(process.execPath, [path.join(root, 'scripts/sbom.mjs')], { stdio: 'pipe' });
  const text = read('dist/sbom.cdx.json');
  const bill = JSON.parse(text) as {
    bomFormat: string;
    metadata: { component: { name: string } };
    components: Component[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.metadata.component.name).toBe('fadu');
  const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  const wanted = Object.entries(packages)
    .filter(([place, one]) => place !== '' && !one.dev && !one.devOptional && !one.peer)
    .map(([place, one]) => `${place.split('node_modules/').at(-1)}@${one.version}`);
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter((each) => !named.has(each))).toEqual([]);
  expect([...named].filter((each) => /^(vitest|oxlint|prettier|typescript)@/.test(each))).toEqual([]);
  for (const { name, purl, hashes } of bill.components) {
    expect(purl, name).toMatch(/^pkg:npm\//);
    expect(hashes?.[0], name).toMatchObject({ alg: 'SHA-512' });
  }
  // Where they were fetched from, or on which machine, is not told.
  expect(text).not.toMatch(/"type": "distribution"|file:\/\/|\/tmp\/|\/work\//);
});
