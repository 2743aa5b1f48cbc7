import { expect, it } from 'vitest';
import config from '../../vitest.config.ts';

it('the run is told a time zone, and a zone on each side of Greenwich is tried; the full run tries its own, too', () => {
  expect(process.env['TZ']).toBe('Asia/Shanghai');
  expect(new Date('2024-12-31T16:00:00Z').getHours()).toBe(0);
  const text = JSON.stringify(config);
  const between = process.env['FADU_TEST_FULL'] === '1' ? ['UTC'] : [];
  for (const zone of ['Asia/Shanghai', 'America/New_York', ...between])
    expect(text).toContain(`"TZ":"${zone}"`);
});
