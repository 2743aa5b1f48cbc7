import { expect, it } from 'vitest';
import { draftReport } from '../../src/report/draft.ts';
import { someInput } from '../../src/report/draft.fixture.ts';
import { toHtml } from '../../src/report/index.ts';
import { plainText } from '../../src/report/text.ts';
import { htmlText } from '../../src/reading/html.ts';

function words(text: string): string {
  return text.replace(/\s+/g, '');
}

it('reads of our own page the text of the report, not its definitions and not the mark of a demo', () => {
  const draft = draftReport(someInput());
  expect(words(htmlText(toHtml(draft), '报告.html'))).toBe(words(plainText(draft)));
});
