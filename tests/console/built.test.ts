import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildConsole } from '../../scripts/build-console.mjs';
import { addConsole, type Manifest } from '../../src/console/door.ts';

const source = path.resolve(import.meta.dirname, '../../console');
let folder: string;
let app: FastifyInstance;
let manifest: Manifest;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-console-'));
  await buildConsole(build, folder);
  manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
  app = Fastify();
  app.register(async (door) => addConsole(door, pathToFileURL(`${folder}/`)));
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const asset = (name: string): Promise<Buffer> => readFile(path.join(folder, 'assets', name));

describe('the built console', () => {
  it('needs at most 350 KB of compressed script for its first page', async () => {
    const first = [manifest.script, ...manifest.preload];
    const sizes = await Promise.all(first.map(async (name) => (await asset(`${name}.gz`)).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(350 * 1024);
  });

  it('loads the screens that are not the first only when somebody goes there', async () => {
    const all = (await readdir(path.join(folder, 'assets'))).filter((name) => name.endsWith('.js'));
    expect(all.length).toBeGreaterThan(manifest.preload.length + 8);
  });

  it('asks nothing of anybody else: no address of another host in its style sheet, none that is fetched in its scripts', async () => {
    expect((await asset(manifest.style)).toString()).not.toMatch(/url\(|@import/);
    const names = (await readdir(path.join(folder, 'assets'))).filter((name) => name.endsWith('.js'));
    const scripts = await Promise.all(names.map(async (name) => (await asset(name)).toString()));
    expect(scripts.join('\n')).not.toMatch(/fetch\(["'`]https?:|src=["'`]https?:|importScripts/);
  });
});

describe('the door of the console', () => {
  it('answers every address with the one page, under a policy without inline script, with a nonce of its own each time', async () => {
    const answers = await Promise.all(
      ['/console', '/console/520581203000/dispute/new/report'].map((url) => app.inject(url)),
    );
    const nonces = answers.map(({ headers, body, statusCode }) => {
      expect(statusCode).toBe(200);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).toContain(`script-src 'self';`);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers['cache-control']).toBe('no-store');
      expect(body).not.toMatch(/<script>|\son\w+=/);
      const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? [];
      expect(body).toContain(`content="${nonce}"`);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  it('says in Chinese what is missing where scripts are off', async () => {
    expect((await app.inject('/console')).body).toMatch(/<noscript>.*要开启浏览器的脚本/);
  });

  it('serves compressed files for good, and nothing outside of its folder', async () => {
    const url = `/console/assets/${manifest.script}`;
    const script = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
    expect(script.headers['content-encoding']).toBe('br');
    expect(script.headers['cache-control']).toContain('immutable');
    expect(script.headers['x-content-type-options']).toBe('nosniff');
    for (const wrong of ['../manifest.json', '%2e%2e/manifest.json', '..%2fmanifest.json', 'none.js', '']) {
      const { statusCode, body } = await app.inject(`/console/assets/${wrong}`);
      expect(body, wrong).not.toContain('"preload"');
      if (statusCode === 200) expect(body).toContain('<div id="console">');
    }
  });
});

describe('the source of the console', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const text = (name: string): string => readFileSync(path.join(source, name), 'utf8');

  it('takes nothing but types from the server, and what seals a letter before the server sees it', () => {
    const imports = files.flatMap((name) =>
      [...text(name).matchAll(/^(import|export) (type )?[^;]*?from '([^']*\/src\/[^']*)'/gm)].map(
        ([, , type, from]) => ({ name, type, from }),
      ),
    );
    expect(imports.length).toBeGreaterThan(5);
    const running = imports.filter(({ type }) => type === undefined);
    expect(new Set(running.map(({ name, from }) => `${name} ${from}`))).toEqual(
      new Set(
        ['bytes', 'content', 'sealing'].map(
          (file) => `screens/me/letter-form.tsx ../../../src/letters/${file}.ts`,
        ),
      ),
    );
  });

  it('takes each control of the library by itself: its front door would bring all of them with the first page', () => {
    expect(files.filter((name) => /^import \{.*from 'antd'/m.test(text(name)))).toEqual([]);
  });

  it('asks the API in one place, and never writes markup as text', () => {
    const asking = files.filter((name) => /\bfetch\(|XMLHttpRequest/.test(text(name)));
    expect(asking).toEqual(['api/client.ts']);
    expect(
      files.filter((name) => /dangerouslySetInnerHTML|innerHTML|eval\(|new Function/.test(text(name))),
    ).toEqual([]);
  });
});
