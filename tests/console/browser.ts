import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { expect } from 'vitest';
import { buildConsole } from '../../scripts/build-console.mjs';
import { addConsole } from '../../src/console/door.ts';
import { setDemoPassword } from '../../src/people/credential.ts';
import { testOffice, type Office } from '../api/office.ts';

/** `FADU_CHROMIUM` names another browser; a missing one fails, since this is the full run. */
const CHROMIUM = process.env['FADU_CHROMIUM'] ?? '/usr/bin/chromium';
/** With this set, pages are also photographed into that folder, for eyes. */
const PICTURES = process.env['FADU_PICTURES'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const PASSWORD = '溪边老屋的第三扇窗';

/** An office with its console in a real browser, over real HTTP. */
export interface ConsoleOffice {
  readonly office: Office;
  /** Address of the console of this organisation. */
  readonly base: string;
  readonly browser: Browser;
  /** Of every account that has signed in. */
  readonly password: string;
  /** What no page may do: faults, breaches of the content policy, requests to elsewhere. */
  readonly wrongs: string[];
  /** A browser of its own for somebody, signed in by the sign-in page; `width` in pixels. */
  open(account: string, width?: number): Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  /** The same for what needs a second factor: the session is there already, `org` another organisation's code. */
  enter(
    account: string,
    org?: Office,
    width?: number,
  ): Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  /** The same, whatever stands on the page then. */
  enterAnywhere(
    account: string,
    org?: Office,
  ): Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  /** Signs in on the page that is open. */
  signIn(page: Page, account: string): Promise<void>;
  close(): Promise<void>;
}

export async function consoleOffice(executablePath = CHROMIUM, org?: string): Promise<ConsoleOffice> {
  expect(existsSync(executablePath), `no browser at ${executablePath}`).toBe(true);
  const folder = await mkdtemp(path.join(tmpdir(), 'fadu-console-'));
  await buildConsole(build, folder);
  const office = await testOffice({
    door: async (app) => addConsole(app, pathToFileURL(`${folder}/`)),
    ...(org === undefined ? {} : { org }),
  });
  // The browser's clock is the machine's; so is the office's from here on.
  office.at(new Date());
  const address = await office.app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const wrongs: string[] = [];
  const known = new Set<string>();
  const signIn = async (page: Page, account: string): Promise<void> => {
    if (!known.has(account)) await setDemoPassword(office.parts.signIn, office.org, account, PASSWORD);
    known.add(account);
    await page.getByLabel('账号').fill(account);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };
  const start = async (width: number): Promise<{ page: Page; context: BrowserContext }> => {
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 780 : 900 },
      locale: 'zh-CN',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    watch(page, address, wrongs);
    return { page, context };
  };
  const seat = async (account: string, org: Office, width: number) => {
    const { page, context } = await start(width);
    const [name, value] = (await org.signInAs(account, true)).split('=') as [string, string];
    await context.addCookies([{ name, value, url: address }]);
    await page.goto(`${address}/console/${org.org}`);
    return { page, context };
  };
  return {
    office,
    base: `${address}/console/${office.org}`,
    browser,
    password: PASSWORD,
    wrongs,
    signIn,
    async open(account, width = 1366) {
      const { page, context } = await start(width);
      await page.goto(`${address}/console/${office.org}`);
      await signIn(page, account);
      await page.getByRole('heading', { name: '我的工作' }).waitFor();
      return { page, context };
    },
    enterAnywhere: (account, org = office) => seat(account, org, 1366),
    async enter(account, org = office, width = 1366) {
      const seated = await seat(account, org, width);
      await seated.page.getByRole('heading', { name: '我的工作' }).waitFor();
      return seated;
    },
    async close() {
      await browser.close();
      await office.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Requests of each page that are on their way. */
const waiting = new WeakMap<Page, Set<Request>>();
const QUIET_MS = 100;

/** Until a page asks for nothing any more and has drawn what it was given. Shorter than Playwright's half second. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState();
  const begun = performance.now();
  let quiet = begun;
  while (performance.now() - quiet < QUIET_MS) {
    if (waiting.get(page)!.size > 0) quiet = performance.now();
    if (performance.now() - begun > 20_000) throw new Error('the page asks on and on');
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 10)))');
  }
}

function watch(page: Page, address: string, wrongs: string[]): void {
  const asked = new Set<Request>();
  waiting.set(page, asked);
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  page.on('pageerror', (error) => wrongs.push(`fault: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Warning:/.test(message.text())) wrongs.push(message.text());
  });
  page.on('request', (request) => {
    asked.add(request);
    const url = request.url();
    if (!url.startsWith(address) && !/^(?:data|blob):/.test(url)) wrongs.push(`asked elsewhere: ${url}`);
  });
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Serious and critical violations on a page as it stands, one line for each. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const run = (
      globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
    ).axe;
    return (await run.run({ runOnly: tags })).violations;
  }, WCAG);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
}

/** Nothing is wider than the page: a phone never scrolls sideways as a whole. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}

export async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
}

/** What the API gives the person who is signed in on a page. */
export async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(new URL(`/api/v1${path}`, page.url()).href);
  return (await answer.json()) as T;
}
