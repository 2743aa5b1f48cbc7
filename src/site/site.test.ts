import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  enter,
  listItem,
  ORG,
  publishEdition,
  siteTownship,
  type SiteTownship,
} from '../../tests/site-township.ts';
import { Refusal } from '../kernel/index.ts';
import { openCheckpoint } from '../ledger/index.ts';
import { verifyOrganisation } from '../records/verify.ts';
import { openCheckpoints } from './checkpoints.ts';
import type { SiteParts } from './parts.ts';
import { buildSite } from './site.ts';

let town: SiteTownship;
let site: FastifyInstance;
const faults: unknown[] = [];
const now = (): Date => new Date('2025-03-01T04:00:00Z');

beforeAll(async () => {
  town = await siteTownship();
  const first = await publishEdition(town, '清单（第一版）', '2024-02-01');
  for (const name of ['甲', '乙', '丙']) await listItem(town, first, '2024-02-01', `许可${name}`, 'licence');
  const gone = await listItem(town, first, '2024-02-01', '处罚甲', 'penalty');
  const second = await publishEdition(town, '清单（第二版）', '2024-09-01');
  await listItem(town, second, '2024-09-01', '检查甲', 'inspection');
  await town.act({
    kind: 'power-item',
    step: 'remove',
    record: gone,
    expectedVersion: 1,
    occurredOn: '2024-09-01',
    values: { removedBy: second, removedOn: '2024-09-01' },
  });
  await enter(town, town.register.kind('dispute'));
  await enter(town, town.register.kind('publicity-activity'));
  site = build(town.parts);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

function build(parts: SiteParts): FastifyInstance {
  return buildSite(parts, { now, fault: (error) => faults.push(error) });
}

async function get(url: string, headers: Record<string, string> = {}) {
  const { statusCode, body, headers: answered } = await site.inject({ url, headers });
  return { statusCode, body, headers: answered };
}

/** What a reader sees: the page's text without its marks. */
function text(body: string): string {
  return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('every answer', () => {
  it.each(['/', `/${ORG}/`, `/${ORG}/checkpoint`, '/nothing', '/%zz', `/${'9'.repeat(300)}/`])(
    '%s allows no script, no frame, nothing from elsewhere',
    async (url) => {
      const { headers, body } = await get(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).not.toMatch(/script-src|unsafe|upgrade-insecure-requests/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(body).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:|https?:\/\//);
    },
  );

  it('is the same for HEAD without the body', async () => {
    const [head, whole] = [
      await site.inject({ method: 'HEAD', url: `/${ORG}/verify` }),
      await get(`/${ORG}/verify`),
    ];
    expect(head.statusCode).toBe(200);
    expect(head.body).toBe('');
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
  });

  it('to a demo organisation carries its mark and is not for search engines; to a real one the reverse', async () => {
    const demo = await get(`/${ORG}/`);
    expect(demo.headers['x-robots-tag']).toContain('noindex');
    expect(demo.body).toContain('noindex');
    expect(demo.body).toContain('样稿·数据虚构');
    expect((await get(`/${ORG}/checkpoint`)).headers['x-robots-tag']).toContain('noindex');
    const real = build({
      ...town.parts,
      organisations: () => Promise.resolve([{ code: ORG, name: '柳河乡', demo: false }]),
    });
    const { body, headers } = await real.inject({ url: `/${ORG}/` });
    expect(headers['x-robots-tag']).toBeUndefined();
    expect(body).not.toMatch(/noindex|样稿/);
    expect(text(body)).toContain('公开页只列标明公开的栏目；发现不该公开的内容，请告知本单位更正。');
    await real.close();
  });

  it('is in Chinese, with the style sheet at an address that may be kept for ever', async () => {
    const { body } = await get(`/${ORG}/`);
    expect(body).toContain('<html lang="zh-CN"');
    const address = /href="(\/style-[0-9a-f]+\.css)"/.exec(body)?.[1];
    const style = await get(address!);
    expect(style.statusCode).toBe(200);
    expect(style.headers['content-type']).toContain('text/css');
    expect(style.headers['cache-control']).toContain('immutable');
  });
});

describe('what is no page', () => {
  it.each([
    '/nothing',
    '/%zz',
    `/${'9'.repeat(300)}/`,
    `/${ORG}/report/2019`,
    `/${ORG}/report/2031`,
    `/${ORG}/report/02024`,
    `/${ORG}/report/2024/figures/none`,
    `/${ORG}/report/2024/figures/constructor`,
    `/${ORG}/power-list?edition=none`,
    `/${ORG}/power-list/deeper`,
    `/${ORG}/records/`,
  ])('%s is answered by the one Chinese page for what is missing', async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(404);
    const among = url.startsWith(`/${ORG}/`) ? `/${ORG}` : '';
    expect(body).toBe((await get(`${among}/nothing`)).body);
    expect(text(body)).not.toMatch(/[A-Za-z]{3,}/);
  });

  it('carries the mark and the header of the organisation among whose pages it lies', async () => {
    const refused = await site.inject({ method: 'POST', url: `/${ORG}/verify` });
    for (const { body } of [await get(`/${ORG}/records/none`), await get(`/${ORG}/no/such`), refused]) {
      expect(text(body)).toContain('样稿·数据虚构');
      expect(body).toContain(`class="site" href="/${ORG}/"`);
    }
    expect((await get('/nothing')).body).not.toMatch(/样稿|class="site"/);
    expect((await get('/520581000999/nothing')).body).not.toMatch(/样稿|class="site"/);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)(
    '%s is refused, whatever it carries',
    async (method) => {
      const { statusCode, body, headers } = await site.inject({
        method,
        url: `/${ORG}/`,
        headers: { 'content-type': 'application/json' },
        payload: '{broken',
      });
      expect(statusCode).toBe(405);
      expect(headers['allow']).toBe('GET, HEAD');
      expect(body).toContain('这里只能查看');
    },
  );

  it('a fault shows a Chinese sentence, nothing of itself, and is handed on', async () => {
    const broken = build({ ...town.parts, report: () => Promise.reject(new TypeError('password of db')) });
    const { statusCode, body } = await broken.inject({ url: `/${ORG}/report/2024` });
    expect(statusCode).toBe(500);
    expect(body).toContain('暂时打不开');
    expect(body).not.toMatch(/password|TypeError/);
    expect(String(faults.pop())).toContain('password of db');
    const tampered = build({
      ...town.parts,
      report: () => Promise.reject(new Refusal('tampered', '账本第3条有问题')),
    });
    const answer = await tampered.inject({ url: `/${ORG}/report/2024` });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('账本');
    faults.pop();
    await Promise.all([broken.close(), tampered.close()]);
  });

  it('bytes that are no HTTP get an empty 400', async () => {
    const listening = build(town.parts);
    const { port } = new URL(await listening.listen({ host: '127.0.0.1', port: 0 }));
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let received = '';
      socket.on('data', (data) => (received += data.toString()));
      socket.on('end', () => resolve(received));
      socket.on('error', reject);
    });
    expect(answer).toBe('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    await listening.close();
  });
});

describe('text size and contrast', () => {
  it('are chosen by a link and kept by a cookie that tells nothing else', async () => {
    const chosen = await get(`/${ORG}/verify?size=large`);
    expect(chosen.body).toContain('data-size="large"');
    expect(chosen.headers['set-cookie']).toEqual([
      'size=large; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax',
    ]);
    const next = await get(`/${ORG}/`, { cookie: 'other=1; size=large; contrast=high' });
    expect(next.body).toContain('data-size="large" data-contrast="high"');
    expect(next.headers['set-cookie']).toBeUndefined();
    expect(next.headers['vary']).toBe('Cookie');
    expect((await get('/nothing', { cookie: 'size=large' })).body).toContain('data-size="large"');
  });

  it('take no other value, and the links keep the rest of the address', async () => {
    const odd = await get(`/${ORG}/?size="><b>&contrast=high`, { cookie: 'size=%22%3E' });
    expect(odd.body).toContain('data-size="normal" data-contrast="high"');
    const { body } = await get(`/${ORG}/report/2024/figures/power-items.total?page=1&size=large`);
    expect(body).toContain('/figures/power-items.total?page=1&amp;size=normal"');
  });
});

describe('the report', () => {
  it('leads each figure to its page, and the address without a year to the latest', async () => {
    const { headers } = await get(`/${ORG}/report`);
    expect(headers['location']).toBe(`/${ORG}/report/2024`);
    const { body } = await get(`/${ORG}/report/2024`);
    const links = [...body.matchAll(/<a[^>]* href="([^"]+\/figures\/[^"]+)"[^>]*>([^<]+)</g)];
    expect(links.length).toBeGreaterThan(5);
    for (const [, href, shown] of links) {
      const page = await get(href!);
      expect(page.statusCode, href).toBe(200);
      // A zero may be said in words (未制定).
      const value = /\d/.test(shown!) ? shown : expect.stringMatching(/^0/);
      expect(/class="value">([^<]+)</.exec(page.body)?.[1], href).toEqual(value);
    }
  });

  it('shows a number that was typed as plain words, without a link and without the sign of the office', async () => {
    const values = { plan: '培训法律明白人37名，办好{disputes.screened}纠纷的回访', year: 2025 };
    await town.start({
      kind: 'next-year-plan',
      step: 'plan',
      occurredOn: '2024-08-18',
      source: 'late',
      values,
    });
    const { body } = await get(`/${ORG}/report/2024`);
    expect(body).toMatch(/培训法律明白人37名，办好<a [^>]*class="figure"[^>]*>\d+起<\/a>纠纷的回访/);
    expect(body).not.toContain('未佐证');
  });

  it('of the running year is a draft: not there, not linked; a demo shows its own', async () => {
    const running = (demo: boolean): FastifyInstance =>
      buildSite(
        { ...town.parts, organisations: () => Promise.resolve([{ code: ORG, name: '柳河乡', demo }]) },
        // 31 December 2024, 23:59 in Shanghai.
        { now: () => new Date('2024-12-31T15:59:00Z'), fault: (error) => faults.push(error) },
      );
    const [demo, real] = [running(true), running(false)];
    const addresses = ['', '/figures', '/figures/disputes.screened'].map(
      (rest) => `/${ORG}/report/2024${rest}`,
    );
    for (const url of addresses) {
      expect((await demo.inject({ url })).statusCode, url).toBe(200);
      expect((await real.inject({ url })).statusCode, url).toBe(404);
    }
    for (const url of [`/${ORG}/`, `/${ORG}/report`, `/${ORG}/power-list`]) {
      expect((await real.inject({ url })).body, url).not.toContain('report/2024');
    }
    const ended = build({
      ...town.parts,
      organisations: () => Promise.resolve([{ code: ORG, name: '柳河乡', demo: false }]),
    });
    expect((await ended.inject({ url: addresses[0]! })).statusCode).toBe(200);
    await Promise.all([demo.close(), real.close(), ended.close()]);
  });

  it('lists every figure of the register under its chapter', async () => {
    const { body } = await get(`/${ORG}/report/2024/figures`);
    for (const { code } of town.register.figures) expect(body).toContain(`/figures/${code}"`);
  });
});

describe('a figure', () => {
  it('of public kinds shows each record with what it adds, and their sum', async () => {
    const { body } = await get(`/${ORG}/report/2024/figures/power-items.total`);
    const shown = text(body);
    expect(shown).toContain('截至2024年12月31日');
    expect(shown).toContain('公开的4条记录合计4项。');
    for (const name of ['许可甲', '许可乙', '许可丙', '检查甲']) expect(shown).toContain(name);
    expect(shown).not.toContain('处罚甲');
  });

  it('names the village of each record, where records have one', async () => {
    for (const [village, type] of [
      ['柳树村', 'party'],
      ['柳树村', 'village'],
    ]) {
      await town.start({
        kind: 'disclosure-board',
        step: 'build',
        occurredOn: '2024-06-01',
        source: 'late',
        village: village!,
        values: { type, builtOn: '2024-06-01' },
      });
    }
    const { body } = await get(`/${ORG}/report/2024/figures/disclosure-boards.village`);
    expect(body).toContain('<th scope="col">村</th>');
    expect(body.match(/<td class="village">柳树村<\/td>/g)).toHaveLength(2);
    expect((await get(`/${ORG}/report/2024/figures/power-items.total`)).body).not.toContain('>村</th>');
  });

  it('of kinds that are not public says why and how many, and names none', async () => {
    const { body } = await get(`/${ORG}/report/2024/figures/disputes.screened`);
    const shown = text(body);
    expect(shown).toContain('这个数由1条记录得出，都不公开。');
    expect(shown).toContain('“矛盾纠纷”的记录涉及当事人或者内部事务');
    expect(shown).not.toContain('另外');
    expect(shown.match(/1条记录/g)).toHaveLength(1);
    expect(body).not.toContain('/records/');
  });

  it('without any record is a zero that says so', async () => {
    const shown = text((await get(`/${ORG}/report/2024/figures/penalty-cases`)).body);
    expect(shown).toContain('没有记录，所以这个数是零。');
    expect(shown).not.toMatch(/0条|佐证|不公开/);
  });
});

describe('the power list', () => {
  it('counts by category what adds up to the total, and tells what the edition changed', async () => {
    const { body } = await get(`/${ORG}/power-list`);
    const rows = [
      ...body.matchAll(/<tr><th scope="row">(.*?)<\/th><td class="number">(\d+)<\/td><\/tr>/g),
    ].map(([, head, count]) => [text(head!).trim(), Number(count)] as const);
    const total = rows.find(([label]) => label === '合计')?.[1];
    const categories = rows.filter(([label]) => label !== '合计');
    expect(categories).toHaveLength(10);
    expect(categories.reduce((sum, [, count]) => sum + count, 0)).toBe(total);
    expect(total).toBe(4);
    expect(Object.fromEntries(categories)).toMatchObject({ 行政许可: 3, 行政检查: 1, 行政处罚: 0 });
    expect(text(body)).toContain('本版新增1项，移出1项。');
    expect(text(body)).toContain('现行版本');
  });

  it('keeps the earlier edition as it was', async () => {
    const { body } = await get(`/${ORG}/power-list`);
    const earlier = /href="([^"]*\?edition=[^"]+)"[^>]*>清单（第一版）</.exec(body)?.[1];
    const shown = text((await get(earlier!)).body);
    expect(shown).toContain('处罚甲');
    expect(shown).not.toContain('检查甲');
    expect(shown).toContain('行政处罚（1项）');
    expect(shown).toContain('留存备查');
  });

  it('says what has changed since and stands in no edition yet', async () => {
    const last = /\?edition=([^"]+)"[^>]*>清单（第二版）/.exec((await get(`/${ORG}/power-list`)).body)?.[1];
    town.at('2024-11-01');
    await listItem(town, last!, '2024-11-01', '强制甲', 'coercion');
    const shown = text((await get(`/${ORG}/power-list`)).body);
    expect(shown).toContain('本版生效以后又列入1项、移出0项');
    expect(shown).not.toContain('强制甲');
  });

  it('that is not published is said to be so', async () => {
    const other = await siteTownship({ org: '520581995000', beside: town });
    const shown = text((await get('/520581995000/power-list')).body);
    expect(shown).toContain('权责清单还没有公布');
    expect(text((await get('/520581995000/')).body)).toContain('还没有可以公开的年度报告');
    expect(text((await get('/520581995000/report')).body)).toContain('还没有可以公开的年度报告');
    await other.close();
  });
});

describe('verification', () => {
  it('gives the checkpoint of the whole ledger, signed, the same on the page and for programs', async () => {
    const { note, verifier, size, ...checkpoint } = await openCheckpoints(
      town.parts.store,
      town.parts.data,
    ).of(ORG);
    const root = checkpoint.root.toString('hex');
    const { body, headers } = await get(`/${ORG}/checkpoint`);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toBe(note);
    const verified = await verifyOrganisation(ORG, {
      ...town,
      checkpoints: [openCheckpoint(body, verifier)],
    });
    expect(openCheckpoint(body, verifier)).toMatchObject({ origin: `fadu/${ORG}`, size: verified.entries });
    expect(root).toBe(verified.root);
    const page = (await get(`/${ORG}/verify`)).body;
    for (const part of [`${size}条`, root, verifier]) expect(text(page)).toContain(part);
    expect(page).toContain(`<pre>${note}</pre>`);
  });

  it('follows the ledger, and many visitors at once get one answer', async () => {
    const before = (await get(`/${ORG}/checkpoint`)).body;
    await enter(town, town.register.kind('dispute'), 1);
    const answers = await Promise.all(Array.from({ length: 8 }, () => get(`/${ORG}/checkpoint`)));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]?.body).not.toBe(before);
  });
});

it('no fault has happened', () => expect(faults).toEqual([]));
