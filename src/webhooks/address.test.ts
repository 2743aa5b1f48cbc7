import { describe, expect, it } from 'vitest';
import { Refusal } from '../kernel/index.ts';
import { findAddress, readAddress, resolveBySystem } from './address.ts';
import { readWebhooks } from './settings.ts';

const STRICT = readWebhooks({});
const OFFICE = readWebhooks({
  FADU_WEBHOOK_NETWORK: '10.8.0.0/16',
  FADU_WEBHOOK_HOST: 'exchange.example.cn，Archive.example.cn',
});
const HERE = readWebhooks({ FADU_WEBHOOK_LOOPBACK: '1' });

/** Whatever is not the internet: this machine, the office's network, a cloud's own service, what stands for IPv4. */
const INSIDE = [
  '127.0.0.1',
  '127.8.9.1',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '0.0.0.0',
  '192.0.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  'fec0::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  '2001:db8::1',
  '100::1',
  '4000::1',
];

const urlOf = (address: string): string => `https://${address.includes(':') ? `[${address}]` : address}/`;
const to =
  (...addresses: string[]) =>
  async () =>
    addresses;
const found = (url: string, settings = STRICT, ...addresses: string[]) =>
  findAddress(new URL(url), settings, to(...addresses));

describe('an address that is registered', () => {
  const refused = (text: string, settings = STRICT): string => {
    try {
      readAddress(text, settings);
    } catch (error) {
      if (error instanceof Refusal) return error.message;
    }
    throw new Error(`${text} was taken`);
  };

  it('is https, without account, password or fragment, and not too long', () => {
    expect(readAddress('https://platform.example.cn/fadu?of=1', STRICT).href).toBe(
      'https://platform.example.cn/fadu?of=1',
    );
    expect(refused('http://platform.example.cn/')).toContain('https://');
    for (const odd of ['ftp://example.cn/', 'file:///etc/passwd', 'javascript:1'])
      expect(refused(odd)).toContain('https://');
    for (const odd of ['https://a:b@example.cn/', 'https://a@example.cn/', 'https://example.cn/#x'])
      expect(refused(odd)).toContain('不能有');
    for (const odd of ['', '回调', 'example.cn', `https://example.cn/${'x'.repeat(500)}`])
      expect(refused(odd)).toContain('应是网址');
  });

  it.each(INSIDE)('is not %s', (address) => {
    expect(refused(urlOf(address))).toContain('不能作回调地址');
  });

  it('is not this machine in another spelling', () => {
    for (const odd of ['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '①②⑦.0.0.1'])
      expect(refused(`https://${odd}/`)).toContain('不能作回调地址');
  });

  it('is http only for a program on this machine, and only where the deployment says so', () => {
    for (const own of ['http://127.0.0.1:9/', 'http://localhost:9/', 'http://[::1]:9/']) {
      expect(readAddress(own, HERE).protocol).toBe('http:');
      expect(refused(own)).toContain('https://');
      expect(refused(own, OFFICE)).toContain('https://');
    }
    expect(refused('http://10.8.1.1/', HERE)).toContain('https://');
    expect(refused('http://10.8.1.1/', OFFICE)).toContain('https://');
    expect(readAddress('https://10.8.1.1/', OFFICE).hostname).toBe('10.8.1.1');
    expect(refused('https://10.9.1.1/', OFFICE)).toContain('不能作回调地址');
  });
});

describe('the address that a name leads to', () => {
  it.each(INSIDE)('is not %s', async (address) => {
    const answer = found('https://platform.example.cn/', STRICT, address);
    await expect(answer).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is the first of those that it has, where all of them are public', async () => {
    const all = ['93.184.216.34', '2400:3200::1'];
    expect(await found('https://platform.example.cn/', STRICT, ...all)).toBe(all[0]);
    expect(await found('https://platform.example.cn/', STRICT, all[1]!)).toBe(all[1]);
  });

  it('is none where one of them is inside', async () => {
    const answer = found('https://platform.example.cn/', STRICT, '93.184.216.34', '10.0.0.1');
    await expect(answer).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('may be in the intranet where the office has named the network or the host', async () => {
    expect(await found('https://any.example.cn/', OFFICE, '10.8.1.1')).toBe('10.8.1.1');
    for (const inside of ['10.9.1.1', '192.168.1.1', '100.64.0.1', 'fd00::1']) {
      expect(await found('https://exchange.example.cn/', OFFICE, inside)).toBe(inside);
      expect(await found('https://archive.example.cn/', OFFICE, inside)).toBe(inside);
      const other = found('https://other.example.cn/', OFFICE, inside);
      await expect(other).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('is never this machine or a link’s own service because a host was named', async () => {
    for (const own of ['127.0.0.1', '::1', '169.254.169.254', 'fe80::1', '0.0.0.0']) {
      const answer = found('https://exchange.example.cn/', OFFICE, own);
      await expect(answer).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('is this machine alone where the way there is not secured', async () => {
    const elsewhere = found('http://localhost/', HERE, '93.184.216.34');
    await expect(elsewhere).rejects.toMatchObject({ code: 'forbidden' });
    expect(await found('http://localhost/', HERE, '127.0.0.1')).toBe('127.0.0.1');
  });

  it('is what the machine itself resolves', async () => {
    const own = findAddress(new URL('https://localhost/'), STRICT, resolveBySystem);
    await expect(own).rejects.toMatchObject({ code: 'forbidden' });
    const none = findAddress(new URL('https://no-such-host.invalid/'), STRICT, resolveBySystem);
    await expect(none).rejects.toMatchObject({ code: 'unresolved' });
  });
});

describe('what the deployment allows', () => {
  it('is nothing at first, and refused where it can’t be meant', () => {
    expect(STRICT).toEqual({ networks: [], hosts: [], loopback: false });
    for (const odd of [
      { FADU_WEBHOOK_NETWORK: '10.8.0.0/99' },
      { FADU_WEBHOOK_HOST: 'https://exchange.example.cn' },
      { FADU_WEBHOOK_HOST: '10.8.0.0/16' },
      { FADU_WEBHOOK_LOOPBACK: 'true' },
      { FADU_WEBHOOK_CA: 'no-such-file.pem' },
    ])
      expect(() => readWebhooks(odd), JSON.stringify(odd)).toThrow(Refusal);
  });
});
