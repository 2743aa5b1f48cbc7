import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/checker/index.ts';

interface Probe {
  readonly text: string;
  readonly figures: readonly string[];
  /** Where reading a figure is neither asked for nor wrong. */
  readonly optional: readonly (readonly [start: number, end: number])[];
  readonly findings: readonly string[];
}

/** [3件] is a figure, {每季度1次} may be one; \n is a new line. */
function parse(line: string): Probe {
  const [marked = '', types = ''] = line.split('||');
  const figures: string[] = [];
  const optional: [number, number][] = [];
  let text = '';
  let start = 0;
  for (const char of marked.trim().replaceAll('\\n', '\n')) {
    if (char === '[' || char === '{') start = text.length;
    else if (char === ']') figures.push(text.slice(start));
    else if (char === '}') optional.push([start, text.length]);
    else text += char;
  }
  return {
    text,
    figures,
    optional,
    findings: types
      .split(',')
      .map((type) => type.trim())
      .filter(Boolean)
      .toSorted(),
  };
}

const probes = readFileSync(path.join(import.meta.dirname, 'probes.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(parse);

describe('a passage made to probe one thing', () => {
  it.each(probes)('$text', ({ text, figures, optional, findings }) => {
    const result = check(text);
    const read = result.figures.filter(({ start, end }) => !optional.some(([a, b]) => start < b && a < end));
    expect(read.map((figure) => figure.text)).toEqual(figures);
    const firm = result.findings.filter(({ grade }) => grade !== 'confirm');
    expect(firm.map(({ type }) => type).toSorted()).toEqual(findings);
  });
});
