import type { Vocabulary } from '../reading/word.ts';

export interface Comment {
  readonly id: number;
  readonly text: string;
}

const AUTHOR = '核一核';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Characters that XML takes, with its own signs as entities. */
export function escapeXml(text: string): string {
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What XML does not take becomes a blank, one unit for one. */
export function allowed(text: string): string {
  return text.replace(
    /[^\t\n\u0020-\ud7ff\ue000-\ufffd\ud800-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    ' ',
  );
}

/** The part that holds the comments; those that a person wrote stay in front. */
export function commentsPart(
  existing: string | undefined,
  comments: readonly Comment[],
  vocabulary: Vocabulary,
  at: Date,
): string {
  const root = /<(?:([\w.-]+):)?comments\b/.exec(existing ?? '');
  const { prefix } = vocabulary;
  const w = root === null ? prefix : root[1] === undefined ? '' : `${root[1]}:`;
  const when = `${at.toISOString().slice(0, 19)}Z`;
  const written = comments.map(
    ({ id, text }) =>
      `<${w}comment ${attribute('id')}="${id}" ${attribute('author')}="${AUTHOR}" ${attribute('date')}="${when}" ${attribute('initials')}="核"><${w}p><${w}r><${w}t xml:space="preserve">${escapeXml(text)}</${w}t></${w}r></${w}p></${w}comment>`,
  );
  const end = existing?.lastIndexOf(`</${w}comments>`) ?? -1;
  if (existing !== undefined && end >= 0)
    return existing.slice(0, end) + written.join('') + existing.slice(end);
  const space = w === '' ? 'xmlns' : `xmlns:${w.slice(0, -1)}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${w}comments ${space}="${vocabulary.space}">${written.join('')}</${w}comments>`;

  function attribute(name: string): string {
    return `${w}${name}`;
  }
}

/** The relations of the body with one more, to its comments. */
export function relationTo(existing: string | undefined, target: string, { space }: Vocabulary): string {
  const kind = space.startsWith('http://purl.oclc.org/') ? STRICT : TRANSITIONAL;
  const relation = `<Relationship Id="faduComments" Type="${kind}/comments" Target="/${target}"/>`;
  return (
    inside(existing, 'Relationships', relation) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`
  );
}

/** The list of the parts' types with that of the comments. */
export function contentTypes(existing: string | undefined, target: string): string {
  if (existing?.includes(`PartName="/${target}"`) === true) return existing;
  const type = `<Override PartName="/${target}" ContentType="${WORD_TYPE}.comments+xml"/>`;
  return inside(existing, 'Types', type) ?? existing ?? '';
}

/** Puts an element at the end of the root, whatever prefix it has or whether it is empty. */
function inside(existing: string | undefined, root: string, element: string): string | undefined {
  if (existing === undefined) return undefined;
  const end = existing.lastIndexOf(`</${root}>`);
  if (end >= 0) return existing.slice(0, end) + element + existing.slice(end);
  const empty = new RegExp(`<${root}\\b([^<>]*)/>`);
  return empty.test(existing) ? existing.replace(empty, `<${root}$1>${element}</${root}>`) : undefined;
}
