import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeAndRead } from '../../src/letters/batch.ts';
import { countyKeys } from '../../src/letters/county-key.ts';
import { openPlace } from '../../src/letters/sealing.ts';
import type { KeyPair } from '../../src/letters/suite.ts';
import { countyKey } from '../api/letters.ts';
import { axe, consoleOffice, overflows, picture, type ConsoleOffice } from './browser.ts';

/** 直报函 in a real browser: sealed there, opened here with the county's key. */
const MARK = '某某副镇长来电要求不要立案';
let here: ConsoleOffice;
let pair: KeyPair;
const open: BrowserContext[] = [];

beforeAll(async () => {
  here = await consoleOffice();
}, 120_000);
afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});
afterAll(async () => {
  expect(here.wrongs).toEqual([]);
  await here?.close();
});

async function mePage(width?: number): Promise<Page> {
  const { page, context } = await here.enter('enforcement-officer', here.office, width);
  open.push(context);
  await page.goto(`${here.base}/me`);
  await page.getByRole('heading', { name: '向县里直报干预情况' }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

async function fill(page: Page): Promise<void> {
  await page.getByRole('button', { name: '写直报函' }).click();
  await page.getByLabel('什么时候').fill('2026年11月24日上午');
  await page.getByLabel('什么人干预').fill('某某，副镇长');
  await page.getByLabel('干预的是哪件事').fill('青杠坡违法占地案');
  await page.getByLabel('怎样干预的').fill(MARK);
}

describe('向县里直报', () => {
  it('says where to go while there is no key', { timeout: 60_000 }, async () => {
    const page = await mePage();
    await page.getByText('本单位还没有接受县里的公钥').waitFor();
    expect(await page.getByRole('button', { name: '写直报函' }).count()).toBe(0);
    pair = await countyKey(here.office);
  });

  for (const width of [1366, 390]) {
    it(`is written and sent at ${width} px, and leaves nothing behind`, { timeout: 60_000 }, async () => {
      const page = await mePage(width);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
      const bodies: string[] = [];
      page.on('request', (request) => bodies.push(request.postData() ?? ''));
      await fill(page);
      // Opening the form asks for nothing.
      expect(asked).toEqual([]);
      const [key] = await countyKeys(here.office.store, here.office.org);
      await page.getByText(key!.fingerprint).waitFor();
      expect(await axe(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await picture(page, `letter-${width}`);
      await page.getByRole('button', { name: '加密并送出' }).click();
      await page.getByText('已送出').waitFor();
      await page.waitForLoadState('networkidle');
      expect(asked).toEqual([`POST /api/v1/${here.office.org}/letters`]);
      expect(bodies.join('')).not.toContain(MARK);
      await picture(page, `letter-sent-${width}`);

      const kept = await page.evaluate<string>(
        'JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.body.innerHTML])',
      );
      expect(kept).not.toContain(MARK);
      await page.getByRole('button', { name: '再写一封' }).click();
      expect(await page.getByLabel('怎样干预的').inputValue()).toBe('');

      const places = await closeAndRead(here.office.store, here.office.org);
      const opened = await Promise.all(
        places.map((place) => openPlace([pair.privateKey], here.office.org, place)),
      );
      const letters = opened.flatMap((each) => ('letter' in each ? [each.letter] : []));
      expect(letters.at(-1)).toMatchObject({ manner: MARK, who: '某某，副镇长' });
      expect(letters.at(-1)).not.toHaveProperty('writer');
    });
  }

  it('says how much too long it is, and does not send', { timeout: 60_000 }, async () => {
    const page = await mePage();
    await fill(page);
    await page.getByLabel('原话和凭据').fill('字'.repeat(3000));
    await page.getByText(/还要删去\d+个字/).waitFor();
    expect(await page.getByRole('button', { name: '加密并送出' }).isDisabled()).toBe(true);
  });

  it('does not send in clear where the browser can not encrypt', { timeout: 60_000 }, async () => {
    const page = await mePage();
    await page.evaluate("Object.defineProperty(crypto, 'subtle', { value: undefined })");
    await page.getByRole('button', { name: '写直报函' }).click();
    await page.getByText('这个页面不是加密打开的').waitFor();
    expect(await page.getByRole('button', { name: '加密并送出' }).count()).toBe(0);
  });
});
