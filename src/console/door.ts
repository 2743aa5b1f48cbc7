import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { COMMON_HEADERS, policyOf } from '../web/headers.ts';

/** Where the staff console (工作台) begins. */
export const CONSOLE = '/console';

/** What scripts/build-console.mjs writes beside the assets: the files that the first page needs. */
export interface Manifest {
  readonly script: string;
  readonly style: string;
  /** Further scripts that the first one imports, fetched at once rather than one after the other. */
  readonly preload: readonly string[];
}

/**
 * Scripts and styles are our own files alone. The component library writes its styles into the page, in elements that
 * carry the nonce; `style-src-attr` allows style attributes, which move nothing but boxes.
 */
function policy(nonce: string): string {
  return policyOf({
    'script-src': `'self'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'style-src-attr': `'unsafe-inline'`,
    'img-src': `'self' data: blob:`,
    'media-src': `blob:`,
    'object-src': `'none'`,
    'frame-src': `blob:`,
    'connect-src': `'self'`,
    'font-src': `'self'`,
  });
}

/** The one page that all addresses of the console answer with. Without script it says what is missing. */
function page({ script, style, preload }: Manifest, nonce: string): string {
  const at = (file: string): string => `${CONSOLE}/assets/${file}`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csp-nonce" content="${nonce}">
<title>法度工作台</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${at(style)}">
${preload.map((file) => `<link rel="modulepreload" href="${at(file)}">`).join('\n')}
<script type="module" src="${at(script)}"></script>
</head>
<body>
<div id="console"><p class="starting" role="status">正在打开工作台…</p></div>
<noscript><p class="starting">工作台要开启浏览器的脚本（JavaScript）才能使用。公开网站不需要脚本：<a href="/">公开网站首页</a>。</p></noscript>
</body>
</html>
`;
}

/**
 * Serves the built console from `folder`: assets with their hash in the name, which a browser keeps for good, and the page
 * itself, which it asks for anew each time.
 */
export async function addConsole(app: FastifyInstance, folder: URL): Promise<void> {
  const root = fileURLToPath(folder);
  const manifest = JSON.parse(await readFile(path.join(root, 'manifest.json'), 'utf8')) as Manifest;
  await app.register(serveStatic, {
    root: path.join(root, 'assets'),
    prefix: `${CONSOLE}/assets/`,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    setHeaders: (reply) => {
      for (const [name, value] of Object.entries(COMMON_HEADERS)) reply.header(name, value);
    },
  });
  const answer = { ...COMMON_HEADERS, 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };
  const headers = {
    ...answer,
    // Photographs of the work are taken on the page itself.
    'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  };
  for (const url of [CONSOLE, `${CONSOLE}/*`]) {
    app.get(url, async (_request, reply) => {
      const nonce = randomBytes(16).toString('base64');
      return reply
        .headers({ ...headers, 'content-security-policy': policy(nonce) })
        .type('text/html; charset=utf-8')
        .send(page(manifest, nonce));
    });
  }
}
