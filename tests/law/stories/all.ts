import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Stories } from '../story.ts';

const FILES = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && name !== 'all.ts')
  .toSorted();

/** Every file of stories, by its path in the project. */
export const ALL_STORIES: readonly (Stories & { readonly file: string })[] = await Promise.all(
  FILES.map(async (name) => {
    const { stories } = (await import(path.join(import.meta.dirname, name))) as { stories: Stories };
    return { ...stories, file: `tests/law/stories/${name}` };
  }),
);
