import { describe, expect, it } from 'vitest';
import { isLoopback, isWithin, readNetworks } from './network.ts';

describe('the office network', () => {
  const office = readNetworks('192.168.1.0/24，10.7.0.9; fd12:3456::/32');

  it.each(['192.168.1.0', '192.168.1.255', '10.7.0.9', 'fd12:3456:1::7', '::ffff:192.168.1.20'])(
    'has %s',
    (address) => {
      expect(isWithin(address, office)).toBe(true);
    },
  );

  it.each(['192.168.2.1', '10.7.0.8', 'fd12:3457::1', '::ffff:192.168.2.20', 'unknown', '', '192.168.1'])(
    'has not “%s”',
    (address) => {
      expect(isWithin(address, office)).toBe(false);
    },
  );

  it('is nothing when it is not said', () => {
    expect(isWithin('127.0.0.1', readNetworks(''))).toBe(false);
  });

  it.each(['192.168.1.0/33', 'office', '192.168.1.0/'])('is not “%s”', (text) => {
    expect(() => readNetworks(text)).toThrow(`“${text}”不是网段`);
  });
});

it('knows this machine by every one of its names', () => {
  for (const address of ['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1', 'localhost'])
    expect(isLoopback(address)).toBe(true);
  for (const address of ['0.0.0.0', '::', '192.168.1.1', 'example', ''])
    expect(isLoopback(address)).toBe(false);
});
