import type { Day, LinkedMatter } from '../../kernel/index.ts';

/** Did the power hold on the day: begun, not ended, not withdrawn, not removed from the list? */
export function isPowerInForce({ values }: LinkedMatter, on: Day): boolean {
  const day = (name: string): Day | undefined => values[name] as Day | undefined;
  const from = day('sourceFrom') ?? day('listedOn');
  const until = day('sourceUntil');
  return (
    (from === undefined || from <= on) &&
    (until === undefined || until >= on) &&
    ['removedOn', 'withdrawnOn'].every((name) => (day(name) ?? '9999') > on)
  );
}
