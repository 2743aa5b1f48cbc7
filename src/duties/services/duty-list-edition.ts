import { defineKind } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { editionSteps, LIST_EDITION } from './list-edition.ts';

/** A published edition (版本) of the three duty lists (履职事项清单); its items are those listed on its day. */
export const dutyListEdition = defineKind({
  code: 'duty-list-edition',
  label: '履职事项清单版本',
  version: 1,
  ...LIST_EDITION,
  steps: editionSteps(cite('LZQ', '*'), [cite('LZQ', '*'), cite('GK', '26')]),
  examples: [
    [
      {
        step: 'draft',
        on: '2024-06-03',
        values: { name: '履职事项清单（2024版）', effectiveOn: '2024-06-10' },
      },
      { step: 'publish', on: '2024-06-12', values: { publishedOn: '2024-06-12', address: '乡政务公开栏' } },
    ],
  ],
});
