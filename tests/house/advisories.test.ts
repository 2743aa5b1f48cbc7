import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

it('the list of advisories has every direct dependency in the version that is installed', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version: string }>;
  };
  const installed = Object.fromEntries(
    Object.keys(dependencies).map((name) => [name, packages[`node_modules/${name}`]?.version]),
  );
  const rows = [...read('docs/advisories.md').matchAll(/^\| (\S+)\s+\| (\d\S*)\s+\|/gm)];
  const listed = Object.fromEntries(rows.map(([, name, version]) => [name, version]));
  expect(listed).toEqual(installed);
});
