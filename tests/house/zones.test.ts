import { expect, it } from 'vitest';
import config from '../../vitest.config.ts';

it('the run is told a time zone, and another is tried: one behind Greenwich’s, in the full run its own', () => {
  expect(process.env['TZ']).toBe('Asia/Shanghai');
  expect(new Date('2024-12-31T16:00:00Z').getHours()).toBe(0);
  const text = JSON.stringify(config);
  const other = process.env['FADU_TEST_FULL'] === '1' ? 'UTC' : 'America/New_York';
  for (const zone of ['Asia/Shanghai', other]) expect(text).toContain(`"TZ":"${zone}"`);
});
