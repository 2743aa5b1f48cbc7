import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VILLAGES } from '../township.ts';
import { axe, consoleOffice, overflows, picture, read, settled, type ConsoleOffice } from './browser.ts';

/** What is done with a list: finding, keeping a question, choosing columns, exporting, one act for many. */
let here: ConsoleOffice;
let page: Page;
let context: BrowserContext;

const ON = '2026-02-03';
const TITLES = ['田埂界线纠纷', '引水沟渠纠纷', '宅基地边界纠纷', '采光遮挡纠纷', '通行道路纠纷'];

beforeAll(async () => {
  here = await consoleOffice();
  for (const [place, title] of TITLES.entries()) {
    const values = {
      title,
      type: place % 2 === 0 ? 'homestead' : 'neighbour',
      channel: 'village',
      reportedOn: ON,
    };
    const village = VILLAGES[place % VILLAGES.length]!;
    await here.office.start({ kind: 'dispute', step: 'report', occurredOn: ON, village, values });
  }
}, 120_000);
afterAll(() => here?.close());
beforeEach(async () => {
  await context?.close();
  ({ page, context } = await here.open('mediator'));
  await page.goto(`${here.base}/dispute`);
  await page.locator('.rows tbody tr a').first().waitFor();
});

const rows = (): Promise<string[]> => page.locator('.rows tbody tr a').allInnerTexts();

describe('a list', () => {
  it('is searched by any part of its text, and the address holds the question', async () => {
    await page.getByPlaceholder('标题和内容里的文字').fill('沟渠');
    await expect.poll(rows).toEqual(['引水沟渠纠纷']);
    const address = page.url();
    expect(decodeURIComponent(address)).toContain('沟渠');
    const again = await context.newPage();
    await again.goto(address);
    await again.getByText('共1条').waitFor();
  });

  it('is sorted by a column, both ways, as Chinese is sorted', async () => {
    const sorted = TITLES.toSorted((a, b) => a.localeCompare(b, 'zh-CN'));
    const head = page.getByRole('columnheader', { name: '名称' });
    await head.getByRole('button').click();
    await expect.poll(rows).toEqual(sorted.toReversed());
    await head.getByRole('button').click();
    await expect.poll(rows).toEqual(sorted);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
  });

  it('keeps a question under a name, for the next day too', async () => {
    await page.getByPlaceholder('标题和内容里的文字').fill('沟渠');
    await expect.poll(rows).toHaveLength(1);
    page.once('dialog', (dialog) => void dialog.accept('水的事'));
    await page.getByRole('button', { name: '存为常用条件' }).click();
    await page.goto(`${here.base}/dispute`);
    await expect.poll(rows).toHaveLength(TITLES.length);
    await page.getByLabel('常用条件').click();
    await page.locator('.ant-select-item-option', { hasText: '水的事' }).click();
    await expect.poll(rows).toEqual(['引水沟渠纠纷']);
  });

  it('remembers which columns somebody wants', async () => {
    const head = page.getByRole('columnheader', { name: '登记日', exact: true });
    expect(await head.count()).toBe(0);
    await page.getByRole('button', { name: '选列' }).click();
    await page.getByRole('checkbox', { name: '登记日', exact: true }).check();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '好了' }).click();
    await head.waitFor();
    await page.reload();
    await head.waitFor();
  });

  it('goes out as a table that a spreadsheet opens, without personal values', async () => {
    const waits = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出表格' }).click();
    const file = await readFile(await (await waits).path(), 'utf8');
    expect(file.startsWith('\uFEFF')).toBe(true);
    const lines = file.slice(1).trimEnd().split('\r\n');
    expect(lines).toHaveLength(TITLES.length + 1);
    expect(lines[0]).toMatch(/^"名称",.*"发生日".*"受理渠道".*"记录编号"$/);
    expect(lines[1]).toContain(`"${ON}"`);
    for (const title of TITLES) expect(file).toContain(`"${title}"`);
  });

  it('takes one step for several at once; each is an act of its own', async () => {
    await page.getByRole('button', { name: '批量办理' }).click();
    for (const title of TITLES.slice(0, 3)) await page.getByLabel(`选中${title}`).check();
    await page.getByText('已选3件').waitFor();
    await page.getByLabel('一起办什么').click();
    await page.locator('.ant-select-item-option', { hasText: '调解' }).first().click();
    await page.locator('form.form').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('双方愿意').check();
    await page.locator('form.form button[type=submit]').click();
    await page.getByText('办成3件').waitFor();
    const path = `/${here.office.org}/kinds/dispute/records?size=20`;
    const { records } = await read<{ records: { title: string; version: number }[] }>(page, path);
    const versions = Object.fromEntries(records.map(({ title, version }) => [title, version]));
    expect(TITLES.map((title) => versions[title])).toEqual([2, 2, 2, 1, 1]);
  });
});

describe('the look', () => {
  const PATHS = ['', '/dispute', '/dispute/new/report', '/figures', '/me'];
  for (const [what, width, look] of [
    ['in large letters', 1366, { size: 'large' }],
    ['in high contrast', 1366, { contrast: 'high' }],
    ['in large letters and high contrast on a phone', 360, { size: 'large', contrast: 'high' }],
    ['dense on a wide screen', 1920, { density: 'compact' }],
  ] as const) {
    it(`${what}: every page can be read, nothing is wider than the page`, { timeout: 60_000 }, async () => {
      const other = await here.open('judicial-office', width);
      await other.page.evaluate(
        `localStorage.setItem('fadu-look', JSON.stringify(${JSON.stringify({ size: 'usual', contrast: 'usual', density: 'comfortable', ...look })}))`,
      );
      for (const path of PATHS) {
        await other.page.goto(here.base + path);
        await settled(other.page);
        expect(await axe(other.page), path).toEqual([]);
        expect(await overflows(other.page), path).toBe(false);
        await picture(
          other.page,
          `look-${Object.values(look).join('-')}-${width}${path.replaceAll('/', '-')}`,
        );
      }
      await other.context.close();
    });
  }

  it('no page faulted, broke the content policy or asked anybody else for anything', () => {
    expect(here.wrongs).toEqual([]);
    expect(here.office.faults).toEqual([]);
  });
});
