import { connect } from 'node:tls';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Server as HttpsServer } from 'node:https';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tlsFiles } from '../tls/certificate.ts';
import { makeCertificate } from '../tls/make.ts';
import { readNames } from '../tls/names.ts';
import { chooseLine, endingSoon, keepCertificate, lineName } from './line.ts';

const now = new Date();
const days = (count: number): Date => new Date(now.getTime() + count * 86_400_000);
let data: string;
beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'fadu-line-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const make = (at = now) => makeCertificate(data, { names: readNames('192.168.1.10'), now: at });

describe('without a certificate', () => {
  it('this machine alone comes in', async () => {
    for (const host of ['127.0.0.1', 'localhost', '::1']) {
      const reach = await chooseLine({ data, host }, now);
      expect(reach).toEqual({ line: {} });
      expect(lineName(reach)).toBe('local');
    }
    for (const host of ['0.0.0.0', '::', '192.168.1.10', 'fadu.example.cn'])
      await expect(chooseLine({ data, host }, now), host).rejects.toMatchObject({
        code: 'environment',
        message: expect.stringContaining('会不加密地经过网络'),
        detail: { next: expect.stringContaining('fadu tls make') },
      });
  });

  it('a proxy on this machine may speak TLS for us, and only it', async () => {
    const reach = await chooseLine({ data, host: '127.0.0.1', behindProxy: true }, now);
    expect(reach).toEqual({ line: { proxies: ['loopback'] } });
    expect(lineName(reach)).toBe('proxy');
    await expect(chooseLine({ data, host: '0.0.0.0', behindProxy: true }, now)).rejects.toMatchObject({
      code: 'environment',
    });
  });
});

describe('with a certificate', () => {
  it('the network comes in over TLS', async () => {
    await make();
    const reach = await chooseLine({ data, host: '0.0.0.0' }, now);
    expect(reach.line.tls).toMatchObject({ minVersion: 'TLSv1.2' });
    expect(reach.line.proxies).toBeUndefined();
    expect(lineName(reach)).toBe('made');
  });

  it('that has ended, or has not begun, nobody is served', async () => {
    await make(days(-400));
    await expect(chooseLine({ data, host: '127.0.0.1' }, now)).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining('过期'),
      detail: { next: expect.stringContaining('fadu tls make') },
    });
    await make(days(3));
    await expect(chooseLine({ data, host: '127.0.0.1' }, now)).rejects.toMatchObject({
      message: expect.stringContaining('才生效'),
    });
  });

  it('a warning comes thirty days before its end and not sooner', async () => {
    const { about } = (await make()).certificate;
    const end = about.until.getTime();
    const before = (count: number): Date => new Date(end - count * 86_400_000);
    expect(endingSoon(about, before(31.5))).toBeUndefined();
    expect(endingSoon(about, before(30.5))).toContain('还有30天到期');
    expect(endingSoon(about, before(30.5))).toContain('fadu tls make');
    expect(endingSoon({ ...about, from: 'taken' }, before(2.5))).toContain('fadu tls take');
  });
});

describe('a running server', () => {
  let server: FastifyInstance;
  beforeEach(async () => {
    await make();
    const { line } = await chooseLine({ data, host: '127.0.0.1' }, now);
    server = Fastify<HttpsServer>({ https: line.tls ?? null });
    await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(() => server.close());

  async function shown(
    options: object = {},
  ): Promise<{ fingerprint?: string; protocol?: string; code?: string }> {
    const { port } = server.server.address() as AddressInfo;
    const ca = await readFile(tlsFiles(data).root);
    return new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.1', port, ca, servername: 'localhost', ...options }, () => {
        resolve({
          fingerprint: socket.getPeerCertificate().fingerprint256,
          protocol: String(socket.getProtocol()),
        });
        socket.destroy();
      });
      socket.once('error', (error: NodeJS.ErrnoException) => resolve({ code: error.code ?? error.name }));
    });
  }

  it('speaks TLS 1.3 or 1.2 with forward secrecy, and nothing older', async () => {
    expect(await shown()).toMatchObject({ protocol: 'TLSv1.3' });
    expect(await shown({ maxVersion: 'TLSv1.2' })).toMatchObject({ protocol: 'TLSv1.2' });
    // Clients are made weak for this: security level 0 lets them offer what is broken.
    const weak = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' };
    expect(await shown(weak)).toHaveProperty('code');
    expect(
      await shown({ maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA:AES256-GCM-SHA384:@SECLEVEL=0' }),
    ).toHaveProperty('code');
    expect(await shown({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' })).toHaveProperty('code');
  });

  it('takes up a renewed certificate; one that is torn leaves the old one in use', async () => {
    const faults: unknown[] = [];
    const { line } = await chooseLine({ data, host: '127.0.0.1' }, now);
    const kept = keepCertificate(server, { data, chain: line.tls?.cert }, (error) => faults.push(error));
    const first = (await shown()).fingerprint;
    const { certificate } = await make();
    await kept.check();
    const second = (await shown()).fingerprint;
    expect(second).toBe(certificate.about.fingerprint);
    expect(second).not.toBe(first);
    expect(faults).toEqual([]);
    await writeFile(tlsFiles(data).server, 'torn');
    await kept.check();
    expect(faults).toMatchObject([{ code: 'bad-file' }]);
    await rm(tlsFiles(data).server);
    await kept.check();
    expect((await shown()).fingerprint).toBe(second);
    expect(faults).toHaveLength(1);
    kept.stop();
  });
});
