import { describe, expect, it } from 'vitest';
import type { FigureValue } from '../figures/value.ts';
import type { StatutoryDuty } from '../figures/statutory.ts';
import type { DueItem } from '../records/due.ts';
import { REGISTER } from '../duties/index.ts';
import { offersFrom, type OfferInput } from './offers.ts';
import { lintText } from './lint.ts';

function figure(code: string, value: number, more: Partial<FigureValue> = {}): FigureValue {
  const { figure: declared } = REGISTER.figure(code);
  return {
    code,
    name: declared.label,
    value,
    unit: declared.unit,
    measure: declared.measure,
    ...more,
  } as FigureValue;
}

const NOTHING: OfferInput = {
  figures: [],
  before: [],
  staffing: [],
  overdue: [],
  duties: [],
  kindLabel: (code) => REGISTER.kind(code).label,
};

const codes = (input: Partial<OfferInput>): string[] =>
  offersFrom({ ...NOTHING, ...input }).map(({ code }) => code);

describe('what the data suggests as shortcomings', () => {
  it('is nothing where there is nothing', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ figures: [figure('judicial-office.staff', 2)] })).toEqual([]);
  });

  it('is one person in the judicial office, with its number as a figure', () => {
    const staffing = [{ office: 'judicial-office', label: '司法所', posts: 2, inPost: 1, vacant: 1 }];
    const offers = offersFrom({ ...NOTHING, figures: [figure('judicial-office.staff', 1)], staffing });
    expect(offers.map(({ code }) => code)).toEqual(['one-in-judicial-office', 'vacancies']);
    expect(offers[0]!.problem).toContain('{judicial-office.staff}');
    expect(offers[0]!.cause).toBe('编制没有配齐');
    expect(offers[1]!.because).toBe('司法所空缺1名');
  });

  it('says nothing of vacancies where nobody has entered what was granted', () => {
    const staffing = [{ office: 'economy', label: '经济发展办公室', posts: null, inPost: 3, vacant: null }];
    expect(codes({ staffing })).toEqual([]);
  });

  it('is work that is overdue, by its kinds', () => {
    const overdue = [{ kind: 'upper-task', record: 'a', title: '报表', name: '办结' }] as DueItem[];
    const [offer] = offersFrom({ ...NOTHING, overdue });
    expect(offer).toMatchObject({ code: 'overdue', sources: [{ kind: 'upper-task', record: 'a' }] });
    expect(offer!.problem).toContain('上级任务');
  });

  it('is what was done last year and not this year; what never was is none', () => {
    const before = [figure('study.lectures', 2), figure('constitution-oaths', 0)];
    const figures = [figure('study.lectures', 0), figure('constitution-oaths', 0)];
    const [offer, ...rest] = offersFrom({ ...NOTHING, figures, before });
    expect(rest).toEqual([]);
    expect(offer).toMatchObject({ code: 'empty', sources: [{ figure: 'study.lectures' }] });
  });

  it('is a rate below a hundred, none without anything to rate', () => {
    const low = figure('upper-tasks.on-time-rate', 80, { numerator: 4, denominator: 5 });
    expect(codes({ figures: [low] })).toEqual(['upper-tasks.on-time-rate']);
    expect(codes({ figures: [{ ...low, value: null }] })).toEqual([]);
    expect(codes({ figures: [{ ...low, value: 100 }] })).toEqual([]);
  });

  it('is a duty of the year that is late, but never one that is only a model or the locality’s', () => {
    const late = { name: '报告', standing: 'late', doneLate: false, records: [] } as unknown as StatutoryDuty;
    expect(codes({ duties: [{ ...late, reference: false, configured: false }] })).toEqual(['yearly-duties']);
    expect(codes({ duties: [{ ...late, reference: true, configured: false }] })).toEqual([]);
    expect(codes({ duties: [{ ...late, reference: false, configured: true }] })).toEqual([]);
  });

  it('holds no number that nothing proves', () => {
    const offers = offersFrom({
      ...NOTHING,
      figures: [
        figure('judicial-office.staff', 1),
        figure('study.lectures', 0),
        figure('tasks.on-time-rate', 50, { numerator: 1, denominator: 2 }),
      ],
      before: [figure('study.lectures', 3)],
      staffing: [{ office: 'enforcement', label: '综合行政执法队', posts: 7, inPost: 6, vacant: 1 }],
    });
    expect(offers).toHaveLength(4);
    for (const { problem, cause } of offers) {
      expect(lintText(problem), problem).toEqual([]);
      expect(lintText(cause), cause).toEqual([]);
      expect([...problem].length).toBeLessThanOrEqual(200);
    }
  });
});
