import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FindingType } from '../../src/checker/index.ts';

/** A place of a passage; offsets are UTF-16, `text.slice(start, end) === place.text`. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MarkedFigure extends Place {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly noun: string;
  readonly approx: string | null;
}

export interface Issue {
  readonly type: FindingType;
  readonly spans: readonly Place[];
  readonly explain: string;
}

/** A passage with everything that a reader marked in it before the checker saw it. */
export interface Passage {
  readonly id: string;
  readonly text: string;
  readonly figures: readonly MarkedFigure[];
  readonly issues: readonly Issue[];
  /** Places where reading a figure is neither asked for nor wrong. */
  readonly optional: readonly Place[];
}

export type Part = 'tuned' | 'held-out' | 'unseen';

/** The passages of one part, in the order of their ids. */
export function readPassages(part: Part): Passage[] {
  const folder = path.join(import.meta.dirname, part);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => parse(path.join(folder, name)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The ten shared examples, where the shared folder lies beside the repository. */
export function readSharedExamples(): Passage[] {
  const file = path.join(import.meta.dirname, '../../../shared/checker-examples.json');
  return existsSync(file) ? parse(file) : [];
}

function parse(file: string): Passage[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Passage[];
}

/** What is wrong with the marking itself: empty when every offset cuts out what it says. */
export function faultsOf({ id, text, figures, issues, optional }: Passage): string[] {
  const places = [...figures, ...issues.flatMap((issue) => issue.spans), ...optional];
  const faults = places
    .filter((place) => text.slice(place.start, place.end) !== place.text)
    .map((place) => `${id}: ${place.start}–${place.end} is not ${place.text}`);
  const crossed = figures
    .toSorted((a, b) => a.start - b.start)
    .flatMap((figure, index, all) => {
      const next = all[index + 1];
      return next !== undefined && next.start < figure.end
        ? [`${id}: ${figure.text} meets ${next.text}`]
        : [];
    });
  const empty = issues
    .filter((issue) => issue.spans.length === 0)
    .map(({ type }) => `${id}: ${type} is nowhere`);
  return [...faults, ...crossed, ...empty];
}
