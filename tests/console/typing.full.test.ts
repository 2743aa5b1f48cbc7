import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAt } from '../../src/kernel/index.ts';
import { VILLAGES } from '../township.ts';
import { axe, consoleOffice, overflows, picture, read, type ConsoleOffice } from './browser.ts';
import { control } from './fill.ts';

/** Less typing (沿用): what a form offers, marks, leaves alone, and folds away on a phone. */
let here: ConsoleOffice;
const LEADER = 'leader-of-one';

beforeAll(async () => {
  here = await consoleOffice();
  const occurredOn = dayAt(new Date());
  const holder = { account: LEADER, holder: { name: '某某某' } };
  await here.office.start({ kind: 'account', step: 'open', occurredOn, values: holder });
  const post = { post: 'household-group-leader', since: occurredOn, villages: [{ name: VILLAGES[1] }] };
  const values = { account: LEADER, ...post };
  await here.office.start({ kind: 'appointment', step: 'appoint', occurredOn, values });
}, 120_000);
afterAll(() => here?.close());

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${here.base}/${path}`);
  await page.locator('form.form').waitFor();
  await page.waitForLoadState('networkidle');
}

const send = (page: Page): Promise<void> => page.locator('form.form button[type=submit]').click();
const done = (page: Page): Promise<void> => page.getByText('已记入账本').waitFor();

async function choose(page: Page, name: string, label: string): Promise<void> {
  await control(page, name).click();
  await control(page, name).fill(label);
  await page.locator('.ant-select-item-option', { hasText: label }).first().click();
}

interface Shown {
  readonly village: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, unknown>>;
}

async function recordOf(page: Page): Promise<Shown> {
  const [, kind, id] = /\/([a-z-]+)\/([0-9a-f-]{36})/.exec(new URL(page.url()).pathname)!;
  return read<Shown>(page, `/${here.office.org}/kinds/${kind}/records/${id}`);
}

describe('a report from a leader of household groups, on a phone', () => {
  it(
    'shows what must be given first, folds the rest and tells what is usual',
    { timeout: 60_000 },
    async () => {
      const { page, context } = await here.open(LEADER, 360);
      await open(page, 'dispute/new/report');
      await picture(page, 'typing-leader');
      expect(await control(page, 'title').isVisible()).toBe(true);
      expect(await control(page, 'type').isVisible()).toBe(true);
      for (const name of ['channel', 'reportedOn', 'amount', 'parties'])
        expect(await control(page, name).isVisible(), name).toBe(false);
      const more = page.locator('details.more > summary');
      const told = await more.innerText();
      expect(told).toContain('受理渠道 十联户');
      expect(told).toContain(`所在村 ${VILLAGES[1]}`);
      expect(await overflows(page)).toBe(false);
      expect(await axe(page)).toEqual([]);
      await more.click();
      await control(page, 'amount').waitFor();
      await page.getByText('（沿用：本人岗位）').waitFor();
      expect(await overflows(page)).toBe(false);
      expect(await axe(page)).toEqual([]);
      await picture(page, 'typing-leader-unfolded');
      await context.close();
    },
  );

  it('is two fields and a photograph; no draft is made by opening it', { timeout: 60_000 }, async () => {
    const { page, context } = await here.open(LEADER, 360);
    await open(page, 'dispute/new/report');
    await page.goto(here.base);
    await page.getByRole('heading', { name: '我的工作' }).waitFor();
    expect(await page.getByText('没填完的草稿').count()).toBe(0);
    await open(page, 'dispute/new/report');
    const takes = page.locator('input[type=file][capture]');
    const accepted = (place: number) => takes.nth(place).getAttribute('accept');
    expect([await accepted(0), await accepted(1)]).toEqual(['image/*', 'audio/*']);
    const file = { name: '现场.txt', mimeType: 'text/plain', buffer: Buffer.from('院墙外移') };
    await takes.first().setInputFiles(file);
    await page.getByText('现场.txt').waitFor();
    await control(page, 'title').fill('晒场边界纠纷');
    await choose(page, 'type', '邻里');
    await send(page);
    await done(page);
    const { village, values, personal } = await recordOf(page);
    expect(village).toBe(VILLAGES[1]);
    expect(values).toMatchObject({ channel: 'group', reportedOn: dayAt(new Date()) });
    expect(Object.keys(personal)).toEqual(['photo']);
    await context.close();
  });

  it('unfolds where something in the fold is wrong', { timeout: 60_000 }, async () => {
    const { page, context } = await here.open(LEADER, 360);
    await open(page, 'dispute/new/report');
    await control(page, 'title').fill('晒场边界纠纷');
    await choose(page, 'type', '邻里');
    await page.locator('details.more > summary').click();
    await control(page, 'amount').fill('12.345');
    await page.locator('details.more > summary').click();
    await control(page, 'amount').waitFor({ state: 'hidden' });
    await send(page);
    await control(page, 'amount').waitFor();
    await page.locator('.refusal').getByText('最多两位小数').waitFor();
    await context.close();
  });
});

describe('usual values in a form', () => {
  it(
    'are those of the last matter, marked, and never put over what was typed or emptied',
    { timeout: 60_000 },
    async () => {
      const { page, context } = await here.open('judicial-office');
      await open(page, 'legal-consultation/new/advise');
      expect(await control(page, 'people').inputValue()).toBe('1');
      await choose(page, 'matter', '婚姻家庭');
      await page.getByLabel('集市等现场').check();
      await control(page, 'people').fill('3');
      await send(page);
      await done(page);
      await open(page, 'legal-consultation/new/advise');
      await picture(page, 'typing-last');
      expect(await page.getByText('（沿用：本人上一次登记的）').count()).toBe(1);
      expect(await control(page, 'people').inputValue()).toBe('1');
      await control(page, 'people').fill('');
      await page.getByText(/草稿已存/).waitFor();
      await open(page, 'legal-consultation/new/advise');
      await page.getByText('接着填').waitFor();
      expect(await control(page, 'people').inputValue()).toBe('');
      await page.getByRole('button', { name: '不要草稿，从头填' }).click();
      expect(await control(page, 'people').inputValue()).toBe('1');
      await context.close();
    },
  );

  it('follow a link that is chosen, until somebody types', { timeout: 60_000 }, async () => {
    const { office } = here;
    const actor = { account: 'judicial-office', post: 'judicial-office' } as const;
    const occurredOn = dayAt(new Date());
    for (const title of ['关于秋季防火的通知', '关于冬季清雪的通知'])
      await office.start({
        kind: 'incoming-document',
        step: 'receive',
        occurredOn,
        actor,
        values: { from: '某某市政府', title, secrecy: 'none' },
      });
    const { page, context } = await here.open('judicial-office');
    await open(page, 'upper-task/new/receive');
    await choose(page, 'document', '秋季防火');
    await page.getByText('（沿用：“来文”里的）').first().waitFor();
    expect(await control(page, 'title').inputValue()).toBe('关于秋季防火的通知');
    await choose(page, 'document', '冬季清雪');
    await expect.poll(() => control(page, 'title').inputValue()).toBe('关于冬季清雪的通知');
    await control(page, 'title').fill('清雪三日内完成');
    await choose(page, 'document', '秋季防火');
    await page.waitForLoadState('networkidle');
    expect(await control(page, 'title').inputValue()).toBe('清雪三日内完成');
    expect(await control(page, 'from').inputValue()).toBe('某某市政府');
    await context.close();
  });

  it('no page faulted, broke the content policy or asked anybody else for anything', () => {
    expect(here.wrongs).toEqual([]);
    expect(here.office.faults).toEqual([]);
  });
});
