import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { enter } from '../site-township.ts';
import { consoleOffice, read, type ConsoleOffice } from './browser.ts';
import { control, fillAct } from './fill.ts';

/** What goes wrong in an office in the course of a day, and that nothing typed is lost by it, and nothing entered twice. */
let here: ConsoleOffice;
let page: Page;
let context: BrowserContext;
let matter = 0;
let title: string;

beforeAll(async () => {
  here = await consoleOffice();
}, 120_000);
afterAll(() => here?.close());
beforeEach(async () => {
  await context?.close();
  ({ page, context } = await here.open('judicial-office'));
  title = `晒场边界纠纷之${(matter += 1)}`;
});

const KIND = REGISTER.kind('dispute');
const SAVED = /草稿已存/;
const SUBJECT = KIND.title;

async function open(on = page): Promise<void> {
  await on.goto(`${here.base}/dispute/new/report`);
  await on.locator('form.form').waitFor();
}

/** Fills the form as the kind's own example has it, under a title of its own. */
async function fill(): Promise<void> {
  const act = KIND.examples[0]![0]!;
  await fillAct(page, here.office, KIND, { ...act, values: { ...act.values, [SUBJECT]: title } });
}

const send = (): Promise<void> => page.locator('form.form button[type=submit]').click();
const done = (): Promise<void> => page.getByText('已记入账本').waitFor();

async function entered(): Promise<number> {
  const path = `/${here.office.org}/kinds/dispute/records?q=${encodeURIComponent(title)}`;
  return (await read<{ records: unknown[] }>(page, path)).records.length;
}

describe('a form forgives', () => {
  it('what was typed is there again after the browser was closed, and nobody else at the PC can read it', async () => {
    await open();
    await control(page, SUBJECT).fill(title);
    await page.getByText(SAVED).waitFor();
    const kept = await page.evaluate<string>('JSON.stringify(localStorage)');
    expect(kept).toContain('fadu-draft');
    expect(kept).not.toContain(title);
    const again = await context.newPage();
    await page.close();
    await open(again);
    await again.getByText('接着填').waitFor();
    expect(await control(again, SUBJECT).inputValue()).toBe(title);
    await again.goto(here.base);
    await again.getByText('没填完的草稿').waitFor();
    await again.getByRole('button', { name: '退出' }).click();
    await again.getByLabel('账号').waitFor();
    await here.signIn(again, 'mediator');
    await again.getByRole('heading', { name: '我的工作' }).waitFor();
    await open(again);
    expect(await control(again, SUBJECT).inputValue()).toBe('');
  });

  it('what is missing is said above the form, which takes the focus, and beside each field', async () => {
    await open();
    await send();
    await page.getByText(/还办不了/).waitFor();
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('refusal');
    const links = page.locator('.refusal a');
    expect(await links.count()).toBeGreaterThan(0);
    await links.first().click();
    expect(await page.evaluate<string>('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
  });

  it('a number that is none and a day that has not come stay as they were typed, each with its sentence', async () => {
    await open();
    await fill();
    await control(page, 'amount').fill('12.345');
    const day = control(page, KIND.steps['report']!.day!);
    await day.fill('2099-01-05');
    await day.press('Enter');
    await send();
    await page.locator('.refusal').getByText('最多两位小数').waitFor();
    await page.locator('.refusal').getByText('不能晚于今天').waitFor();
    expect(await control(page, 'amount').inputValue()).toBe('12.345');
    expect(await day.inputValue()).toBe('2099-01-05');
    await control(page, 'amount').fill('１，２００．５');
    await day.fill(new Date().toISOString().slice(0, 10));
    await day.press('Enter');
    await send();
    await done();
    await page.getByText('1,200.50元', { exact: true }).waitFor();
  });

  it('the session ends in the middle: one signs in over the page and goes on', async () => {
    await open();
    await fill();
    here.office.at(new Date(Date.now() + 31 * 60_000));
    await send();

    await page.getByText('登录已到时间').waitFor();
    await here.signIn(page, 'judicial-office');
    await page.getByText('登录已到时间').waitFor({ state: 'hidden' });
    await send();
    await done();
    expect(await entered()).toBe(1);
  });

  it('without a connection it says so and keeps everything; with one again it goes in once', async () => {
    await open();
    await fill();
    await context.setOffline(true);
    await send();
    await page.getByText('连不上服务器').waitFor();
    await context.setOffline(false);
    await send();
    await done();
    expect(await entered()).toBe(1);
  });

  it('an answer that got lost on its way makes no second matter when one tries again', async () => {
    await open();
    await fill();
    await page.route('**/kinds/dispute/steps/*', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await send();
    await page.getByText('连不上服务器').waitFor();
    await page.unroute('**/kinds/dispute/steps/*');
    await send();
    await done();
    expect(await entered()).toBe(1);
  });

  it('a double click is one', async () => {
    await open();
    await fill();
    await page.locator('form.form button[type=submit]').dblclick();
    await done();
    expect(await entered()).toBe(1);
  });

  it('back in the middle of a form, and forward again: what was typed is there', async () => {
    await page.goto(`${here.base}/dispute`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await open();
    await fill();
    await page.getByText(SAVED).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '矛盾纠纷', exact: true }).waitFor();
    await page.goForward();
    await page.getByText('接着填').waitFor();
    expect(await control(page, SUBJECT).inputValue()).toBe(title);
  });

  it('two at one matter: the second is told, keeps what was typed, and goes on with what is there now', async () => {
    const kind = REGISTER.kind('upper-task');
    const id = await enter(here.office, kind, 1);
    here.office.at(new Date());
    const second = await here.open('judicial-office');
    await second.page.goto(`${here.base}/upper-task/${id}/do/answer`);
    await second.page.locator('form.form').waitFor();
    const corrected = await here.office.records.correct({
      org: here.office.org,
      actor: { account: 'judicial-office', post: 'judicial-office' },
      idempotencyKey: `corrected ${id}`,
      occurredOn: new Date().toISOString().slice(0, 10),
      kind: kind.code,
      record: id,
      expectedVersion: 1,
      values: { [kind.title]: '改过的任务' },
      reason: '名称登错',
    });
    expect(corrected.version).toBe(2);
    await second.page.locator('form.form button[type=submit]').click();
    await second.page.getByRole('button', { name: '看过了，按新的情况接着办' }).click();
    await second.page.getByRole('heading', { name: /改过的任务/ }).waitFor();
    await second.page.locator('form.form button[type=submit]').click();
    await second.page.getByText('已记入账本').waitFor();
    await second.context.close();
  });
});

describe('with the keyboard alone', () => {
  it('a matter is entered from the sign-in page to its receipt', async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('跳到正文');
    await open();
    await fill();
    // From the last field on, by Tab to the button, and Enter.
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate<string>('document.activeElement.type')) === 'submit') break;
    }
    expect(await page.evaluate<string>('document.activeElement.closest("form").className')).toBe('form');
    await page.keyboard.press('Enter');
    await done();
    expect(await entered()).toBe(1);
  });

  it('Enter in a day field takes the day and does not send the form', async () => {
    await open();
    await fill();
    const day = page.locator('form.form .ant-picker input').first();
    await day.fill('2026-01-05');
    await day.press('Enter');
    expect(await day.inputValue()).toBe('2026-01-05');
    expect(await page.getByText('已记入账本').count()).toBe(0);
  });
});

describe('the rest of a day', () => {
  it('a table pasted from a spreadsheet: good rows go in, each bad one says what is wrong', async () => {
    const judicial = await here.open('judicial-office');
    await judicial.page.goto(`${here.base}/shortcoming`);
    await judicial.page.getByRole('link', { name: '从表格粘贴' }).click();
    const box = judicial.page.getByLabel('粘贴在这里');
    const kind = REGISTER.kind('shortcoming');
    const asks = (Object.values(kind.steps).find(({ from }) => from === 'start')!.asks ?? []).map(
      (name) => [kind.fields[name]!, kind.examples[0]![0]!.values[name]] as const,
    );
    const text = ([field, value]: (typeof asks)[number]): string =>
      field.options?.[String(value)] ?? String(value);
    const head = asks.map(([field]) => field.label).join('\t');
    await box.fill(
      `${head}\n${asks.map(text).join('\t')}\n\t${asks.slice(1).map(text).join('\t')}`.concat('x'),
    );
    await judicial.page.getByText('可以登记1行').waitFor();
    await judicial.page.getByText(`缺“${asks[0]![0].label}”`).waitFor();
    await judicial.page.getByRole('button', { name: /这1行/ }).click();
    await judicial.page.getByRole('link', { name: '已登记' }).waitFor();
    await judicial.context.close();
  });

  it('personal data of a matter that one does not handle: masked, and shown against a reason to who may', async () => {
    const id = await enter(here.office, REGISTER.kind('dispute'), 1);
    here.office.at(new Date());
    await page.goto(`${here.base}/dispute/${id}`);
    await page.getByRole('heading', { name: '办理经过' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('欧阳隐名');
    await page.getByRole('button', { name: '写明理由，查看个人信息' }).click();
    await page.getByLabel('理由').fill('核对');
    await page.getByRole('button', { name: '查看', exact: true }).click();
    await page.locator('.refusal').waitFor();
  });

  it('the county reads and is offered nothing to do', async () => {
    const county = await here.open('county-supervisor');
    expect(await county.page.getByText('新办一件').count()).toBe(0);
    await county.page.goto(`${here.base}/figures`);
    await county.page.getByRole('heading', { name: '指标总览' }).waitFor();
    await county.page.getByLabel('要报什么数').fill('今年排查了多少矛盾纠纷');
    await county.page.getByRole('button', { name: '查数' }).click();
    await county.page.locator('.answer').first().waitFor();
    await county.context.close();
  });

  it('no page faulted, broke the content policy or asked anybody else for anything', () => {
    expect(here.wrongs).toEqual([]);
    expect(here.office.faults).toEqual([]);
  });
});
