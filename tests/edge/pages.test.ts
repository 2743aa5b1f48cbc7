import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { API } from '../../src/server.ts';
import { crawl } from '../crawl.ts';
import { enterEveryKind } from '../site-township.ts';
import { testServer, type TestServer } from './server.ts';

let town: TestServer;
beforeAll(async () => {
  town = await testServer();
  await enterEveryKind(town.office);
}, 120_000);
afterAll(() => town.close());

/** Attributes by which a page makes a browser fetch something or go somewhere. */
const FETCHES = [
  'src',
  'href',
  'action',
  'formaction',
  'srcset',
  'poster',
  'data',
  'cite',
  'ping',
  'background',
];

/** What a page holds that runs script, styles inline, or asks another host. */
function wrongs(html: string): string[] {
  return parse(html, { comment: true })
    .querySelectorAll('*')
    .flatMap((element) => {
      const name = element.rawTagName.toLowerCase();
      const found = Object.entries(element.attributes).flatMap(([attribute, value]) => {
        const key = attribute.toLowerCase();
        if (key.startsWith('on') || key === 'style') return [`${name} ${key}`];
        const elsewhere = FETCHES.includes(key) && !/^(?:\/(?!\/)|#|\?|$)/.test(value);
        return elsewhere ? [`${name} ${key}=${value}`] : [];
      });
      const refresh = name === 'meta' && /refresh/i.test(element.getAttribute('http-equiv') ?? '');
      const banned = ['script', 'style', 'iframe', 'object', 'embed', 'base'].includes(name) || refresh;
      return banned ? [...found, `<${name}>`] : found;
    });
}

it('finds what it looks for', () => {
  const bad = `<p onclick="x" style="a"></p><script>1</script><img src="//a.cn/x"><a href="javascript:x">x</a>
    <a href="https://a.cn">x</a><meta http-equiv="Refresh" content="0"><form action="http://a.cn"></form>`;
  expect(wrongs(bad)).toHaveLength(8);
  expect(wrongs('<a href="/x?y=1#z">x</a><img src="/a.svg"><a href="#a">x</a>')).toEqual([]);
});

it('no page runs script, styles inline, or asks another host', { timeout: 120_000 }, async () => {
  const pages = await crawl(town.server, '/');
  expect(pages.size).toBeGreaterThan(60);
  const docs = await town.server.inject({ url: `${API}/` });
  expect(docs.body).toContain('<html');
  pages.set(`${API}/`, docs);
  pages.set(`${API}/docs.css`, await town.server.inject({ url: `${API}/docs.css` }));
  for (const url of ['/nothing', '/%zz']) pages.set(url, await town.server.inject({ url }));
  let [html, sheets] = [0, 0];
  for (const [url, { body }] of pages) {
    if (body.includes('<html')) {
      html += 1;
      expect(wrongs(body), url).toEqual([]);
    } else if (url.endsWith('.css')) {
      sheets += 1;
      expect(body, url).not.toMatch(/@import|url\(\s*['"]?(?:https?:)?\/\//);
    }
  }
  expect(html).toBeGreaterThan(50);
  expect(sheets).toBe(2);
  expect(town.faults).toEqual([]);
});
