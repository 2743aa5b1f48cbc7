import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startReceiver, status, type Receiver, type ReceiverOptions } from '../../tests/receiver.ts';
import { findCertificate, tlsFiles } from '../tls/certificate.ts';
import { makeCertificate } from '../tls/make.ts';
import { readNames } from '../tls/names.ts';
import { post, type Way } from './post.ts';
import { readWebhooks } from './settings.ts';

const HERE = readWebhooks({ FADU_WEBHOOK_LOOPBACK: '1' });
const NEVER = new AbortController().signal;

const open: Receiver[] = [];
async function receiver(options: ReceiverOptions = {}): Promise<Receiver> {
  const one = await startReceiver(options);
  open.push(one);
  return one;
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const send = (url: string, way: Partial<Way> = {}, stopped = NEVER) =>
  post(
    { url: new URL(url), headers: { 'x-test': 'a' }, body: '{"a":"甲"}' },
    { settings: HERE, ...way },
    stopped,
  );

describe('one attempt', () => {
  it('carries headers and body to the receiver, as they are', async () => {
    const there = await receiver();
    expect(await send(`http://127.0.0.1:${there.port}/in?of=1`)).toEqual({
      status: 204,
      tookMs: expect.any(Number),
    });
    expect(there.received).toMatchObject([
      {
        method: 'POST',
        path: '/in?of=1',
        headers: { 'x-test': 'a', host: `127.0.0.1:${there.port}`, 'content-length': '11' },
        body: '{"a":"甲"}',
      },
    ]);
  });

  it.each([
    [200, undefined],
    [299, undefined],
    [304, 'redirect'],
    [400, 'status'],
    [410, 'gone'],
    [429, 'status'],
    [500, 'status'],
  ])('is answered with %i', async (code, trouble) => {
    const there = await receiver();
    there.answer(status(code));
    const sent = await send(`http://127.0.0.1:${there.port}/`);
    expect(sent).toMatchObject({ status: code, ...(trouble ? { trouble } : {}) });
    expect(sent.trouble).toBe(trouble);
  });

  it('follows no redirect', async () => {
    const [there, inside] = [await receiver(), await receiver()];
    for (const code of [301, 302, 303, 307, 308]) {
      there.answer(status(code, { location: `http://127.0.0.1:${inside.port}/secret` }));
      expect(await send(`http://127.0.0.1:${there.port}/`)).toMatchObject({
        status: code,
        trouble: 'redirect',
      });
    }
    expect(inside.received).toEqual([]);
  });

  it('waits for no answer longer than it may', async () => {
    const there = await receiver();
    there.answer(() => undefined);
    expect(await send(`http://127.0.0.1:${there.port}/`, { withinMs: 200 })).toMatchObject({
      trouble: 'slow',
    });
    // An answer that trickles is as slow as one that does not come.
    there.answer((response) => {
      const trickle = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(trickle));
    });
    const sent = await send(`http://127.0.0.1:${there.port}/`, { withinMs: 300 });
    expect(sent.trouble).toBe('slow');
    expect(sent.tookMs).toBeLessThan(2_000);
  });

  it('waits for a name no longer either', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    expect(await send('https://slow.example.cn/', { resolve, withinMs: 100 })).toMatchObject({
      trouble: 'slow',
    });
  });

  it('reads no more of an answer than it must', async () => {
    const there = await receiver();
    let written = 0;
    there.answer((response) => {
      response.on('error', () => undefined);
      const pour = (): void => {
        if (response.destroyed || written > 64 * 2 ** 20) return;
        written += 16_384;
        response.write(Buffer.alloc(16_384), () => setImmediate(pour));
      };
      pour();
    });
    expect(await send(`http://127.0.0.1:${there.port}/`)).toMatchObject({ trouble: 'long' });
    expect(written).toBeLessThan(32 * 2 ** 20);
  });

  it('tells what is no HTTP, and what is not there', async () => {
    const noise = createServer((socket) => {
      socket.on('error', () => undefined).end('SSH-2.0-OpenSSH\r\n', () => socket.destroy());
    });
    await new Promise<void>((resolve) => noise.listen(0, '127.0.0.1', resolve));
    const { port } = noise.address() as { port: number };
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ trouble: 'unreachable' });
    await new Promise((resolve) => noise.close(resolve));
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ trouble: 'unreachable' });
  });

  it('is broken off when the server stops', async () => {
    const there = await receiver();
    there.answer(() => undefined);
    const stopped = new AbortController();
    const sending = send(`http://127.0.0.1:${there.port}/`, {}, stopped.signal);
    setTimeout(() => stopped.abort(), 100);
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('over TLS', () => {
  const NAME = 'platform.example.cn';
  let data: string;
  let tls: NonNullable<ReceiverOptions['tls']>;
  let ca: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'fadu-post-'));
    await makeCertificate(data, { names: readNames(NAME), now: new Date() });
    const { chain, key } = (await findCertificate(data))!;
    tls = { cert: chain, key };
    ca = await readFile(tlsFiles(data).root, 'utf8');
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  /** The intranet of the test is this machine; the name leads to it. */
  const way = (more: Partial<Way> = {}): Partial<Way> => ({
    settings: { ...readWebhooks({ FADU_WEBHOOK_NETWORK: '127.0.0.0/8' }), ca },
    resolve: async () => ['127.0.0.1'],
    ...more,
  });

  it('believes the office’s authority for the name that was asked for', async () => {
    const there = await receiver({ tls });
    expect(await send(`https://${NAME}:${there.port}/`, way())).toMatchObject({ status: 204 });
    expect(there.received[0]?.headers.host).toBe(`${NAME}:${there.port}`);
  });

  it('believes no certificate of another name, and none of an unknown authority', async () => {
    const there = await receiver({ tls });
    expect(await send(`https://other.example.cn:${there.port}/`, way())).toMatchObject({
      trouble: 'untrusted',
    });
    const settings = readWebhooks({ FADU_WEBHOOK_NETWORK: '127.0.0.0/8' });
    expect(await send(`https://${NAME}:${there.port}/`, way({ settings }))).toMatchObject({
      trouble: 'untrusted',
    });
    expect(there.received).toEqual([]);
  });

  it('goes to the address that was looked at, whatever the name leads to a moment later', async () => {
    const there = await receiver({ tls });
    const trap = await receiver({ tls, host: '127.0.0.2', port: there.port });
    const leads = ['127.0.0.1', '127.0.0.2'];
    let asked = 0;
    const resolve = async () => [leads[Math.min(asked++, 1)]!];
    expect(await send(`https://${NAME}:${there.port}/`, way({ resolve }))).toMatchObject({ status: 204 });
    expect([asked, there.received.length, trap.received.length]).toEqual([1, 1, 0]);
  });

  it('goes nowhere inside that nobody named', async () => {
    const there = await receiver({ tls });
    const settings = { ...readWebhooks({ FADU_WEBHOOK_HOST: NAME }), ca };
    expect(await send(`https://${NAME}:${there.port}/`, way({ settings }))).toMatchObject({
      trouble: 'forbidden',
    });
    expect(there.received).toEqual([]);
  });
});
