import { expect, it } from 'vitest';
import { contributionsOf, type Day } from '../../kernel/index.ts';
import { documentCleanup } from './document-cleanup.ts';
import { normativeDocument } from './normative-document.ts';

const stored = { village: null, drill: false, sealed: false, voided: false };

function cleaned(on: string): number {
  const values = { cleanedOn: on, documents: [{ title: '集镇摊位管理办法', result: 'kept' }] };
  const matter = { ...stored, id: on, state: 'cleaned', occurredOn: on as Day, values };
  const found = contributionsOf(documentCleanup, matter).filter(
    ({ figure, starts }) => figure === 'normative-documents.cleaned' && starts === on,
  );
  return found.reduce((sum, { amount }) => sum + amount, 0);
}

it('a document that is cleaned up again counts in each year, and the later year takes nothing from the earlier', () => {
  expect([cleaned('2024-11-11'), cleaned('2026-11-09')]).toEqual([1, 1]);
  const values = { issuedOn: '2022-05-09', cleanedOn: '2026-11-09', cleanup: 'kept' };
  const document = { ...stored, id: 'd', state: 'published', occurredOn: '2022-05-09' as Day, values };
  expect(contributionsOf(normativeDocument, document).map(({ figure }) => figure)).not.toContain(
    'normative-documents.cleaned',
  );
});
