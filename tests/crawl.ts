import type { FastifyInstance } from 'fastify';

export interface Crawled {
  readonly statusCode: number;
  readonly body: string;
}

/** Follows every link of the site's own from a page: what a visitor can reach without guessing. */
export async function crawl(site: FastifyInstance, from: string): Promise<Map<string, Crawled>> {
  const seen = new Map<string, Crawled>();
  const waiting = [from];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url)) continue;
    const { statusCode, body, headers } = await site.inject({ url });
    seen.set(url, { statusCode, body });
    if (typeof headers.location === 'string') waiting.push(headers.location);
    for (const [, href = ''] of body.matchAll(/href="(\/[^"#]*)/g)) {
      if (!/[?&](?:amp;)?(?:size|contrast)=/.test(href)) waiting.push(href.replaceAll('&amp;', '&'));
    }
  }
  return seen;
}
