/** Text of a Markdown file without its signs, so that **80**项 is read as 80项. */
export function markdownText(source: string): string {
  return source
    .split(/\r?\n/)
    .filter((line) => !isRule(line))
    .map(lineText)
    .join('\n');
}

/** Fences, rulers, and the line of dashes below a table's head. */
function isRule(line: string): boolean {
  const bare = line.trim();
  return (
    /^(?:```|~~~)/.test(bare) ||
    /^(?:[-*_] ?){3,}$/.test(bare) ||
    /^\|?(?:\s?:?-+:?\s?\|)+(?:\s?:?-+:?\s?)?$/.test(bare)
  );
}

function lineText(line: string): string {
  const bare = line
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+(?=\S))/, '')
    .replace(/\s#+\s*$/, '')
    .replace(/!?\[([^\][]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/(?<!\\)(\*{1,3}|__|~~|`)/g, '')
    .replace(/\\([\\`*_{}[\]()#+.!|~>-])/g, '$1');
  return /^\s*\|.*\|\s*$/.test(line)
    ? bare
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
        .join('\t')
    : bare;
}
