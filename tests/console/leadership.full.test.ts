import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, consoleOffice, overflows, picture, type ConsoleOffice } from './browser.ts';

/** The pages of the ninth room: calendar, tasks of the year, first-responsible ledger, staffing, offers, numbers given. */
let here: ConsoleOffice;
let page: Page;
let context: BrowserContext;
const YEAR = new Date().getFullYear();
const ON = `${YEAR}-01-05`;

async function enter(kind: string, step: string, values: object): Promise<string> {
  return (await here.office.start({ kind, step, occurredOn: ON, source: 'late', values: { ...values } }))
    .record;
}

beforeAll(async () => {
  here = await consoleOffice();
  await enter('next-year-plan', 'plan', { plan: '补齐司法所工作人员，每个片区有专人联系。', year: YEAR });
  const point = await enter('annual-point', 'set', { point: '规范行政执法，全年评查案卷两轮', year: YEAR });
  const due = `${YEAR}-01-30`;
  await enter('task', 'assign', { title: '上半年评查一轮', due, point, office: 'enforcement' });
  await enter('gathering', 'hold', {
    title: '法治建设部署会',
    forum: 'topical',
    ledBy: 'head',
    agenda: [{ subject: 'law-work', topic: '部署全年工作' }],
  });
  await enter('establishment', 'grant', { office: 'judicial-office', posts: 2 });
  await enter('staff', 'fill', { office: 'judicial-office', position: '所长', member: { name: '某人' } });
  await enter('figure-given', 'give', { figure: '人民调解员人数', number: '36名', recipient: '县司法局' });
  ({ page, context } = await here.open('judicial-office'));
}, 180_000);
afterAll(async () => {
  expect(here.wrongs).toEqual([]);
  await here.close();
});

async function go(path: string, heading: string): Promise<void> {
  await page.goto(`${here.base}/${path}`);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  await page.getByText('正在读取').waitFor({ state: 'hidden' });
}

const PAGES = [
  ['yearly-duty/special/calendar', '法定日历'],
  ['task/special/year', '年度任务'],
  ['leader-instruction/special/ledger', '第一责任人履职'],
  ['establishment/special/staffing', '编制和空缺'],
  ['shortcoming/special/offers', '不足线索'],
  ['figure-given/special/give', '报数'],
] as const;

describe.each([1366, 360])('at %i pixels', (width) => {
  it.each(PAGES)('%s can be read by all, and nothing runs out of the page', async (path, heading) => {
    await page.setViewportSize({ width, height: 800 });
    await go(path, heading);
    expect(await overflows(page)).toBe(false);
    expect(await axe(page)).toEqual([]);
    await picture(page, `leadership-${path.replaceAll('/', '-')}-${width}`);
  });

  it('the first page reminds of what the year asks', async () => {
    await page.setViewportSize({ width, height: 800 });
    await go('', '我的工作');
    await page.getByRole('link', { name: '全年的法定日历' }).waitFor();
    expect(await overflows(page)).toBe(false);
    expect(await axe(page)).toEqual([]);
    await picture(page, `leadership-home-${width}`);
  });
});

describe('in the office', () => {
  it('a duty of the calendar is entered from where it stands, with what is known filled in', async () => {
    await go('yearly-duty/special/calendar', '法定日历');
    const duty = page.locator('li').filter({ hasText: '向乡镇人民代表大会' });
    await duty.getByText('当年之内').waitFor();
    const report = page.locator('li').filter({ hasText: '抄送县委法治办事机构' });
    await report.getByRole('link', { name: '登记' }).click();
    await page.getByRole('heading', { name: '年度法定事项：登记办成' }).waitFor();
    await page.locator('form.form').getByText('向县委、县政府报告').first().waitFor();
    await page.locator('form.form button[type=submit]').click();
    // It was not copied to the county's office of law: that asks for a reason, and what happened is kept with its flaw.
    await page.getByText('每年3月1日前向县级党委、政府报告').last().waitFor();
    await page.locator('.refusal textarea').first().waitFor();
  });

  it('last year’s arrangements become tasks by one press', async () => {
    await go('task/special/year', '年度任务');
    await page.getByText('还没有列为任务').waitFor();
    await page.getByText('过了时限，还没有答复').waitFor();
    await page.getByRole('button', { name: '把1项安排列为任务' }).click();
    await page.getByText('还没有列为任务').waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '补齐司法所工作人员' }).nth(1).waitFor();
  });

  it('the ledger of the two is read from what stands elsewhere', async () => {
    await go('leader-instruction/special/ledger', '第一责任人履职');
    const head = page.getByRole('region', { name: '乡镇长' });
    await head.getByRole('link', { name: '法治建设部署会' }).waitFor();
    await head.getByText('讲法治课').waitFor();
  });

  it('an offer is ignored for oneself, or accepted into the form with its words', async () => {
    await go('shortcoming/special/offers', '不足线索');
    const offer = page.locator('li').filter({ hasText: '司法所在岗工作人员只有' }).first();
    await offer.getByRole('button', { name: '忽略' }).click();
    await page.getByText('忽略了1条').waitFor();
    await page.getByRole('button', { name: '重新列出' }).click();
    await offer.getByRole('link', { name: '采用' }).click();
    await page.getByRole('heading', { name: '不足和原因：提出不足' }).waitFor();
    expect(await page.locator('form.form textarea').first().inputValue()).toContain(
      '{judicial-office.staff}',
    );
  });

  it('a number typed by hand is held against what was told before, the different one first', async () => {
    await go('figure-given/new/give', '对外报数台账：登记报数');
    await page.getByLabel('指标', { exact: true }).fill('人民调解员人数');
    await page.getByText('以前报过：').waitFor();
    await page.getByLabel('报出的数').fill('38名');
    await page.getByText('以前报过不同的数，请先核对').waitFor();
    await page.getByText('，与现在不同').waitFor();
  });
});

it('whoever sees a part of the office is told nothing of the whole', async () => {
  await context.close();
  ({ page, context } = await here.open('mediator'));
  await go('', '我的工作');
  expect(await page.getByRole('link', { name: '全年的法定日历' }).count()).toBe(0);
});
