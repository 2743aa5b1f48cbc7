import { expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { YEARLY_DUTIES } from '../../src/law/index.ts';

/** The law room can't see the kinds: here it is held against them. */
it.each(YEARLY_DUTIES.map((duty) => [duty.code, duty] as const))(
  '法定日历 %s 由真有的事项种类、栏目、环节看出',
  (_code, { shown, posts }) => {
    const kind = REGISTER.kind(shown.kind);
    const step = kind.steps[shown.step];
    expect(step?.from).toBe('start');
    expect(posts.some((post) => Object.values(kind.steps).some(({ by }) => by.includes(post)))).toBe(true);
    if ('figure' in shown) {
      expect(REGISTER.figure(shown.figure).kinds.map(({ code }) => code)).toContain(shown.kind);
      return;
    }
    const { done, year, where = {}, each, within, not = [] } = shown;
    if (within !== undefined) expect(kind.fields[within]?.type).toBe('day');
    for (const state of not) expect(Object.keys(kind.states)).toContain(state);
    expect(kind.fields[done]?.type).toBe('day');
    if (year !== undefined) expect(kind.fields[year]?.type).toBe('number');
    else expect(shown.between).toBeDefined();
    const choices = [...Object.entries(where), ...(each ? [[each.field, each.of] as const] : [])];
    for (const [field, codes] of choices)
      expect(codes.filter((code) => !Object.hasOwn(kind.fields[field]?.options ?? {}, code))).toEqual([]);
  },
);
