import { expect, it } from 'vitest';
import { lockMinutes } from './lock.ts';

it('locks for a time that grows, up to an hour', () => {
  const minutes = [4, 5, 6, 7, 8, 9, 10, 11, 12, 500].map((failures) => lockMinutes(failures, 5));
  expect(minutes).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
});
