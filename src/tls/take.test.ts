import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issued, weakKey, type Issued } from './authority.fixture.ts';
import { findCertificate, pemBlocks, tlsFiles } from './certificate.ts';
import { readNames } from './names.ts';
import { takeCertificate, type TakeOptions } from './take.ts';

const now = new Date('2026-11-25T00:00:00Z');
let data: string;
let root: Issued;
let between: Issued;
let server: Issued;

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'fadu-take-'));
  root = await issued({ name: 'Root', ca: true, days: [-100, 1000], now });
  between = await issued({ name: 'Between', by: root, ca: true, now });
  server = await issued({ name: 'Server', by: between, names: ['fadu.example.cn'], now });
});
afterAll(() => rm(data, { recursive: true, force: true }));

async function file(text: string | Buffer): Promise<string> {
  const name = path.join(data, `given-${Math.random()}.pem`);
  await writeFile(name, text);
  return name;
}

async function take(certificates: readonly string[], key: string, more: Partial<TakeOptions> = {}) {
  return takeCertificate(data, {
    certificates: await Promise.all(certificates.map((text) => file(text))),
    key: await file(key),
    known: [new X509Certificate(root.pem)],
    now,
    ...more,
  });
}

const refused = (code: string, says: RegExp) => ({
  code,
  message: expect.stringMatching(says),
  detail: { next: expect.any(String) },
});

describe('a certificate from an authority', () => {
  it('is taken with its chain in the right order, without the root, readable by nobody else', async () => {
    const all = `${root.pem}${server.pem}`;
    const { certificate, known } = await take([all, between.pem], server.keyPem, {
      names: readNames('fadu.example.cn'),
    });
    expect(known).toBe(true);
    expect(certificate.about).toMatchObject({ from: 'taken', names: { dns: ['fadu.example.cn'], ip: [] } });
    const kept = await readFile(tlsFiles(data).server, 'utf8');
    expect(pemBlocks(kept).map(({ label }) => label)).toEqual(['PRIVATE KEY', 'CERTIFICATE', 'CERTIFICATE']);
    expect(certificate.chain).toBe(`${new X509Certificate(server.pem)}${new X509Certificate(between.pem)}`);
    expect((await stat(tlsFiles(data).server)).mode & 0o777).toBe(0o600);
  });

  it('without those between it and the root is taken, but its chain ends nowhere', async () => {
    expect((await take([server.pem], server.keyPem)).known).toBe(false);
  });

  it('may come as bare bytes, as Windows keeps it', async () => {
    const der = await file(Buffer.from(server.certificate.rawData));
    const taken = await takeCertificate(data, {
      certificates: [der],
      key: await file(server.keyPem),
      known: [],
      now,
    });
    expect(taken.certificate.about.subject).toBe('CN=Server');
  });

  it('is refused, and the one in use stays, when anything about it is wrong', async () => {
    const before = await findCertificate(data);
    const expired = await issued({
      name: 'Old',
      by: between,
      names: ['fadu.example.cn'],
      days: [-90, -1],
      now,
    });
    const early = await issued({ name: 'Early', names: ['fadu.example.cn'], days: [1, 9], now });
    const nameless = await issued({ name: 'Nameless', now });
    const mail = await issued({
      name: 'Mail',
      names: ['a.cn'],
      forMail: true,
      now,
    });
    const oldBetween = await issued({ name: 'Passing', by: root, ca: true, days: [-9, -1], now });
    const underOld = await issued({ name: 'Under', by: oldBetween, names: ['a.cn'], now });
    // Says that Between issued it; another key of that name did.
    const pretender = await issued({ name: 'Between', ca: true, now });
    const forged = await issued({ name: 'Forged', by: pretender, names: ['a.cn'], now });
    const locked = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' })
      .toString();
    const tries: readonly (readonly [readonly string[], string, RegExp])[] = [
      [[server.pem, between.pem], expired.keyPem, /不是一对/],
      [[expired.pem, between.pem], expired.keyPem, /已在2026-11-24过期/],
      [[early.pem], early.keyPem, /要到2026-11-26才生效/],
      [[nameless.pem], nameless.keyPem, /没有写明服务器的名称/],
      [[mail.pem], mail.keyPem, /不是服务器证书/],
      [[between.pem], between.keyPem, /不是服务器证书/],
      [[underOld.pem, oldBetween.pem], underOld.keyPem, /过期/],
      [[forged.pem, between.pem], forged.keyPem, /链接不上：“CN=Between”/],
      [['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'], server.keyPem, /读不出来/],
      [['no certificate'], server.keyPem, /读不出来/],
      [[server.pem], server.pem, /不是PEM格式的私钥/],
      [[server.pem], locked, /设了口令/],
      [[server.pem], weakKey(), /种类或长度不合用/],
    ];
    for (const [certificates, key, says] of tries)
      await expect(take(certificates, key), String(says)).rejects.toMatchObject(refused('bad-file', says));
    await expect(
      take([server.pem], server.keyPem, { names: readNames('other.example.cn,10.0.0.1') }),
    ).rejects.toMatchObject(refused('bad-file', /不含“other\.example\.cn、10\.0\.0\.1”/));
    await expect(
      takeCertificate(data, {
        certificates: [path.join(data, 'none')],
        key: await file(server.keyPem),
        known: [],
        now,
      }),
    ).rejects.toMatchObject(refused('bad-file', /不存在/));
    expect(await findCertificate(data)).toEqual(before);
  });
});
