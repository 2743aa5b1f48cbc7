import { expect, it } from 'vitest';
import { AREAS, KINDS } from '../../src/duties/index.ts';
import type { Kind, Measure } from '../../src/kernel/index.ts';

const MEASURES: Readonly<Record<Measure, string>> = {
  flow: '期间数',
  stock: '时点数',
  distinct: '去重数',
  ratio: '比率',
};

function kindText(kind: Kind): string {
  const named = (names: Readonly<Record<string, string>>): string =>
    Object.entries(names)
      .map(([code, label]) => `${label} \`${code}\``)
      .join('，');
  const steps = Object.fromEntries(Object.entries(kind.steps).map(([code, { label }]) => [code, label]));
  const papers = Object.values(kind.steps).flatMap((step) =>
    Object.values(step.papers ?? {}).map(({ label, series }) => (series ? `${label}（${series}字）` : label)),
  );
  const figures = Object.entries(kind.figures ?? {}).map(
    ([code, figure]) =>
      `  - \`${code}\` ${figure.label}（${MEASURES[figure.measure]}，${figure.unit}）：${figure.definition}`,
  );
  return [
    `### ${kind.label} \`${kind.code}\``,
    '',
    `- 环节：${named(steps)}`,
    `- 状态：${named(kind.states)}`,
    ...(papers.length === 0 ? [] : [`- 文书：${[...new Set(papers)].join('，')}`]),
    ...(figures.length === 0 ? [] : ['- 指标：', ...figures]),
    '',
  ].join('\n');
}

it('docs/kinds.md is printed from the declarations (npm run law)', async () => {
  const rooms = Object.entries(AREAS).map(([room, label]) =>
    [`## ${label} \`${room}\``, '', ...KINDS.filter((kind) => kind.room === room).map(kindText)].join('\n'),
  );
  const text = [
    '# 事项种类、环节、状态、文书和指标',
    '',
    '本文由程序生成（`npm run law`），不手改。每一种事项写在`src/duties/<room>/<code>.ts`。',
    '',
    ...rooms,
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../docs/kinds.md');
});
