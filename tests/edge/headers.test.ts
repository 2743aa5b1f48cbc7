import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter } from '../site-township.ts';
import { tlsServer, type Answer, type TlsServer } from './server.ts';

let town: TlsServer;
let clerk: string;
beforeAll(async () => {
  town = await tlsServer();
  // A year that has ended, so that there is a report.
  await enter(town.office, town.office.register.kind('publicity-activity'));
  town.office.at('2025-03-05');
  clerk = (await town.office.signInAs('judicial-office', true)).replace('fadu=', '__Host-fadu=');
});
afterAll(() => town.close());

const WANTED = {
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
  'content-security-policy': /^default-src 'none'; /,
} as const;

/** What is wrong with an answer's headers, each as a short line. */
function wrongs({ status, headers, body }: Answer): string[] {
  const policy = String(headers['content-security-policy']);
  const cookies = headers['set-cookie'] ?? [];
  const type = String(headers['content-type'] ?? '');
  return [
    ...Object.entries(WANTED).flatMap(([name, wanted]) =>
      wanted.test(String(headers[name])) ? [] : [`${name}: ${headers[name]}`],
    ),
    ...(/frame-ancestors 'none'/.test(policy) && /base-uri 'none'/.test(policy) ? [] : [`policy: ${policy}`]),
    ...(/unsafe|script-src|\*|https?:|data:/.test(policy) ? [`policy: ${policy}`] : []),
    ...((headers['server'] ?? headers['x-powered-by']) ? ['tells its make'] : []),
    ...(headers['access-control-allow-origin'] ? ['open to other origins'] : []),
    ...(body !== '' && type === '' ? ['no content type'] : []),
    ...(/^text\/|json$/.test(type) && !type.endsWith('charset=utf-8') ? [`no charset: ${type}`] : []),
    ...(headers['cache-control'] === undefined && status !== 302 ? ['may be cached'] : []),
    ...cookies
      .filter(
        (one) =>
          !one.startsWith('__Host-') ||
          !/; Secure/.test(one) ||
          !/; HttpOnly/.test(one) ||
          !/; SameSite=(Strict|Lax)/.test(one),
      )
      .map((one) => `cookie: ${one}`),
    ...(/ at .+\.(ts|js):\d+|node_modules|Error:|SELECT |duplicate key/.test(body)
      ? ['tells of its inside']
      : []),
  ];
}

const HOLES: Readonly<Record<string, string>> = { org: '520581999000', year: '2024' };
const fill = (url: string): string =>
  url.replaceAll(/:(\w+)/g, (_all, name: string) => HOLES[name] ?? 'none').replace('*', 'none');

describe('every answer over TLS', () => {
  it('of every route, signed in or not, carries the security headers', { timeout: 120_000 }, async () => {
    expect(town.routes.length).toBeGreaterThan(350);
    const found: Record<string, string[]> = {};
    const statuses = new Map<number, number>();
    for (const { method, url } of town.routes) {
      for (const cookie of [undefined, clerk]) {
        // HEAD is GET's own; signing out would end the session for those that follow.
        if (cookie !== undefined && (method === 'HEAD' || (method === 'DELETE' && url.includes('/session'))))
          continue;
        const answer = await town.ask(method, fill(url), {
          headers: { ...(cookie ? { cookie } : {}), 'idempotency-key': crypto.randomUUID() },
        });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const wrong = wrongs(answer);
        if (wrong.length > 0) found[`${method} ${url} ${answer.status}`] = wrong;
      }
    }
    expect(found).toEqual({});
    // Pages and lists that were given, and each way of not giving them.
    for (const status of [200, 302, 400, 401, 404])
      expect(statuses.get(status), String(status)).toBeGreaterThan(0);
    expect(statuses.get(500) ?? 0).toBe(0);
    console.log(`headers held on ${town.routes.length} routes, statuses ${JSON.stringify([...statuses])}`);
  });

  it('that is no page or nobody’s fault but the sender’s carries them too', async () => {
    const json = { 'content-type': 'application/json' };
    const tries: readonly (readonly [
      string,
      string,
      { headers?: Record<string, string>; body?: string }?,
    ])[] = [
      ['GET', '/nothing'],
      ['GET', '/%zz'],
      ['GET', `/${'9'.repeat(300)}/`],
      ['GET', `/520581999000/nothing`],
      ['POST', '/520581999000/'],
      ['PUT', '/'],
      ['OPTIONS', '/'],
      ['GET', '/api/v1/nothing'],
      ['GET', '/api/v1/%zz'],
      ['GET', `/api/v1/${'9'.repeat(300)}`],
      ['OPTIONS', '/api/v1/session'],
      ['PUT', '/api/v1/session'],
      ['POST', '/api/v1/session', { headers: json, body: '{broken' }],
      ['POST', '/api/v1/session', { headers: { 'content-type': 'text/xml' }, body: '<a/>' }],
      ['POST', '/api/v1/session', { headers: json, body: JSON.stringify({ org: 'x'.repeat(2_000_000) }) }],
      ['GET', '/api/v1/520581999000/kinds', { headers: { cookie: '__Host-fadu=520581999000.stale' } }],
      ['POST', '/check', { headers: json, body: '{}' }],
      ['GET', '/.git/config'],
      ['GET', '/package.json'],
    ];
    for (const [method, url, more] of tries) {
      const answer = await town.ask(method, url, more);
      expect(answer.status, url).toBeGreaterThanOrEqual(400);
      expect(answer.status, url).toBeLessThan(500);
      expect(wrongs(answer), `${method} ${url} ${answer.status}`).toEqual([]);
    }
    expect(town.faults).toEqual([]);
  });

  it('keeps what a visitor chose in cookies bound to this host, and reads them again', async () => {
    const { status, headers } = await town.ask('GET', '/520581999000/verify?size=large&contrast=high');
    expect(status).toBe(200);
    expect(headers['set-cookie']).toHaveLength(2);
    expect(headers['set-cookie']?.join()).toMatch(
      /^__Host-size=large; .*; Secure,__Host-contrast=high; .*; Secure$/,
    );
    const cookie = headers['set-cookie']!.map((one) => one.split(';')[0]).join('; ');
    const { body } = await town.ask('GET', '/520581999000/', { headers: { cookie } });
    expect(body).toContain('data-size="large" data-contrast="high"');
  });

  it('that could not be given for a fault carries them, and nothing of the fault', async () => {
    const broken = await tlsServer({ report: () => Promise.reject(new TypeError('password of db')) });
    await enter(broken.office, broken.office.register.kind('publicity-activity'));
    broken.office.at('2025-03-01');
    const cookie = (await broken.office.signInAs('judicial-office')).replace('fadu=', '__Host-fadu=');
    for (const url of ['/520581999000/report/2024', '/api/v1/520581999000/report/2024']) {
      const answer = await broken.ask('GET', url, { headers: { cookie } });
      expect(answer.status, url).toBe(500);
      expect(wrongs(answer), url).toEqual([]);
      expect(answer.body).not.toMatch(/password|TypeError/);
    }
    expect(broken.faults).toHaveLength(2);
    expect(await broken.logged()).not.toContain('password');
    await broken.close();
  });
});
