import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../checker/index.ts';
import { AREAS, REGISTER } from '../duties/index.ts';
import { day } from '../kernel/index.ts';
import { figureValue, type FigureValue } from '../figures/value.ts';
import { bindFigures, type Binding } from './bind.ts';

const SPAN = { from: day('2024-01-01'), to: day('2024-12-31') };

/** A ledger in which every figure of the register has a value of its own, unless one is given. */
function ledger(values: Readonly<Record<string, number>>): FigureValue[] {
  return REGISTER.figures.map((declared, index) => ({
    ...figureValue(REGISTER, declared, SPAN, { sums: [], keys: [] }),
    value: values[declared.code] ?? 1000 + index,
  }));
}

function bind(text: string, values: Readonly<Record<string, number>>): Record<string, Binding> {
  const figures = readFigures(text);
  const bindings = bindFigures(text, figures, ledger(values), AREAS);
  return Object.fromEntries(figures.map((figure, index) => [figure.text, bindings[index]!]));
}

describe('a number of a text', () => {
  it('agrees with the figure that it states', () => {
    expect(
      bind('全乡建立人民调解委员会14个，其中村级人民调解委员会13个。', {
        'mediation-committees.total': 14,
        'mediation-committees.village': 13,
      }),
    ).toMatchObject({
      '14个': { code: 'mediation-committees.total', status: 'agree', ledgerValue: 14 },
      '13个': { code: 'mediation-committees.village', status: 'agree', ledgerValue: 13 },
    });
  });

  it('agrees within what its wording allows', () => {
    const values = { 'safety-training.sessions': 5, 'safety-training.people': 312 };
    expect(bind('举办安全生产培训5场次，安全生产培训人员310余人次。', values)).toMatchObject({
      '310余人次': { code: 'safety-training.people', status: 'agree', ledgerValue: 312 },
    });
  });

  it('differs where the ledger says otherwise', () => {
    expect(bind('开展消防及安全应急演练9次。', { 'emergency-drills': 4 })).toMatchObject({
      '9次': { code: 'emergency-drills', status: 'differ', ledgerValue: 4 },
    });
  });

  it('is left unproven where no figure is like it, or the unit is another', () => {
    expect(bind('修建产业路12公里，栽种刺梨300亩，开展消防及安全应急演练投入30元。', {})).toEqual({
      '12公里': { status: '未佐证' },
      '300亩': { status: '未佐证' },
      '30元': { status: '未佐证' },
    });
  });
});

describe('a number that is only a little like a figure', () => {
  it('names it as a candidate to be confirmed and contradicts nothing', () => {
    const binding = bind('全年查处行政处罚案件共7起。', { 'penalty-cases': 4 })['7起'];
    expect(binding?.status).toBe('未佐证');
    expect(binding?.code).toBeUndefined();
    const [first] = binding?.candidates ?? [];
    expect(first).toMatchObject({ code: 'penalty-cases', ledgerValue: 4 });
    expect(first?.confidence).toBeLessThan(0.9);
  });

  it('has a confidence between nothing and certainty where it is bound', () => {
    const { confidence } = bind('开展消防及安全应急演练9次。', { 'emergency-drills': 9 })['9次']!;
    expect(confidence).toBeGreaterThan(0.7);
    expect(confidence).toBeLessThan(1);
  });
});

const seed = path.join(import.meta.dirname, '../../../shared/seed');
const report = path.join(seed, 'tieshi-2024-report.txt');

interface Expected {
  readonly id: string;
  readonly value: number;
  readonly start: number;
  readonly expectedInDemo?: number;
}

it.runIf(existsSync(report))(
  'a published report is bound without a wrong code, and its false total differs',
  () => {
    const text = readFileSync(report, 'utf8');
    const expected = JSON.parse(
      readFileSync(path.join(seed, 'tieshi-2024-figures.json'), 'utf8'),
    ) as Expected[];
    const values = Object.fromEntries(
      expected.map(({ id, value, expectedInDemo }) => [id, expectedInDemo ?? value]),
    );
    const figures = readFigures(text);
    const bindings = bindFigures(text, figures, ledger(values), AREAS);
    const wrong = figures.flatMap((figure, index) => {
      const { code } = bindings[index]!;
      const ids = expected.filter(({ start }) => start === figure.start).map(({ id }) => id);
      return code !== undefined && ids.length > 0 && !ids.includes(code)
        ? [`${figure.noun} ${figure.text} → ${code}`]
        : [];
    });
    expect(wrong).toEqual([]);
    expect(bindings.filter(({ status }) => status === 'agree').length).toBeGreaterThan(50);
    expect(bindings.filter(({ status }) => status === 'differ')).toMatchObject([
      { code: 'power-items.total', status: 'differ', ledgerValue: 82 },
    ]);
  },
);
