/** An element of a page with what is counted in and below it. */
export interface PageElement {
  readonly tag: string;
  /** Its class and id. */
  readonly label: string;
  readonly children: (PageElement | string)[];
  /** Characters of running text: in a piece with Chinese punctuation, outside links. */
  weight: number;
  /** All characters that are seen. */
  letters: number;
  /** Those of them inside links. */
  linked: number;
}

const FURNITURE_TAG = new Set(['nav', 'footer', 'aside']);
const CONTAINER = new Set('div section ul ol dl table td header form'.split(' '));
const FURNITURE_LABEL =
  /(?:^|[\s_-])(?:nav|navbar|menu|foot|footer|topbar|sidebar|crumbs?|breadcrumb|bdshare|share|related|recommend|copyright|friendlinks?|pager|prevnext|toolbar|search|login|qrcode|ewm|dqwz|xgyd|fenxiang|dibu|daohang)(?:$|[\s_-]|\d)/i;
/** Also used for what belongs to an article; furniture only where much of it is links. */
const DOUBTFUL_LABEL =
  /(?:^|[\s_-])(?:header|side|left|right|location|position|hot|links|page|tools|weizhi)(?:$|[\s_-]|\d)/i;
/** The greatest share of a page's running text that furniture may hold. */
const FURNITURE_SHARE = 0.2;

/** Navigation, footers, lists of links: what stands around an article. */
export function isFurniture(element: PageElement, page: PageElement): boolean {
  if (element === page) return false;
  const small = element.weight <= page.weight * FURNITURE_SHARE;
  if (!small || page.weight === 0) return false;
  if (FURNITURE_TAG.has(element.tag)) return true;
  if (!CONTAINER.has(element.tag)) return false;
  if (FURNITURE_LABEL.test(element.label)) return true;
  if (DOUBTFUL_LABEL.test(element.label)) return element.linked * 10 >= element.letters * 3;
  return element.linked >= 20 && element.linked * 10 >= element.letters * 7;
}

/** Deepest element that still holds nearly all of a page's running text; the page itself where there is none. */
export function articleOf(page: PageElement): PageElement {
  let article = page;
  for (;;) {
    const enough = weightWithout(article, page) * 0.9;
    const inner = article.children.find(
      (child): child is PageElement =>
        typeof child !== 'string' && child.weight > 0 && child.weight >= enough && !isFurniture(child, page),
    );
    if (inner === undefined || isLeaf(inner)) return article;
    article = inner;
  }
}

function weightWithout(element: PageElement, page: PageElement): number {
  return element.children.reduce(
    (sum, child) => (typeof child !== 'string' && isFurniture(child, page) ? sum - child.weight : sum),
    element.weight,
  );
}

/** A single paragraph is no article: its heading stands outside. */
function isLeaf({ tag }: PageElement): boolean {
  return /^(?:p|span|font|b|strong|td|li|a|em|i|u)$/.test(tag);
}

/** What portals print around an article: dates of publication, counters, the way to the next one. */
const NOISE =
  /^[【[\s]*(?:上一[篇条][:：]|下一[篇条][:：]|打印本页|关闭窗口|分享到|扫一扫|版权所有|网站标识码|网站地图|[^，。]{0,8}ICP备|[^，。]{0,4}公网安备|您(?:现在|当前)?(?:的位置|所在)|(?:当前位置|字体|字号|(?:信息|文章)?来源|发布(?:日期|时间|机构)|发文日期|发稿时间|更新时间|浏览(?:次数|量)?|点击(?:数|量|率)?|阅读(?:次数|量)?|访问量|责任编辑|编辑|作者|索引号|主办单位|承办单位|技术支持)\s{0,3}[:：])/;
const LONGEST_NOISE = 120;

export function isNoise(line: string): boolean {
  return line.length <= LONGEST_NOISE && NOISE.test(line);
}
