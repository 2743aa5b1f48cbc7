import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daysLeft, findCertificate, tlsFiles } from './certificate.ts';
import { guidePage, guideText } from './guide.ts';
import { makeCertificate } from './make.ts';
import { addressText, readNames } from './names.ts';
import { issue } from './root.ts';

const now = new Date();
let data: string;
beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'fadu-make-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const make = (names: string | undefined, more: { newRoot?: boolean; now?: Date } = {}) =>
  makeCertificate(data, { names: names === undefined ? undefined : readNames(names), now, ...more });

/** What a client that trusts the root gets of a server that shows this certificate; why not, where it refuses. */
async function meet(shown: { key: string; cert: string }, ca: string, host: string): Promise<string> {
  const server = createServer(shown, (_request, response) => response.end('here')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, ca, servername: host, agent: false }, (response) => {
        response.setEncoding('utf8').once('data', resolve);
      });
      asked.once('error', (error: NodeJS.ErrnoException) =>
        error.code ? resolve(`${error.code} ${error.message}`) : reject(error),
      );
      asked.end();
    });
  } finally {
    server.close();
  }
}

describe('a certificate of our own', () => {
  it('lets in whoever trusts its root, under its names and no other', async () => {
    const { certificate } = await make('fadu.example.cn,192.168.1.10');
    const ca = await readFile(tlsFiles(data).root, 'utf8');
    const shown = { key: certificate.key, cert: certificate.chain };
    expect(await meet(shown, ca, 'fadu.example.cn')).toBe('here');
    expect(await meet(shown, ca, 'localhost')).toBe('here');
    expect(await meet(shown, ca, 'other.example.cn')).toMatch(/^ERR_TLS_CERT_ALTNAME_INVALID/);
    const other = await makeCertificate(path.join(data, 'other'), {
      names: readNames('fadu.example.cn'),
      now,
    });
    expect(await meet(shown, String(other.root), 'fadu.example.cn')).toMatch(/UNABLE_TO|SIGNATURE/);
  });

  it('can not vouch for any other site, even if its key is stolen', async () => {
    await make('fadu.example.cn');
    const { root, rootKey } = tlsFiles(data);
    const ca = await readFile(root, 'utf8');
    const stolen = { certificate: ca, key: await readFile(rootKey, 'utf8') };
    const bank = await issue(stolen, { dns: ['bank.cn'], ip: [] }, now);
    expect(await meet({ key: bank.key, cert: bank.certificate }, ca, 'bank.cn')).toMatch(
      /permitted subtree violation/,
    );
    const address = await issue(stolen, { dns: ['fadu.example.cn'], ip: ['8.8.8.8'] }, now);
    expect(await meet({ key: address.key, cert: address.certificate }, ca, 'fadu.example.cn')).toMatch(
      /permitted subtree violation/,
    );
  });

  it('lasts no longer than browsers take, and keeps its keys from everybody else', async () => {
    const { certificate, root } = await make('192.168.1.10');
    const { since, until } = certificate.about;
    expect((until.getTime() - since.getTime()) / 86_400_000).toBeLessThanOrEqual(397);
    expect(daysLeft(certificate.about, now)).toBeGreaterThan(390);
    const files = tlsFiles(data);
    for (const [file, mode] of [
      [files.server, 0o600],
      [files.rootKey, 0o600],
      [files.root, 0o644],
      [files.folder, 0o700],
    ] as const)
      expect((await stat(file)).mode & 0o777, file).toBe(mode);
    expect(root.ca).toBe(true);
    expect(await readFile(files.root, 'utf8')).not.toContain('PRIVATE');
  });

  it('is renewed under the same root without being told the names again', async () => {
    const first = await make('fadu.example.cn,192.168.1.10', { now: new Date('2026-01-01T00:00:00Z') });
    const next = await make(undefined, { now: new Date('2026-12-20T00:00:00Z') });
    expect(next.newRoot).toBe(false);
    expect(next.root.fingerprint256).toBe(first.root.fingerprint256);
    expect(next.certificate.about.names).toEqual(first.certificate.about.names);
    expect(next.certificate.about.until.toISOString().slice(0, 10)).toBe('2028-01-19');
    expect(next.certificate.key).not.toBe(first.certificate.key);
    expect(await findCertificate(data)).toEqual(next.certificate);
  });

  it('of another address in the same inner network needs no other root; beyond it does', async () => {
    const first = await make('192.168.1.10');
    expect((await make('192.168.1.77')).root.fingerprint256).toBe(first.root.fingerprint256);
    for (const names of ['192.168.2.10', 'fadu.example.cn', '8.8.8.8', 'fd00::1'])
      await expect(make(names), names).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringContaining('只能为原来的名称作证'),
        detail: { next: expect.stringContaining('--new-root') },
      });
    const anew = await make('fadu.example.cn', { newRoot: true });
    expect(anew.root.fingerprint256).not.toBe(first.root.fingerprint256);
    expect((await findCertificate(data))?.about.from).toBe('made');
  });

  it('is not made where the root has no key, another key, or too little time', async () => {
    const { rootKey } = tlsFiles(data);
    await make('192.168.1.10', { now: new Date('2026-01-01T00:00:00Z') });
    const key = await readFile(rootKey);
    await expect(make(undefined, { now: new Date('2035-06-01T00:00:00Z') })).rejects.toMatchObject({
      message: expect.stringContaining('有效期已不足'),
    });
    await rm(rootKey);
    await expect(make(undefined)).rejects.toMatchObject({ message: expect.stringContaining('不在') });
    const other = await makeCertificate(path.join(data, 'other'), { names: readNames('10.0.0.1'), now });
    await writeFile(rootKey, other.certificate.key);
    await expect(make(undefined)).rejects.toMatchObject({ message: expect.stringContaining('不是一对') });
    await writeFile(rootKey, 'torn');
    await expect(make(undefined)).rejects.toMatchObject({ message: expect.stringContaining('读不出来') });
    await writeFile(rootKey, key);
    await expect(make(undefined, { now: new Date('2026-12-01T00:00:00Z') })).resolves.toMatchObject({
      newRoot: false,
    });
  });

  it('asks for names where there are none yet', async () => {
    await expect(make(undefined)).rejects.toMatchObject({ code: 'missing-value' });
  });
});

describe('a kept certificate', () => {
  it('that is torn or whose key is another is refused by name', async () => {
    await make('192.168.1.10');
    const { server } = tlsFiles(data);
    const whole = await readFile(server, 'utf8');
    const other = await makeCertificate(path.join(data, 'other'), { names: readNames('10.0.0.1'), now });
    for (const text of [
      '',
      whole.slice(0, 300),
      `${other.certificate.key}${whole.slice(whole.indexOf('-----BEGIN C'))}`,
    ]) {
      await writeFile(server, text);
      await expect(findCertificate(data)).rejects.toMatchObject({ code: 'bad-file' });
    }
  });
});

describe('names', () => {
  it('are hosts and addresses as somebody types them', () => {
    expect(readNames('Fadu.Example.CN, 192.168.1.10；::ffff:10.0.0.1 法度.cn')).toEqual({
      dns: ['fadu.example.cn', 'xn--wxtq92a.cn'],
      ip: ['192.168.1.10', '10.0.0.1'],
    });
    for (const wrong of [
      '',
      ' , ',
      'https://fadu.cn',
      'fadu.cn:8080',
      '*.fadu.cn',
      '192.168.1.300',
      'a_b',
      '-a.cn',
    ])
      expect(() => readNames(wrong), wrong).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(addressText('fd00::1', 443)).toBe('https://[fd00::1]');
  });
});

describe('the guide', () => {
  it('names address and fingerprint, speaks of every kind of device, and its page loads nothing', async () => {
    const { certificate, root } = await make('fadu.example.cn,192.168.1.10');
    const facts = {
      names: certificate.about.names,
      port: 8443,
      fingerprint: root.fingerprint256,
      until: new Date(root.validTo),
    };
    for (const text of [guideText(facts), guidePage(facts)]) {
      expect(text).toContain('https://fadu.example.cn:8443');
      expect(text).toContain('https://192.168.1.10:8443');
      expect(text).not.toContain('127.0.0.1');
      expect(text).toContain(new X509Certificate(String(root)).fingerprint256);
      for (const device of ['Windows', '麒麟', '安卓', '苹果']) expect(text).toContain(device);
    }
    expect(guidePage(facts)).not.toMatch(/<script|src=|href=/);
  });
});
