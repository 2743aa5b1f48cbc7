/** Names that were pasted from a group, a sheet or a message: each once, in their order. */
export function namesIn(pasted: string): readonly string[] {
  const parts = pasted
    .split(/[\s、，,;；/|]+/)
    .map((part) => part.replace(/^[\d.．)）]+/, '').trim())
    .filter((part) => part !== '');
  return [...new Set(parts)];
}
