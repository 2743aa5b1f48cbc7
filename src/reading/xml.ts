import { SaxesParser } from 'saxes';

/** An element as it opens; names keep their prefix. */
export interface Opening {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Offsets of the tag in the source. */
  readonly start: number;
  readonly end: number;
}

export interface XmlVisitor {
  open?(opening: Opening): void;
  close?(name: string, end: number): void;
  text?(text: string): void;
}

/** Word's own files stay below thirty; the parser's time grows with depth. */
const DEEPEST = 300;

/** What is no well-formed XML, declares a document type (no Office file may), or is nested beyond reason. */
export class BadXml extends Error {}

/** Walks an XML text once, front to back. No entity is ever declared, so none can grow. */
export function walkXml(source: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  parser.on('error', (error) => {
    throw new BadXml(error.message);
  });
  parser.on('doctype', () => {
    throw new BadXml('document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new BadXml('too deep');
    const end = parser.position;
    visitor.open?.({ name, attributes, start: source.lastIndexOf('<', end - 1), end });
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    visitor.close?.(name, parser.position);
  });
  if (visitor.text) parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.write(source).close();
}
