import { readFileSync } from 'node:fs';

/** As package.json has it. */
export function version(): string {
  // One folder above `dist`, two above `src/cli`.
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const found: unknown = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
      if (typeof found === 'object' && found !== null && 'version' in found) return String(found.version);
    } catch {
      // Look in the next place.
    }
  }
  return '0';
}
