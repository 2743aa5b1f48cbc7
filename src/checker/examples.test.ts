import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from './index.ts';

/** The annotated material lies beside the repository on some machines; the tests above stand without it. */
const shared = new URL('../../../shared/', import.meta.url);
const passages = new URL('checker-examples.json', shared);
const seed = new URL('seed/', shared);
const seedFile = (ending: string): URL =>
  new URL(
    (existsSync(seed) ? readdirSync(seed).find((name) => name.endsWith(ending)) : undefined) ?? 'none',
    seed,
  );
const report = seedFile('-report.txt');
const expected = seedFile('-figures.json');

interface Place {
  readonly start: number;
  readonly end: number;
}
interface Passage {
  readonly id: string;
  readonly text: string;
  readonly figures: readonly (Place &
    Readonly<Record<'value' | 'low' | 'high', number | null>> & {
      readonly unit: string;
      readonly approx: string | null;
    })[];
  readonly issues: readonly { readonly type: string; readonly spans: readonly Place[] }[];
  readonly optional: readonly Place[];
}
interface ReportFigure extends Place {
  readonly text: string;
  readonly value: number;
  readonly unit: string;
}

const meets = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

describe.skipIf(!existsSync(passages))('annotated passages', () => {
  const list = existsSync(passages) ? (JSON.parse(readFileSync(passages, 'utf8')) as Passage[]) : [];
  it.each(list)('$id', ({ text, figures, issues, optional }) => {
    const result = check(text);
    const read = result.figures.filter((figure) => !optional.some((place) => meets(place, figure)));
    const facts = ({ start, end, value, low, high, unit, approx }: Passage['figures'][number]) => ({
      start,
      end,
      value,
      low,
      high,
      unit,
      approx,
    });
    expect(read.map(facts)).toEqual(figures.map(facts));
    expect(result.findings.map((finding) => finding.type).toSorted()).toEqual(
      issues.map((issue) => issue.type).toSorted(),
    );
    for (const issue of issues) {
      const same = result.findings.filter((finding) => finding.type === issue.type);
      expect(
        same.some((finding) => finding.spans.some((span) => issue.spans.some((place) => meets(span, place)))),
      ).toBe(true);
    }
  });
});

describe.skipIf(!existsSync(report))('the published report', () => {
  const text = existsSync(report) ? readFileSync(report, 'utf8') : '';

  it('has one certain mistake and no likely one', () => {
    const { findings } = check(text);
    expect(findings.filter((finding) => finding.grade === 'likely')).toEqual([]);
    const [certain, ...others] = findings.filter((finding) => finding.grade === 'certain');
    expect(others).toEqual([]);
    expect(certain?.type).toBe('sum-mismatch');
    expect(certain?.message).toContain('=82项');
    expect(certain?.spans[0]?.text).toBe('80项');
  });

  it('gives every written number of the figures file', () => {
    const wanted = (JSON.parse(readFileSync(expected, 'utf8')) as ReportFigure[]).filter(
      ({ text: written }) => /\d/.test(written),
    );
    expect(wanted.length).toBeGreaterThan(50);
    const { figures } = check(text);
    for (const { start, end, text: written, value, unit } of wanted) {
      expect(figures.find((figure) => figure.start === start)).toMatchObject({
        start,
        end,
        text: written,
        value,
        unit,
      });
    }
  });
});
