import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(root, 'docs/security.md'), 'utf8');

/** Every requirement of levels 1 and 2 in OWASP ASVS 5.0.0, by section: 253 of them. */
const SECTIONS =
  '1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2 4.1:1-3 4.2:1 4.3:1-2 4.4:1-4 5.1:1 5.2:1-3 5.3:1-2 5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 8.2:1-3 8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1-2 10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1 12.1:1-3 12.2:1-2 12.3:1-4 13.1:1 13.2:1-5 13.3:1-2 13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 15.3:1-7 16.1:1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2';

const numbers = SECTIONS.split(' ').flatMap((section) => {
  const [name = '', ranges = ''] = section.split(':');
  return ranges.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return Array.from({ length: last! - first! + 1 }, (_, i) => `${name}.${first! + i}`);
  });
});

interface Row {
  readonly id: string;
  readonly verdict: string;
  readonly because: string;
}

const rows: Row[] = [
  ...text.matchAll(/^\| ([^|]+?) +\| (?:1|2|二|三) +\| [^|]+? +\| (符合|部分|未做|不适用) +\| (.*?) +\|$/gm),
].map(([, id = '', verdict = '', because = '']) => ({ id, verdict, because }));

const filesOf = ({ because }: Pick<Row, 'because'>): string[] =>
  [...because.matchAll(/`([^`]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => /[/.]/.test(name) && !name.endsWith('/'));

describe('docs/security.md', () => {
  it('answers every requirement once', () => {
    expect(numbers).toHaveLength(253);
    expect(rows.map(({ id }) => id).filter((id) => /^\d/.test(id))).toEqual(numbers);
    expect(rows.length).toBeGreaterThan(253 + 25);
    expect(text.match(/^\|[^|]*\| (?:1|2|二|三) +\|/gm)).toHaveLength(rows.length);
  });

  it('names files that are there, and one at least for whatever it calls met', () => {
    for (const row of rows) {
      const files = filesOf(row);
      for (const file of files) expect(existsSync(path.join(root, file)), `${row.id}: ${file}`).toBe(true);
      if (row.verdict === '符合') expect(files.length, row.id).toBeGreaterThan(0);
      // What is not met, or does not apply, says why in words.
      else expect(row.because.replace(/`[^`]*`/g, '').length, row.id).toBeGreaterThan(3);
    }
  });

  it('counts right', () => {
    const count = (of: Row[]) =>
      ['符合', '部分', '未做', '不适用'].map((verdict) => of.filter((row) => row.verdict === verdict).length);
    const stated = (name: string) =>
      new RegExp(`^\\| ${name} *\\|(.*)\\|$`, 'm').exec(text)?.[1]?.split('|').map(Number);
    expect(stated('ASVS 5.0一级、二级')).toEqual(count(rows.filter(({ id }) => /^\d/.test(id))));
    expect(stated('等级保护')).toEqual(count(rows.filter(({ id }) => !/^\d/.test(id))));
  });
});
