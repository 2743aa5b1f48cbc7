import { describe, expect, it } from 'vitest';
import { countedIn, type CountedIn } from '../../figures/counted-in.ts';
import { day } from '../../kernel/index.ts';
import { REGISTER } from '../index.ts';

const ACTIVITY = REGISTER.kind('publicity-activity');

function counted(values: Readonly<Record<string, unknown>>): CountedIn[] {
  const on = day('2026-05-12');
  const stored = { id: 'a', state: 'held', village: null, occurredOn: on, values: { heldOn: on, ...values } };
  return countedIn(REGISTER, ACTIVITY, { ...stored, drill: false, sealed: false, voided: false });
}

function options(field: string): string[] {
  return Object.keys(ACTIVITY.fields[field]!.options!);
}

describe('宣传活动的口径', () => {
  it('一次活动只计入一个主要口径，别的数都由声明的关系带出来', () => {
    const mains = new Set([
      'legal-publicity.activities',
      'safety-publicity.activities',
      'dispute-publicity.activities',
      'enforcement-publicity',
    ]);
    const topics = [[], ['civil-code'], ['drugs', 'fraud'], options('topics')];
    for (const purpose of options('purpose'))
      for (const venue of options('venue'))
        for (const theme of options('theme'))
          for (const each of topics) {
            const figures = counted({ purpose, venue, theme, topics: each, people: 30, leaflets: 60 });
            const what = `${purpose} ${venue} ${theme} ${each.join()}`;
            expect(figures.filter(({ code }) => mains.has(code)).length, what).toBe(1);
            const wrong = figures.flatMap(({ code, also }) =>
              also
                .filter(({ is }) => is === 'unsaid' || is === 'disjoint')
                .map((other) => [code, other.code]),
            );
            expect(wrong, what).toEqual([]);
          }
  });

  it('民法典进学校一场，既是法治宣传，又是进校园、民法典宣传：写明包含和交叉', () => {
    const figures = counted({ purpose: 'law', venue: 'school', topics: ['civil-code'] });
    const campus = figures.find(({ code }) => code === 'campus-law-activities')!;
    expect(campus.amount).toBe(1);
    expect(campus.also.map(({ code, is }) => [code, is])).toEqual([
      ['legal-publicity.activities', 'part-of'],
      ['civil-code.publicity', 'overlaps'],
    ]);
    const whole = figures.find(({ code }) => code === 'legal-publicity.activities')!;
    expect(whole.also.find(({ code }) => code === 'campus-law-activities')?.is).toBe('whole-of');
  });

  it('人次、份数和场次不是一回事，不算重复', () => {
    const figures = counted({ purpose: 'law', venue: 'market', people: 30, leaflets: 60 });
    const people = figures.find(({ code }) => code === 'legal-publicity.people')!;
    expect(people).toMatchObject({ amount: 30, unit: '人次', also: [] });
  });

  it('登记一次活动只需要六栏以内', () => {
    const { asks = [], day: on } = ACTIVITY.steps['hold']!;
    expect([...asks, on].length).toBeLessThanOrEqual(6);
  });
});
