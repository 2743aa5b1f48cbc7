import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../src/duties/index.ts';
import { ORGANISATION } from '../../src/records/row.ts';
import { axe, consoleOffice, overflows, picture, read, type ConsoleOffice } from './browser.ts';
import { fillAct } from './fill.ts';
import type { Page } from 'playwright-core';

let here: ConsoleOffice;
const pages = new Map<string, Page>();

beforeAll(async () => {
  here = await consoleOffice();
}, 120_000);
afterAll(() => here?.close());

async function pageOf(account: string): Promise<Page> {
  const page = pages.get(account) ?? (await here.open(account)).page;
  pages.set(account, page);
  return page;
}

/** Made with the ledger itself; nobody begins one. A reveal is entered by looking. */
const NOT_BEGUN = [ORGANISATION, 'personal-reveal'];

describe('every kind of work, by whoever begins it, with the values of its own example', () => {
  for (const kind of KINDS.filter(({ code }) => !NOT_BEGUN.includes(code))) {
    it(`${kind.label}: form, record and list`, { timeout: 60_000 }, async () => {
      const act = kind.examples[0]![0]!;
      const step = kind.steps[act.step]!;
      const page = await pageOf(step.by[0]!);
      await page.goto(`${here.base}/${kind.code}/new/${act.step}`);
      await page.locator('form.form').waitFor();
      expect(await axe(page)).toEqual([]);
      await fillAct(page, here.office, kind, act);
      await page.getByRole('button', { name: step.label, exact: true }).click();
      await page.getByText('已记入账本').or(page.locator('.refusal')).first().waitFor();
      expect(await page.locator('.refusal').allInnerTexts()).toEqual([]);
      await page.getByRole('heading', { name: '办理经过' }).waitFor();
      await page.waitForLoadState('networkidle');
      await picture(page, `record-${kind.code}`);
      expect(await axe(page)).toEqual([]);
      const title = await page.getByRole('heading', { level: 1 }).innerText();
      await page.goto(`${here.base}/${kind.code}`);
      await page.getByRole('link', { name: title }).first().waitFor();
      expect(await axe(page)).toEqual([]);
    });
  }

  it('no page faulted, broke the content policy or asked anybody else for anything', () => {
    expect(here.wrongs).toEqual([]);
    expect(here.office.faults).toEqual([]);
  });
});

describe('pages on a phone', () => {
  it('never scroll sideways as a whole', { timeout: 120_000 }, async () => {
    const { page } = await here.open('judicial-office', 360);
    const { records } = await read<{ records: { id: string }[] }>(
      page,
      `/${here.office.org}/kinds/dispute/records`,
    );
    const paths = [
      '',
      '/dispute',
      '/dispute/new/report',
      `/dispute/${records[0]!.id}`,
      '/figures',
      '/me',
      '/search',
    ];
    for (const path of paths) {
      await page.goto(here.base + path);
      await page.waitForLoadState('networkidle');
      expect(await overflows(page), path).toBe(false);
      expect(await axe(page), path).toEqual([]);
      await picture(page, `phone${path.replaceAll('/', '-')}`);
    }
  });
});
