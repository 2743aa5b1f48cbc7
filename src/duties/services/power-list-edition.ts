import { defineKind } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { editionSteps, LIST_EDITION } from './list-edition.ts';

/** A published edition (版本) of the list of powers and duties; its items are those listed on its day. */
export const powerListEdition = defineKind({
  code: 'power-list-edition',
  label: '权责清单版本',
  version: 1,
  ...LIST_EDITION,
  steps: editionSteps(cite('GK', '20(2)'), cite('GK', '26')),
  examples: [
    [
      {
        step: 'draft',
        on: '2024-01-10',
        values: { name: '权力清单和责任清单目录(2024版)', effectiveOn: '2024-01-15' },
      },
      { step: 'publish', on: '2024-01-20', values: { publishedOn: '2024-01-20', address: '乡政务公开栏' } },
    ],
  ],
});
