import { expect, it } from 'vitest';
import config from '../../vitest.config.ts';

it('the run is told a time zone, and three zones are tried', () => {
  expect(process.env['TZ']).toBe('Asia/Shanghai');
  expect(new Date('2024-12-31T16:00:00Z').getHours()).toBe(0);
  const text = JSON.stringify(config);
  for (const zone of ['Asia/Shanghai', 'UTC', 'America/New_York']) expect(text).toContain(`"TZ":"${zone}"`);
});
