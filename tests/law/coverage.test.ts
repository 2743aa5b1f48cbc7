import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverage, coverageText, type Covered } from './coverage.ts';
import { HELD_ELSEWHERE, NOT_CODED } from './not-in-kinds.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const all = coverage();

/** Whoever governs, manages or punishes by it is the township itself, or takes it as a model. */
function concernsTownship({ grade, binding }: Covered): boolean {
  return grade === 'A' && binding.some((one) => ['直', '赋', '托', '参'].includes(one));
}

describe('法律规则对照表', () => {
  it('约束乡镇、原文确定的每一条，或者已编，或者写明为什么不编', () => {
    const open = all.filter(
      (one) => concernsTownship(one) && one.places.length === 0 && !one.elsewhere && one.reason === undefined,
    );
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('已编的每一条都有写着它编号的测试', () => {
    const coded = all.filter(({ places, elsewhere }) => places.length > 0 || elsewhere);
    expect(coded.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
    for (const [id, { test }] of Object.entries(HELD_ELSEWHERE)) {
      expect(readFileSync(path.join(ROOT, test), 'utf8'), `${test}里没有${id}`).toContain(id);
    }
  });

  it('写明不编的，确实没有编，也确实有这一条', () => {
    const known = new Map(all.map((one) => [one.id, one]));
    expect(Object.keys(NOT_CODED).filter((id) => known.get(id)?.places.length !== 0)).toEqual([]);
    expect(Object.keys(HELD_ELSEWHERE).filter((id) => !known.has(id))).toEqual([]);
  });

  it('docs/law-coverage.md与程序一致（npm run law）', async () => {
    await expect(coverageText()).toMatchFileSnapshot('../../docs/law-coverage.md');
  });
});
