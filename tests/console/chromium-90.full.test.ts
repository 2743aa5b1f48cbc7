import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleOffice, type ConsoleOffice } from './browser.ts';

/**
 * Office machines are old: one journey from signing in to done in a Chromium of 2021. It comes as a package that holds the
 * browser itself; the tools of today can open it and press its keys, but not look into its pages, so the page is asked
 * through the browser's own protocol.
 */
const manifest = path.join(import.meta.dirname, 'chromium-90');
let folder: string;
let binary: string;
let here: ConsoleOffice;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-chromium-90-'));
  await cp(manifest, folder, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, stderr } = spawnSync(npm, args, { cwd: folder, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const packed = createRequire(path.join(folder, 'package.json')).resolve('chrome-aws-lambda/package.json');
  const content = await readFile(path.join(path.dirname(packed), 'bin/chromium.br'));
  binary = path.join(folder, 'chromium');
  await writeFile(binary, brotliDecompressSync(content));
  await chmod(binary, 0o755);
  here = await consoleOffice();
}, 240_000);
afterAll(async () => {
  await here?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What an expression gives in the page. */
async function ask<T>(session: CDPSession, expression: string): Promise<T> {
  const { result } = (await session.send('Runtime.evaluate', { expression, returnByValue: true })) as {
    result: { value: T };
  };
  return result.value;
}

async function until(session: CDPSession, expression: string): Promise<void> {
  await expect.poll(() => ask<boolean>(session, `Boolean(${expression})`), { timeout: 15_000 }).toBe(true);
}

const said = (text: string): string => `document.body.innerText.includes(${JSON.stringify(text)})`;
const field = (name: string): string => `document.querySelector('form.form [id$="-${name}"]')`;

async function type(page: Page, session: CDPSession, name: string, text: string): Promise<void> {
  await ask(session, `${field(name)}.focus()`);
  await page.keyboard.type(text);
}

it('Chromium 90: from signing in to a matter in the ledger', { timeout: 120_000 }, async () => {
  const old = await chromium.launch({
    executablePath: binary,
    args: ['--no-sandbox', '--single-process', '--no-zygote', '--headless'],
  });
  try {
    expect(old.version()).toMatch(/^90\./);
    const page = await old.newPage({ viewport: { width: 1366, height: 860 } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const session = await page.context().newCDPSession(page);
    await here.open('judicial-office').then(({ context }) => context.close());
    await page.goto(new URL('/console', here.base).href);
    await until(session, `document.activeElement?.autocomplete === 'username'`);
    await page.keyboard.type('judicial-office');
    await page.keyboard.press('Tab');
    await page.keyboard.type(here.password);
    await page.keyboard.press('Enter');
    await until(session, said('要我办的'));
    await page.goto(`${here.base}/dispute/new/report`);
    await until(session, field('title'));
    await type(page, session, 'title', '晒场边界纠纷');
    await type(page, session, 'type', '邻里');
    await until(session, `document.querySelector('.ant-select-item-option')`);
    await page.keyboard.press('Enter');
    await ask(session, `${field('channel')}.click()`);
    const picture = process.env['FADU_PICTURES'];
    if (picture) await page.screenshot({ path: path.join(picture, 'chromium-90.png') });
    await ask(session, `document.querySelector('form.form button[type=submit]').click()`);
    await until(session, said('已记入账本'));
    expect(await ask<string>(session, `document.querySelector('h1').innerText`)).toBe('晒场边界纠纷');
    expect(faults).toEqual([]);
  } finally {
    await old.close();
  }
});
