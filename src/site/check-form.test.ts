import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { siteTownship, type SiteTownship } from '../../tests/site-township.ts';
import { Refusal } from '../kernel/index.ts';
import { p, r, wordFile } from '../reading/word.fixture.ts';
import { buildSite } from './site.ts';

const WRONG = '全年立案9件，其中甲类3件、乙类2件、其他类5件。';
let town: SiteTownship;
let site: FastifyInstance;
let faults: unknown[] = [];

beforeAll(async () => {
  town = await siteTownship();
  site = buildSite(town.parts, { fault: (fault) => faults.push(fault) });
});
afterAll(async () => {
  await site?.close();
  await town?.close();
});
beforeEach(() => {
  faults = [];
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends the form as a browser does. */
async function hand(fields: Readonly<Record<string, string | File>>, to = site): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const encoded = new Response(form);
  const payload = Buffer.from(await encoded.arrayBuffer());
  const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
  const {
    statusCode,
    headers: answered,
    body,
  } = await to.inject({ method: 'POST', url: '/check', headers, payload });
  return { status: statusCode, headers: answered, body };
}

const file = (name: string, content: string | Uint8Array): File => new File([Buffer.from(content)], name);
const errorIn = ({ body }: Answer): string => parse(body).getElementById('error')?.textContent ?? '';

describe('the form', () => {
  it('works without script, sends to this site alone, and labels what it asks for', async () => {
    const { statusCode, headers, body } = await site.inject({ url: '/check' });
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain(`form-action 'self'`);
    expect(headers['content-security-policy']).toContain(`default-src 'none'`);
    const page = parse(body);
    expect(page.querySelector('script')).toBeNull();
    for (const id of ['text', 'file']) expect(page.querySelector(`label[for=${id}]`)).not.toBeNull();
  });

  it('is reached from the front page, whose own policy allows no form', async () => {
    const { headers, body } = await site.inject({ url: '/' });
    expect(parse(body).querySelector('main a[href="/check"]')).not.toBeNull();
    expect(headers['content-security-policy']).toContain(`form-action 'none'`);
  });
});

describe('the answer', () => {
  it('marks pasted text and lists what was found', async () => {
    const { status, headers, body } = await hand({ text: `开头。\r\n${WRONG}`, file: file('', '') });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-robots-tag']).toContain('noindex');
    const page = parse(body);
    expect(page.querySelectorAll('.findings li')).toHaveLength(1);
    expect(page.querySelector('.notes')?.textContent).toContain('3+2+5=10件');
    expect(page.querySelectorAll('.checked .row p').map((each) => each.querySelectorAll('.count').length)).toEqual([0, 4]); // prettier-ignore
    expect(page.querySelector('script')).toBeNull();
  });

  it('checks a file where one is chosen, also a Word file', async () => {
    const { status, body } = await hand({
      text: '全年演练4次。',
      file: file('报告.docx', wordFile(p(r(WRONG)))),
    });
    expect(status).toBe(200);
    expect(body).toContain('报告.docx');
    expect(body).toContain('3+2+5=10件');
  });

  it('shows what was handed in as text, never as markup', async () => {
    const { body } = await hand({ text: `<script>alert(1)</script><img src=x>${WRONG}` });
    expect(body).not.toContain('<script');
    expect(body).not.toContain('<img');
  });

  it('keeps nothing: the next visitor sees none of it, and no fault carries it', async () => {
    await hand({ text: `独一无二的句子${WRONG}` });
    expect((await site.inject({ url: '/check' })).body).not.toContain('独一无二');
    const broken = buildSite(town.parts, {
      fault: (fault) => faults.push(fault),
      review: () => Promise.reject(new TypeError('broken')),
    });
    const { status, body } = await hand({ text: '独一无二的句子' }, broken);
    expect(status).toBe(500);
    expect(body).toContain('暂时打不开');
    expect(`${faults.map((fault) => (fault instanceof Error ? fault.stack : fault)).join()}`).not.toContain(
      '独一无二',
    );
    await broken.close();
  });
});

describe('what can’t be checked', () => {
  it.each([
    ['nothing', { text: ' \n' }, 422, '请粘贴报告的文字，或者选一个文件'],
    ['a picture', { file: file('a.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])) }, 422, '图片'],
    ['half a Word file', { file: file('a.docx', wordFile(p(r(WRONG))).slice(0, 300)) }, 422, '已损坏'],
    ['too many characters', { text: '一二三四五六七八九十'.repeat(10_001) }, 422, '最多检查10万字'],
    ['far too many characters', { text: '一二三四五六七八九十'.repeat(60_000) }, 413, '不超过10万字'],
    ['a large file', { file: file('a.txt', 'a'.repeat(6 * 1024 * 1024)) }, 413, '不超过5 MB'],
  ] as const)('%s gets the form again with one sentence', async (_what, fields, status, says) => {
    const answer = await hand(fields);
    expect(answer.status).toBe(status);
    expect(errorIn(answer)).toContain(says);
    expect(parse(answer.body).querySelector('form')).not.toBeNull();
    expect(faults).toEqual([]);
  });

  it('keeps what was pasted when the file was at fault', async () => {
    const { body } = await hand({ text: '我粘贴的文字', file: file('a.docx', '不是') });
    expect(parse(body).getElementById('text')?.textContent.trim()).toBe('我粘贴的文字');
  });

  it('a body that is no form, is cut, or has too many parts is answered in Chinese', async () => {
    const post = (type: string, payload: string) =>
      site.inject({ method: 'POST', url: '/check', headers: { 'content-type': type }, payload });
    for (const [type, payload, status] of [
      ['application/json', '{broken', 415],
      ['application/x-www-form-urlencoded', 'text=1', 415],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n9', 400],
      ['multipart/form-data; boundary=x', `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n9\r\n'.repeat(9)}--x--`, 400],
    ] as const) {
      const { statusCode, body } = await post(type, payload);
      expect(statusCode, payload.slice(0, 30)).toBe(status);
      expect(parse(body).getElementById('error')?.textContent).toMatch(/没有收/);
    }
    expect(faults).toEqual([]);
  }); // prettier-ignore

  it('is told to come back when too many come at once', async () => {
    const busy = buildSite(town.parts, {
      fault: (fault) => faults.push(fault),
      review: () => Promise.reject(new Refusal('environment', '现在检查的人多，请过一会儿再交。')),
    });
    const answer = await hand({ text: WRONG }, busy);
    expect(answer.status).toBe(503);
    expect(errorIn(answer)).toContain('过一会儿');
    await busy.close();
  });

  it('nothing else may be sent there', async () => {
    for (const url of ['/check/more', '/checks', '/'])
      expect((await site.inject({ method: 'POST', url })).statusCode).toBe(405);
    expect((await site.inject({ method: 'PUT', url: '/check' })).statusCode).toBe(405);
  });
});
