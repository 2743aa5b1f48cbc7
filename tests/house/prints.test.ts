import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/duties/index.ts';
import { compare, fingerprint, readKinds } from '../../scripts/prints.mjs';

const file = path.join(import.meta.dirname, '../../src/duties/fingerprints.json');
const held = JSON.parse(readFileSync(file, 'utf8')) as Record<
  string,
  { print: string; released: string | null }
>;
const kinds = readKinds();
const sample = kinds.find(({ key }) => key === 'gathering@1')!;

describe('fingerprints of the kinds', () => {
  it('are up to date and complete', async () => {
    expect(kinds.map(({ key }) => key).toSorted()).toEqual(
      KINDS.map((k) => `${k.code}@${k.version}`).toSorted(),
    );
    expect(await compare(held, kinds)).toEqual({ next: held, complaints: [] });
  });

  it('do not change with comments, layout and examples', async () => {
    const before = await fingerprint(sample.source);
    const after = sample.source
      .replace('/** Forums', '/** All the forums')
      .replace("title: '三月干部职工大会'", "title: '四月干部职工大会'");
    expect(after).not.toBe(sample.source);
    expect(await fingerprint(after)).toBe(before);
  });

  it.each([
    ['a limit', 'max: 100_000', 'max: 5'],
    ['a helper’s condition', 'subjects.includes(item.subject)', '!subjects.includes(item.subject)'],
    ['a definition', '一次会议只计一次', '一次会议计两次'],
    ['a citation', "cite('PF', '36')", "cite('PF', '37')"],
  ])('change with %s', async (_case, from, to) => {
    expect(sample.source).toContain(from);
    expect(await fingerprint(sample.source.replace(from, to))).not.toBe(await fingerprint(sample.source));
  });

  it('of a released version are frozen: a change or a loss is a complaint', async () => {
    const released = { ...held, [sample.key]: { print: held[sample.key]!.print, released: '0.1.0' } };
    const changed = { ...sample, source: sample.source.replace('max: 100_000', 'max: 5') };
    expect((await compare(released, [changed])).complaints[0]).toContain('raise its version');
    expect((await compare(released, [])).complaints[0]).toContain('is gone');
    expect((await compare(released, kinds)).complaints).toEqual([]);
  });
});
