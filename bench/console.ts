import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { fill, RECORDS, VILLAGES } from './disputes.ts';
import { serve, stop } from './serving.ts';
import { signedIn } from './signed-in.ts';
import { foundTownship, show, surroundings, township } from './surroundings.ts';

const CHROMIUM = process.env['FADU_CHROMIUM'] ?? '/usr/bin/chromium';
/** An office PC of ten years ago against the machine that this runs on. */
const SLOWER = 4;
const RUNS = 5;
/** WebPageTest's profile 3G: 1.6 Mbit/s down, 768 kbit/s up, 300 ms there and back. */
const THREE_G = { downloadThroughput: 200_000, uploadThroughput: 96_000, latency: 300, offline: false };
/** What a browser does not report took less than this (Event Timing). */
const UNSEEN_MS = 16;
const ORG = township(1);

/**
 * Collects how long each interaction took from the input to the next paint (Event Timing API, as INP counts), and how long
 * after the last click, or after the page began to load, the first row of a list stood on it.
 */
const WATCH = `
  globalThis.taken = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) globalThis.taken.push(duration);
  }).observe({ type: 'event', durationThreshold: ${UNSEEN_MS} });
  globalThis.since = 0;
  addEventListener('click', () => { globalThis.since = performance.now(); globalThis.rowsAfter = undefined; }, true);
  const look = () => {
    if (globalThis.rowsAfter === undefined && document.querySelector('.rows tbody tr a'))
      globalThis.rowsAfter = performance.now() - globalThis.since;
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
`;

interface Bench {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly base: string;
}

/** An act of somebody's hand; `again` brings the page back to where it was, unmeasured. */
interface Act {
  readonly name: string;
  readonly run: (page: Page) => Promise<void>;
  readonly again?: (page: Page) => Promise<void>;
}

const field = (page: Page, name: string) => page.locator(`form.form [id$="-${name}"]`).first();

const searchBox = (page: Page) => page.getByPlaceholder('标题和内容里的文字');

const ON_LISTS: readonly Act[] = [
  {
    name: 'a letter in the search box',
    run: (page) => searchBox(page).press('a'),
    again: async (page) => {
      await searchBox(page).fill('');
      await page.locator('.rows tbody tr a').first().waitFor();
    },
  },
  {
    name: 'sorting by a column',
    run: (page) => page.locator('th button').first().click(),
  },
  {
    name: 'opening the choice of columns',
    run: (page) => page.getByRole('button', { name: '选列' }).click(),
    again: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'choosing records for one act',
    run: (page) => page.getByRole('button', { name: /批量办/ }).click(),
  },
  {
    name: 'a page further down',
    run: async (page) => {
      await page.locator('.rows').focus();
      await page.keyboard.press('PageDown');
    },
  },
];

const ON_FORMS: readonly Act[] = [
  { name: 'a letter in a field', run: (page) => field(page, 'title').press('a') },
  {
    name: 'a choice',
    run: (page) => page.locator('form.form input[type=radio]').first().check(),
    again: (page) => page.locator('form.form input[type=radio]').nth(1).check(),
  },
  {
    name: 'opening the calendar of a day',
    run: (page) => field(page, 'reportedOn').click(),
    again: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'sending with fields missing',
    run: (page) => page.locator('form.form button[type=submit]').click(),
  },
];

/** Longest interaction of an act, run by run. */
async function interactions({ page }: Bench, { run, again }: Act): Promise<number[]> {
  const worst: number[] = [];
  for (let n = 0; n <= RUNS; n += 1) {
    await page.evaluate('globalThis.taken.length = 0');
    await run(page);
    await page.waitForTimeout(600);
    const taken = await page.evaluate<number[]>('globalThis.taken');
    // The first time also loads what the act needs; people do it once.
    if (n > 0) worst.push(Math.max(UNSEEN_MS, ...taken));
    await again?.(page);
    await page.waitForTimeout(200);
  }
  return worst;
}

async function slowed(bench: Bench, work: () => Promise<void>): Promise<void> {
  await bench.cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await work();
  await bench.cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
}

async function benchInteractions(bench: Bench): Promise<void> {
  const { page, base } = bench;
  for (const [path, ready, acts] of [
    ['/dispute', '.rows tbody tr', ON_LISTS],
    ['/dispute/new/report', 'form.form', ON_FORMS],
  ] as const) {
    await page.goto(base + path);
    await page.locator(ready).first().waitFor();
    await slowed(bench, async () => {
      for (const act of acts) show(act.name, await interactions(bench, act), 'ms');
    });
  }
}

/** Frames while somebody turns the wheel: what they took beyond 50 ms is felt as a jerk. */
async function frames(page: Page): Promise<number[]> {
  await page.evaluate(`
    globalThis.frames = [];
    globalThis.counting = true;
    let before = performance.now();
    const next = (now) => {
      globalThis.frames.push(now - before);
      before = now;
      if (globalThis.counting) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  `);
  const box = (await page.locator('.rows').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let n = 0; n < 60; n += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(30);
  }
  await page.evaluate('globalThis.counting = false');
  return page.evaluate<number[]>('globalThis.frames.slice(2)');
}

/** All records at once in the browser's hands, as if somebody had scrolled through all of them. */
async function benchScrolling(bench: Bench): Promise<void> {
  const { page, base } = bench;
  const real = await page.request.get(`${new URL(base).origin}/api/v1/${ORG}/kinds/dispute/records?size=200`);
  const { records } = (await real.json()) as { records: { id: string }[] };
  const all = Array.from({ length: RECORDS }, (_each, n) => {
    const id = String(n).padStart(12, '0');
    return { ...records[n % records.length]!, id: `00000000-0000-4000-8000-${id}` };
  });
  const body = JSON.stringify({ records: all, total: { count: RECORDS, more: false } });
  await page.route('**/kinds/dispute/records?*', (route) =>
    route.fulfill({ contentType: 'application/json', body }),
  );
  await page.goto(`${base}/dispute`);
  await page.locator('.rows tbody tr').first().waitFor();
  await page.waitForTimeout(1000);
  await slowed(bench, async () => {
    const took = await frames(page);
    show(`a frame while scrolling ${RECORDS} rows`, took, 'ms');
    const sorted = took.toSorted((a, b) => a - b);
    const jerks = took.filter((each) => each > 50).length;
    console.log(
      `${'  of them'.padEnd(46)} p95 ${sorted[Math.floor(took.length * 0.95)]!.toFixed(0)} ms, ${jerks} of ${took.length} over 50 ms`,
    );
    const far = await page.evaluate<number>(`
      const rows = document.querySelector('.rows');
      const began = performance.now();
      rows.scrollTop = rows.scrollHeight;
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began))))
    `);
    show('from the first row to the last', [far], 'ms');
  });
  await page.unroute('**/kinds/dispute/records?*');
}

/** From the click, or from the reload, until rows stand on the page. */
async function benchThreeG(bench: Bench, context: BrowserContext): Promise<void> {
  const { base } = bench;
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const rows = page.locator('.rows tbody tr a').first();
  const rowsAfter = async (): Promise<number> => {
    await rows.waitFor();
    return page.evaluate<number>('globalThis.rowsAfter');
  };
  // The first visit fills the browser's cache.
  await page.goto(`${base}/dispute`);
  await rows.waitFor();
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', THREE_G);
  const [within, anew]: [number[], number[]] = [[], []];
  for (let n = 0; n < RUNS; n += 1) {
    await page.goto(base);
    await page.getByRole('heading', { name: '我的工作' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.locator('nav summary', { hasText: '化解社会矛盾' }).click();
    await page.getByRole('link', { name: '矛盾纠纷', exact: true }).click();
    within.push(await rowsAfter());
    await page.waitForLoadState('networkidle');
    await page.reload();
    anew.push(await rowsAfter());
  }
  show('from the click to the rows of a list', within, 'ms');
  show('from a reload to the rows of a list', anew, 'ms');
  await page.close();
}

/** The staff console in a real browser, over a township of 100,000 disputes. */
export async function benchConsole(): Promise<void> {
  console.log(`\nConsole (Chromium, ${RECORDS} records; processor ${SLOWER} × slower, then 3G)`);
  const places = await surroundings(8);
  await foundTownship(places, ORG, VILLAGES);
  await fill(places, ORG);
  const { child, address } = await serve(places.folder);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    await context.addInitScript(WATCH);
    await context.addCookies([{ name: 'fadu', value: await signedIn(places.store, ORG), url: address }]);
    const page = await context.newPage();
    const bench = { page, cdp: await context.newCDPSession(page), base: `${address}/console/${ORG}` };
    await benchInteractions(bench);
    await benchScrolling(bench);
    await benchThreeG(bench, context);
  } finally {
    await browser.close();
    await stop(child);
    await places.close();
  }
}
