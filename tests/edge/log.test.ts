import { connect } from 'node:net';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setDemoPassword } from '../../src/people/credential.ts';
import { testServer, tlsServer, type TestServer } from './server.ts';

/** Stands wherever a sender may write something. */
const MARK = '欧阳隐名';
const ENCODED = encodeURIComponent(MARK);
const PHONE = '13900007777';
const ORG = '520581999000';

let town: TestServer;
let clerk: string;
beforeAll(async () => {
  town = await testServer();
  town.office.at('2024-03-05');
  clerk = await town.office.signInAs('judicial-office');
  await setDemoPassword(town.office.signIn, ORG, 'mediator', `${PHONE}-Herbst-regen`);
});
afterAll(() => town.close());

interface Line {
  readonly time: string;
  readonly event: string;
  readonly route: string;
  readonly status: number;
}

async function lines(): Promise<Line[]> {
  const text = await town.logged();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('the log of requests', () => {
  it('holds one line for each: when, which, what came of it, who, from where, and nothing else', async () => {
    const { length } = (await town.logged()).split('\n');
    const answer = await town.server.inject({
      url: `/api/v1/${ORG}/kinds?x=1`,
      headers: { cookie: clerk },
      remoteAddress: '192.168.1.23',
    });
    expect(answer.statusCode).toBe(200);
    const all = await lines();
    expect(all).toHaveLength(length);
    expect(all.at(-1)).toEqual({
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
      event: 'request',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: 'GET',
      route: '/api/v1/:org/kinds',
      status: 200,
      ms: expect.any(Number),
      account: 'judicial-office',
      home: ORG,
      org: ORG,
      address: '192.168.1.23',
    });
  });

  it('never holds what a sender wrote, wherever it stood and whatever came of it', async () => {
    const text = { [MARK]: MARK, phone: PHONE };
    const form = `--b\r\nContent-Disposition: form-data; name="file"; filename="${MARK}.txt"\r\n\r\n${MARK}共3件，其中甲1件、乙1件。\r\n--b--\r\n`;
    const values = {
      title: `${PHONE}和邻居`,
      type: 'land',
      channel: 'group',
      parties: [{ name: MARK, phone: PHONE }],
    };
    const key = { 'idempotency-key': `${PHONE}-1` };
    const tries = [
      { url: `/${ENCODED}?name=${ENCODED}&phone=${PHONE}` },
      { url: `/${ORG}/records/${ENCODED}?q=${PHONE}` },
      { url: `/%zz${ENCODED}` },
      { url: `/${PHONE}/` },
      {
        url: '/',
        headers: {
          'user-agent': PHONE,
          referer: `http://x/${ENCODED}`,
          cookie: `size=${PHONE}; ${PHONE}=${ENCODED}`,
          'x-forwarded-for': PHONE,
          'x-request-id': PHONE,
          'x-names': ENCODED,
        },
      },
      {
        method: 'POST',
        url: '/check',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        payload: form,
      },
      { method: 'POST', url: '/api/v1/session', payload: { org: ORG, account: PHONE, password: MARK } },
      { method: 'POST', url: '/api/v1/session', payload: { org: PHONE, account: MARK, password: MARK } },
      {
        method: 'POST',
        url: '/api/v1/session',
        payload: { org: ORG, account: 'mediator', password: `${PHONE}-Herbst-regen` },
      },
      { method: 'POST', url: '/api/v1/session', payload: text },
      {
        method: 'POST',
        url: '/api/v1/session',
        payload: `{"${MARK}`,
        headers: { 'content-type': 'application/json' },
      },
      { url: `/api/v1/${ORG}/kinds/${ENCODED}/records?q=${ENCODED}`, headers: { cookie: clerk } },
      { url: `/api/v1/${ORG}/records?q=${ENCODED}&sort=${PHONE}`, headers: { cookie: clerk } },
      { url: `/api/v1/${PHONE}/kinds`, headers: { cookie: clerk } },
      { url: `/api/v1/${ORG}/kinds`, headers: { authorization: `Bearer ${PHONE}` } },
      {
        method: 'POST',
        url: `/api/v1/${ORG}/kinds/dispute/steps/report`,
        headers: { cookie: clerk, ...key },
        payload: { values },
      },
      {
        method: 'POST',
        url: `/api/v1/${ORG}/kinds/dispute/steps/report`,
        headers: { cookie: clerk, ...key },
        payload: { values: { ...values, title: '田埂' } },
      },
      {
        method: 'POST',
        url: `/api/v1/${ORG}/files?name=${ENCODED}.txt`,
        headers: { cookie: clerk, 'content-type': 'application/octet-stream', ...key },
        payload: Buffer.from(MARK),
      },
      { method: 'PROPFIND', url: `/${ENCODED}` },
    ] as const;
    const before = (await lines()).length;
    const statuses: number[] = [];
    for (const asked of tries) statuses.push((await town.server.inject(asked as InjectOptions)).statusCode);
    const all = await lines();
    expect(all.length - before, JSON.stringify(all.slice(before))).toBe(tries.length);
    expect(all.slice(before).map(({ status }) => status)).toEqual(statuses);
    expect(new Set(statuses).size).toBeGreaterThan(4);
    expect(statuses).toContain(200);
    expect(statuses).toContain(201);
    const text_ = await town.logged();
    for (const mark of [MARK, ENCODED, PHONE, '邻居', '田埂', Buffer.from(MARK).toString('base64')])
      expect(text_, mark).not.toContain(mark);
  });

  it('notes what never became a request, by its kind and address alone', async () => {
    const served = await tlsServer();
    const plain = await talk(served.port, `GET /${PHONE} HTTP/1.1\r\nHost: ${PHONE}\r\n\r\n`);
    // Nothing readable comes back on the TLS port, and everybody else is served as before.
    expect(plain).not.toContain('HTTP/1.1 200');
    expect(plain).not.toContain(PHONE);
    expect((await served.ask('GET', '/')).status).toBe(200);
    const text = await served.logged();
    expect(text).toContain('"event":"no-request","reason":"ERR_SSL_HTTP_REQUEST","address":"127.0.0.1"');
    expect(text).not.toContain(PHONE);
    await served.close();
  });
});

function talk(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let received = '';
    socket.on('data', (data) => (received += data.toString('latin1')));
    socket.on('close', () => resolve(received));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(received) : reject(error),
    );
  });
}

describe('behind a proxy', () => {
  it('address and protocol are the proxy’s word, and only the proxy’s', async () => {
    const proxied = await testServer({ line: { proxies: ['loopback'] } });
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '6.6.6.6, 192.168.1.23' };
    const inside = await proxied.server.inject({ url: '/', headers, remoteAddress: '127.0.0.1' });
    expect(inside.statusCode).toBe(200);
    expect(inside.headers['strict-transport-security']).toContain('max-age=31536000');
    // Not over TLS, or the proxy does not say so; and somebody who claims to be a proxy.
    for (const [remoteAddress, sent] of [
      ['127.0.0.1', { 'x-forwarded-for': '192.168.1.23' }],
      ['127.0.0.1', { ...headers, 'x-forwarded-proto': 'http' }],
      ['127.0.0.1', {}],
      ['192.168.1.66', headers],
    ] as const) {
      for (const url of ['/', '/api/v1/session', '/%zz']) {
        const refused = await proxied.server.inject({ url, headers: sent, remoteAddress });
        expect([403, 404], url).toContain(refused.statusCode);
        expect(refused.headers['content-security-policy']).toContain(`default-src 'none'`);
        if (url !== '/%zz') expect(refused.body).toContain('X-Forwarded-Proto');
      }
    }
    const seen = (await proxied.logged()).match(/"address":"[^"]+"/g);
    // The address next to the proxy, not the one that the visitor made up.
    expect(seen?.[0]).toBe('"address":"192.168.1.23"');
    expect(seen).toContain('"address":"192.168.1.66"');
    expect(seen).not.toContain('"address":"6.6.6.6"');
    await proxied.close();
  });

  it('without one, nobody’s word about the address or the protocol is taken', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '6.6.6.6' };
    const answer = await town.server.inject({ url: '/?size=large', headers, remoteAddress: '10.1.1.1' });
    expect(answer.headers['strict-transport-security']).toBeUndefined();
    expect(String(answer.headers['set-cookie'])).not.toContain('Secure');
    expect((await lines()).at(-1)).toMatchObject({ address: '10.1.1.1' });
  });
});
