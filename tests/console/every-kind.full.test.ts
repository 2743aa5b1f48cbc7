import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS, REGISTER } from '../../src/duties/index.ts';
import { dayAt, POSTS, type Kind } from '../../src/kernel/index.ts';
import { ORGANISATION } from '../../src/records/row.ts';
import { takerOf } from '../examples.ts';
import { enter } from '../site-township.ts';
import { axe, consoleOffice, overflows, picture, read, settled, type ConsoleOffice } from './browser.ts';
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

/** Counsel see only what is assigned to them. */
async function giveTo(account: string, kind: string, record: string, version: number): Promise<void> {
  await here.office.records.assign({
    org: here.office.org,
    kind,
    record,
    expectedVersion: version,
    occurredOn: dayAt(new Date()),
    idempotencyKey: `given ${record}`,
    actor: { account: 'system-administrator', post: 'system-administrator' },
    handlers: [account],
    reason: '交法律顾问答复',
  });
}

function longestOf<T>(examples: readonly (readonly T[])[]): readonly T[] {
  return examples.reduce((longest, each) => (each.length > longest.length ? each : longest));
}

const looked = new Set<string>();

/** Does a form show a sort of input that was not looked at yet? The first form of each kind is looked at anyway. */
function hasNewInputs({ fields, steps }: Kind, step: string): boolean {
  const { asks = [], may = [] } = steps[step]!;
  const sorts = [...asks, ...may].map((name) => fields[name]!.type);
  const fresh = sorts.some((sort) => !looked.has(sort));
  for (const sort of sorts) looked.add(sort);
  return fresh;
}

/** Made with the ledger itself; nobody begins one. A reveal is entered by looking. */
const NOT_BEGUN = [ORGANISATION, 'personal-reveal'];

/** Opens the form of a step from its record; what runs beside the main course is folded away. */
async function takeUp(page: Page, label: string): Promise<void> {
  const beside = page.locator('aside');
  await beside.getByRole('heading', { name: '现在能办什么' }).waitFor();
  const link = beside.getByRole('link', { name: label, exact: true, includeHidden: true });
  await link.waitFor({ state: 'attached' });
  if (!(await link.isVisible())) await beside.locator('summary', { hasText: '其间还可以办' }).click();
  await link.click();
}

/** Sends the form that is open and waits for its receipt. */
async function send(page: Page, label: string): Promise<void> {
  await page.locator('form.form button[type=submit]', { hasText: label }).click();
  await page
    .getByText('已记入账本')
    .waitFor()
    .catch(async (error: unknown) => {
      throw new Error((await page.locator('.refusal').allInnerTexts()).join('\n'), { cause: error });
    });
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
  await settled(page);
}

describe('every kind of work, from signing in to its last step, each by whoever takes it, with the values of its own example', () => {
  for (const kind of KINDS.filter(({ code }) => !NOT_BEGUN.includes(code))) {
    const example = longestOf(kind.examples);
    const timeout = 60_000 + 10_000 * example.length;
    it(`${kind.label}: form, record, list and further steps`, { timeout }, async () => {
      const act = example[0]!;
      const step = kind.steps[act.step]!;
      const page = await pageOf(takerOf(kind, act.step));
      await page.goto(`${here.base}/${kind.code}/new/${act.step}`);
      await page.locator('form.form').waitFor();
      // What links offer comes later and moves what stands below.
      await settled(page);
      expect(await axe(page)).toEqual([]);
      await fillAct(page, here.office, kind, act);
      await send(page, step.label);
      await picture(page, `record-${kind.code}`);
      const record = new URL(page.url()).pathname;
      expect(await axe(page)).toEqual([]);
      const title = await page.getByRole('heading', { level: 1 }).innerText();
      await page.goto(`${here.base}/${kind.code}`);
      await page.getByRole('link', { name: title }).first().waitFor();
      expect(await axe(page)).toEqual([]);
      for (const further of example.slice(1)) {
        const taken = kind.steps[further.step]!;
        const other = await pageOf(takerOf(kind, further.step));
        await other.goto(new URL(record, page.url()).href);
        await takeUp(other, taken.label);
        await other.locator('form.form').waitFor();
        if (hasNewInputs(kind, further.step)) expect(await axe(other)).toEqual([]);
        await fillAct(other, here.office, kind, further);
        await send(other, taken.label);
        // The record's page is the same whatever the step: looked at once more at the end.
        if (further === example.at(-1)) expect(await axe(other)).toEqual([]);
      }
    });
  }

  /** The main task of each post that is the first one for no step. */
  const OTHERS = [
    ['party-secretary', 'shortcoming', 'note'],
    ['area-lead', 'internal-rule', 'issue'],
    ['legality-reviewer', 'penalty-case', 'review'],
    ['village-cadre', 'disclosure-board', 'build'],
    ['household-group-leader', 'dispute', 'report'],
    ['counsel', 'legal-consultation', 'advise'],
    ['security-administrator', 'appointment', 'relieve'],
  ] as const;
  for (const [post, code, name] of OTHERS) {
    it(
      `${POSTS[post]}: ${REGISTER.kind(code).label}，${REGISTER.kind(code).steps[name]!.label}`,
      { timeout: 60_000 },
      async () => {
        const kind = REGISTER.kind(code);
        const step = kind.steps[name]!;
        const example = kind.examples.find((acts) => acts.some((act) => act.step === name))!;
        const place = example.findIndex((act) => act.step === name);
        const page = await pageOf(post);
        if (step.from === 'start') await page.goto(`${here.base}/${code}/new/${name}`);
        else {
          const record = await enter(here.office, kind, place, example);
          here.office.at(new Date());
          if (post === 'counsel') await giveTo(post, code, record, place);
          await page.goto(`${here.base}/${code}/${record}`);
          await takeUp(page, step.label);
        }
        await page.locator('form.form').waitFor();
        await fillAct(page, here.office, kind, example[place]!);
        await send(page, step.label);
      },
    );
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
      await settled(page);
      expect(await overflows(page), path).toBe(false);
      expect(await axe(page), path).toEqual([]);
      await picture(page, `phone${path.replaceAll('/', '-')}`);
    }
  });
});
