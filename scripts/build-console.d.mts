import type { build } from 'esbuild';

/** Builds the staff console into a folder; `dist/console` without it. */
export function buildConsole(esbuild: typeof build, folder?: string): Promise<void>;
