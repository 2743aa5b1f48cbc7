import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AREAS, REGISTER } from '../duties/index.ts';
import { ASK, declareFigures, type Declared } from './declare.ts';
import { namedFigures } from './match.ts';

const NAMED = namedFigures(REGISTER);

function declare(text: string): Record<string, Declared> {
  return Object.fromEntries(declareFigures(text, NAMED, AREAS).map((each) => [each.code, each]));
}

describe('a published report', () => {
  it('is taken in as declared figures, with place, interval and confidence', () => {
    const text = '全乡建立人民调解委员会14个，其中村级人民调解委员会13个。开展消防及安全应急演练近10次。';
    const declared = declare(text);
    expect(declared).toMatchObject({
      'mediation-committees.total': { value: 14, low: 14, high: 14, unit: '个' },
      'mediation-committees.village': { value: 13 },
      'emergency-drills': { value: 10, low: 9, high: 10, unit: '次', span: { text: '近10次' } },
    });
    for (const { span } of Object.values(declared)) expect(text.slice(span.start, span.end)).toBe(span.text);
  });

  it('declares nothing that no figure counts', () => {
    expect(declare('修建产业路12公里，栽种刺梨300亩。')).toEqual({});
  });

  it('is less sure where it says one figure twice and differently', () => {
    const once = declare('开展消防及安全应急演练9次。')['emergency-drills'];
    const twice = declare('开展消防及安全应急演练9次。年末统计，开展消防及安全应急演练7次。')[
      'emergency-drills'
    ];
    expect(twice?.confidence).toBeLessThan(once?.confidence ?? 0);
  });
});

const seed = path.join(import.meta.dirname, '../../../shared/seed');
const report = path.join(seed, 'tieshi-2024-report.txt');

interface Expected {
  readonly id: string;
  readonly start: number;
}

it.runIf(existsSync(report))('a whole published report is taken in without a wrong code', () => {
  const figures = path.join(seed, 'tieshi-2024-figures.json');
  const expected = JSON.parse(readFileSync(figures, 'utf8')) as Expected[];
  const declared = declareFigures(readFileSync(report, 'utf8'), NAMED, AREAS);
  const right = declared.filter(({ code, span }) =>
    expected.some(({ id, start }) => id === code && start === span.start),
  );
  expect(declared.filter((each) => !right.includes(each))).toEqual([]);
  expect(right.length).toBeGreaterThan(50);
  expect(right.filter(({ confidence }) => confidence >= ASK).length).toBeGreaterThan(45);
});
