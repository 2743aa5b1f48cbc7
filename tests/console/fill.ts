import type { Locator, Page } from 'playwright-core';
import { isPersonal, type ExampleAct, type Field, type FieldSet, type Kind } from '../../src/kernel/index.ts';
import { exampleFor } from '../examples.ts';
import { enter } from '../site-township.ts';
import { REGISTER } from '../../src/duties/index.ts';
import { read } from './browser.ts';
import { VILLAGES } from '../township.ts';
import type { Office } from '../api/office.ts';

type Act = ExampleAct<FieldSet, string>;

/** Fields that make nothing else: no record to link to, no file, no table. */
const SIMPLE: ReadonlySet<Field['type']> = new Set([
  'text',
  'long-text',
  'place',
  'day',
  'number',
  'money',
  'one-of',
  'many-of',
]);

/** The element of a form that takes the focus for a field. */
export function control(page: Page, name: string): Locator {
  return page.locator(`form.form [id$="-${name}"]`).first();
}

/** The group of controls that a field is. */
function groupOf(page: Page, name: string): Locator {
  return page.locator('fieldset').filter({ has: page.locator(`[id$="-${name}"]`) });
}

/** The same, of a field of the matter itself: an item of a table may have one of that name too. */
function ownGroupOf(page: Page, name: string): Locator {
  const own = page.locator('fieldset:not(.item fieldset):not(:has(.item))');
  return own.filter({ has: page.locator(`[id$="-${name}"]`) });
}

/** Chooses in one of the library's lists by what it shows. */
async function choose(page: Page, box: Locator, label: string): Promise<void> {
  await box.click();
  await box.fill(label);
  await page.locator('.ant-select-item-option:visible', { hasText: label }).first().click();
}

/** Fills one field as a person would, whatever its type. */
async function fillField(
  page: Page,
  office: Office,
  name: string,
  field: Field,
  value: unknown,
): Promise<void> {
  const box = control(page, name);
  switch (field.type) {
    case 'text':
    case 'long-text':
    case 'place':
    case 'time':
    case 'number':
      return box.fill(String(value));
    case 'money':
      return box.fill(String(Number(value) / 100));
    case 'day':
      await box.fill(String(value));
      return box.press('Enter');
    case 'one-of': {
      const label = field.options?.[String(value)] ?? String(value);
      const group = ownGroupOf(page, name).last();
      const radio = group.getByLabel(label, { exact: true });
      return (await radio.count()) > 0 ? radio.first().check() : choose(page, box, label);
    }
    case 'many-of': {
      const group = ownGroupOf(page, name).last();
      for (const code of value as string[])
        await group.getByLabel(field.options?.[code] ?? code, { exact: true }).check();
      return undefined;
    }
    case 'person':
      return box.fill('欧阳样人');
    case 'file':
      await box.setInputFiles({ name: '纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('会议纪要') });
      await page.getByText('纪要.txt').first().waitFor();
      return undefined;
    case 'link': {
      const target = REGISTER.kind(field.target ?? '');
      const id = await enter(office, target, Infinity, exampleFor(target, value));
      const { records } = await read<{ records: { id: string; title: string }[] }>(
        page,
        `/${office.org}/kinds/${target.code}/records?size=200`,
      );
      return choose(page, box, records.find((record) => record.id === id)?.title ?? '');
    }
    case 'list':
      return fillItems(page, name, field, value as readonly Record<string, unknown>[]);
  }
}

async function fillItems(
  page: Page,
  name: string,
  field: Field,
  items: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const group = groupOf(page, name).first();
  for (const [place, item] of items.entries()) {
    if (place > 0) await group.getByRole('button', { name: '再加一项' }).click();
    const box = group.locator('.item').nth(place);
    for (const [key, value] of Object.entries(item)) {
      const each = field.items?.[key];
      if (!each) continue;
      if (each.type === 'one-of') {
        const label = each.options?.[String(value)] ?? '';
        const radio = box.getByLabel(label, { exact: true });
        if ((await radio.count()) > 0) await radio.first().check();
        else await choose(page, box.getByLabel(each.label).first(), label);
      } else if (each.type === 'day') {
        await box.getByLabel(each.label).first().fill(String(value));
        await box.getByLabel(each.label).first().press('Enter');
      } else {
        // A short label may stand within another.
        const exact = box.getByLabel(each.label, { exact: true });
        const input = (await exact.count()) > 0 ? exact : box.getByLabel(each.label);
        await input.first().fill(String(value));
      }
    }
  }
}

/** An account that is opened is new; one that is given a post is there. */
function accountFor(kind: Kind): string {
  return kind.code === 'appointment' ? 'counsel' : 'account-of-a-form';
}

/** Fills what a step asks for with the values of the kind's own example, through the form. */
export async function fillAct(page: Page, office: Office, kind: Kind, act: Act): Promise<void> {
  const step = kind.steps[act.step]!;
  // Of what may be given, all that its example has and that is typed or chosen in the form itself.
  const more = (step.may ?? []).filter(
    (name) =>
      act.values[name] !== undefined &&
      // Where a step checks what belongs together, also the records that it names.
      (SIMPLE.has(kind.fields[name]!.type) || (step.checks && kind.fields[name]!.type === 'link')),
  );
  for (const name of [...(step.asks ?? []), ...(step.sameDay ?? []), ...more]) {
    const field = kind.fields[name]!;
    const value = name === 'account' ? accountFor(kind) : act.values[name];
    if (name === step.day || (value === undefined && !isPersonal(field))) continue;
    await fillField(page, office, name, field, value);
  }
  if (step.day !== undefined) await fillField(page, office, step.day, kind.fields[step.day]!, act.on);
  else {
    const on = page.locator('form.form [id$=":on"]');
    await on.fill(act.on);
    await on.press('Enter');
  }
  if (kind.village === 'required' && step.from === 'start') {
    const village = page.locator('form.form [id$="-:village"]').first();
    const radio = page.getByLabel(VILLAGES[0]!, { exact: true });
    if ((await radio.count()) > 0) await radio.first().check();
    else await choose(page, village, VILLAGES[0]!);
  }
}
