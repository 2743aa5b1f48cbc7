import { renderToStaticMarkup } from 'react-dom/server';
import { MARK_STYLE, PAGE_STYLE } from './mark-style.ts';
import { Marked } from './marked-text.tsx';
import type { MarkedText } from './notes.ts';

export interface CheckedPage {
  /** Name of the file that was checked. */
  readonly name: string;
  /** When, in words. */
  readonly at: string;
  readonly marked: MarkedText;
}

/** A whole page in one file: nothing is loaded, nothing runs. */
export function checkedPage({ name, at, marked }: CheckedPage): string {
  const page = renderToStaticMarkup(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`核一核 - ${name}`}</title>
        {/* Our own constant: text inside a style element is not escaped. */}
        <style dangerouslySetInnerHTML={{ __html: PAGE_STYLE + MARK_STYLE }} />
      </head>
      <body>
        <main>
          <h1>{name}</h1>
          <p className="meta">核一核：检查报告里的数字。{at}（北京时间）。</p>
          <Marked marked={marked} />
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}
