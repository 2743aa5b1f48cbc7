import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dayAt } from '../../src/kernel/index.ts';
import { axe, consoleOffice, overflows, picture, read, type ConsoleOffice } from './browser.ts';

/** The pages of publicity and training: a gathering's sign-in, the duty list of a year, a platform's roster. */
let here: ConsoleOffice;
let year: string;
let gathering: string;
const open: BrowserContext[] = [];

beforeAll(async () => {
  here = await consoleOffice();
  const { office } = here;
  const today = dayAt(office.clock());
  year = today.slice(0, 4);
  // The clerk who entered the roll sees its names.
  for (const [name, position] of [
    ['文例舟', '司法所所长'],
    ['安样柏', '执法队员'],
  ])
    await office.start({
      kind: 'staff',
      step: 'fill',
      occurredOn: today,
      values: { office: 'judicial-office', position, member: { name }, since: today },
    });
  const duty = await office.start({
    kind: 'publicity-duty',
    step: 'list',
    occurredOn: today,
    values: {
      title: '宪法进村寨',
      office: 'judicial-office',
      law: '宪法',
      planned: 2,
      dueOn: `${year}-12-31`,
      listedOn: today,
    },
  });
  await office.start({
    kind: 'publicity-activity',
    step: 'hold',
    occurredOn: today,
    values: {
      title: '宪法进村寨第一场',
      purpose: 'law',
      topics: ['constitution', 'civil-code'],
      organiser: 'judicial-office',
      venue: 'courtyard',
      duty: duty.record,
      people: 30,
      heldOn: today,
    },
  });
  const held = await office.start({
    kind: 'gathering',
    step: 'hold',
    occurredOn: today,
    values: {
      title: '干部职工学法会',
      forum: 'staff-assembly',
      ledBy: 'head',
      agenda: [
        { subject: 'civil-code', topic: '民法典相邻关系', document: '民法典' },
        { subject: 'law-study', topic: '行政复议法' },
      ],
    },
  });
  gathering = held.record;
}, 180_000);
afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});
afterAll(async () => {
  expect(here?.wrongs).toEqual([]);
  await here?.close();
});

async function as(account: string, width?: number): Promise<Page> {
  const { page, context } = await here.enter(account, here.office, width);
  open.push(context);
  return page;
}

const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${here.base}${path}`);
  await page.waitForLoadState('networkidle');
};

describe('a gathering', () => {
  it(
    'takes its sign-in from the roll and from pasted names, and counts them',
    { timeout: 60_000 },
    async () => {
      const page = await as('judicial-office');
      await go(page, `/gathering/${gathering}`);
      await page.getByRole('link', { name: '议题和签到' }).click();
      await page.getByRole('heading', { name: '议题', exact: true }).waitFor();
      expect(await page.locator('main').innerText()).toContain('民法典相邻关系');
      await page.getByRole('button', { name: '从在岗人员名册勾选' }).click();
      await page.getByLabel(/文例舟/).check();
      await page.getByLabel(/粘贴姓名/).fill('熊拟霞、项试岩\n文例舟');
      expect(await page.getByLabel('到会人次').inputValue()).toBe('3');
      expect(await axe(page)).toEqual([]);
      await picture(page, 'gathering-sign-in');
      await page.getByRole('button', { name: '登记签到' }).click();
      await page.getByText('已登记签到').waitFor();
      const { values, personal } = await read<{
        values: { attendance: number };
        personal: { attendees: unknown[] };
      }>(page, `/${here.office.org}/kinds/gathering/records/${gathering}`);
      expect(values.attendance).toBe(3);
      expect(personal.attendees).toHaveLength(3);
    },
  );

  it('shows on a phone, and to those who may not sign in for others', { timeout: 60_000 }, async () => {
    const page = await as('window-clerk', 360);
    await go(page, `/gathering/special/sign-in?record=${gathering}`);
    await page.getByText('登记签到').first().waitFor();
    expect(await overflows(page)).toBe(false);
    await picture(page, 'gathering-sign-in-360');
  });
});

describe('the duty list', () => {
  it('shows what was held for each item', { timeout: 60_000 }, async () => {
    const page = await as('judicial-office');
    await go(page, '/publicity-duty');
    await page.getByRole('link', { name: '年度清单和进度' }).click();
    await page.getByText('共1项，已完成0项').waitFor();
    const row = page.getByRole('row', { name: /宪法进村寨/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/1次/);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'publicity-progress');
  });

  it(
    'says on an activity which figures it adds to, and which count it again',
    { timeout: 60_000 },
    async () => {
      const page = await as('judicial-office');
      await go(page, '/publicity-activity');
      await page.getByRole('link', { name: '宪法进村寨第一场' }).click();
      await page.getByRole('heading', { name: '计入哪些指标' }).waitFor();
      const said = await page.locator('section[aria-labelledby=counted]').innerText();
      expect(said).toContain('也计入（不能相加）');
      expect(said).toContain('“各类法治宣传”（这个数包含在它里面）');
      expect(await axe(page)).toEqual([]);
      await picture(page, 'activity-counted');
    },
  );
});

describe('a roster', () => {
  it('is looked through first and then entered', { timeout: 60_000 }, async () => {
    const page = await as('judicial-office');
    await go(page, '/platform-result');
    await page.getByRole('link', { name: '导入名册、成绩' }).click();
    await page
      .getByLabel('或者粘贴表格')
      .fill(`姓名\t成绩\t参考日\n文例舟\t96\t${dayAt(here.office.clock())}\n外请样\t\t\n`);
    await page.getByRole('button', { name: '先核对' }).click();
    await page.getByText('将新列入2人').waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'roster-checked');
    await page.getByRole('button', { name: '登记这2人' }).click();
    await page.getByText('新列入2人', { exact: false }).waitFor();
    await page.getByRole('link', { name: '看平台学法成绩' }).click();
    await page.getByText('法宣在线').first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain('外请样');
  });
});
