import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../src/site/site.ts';
import {
  enter,
  enterEveryKind,
  listItem,
  ORG,
  publishEdition,
  siteTownship,
  type SiteTownship,
} from './site-township.ts';

/** `FADU_CHROMIUM` names another browser; a missing one fails, since this is the full run. */
const CHROMIUM = process.env['FADU_CHROMIUM'] ?? '/usr/bin/chromium';
/** With this set, every page is also photographed into that folder, for eyes. */
const PICTURES = process.env['FADU_PICTURES'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Width, text size, contrast. */
const VISITS: readonly (readonly [number, string, string])[] = [
  [320, 'normal', 'normal'],
  [320, 'large', 'normal'],
  [1366, 'normal', 'normal'],
  [1366, 'large', 'normal'],
  [1366, 'normal', 'high'],
  ...(PICTURES
    ? ([
        [360, 'normal', 'normal'],
        [360, 'large', 'high'],
      ] as const)
    : []),
];
const CATEGORIES = ['licence', 'penalty', 'inspection', 'coercion', 'other'];

let town: SiteTownship;
let site: FastifyInstance;
let browser: Browser;
let base: string;
let pages: Record<string, string>;

beforeAll(async () => {
  expect(existsSync(CHROMIUM), `no browser at ${CHROMIUM}`).toBe(true);
  town = await siteTownship();
  const made = await enterEveryKind(town);
  const first = await publishEdition(town, '权力清单和责任清单目录（2024版）', '2024-07-01');
  for (let index = 0; index < 30; index++) {
    const name = `农村村民住宅用地及附属设施审核批准事项之${index + 1}`;
    await listItem(town, first, '2024-07-01', name, CATEGORIES[index % CATEGORIES.length]);
  }
  const second = await publishEdition(town, '权力清单和责任清单目录（2024年修订版）', '2024-12-01');
  await listItem(town, second, '2024-12-01', '乡村建设规划许可证核发初审');
  for (let index = 0; index < 4; index++) await enter(town, town.register.kind('publicity-activity'));
  site = buildSite(town.parts, { fault: (error) => console.error(error) });
  base = await site.listen({ host: '127.0.0.1', port: 0 });
  pages = {
    site: '/',
    township: `/${ORG}/`,
    report: `/${ORG}/report/2024`,
    figures: `/${ORG}/report/2024/figures`,
    figure: `/${ORG}/report/2024/figures/power-items.total`,
    ratio: `/${ORG}/report/2024/figures/online-exam.pass-rate`,
    mixed: `/${ORG}/report/2024/figures/civil-code.publicity`,
    record: `/${ORG}/records/${made.get('power-item')}`,
    'power-list': `/${ORG}/power-list`,
    verify: `/${ORG}/verify`,
    check: '/check',
    missing: `/${ORG}/records/none`,
  };
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await town?.close();
});

/**
 * Two contexts of one visitor, who has chosen text size and contrast by the site's own links: as he sees it, script off,
 * and a copy in which the tests may look about. `isMobile` would shrink what overflows, so phones are only narrow here.
 */
async function visitor(
  width: number,
  size: string,
  contrast: string,
): Promise<[Page, Page, () => Promise<void>]> {
  const viewport = { width, height: width < 600 ? 720 : 900 };
  const seen = await browser.newContext({ viewport, javaScriptEnabled: false });
  const page = await seen.newPage();
  await page.goto(`${base}/?size=${size}&contrast=${contrast}`);
  const probed = await browser.newContext({
    viewport,
    storageState: await seen.storageState(),
    bypassCSP: true,
  });
  const close = async (): Promise<void> => {
    await seen.close();
    await probed.close();
  };
  return [page, await probed.newPage(), close];
}

async function photograph(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
}

/** WCAG 2.2 A and AA, by axe. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    `axe.run({ runOnly: ${JSON.stringify(WCAG)} }).then((result) => result.violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Elements that reach beyond the right edge of the screen; the skip link waits to the left of it. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5)
    .map((each) => each.outerHTML.slice(0, 120))
    .concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])`);
}

/** Links that stand alone and are smaller than a thumb; those with words beside them are part of a sentence. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('a')]
    .filter((each) => each.className !== 'skip')
    .filter((each) => ![...each.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
    .map((each) => [each.getBoundingClientRect(), each])
    .filter(([box]) => box.height < 43.5 || box.width < 43.5)
    .map(([box, each]) => Math.round(box.width) + 'x' + Math.round(box.height) + ' ' + each.outerHTML)`);
}

describe.each(VISITS)('at %i px, text %s, contrast %s', (width, size, contrast) => {
  it('every page fits, has no axe violation, and keeps the choice without script', async () => {
    const [page, probe, close] = await visitor(width, size, contrast);
    for (const [name, address] of Object.entries(pages)) {
      const answer = await page.goto(base + address);
      expect(answer?.status(), name).toBe(name === 'missing' ? 404 : 200);
      await photograph(page, `${name}-${width}-${size}-${contrast}`);
      const html = page.locator('html');
      expect(await html.getAttribute('data-size'), name).toBe(size);
      expect(await html.getAttribute('data-contrast'), name).toBe(contrast);
      await probe.goto(base + address);
      expect(await overflowing(probe), name).toEqual([]);
      expect(await small(probe), name).toEqual([]);
      expect(await violations(probe), name).toEqual([]);
    }
    await close();
  }, 120_000);
});

/** A report of two pages with something of every grade, and a sentence long enough to fill lines. */
const REPORT = [
  '某镇2024年度法治政府建设工作情况报告',
  '一、主要举措和成效',
  '（一）依法全面履行职能。本镇权责清单事项合计80项，分别为：行政许可4项、行政处罚4项、行政强制6项、行政给付5项、行政检查6项、行政确认5项、行政奖励2项、行政裁决3项、其他47项。设立6个行业窗口，全年办件1500余件，网办率97%。',
  '（二）化解矛盾纠纷。全年排查矛盾纠纷120起，化解114起，化解率98%。开展法治宣传活动三十余场次，发放资料2.4万余份，受教育群众近3000人次。',
  '（三）行政执法。办理行政处罚案件9件，比上年12件下降20%，罚款1.1万元，合格率102%。',
  ...Array.from({ length: 12 }, (_, i) => `（${'四五六七八九十'[i % 7]}）坚持依法行政，持续推进法治政府建设，全年召开专题会议${i + 3}次。`),
].join('\n'); // prettier-ignore

/** Fills the form and sends it, as a visitor does. */
async function handIn(page: Page, text: string): Promise<void> {
  await page.goto(`${base}/check`);
  await page.getByLabel('粘贴文字').fill(text);
  await page.getByRole('button', { name: '检查' }).click();
  await page.waitForLoadState();
}

describe.each(VISITS)('a checked report at %i px, text %s, contrast %s', (width, size, contrast) => {
  it('fits, has no axe violation, and so has the form with its refusal', async () => {
    const [page, probe, close] = await visitor(width, size, contrast);
    for (const [name, text] of [
      ['checked', REPORT],
      ['refused', ''],
    ] as const) {
      await handIn(page, text);
      await photograph(page, `${name}-${width}-${size}-${contrast}`);
      await handIn(probe, text);
      expect(await probe.locator(name === 'checked' ? '.notes li' : '#error').count(), name).toBeGreaterThan(
        0,
      );
      expect(await probe.locator('html').getAttribute('data-size'), name).toBe(size);
      expect(await overflowing(probe), name).toEqual([]);
      expect(await violations(probe), name).toEqual([]);
    }
    await close();
  }, 60_000);
});

describe('a checked report without script', () => {
  it('leads by keyboard from the list to the place, shows the arithmetic there, and leads on to the note', async () => {
    const [page, , close] = await visitor(1366, 'normal', 'normal');
    await handIn(page, REPORT);
    const spot = page.locator('a.hit').first();
    const tip = page.locator('.spot .tip').first();
    expect(await tip.isVisible()).toBe(false);
    await spot.focus();
    expect(await tip.isVisible()).toBe(true);
    expect(await tip.textContent()).toContain('82项');
    await page.getByText('跳到正文').focus();
    expect(await tip.isVisible()).toBe(false);
    await spot.hover();
    expect(await tip.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.findings a').first().click();
    expect(page.url()).toContain('#spot-1');
    await spot.click();
    expect(page.url()).toContain('#note-1');
    await close();
  }, 60_000);

  it('takes a file', async () => {
    const [page, , close] = await visitor(360, 'normal', 'normal');
    await page.goto(`${base}/check`);
    const buffer = Buffer.from(REPORT);
    await page
      .getByLabel('或者选一个文件')
      .setInputFiles({ name: '报告.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: '检查' }).click();
    expect(await page.locator('main').textContent()).toContain('文件“报告.txt”');
    await close();
  }, 60_000);

  it('puts the notes beside the text on paper', async () => {
    const [page, , close] = await visitor(1366, 'normal', 'normal');
    await handIn(page, REPORT);
    await page.setViewportSize({ width: 650, height: 900 });
    await page.emulateMedia({ media: 'print' });
    const row = page.locator('.row', { has: page.locator('.notes') }).first();
    const [text, notes] = [await row.locator('p').boundingBox(), await row.locator('.notes').boundingBox()];
    expect(notes?.x ?? 0).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? Infinity) - 1);
    expect(notes?.y).toBeLessThan((text?.y ?? 0) + 20);
    if (PICTURES) writeFileSync(path.join(PICTURES, 'checked.pdf'), await page.pdf({ format: 'A4', preferCSSPageSize: true })); // prettier-ignore
    await close();
  }, 60_000);
});

describe('without script', () => {
  it('a visitor goes by keyboard from the report to a figure, to a record, and back', async () => {
    const [page, , close] = await visitor(360, 'normal', 'normal');
    await page.goto(base + pages['township']!);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('跳到正文');
    await page.keyboard.press('Enter');
    // Some kinds' examples are of 2025: its report stands first, then all its figures, then the year before.
    for (const link of ['2025年度法治政府建设年度报告', '查看全部指标', '2024年度']) {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe(link);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/report\/2024$/);
    await page.locator('a.figure', { hasText: '31项' }).first().click();
    expect(await page.locator('h1').textContent()).toBe('权责清单事项');
    expect(await page.locator('.value').textContent()).toBe('31项');
    expect(await page.locator('tbody tr').count()).toBe(31);
    await page.getByRole('link', { name: '乡村建设规划许可证核发初审' }).click();
    expect(await page.locator('.facts').textContent()).toContain('农业农村服务中心');
    await page.getByRole('link', { name: /^权责清单事项/ }).click();
    expect(page.url()).toContain('/figures/power-items.total');
    await close();
  });

  it('text size is changed by a link and kept on the next page', async () => {
    const [page, , close] = await visitor(360, 'normal', 'normal');
    await page.goto(base + pages['verify']!);
    await page.getByRole('link', { name: '大字' }).click();
    expect(await page.locator('html').getAttribute('data-size')).toBe('large');
    await page.getByRole('link', { name: '权责清单' }).click();
    expect(await page.locator('html').getAttribute('data-size')).toBe('large');
    await page.getByRole('link', { name: '标准字' }).click();
    expect(await page.locator('html').getAttribute('data-size')).toBe('normal');
    await close();
  });
});

describe('on paper', () => {
  it('the demo mark, the page number and the time stand there, the navigation does not', async () => {
    const [page, , close] = await visitor(1366, 'normal', 'normal');
    await page.goto(base + pages['power-list']!);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.stripe').isVisible()).toBe(true);
    expect(await page.locator('.columns').isVisible()).toBe(false);
    expect(await page.getByText('本页生成于').isVisible()).toBe(true);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(10_000);
    if (PICTURES) writeFileSync(path.join(PICTURES, 'power-list.pdf'), pdf);
    await close();
  });
});
