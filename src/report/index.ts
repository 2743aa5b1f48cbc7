/** The report room: outline, dated phrases, sentences that carry figures, the draft and its formats. */
export { DEMO_MARK, draftReport, type DraftInput, type Plan, type Shortcoming } from './draft.ts';
export { refuseExisting, writeWhole } from './file.ts';
export { FORMATS, formatOfName, isFormat, writeReport, type Format } from './formats.ts';
export {
  definitionAnchor,
  definitionsTable,
  escapeHtml,
  evidenceText,
  reportFragment,
  toHtml,
  type FragmentOptions,
} from './html.ts';
export { lintChapter, lintSentences, type Printable } from './lint.ts';
export { loadDraft } from './load.ts';
export type { Draft, FigureRun, Paragraph, Part, Run, Section, UnprovenRun } from './model.ts';
export { outlineOn } from './outline.ts';
export { findPhrase, PHRASES } from './phrases.ts';
export { plainText } from './text.ts';
