import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Parts that a test adds or replaces, by path. */
export type Extra = Readonly<Record<string, string>>;

function relations(...targets: readonly (readonly [kind: string, target: string])[]): string {
  const list = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

/** The smallest Word document around the content of a body, as an office program writes it. */
export function wordFile(body: string, extra: Extra = {}): Uint8Array {
  const more = Object.keys(extra)
    .map((path) => /^word\/(footnotes|endnotes|comments)\.xml$/.exec(path)?.[1])
    .filter((kind) => kind !== undefined);
  const overrides = [['document', 'document.main'], ...more.map((kind) => [kind, kind])].map(
    ([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${type}+xml"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(...more.map((kind) => [kind, `${kind}.xml`] as const)),
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

export const p = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const notes = (kind: 'footnotes' | 'endnotes', ...texts: string[]): string =>
  `<w:${kind} xmlns:w="${W}">${texts.map((text, index) => `<w:${kind.slice(0, -1)} w:id="${index + 1}">${p(r(text))}</w:${kind.slice(0, -1)}>`).join('')}</w:${kind}>`;
