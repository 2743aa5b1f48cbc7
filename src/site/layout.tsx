import { renderToStaticMarkup } from 'react-dom/server';
import { CHECK_PATH } from './check-path.ts';
import type { Organisation } from './parts.ts';
import { linkWith, type Preferences } from './preferences.ts';
import { STYLE_PATH } from './style.ts';
import { timeInChinese } from './values.ts';
import { isDemo, paths, type Column, type Page, type Visit } from './visit.ts';

/** On every page of a demo organisation, on screen and on paper. */
export const DEMO_MARK = '样稿·数据虚构';
const SITE_NAME = '法治政府建设公开';
export const ICON_PATH = '/icon.svg';

/** The page as a whole document. */
export function renderPage(visit: Visit, page: Page): string {
  return document(<Frame visit={visit} page={page} />);
}

export function document(markup: React.ReactElement): string {
  return `<!doctype html>\n${renderToStaticMarkup(markup)}\n`;
}

export function Head({ title, index }: { title: string; index: boolean }) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {index ? null : <meta name="robots" content="noindex, nofollow" />}
      <meta name="format-detection" content="telephone=no" />
      <link rel="stylesheet" href={STYLE_PATH} />
      <link rel="icon" href={ICON_PATH} type="image/svg+xml" />
    </head>
  );
}

function Frame({ visit, page }: { visit: Visit; page: Page }) {
  const { organisation, preferences } = visit;
  const name = organisation?.name ?? SITE_NAME;
  const demo = isDemo(visit, page);
  return (
    <html lang="zh-CN" data-size={preferences.size} data-contrast={preferences.contrast}>
      <Head
        title={page.title === name ? name : `${page.title} - ${name}`}
        index={!demo && page.passing !== true}
      />
      <body className={page.broad === true ? 'broad' : undefined}>
        <a className="skip" href="#content">
          跳到正文
        </a>
        {demo ? <Stripe /> : null}
        <Top organisation={organisation} now={page.column}>
          {page.passing === true ? null : <Display url={visit.url} preferences={preferences} />}
        </Top>
        <Crumbs visit={visit} page={page} />
        <main id="content" className="wide" tabIndex={-1}>
          {page.main}
        </main>
        <Foot demo={demo} now={visit.now} />
      </body>
    </html>
  );
}

/** The mark of a demo organisation, above everything. */
export function Stripe() {
  return <p className="stripe">{DEMO_MARK}</p>;
}

interface TopProps {
  readonly organisation: Organisation | undefined;
  readonly now?: Column | undefined;
  readonly children?: React.ReactNode;
}

/** Whose pages these are, and their columns. */
export function Top({ organisation, now, children }: TopProps) {
  return (
    <>
      <header className="top">
        <div className="wide">
          <a className="site" href={organisation ? paths.home(organisation.code) : '/'}>
            {organisation?.name ?? SITE_NAME}
          </a>
          {children}
        </div>
      </header>
      {organisation ? <Columns org={organisation.code} now={now} /> : null}
    </>
  );
}

/** Plain links that set a cookie: they work without script. */
function Display({ url, preferences }: { url: string; preferences: Preferences }) {
  const large = preferences.size === 'large';
  const high = preferences.contrast === 'high';
  return (
    <nav className="display" aria-label="显示方式">
      <a href={linkWith(url, 'size', large ? 'normal' : 'large')}>{large ? '标准字' : '大字'}</a>
      <a href={linkWith(url, 'contrast', high ? 'normal' : 'high')}>{high ? '标准颜色' : '高对比'}</a>
    </nav>
  );
}

function Columns({ org, now }: { org: string; now: Column | undefined }) {
  const columns: readonly (readonly [Column, string, string])[] = [
    ['home', '首页', paths.home(org)],
    ['report', '年度报告', `/${org}/report`],
    ['power-list', '权责清单', paths.powerList(org)],
    ['verify', '核验', paths.verify(org)],
  ];
  return (
    <nav className="columns" aria-label="栏目">
      <ul className="wide">
        {columns.map(([column, label, to]) => (
          <li key={column}>
            <a href={to} aria-current={column === now ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Crumbs({ visit: { organisation }, page: { crumbs, title } }: { visit: Visit; page: Page }) {
  if (!organisation || !crumbs) return null;
  return (
    <nav className="crumbs wide" aria-label="当前位置">
      <ol>
        <li>
          <a href={paths.home(organisation.code)}>首页</a>
        </li>
        {crumbs.map(({ label, to }) => (
          <li key={to}>
            <a href={to}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}

function Foot({ demo, now }: { demo: boolean; now: Date }) {
  return (
    <footer className="foot">
      <div className="wide">
        {demo ? (
          <p>{DEMO_MARK}：本机构仅供演示，人名、事项和数字都是虚构的。</p>
        ) : (
          <p>公开页只列标明公开的栏目；发现不该公开的内容，请告知本单位更正。</p>
        )}
        <p>本页生成于{timeInChinese(now)}（北京时间）。</p>
        <p className="screen">
          <a href="/">本站服务的乡镇</a>
          <a href={CHECK_PATH}>核一核</a>
        </p>
      </div>
    </footer>
  );
}
