import type { Context } from './context.ts';
import { highestOrdinal, listAt, type Listing } from './listings.ts';
import type { Finding, Span } from './types.ts';

const NUMERALS = '零一二三四五六七八九十';
/** “五室”,即…: a name with one small number in it, and the promise to say what it stands for. */
const QUOTED =
  /“([三四五六七八九十])([\u4e00-\u9fff]{1,4})”[,:(—]{0,2}(?:分别为|分别是|即(?![可日时将使便刻以]))[:]?/g;
/** 三方面不足:一是…: counted by a word that is no unit. */
const ASPECTS = /([三四五六七八九十])(?:个|大)?(?:方面|类)[^,。;:、\d]{0,8}[:](?=一是)/g;
/** 三方面问题,即甲、乙、丙. */
const ASPECTS_NAMED =
  /([三四五六七八九十])方面(?![,。;:、])[^,。;:、\d]{1,6}[,:](?:分别为|分别是|即(?![可日时将使便刻以]))[:]?/g;
const LONGEST = 1200;

/** Numbers inside names are no figures, but what they promise can be counted: count-mismatch. */
export function checkNamedCounts({ document: { text } }: Context): Finding[] {
  const quoted = [...text.matchAll(QUOTED), ...text.matchAll(ASPECTS_NAMED)]
    .filter(([, , name]) => !/[一二三四五六七八九十]/.test(name ?? ''))
    .flatMap((match) => judge(text, match, listAt(text, match.index + match[0].length, 'full')));
  const aspects = [...text.matchAll(ASPECTS)].flatMap((match) => {
    const start = match.index + match[0].length;
    const paragraph = /^[^\n]*/.exec(text.slice(start, start + LONGEST))?.[0] ?? '';
    const count = highestOrdinal(paragraph);
    if (paragraph.length === LONGEST || count < 2) return [];
    return judge(text, match, {
      start,
      end: start + 2,
      least: count,
      most: count,
      open: false,
      promise: 'full',
    });
  });
  return [...quoted, ...aspects];
}

function judge(text: string, match: RegExpExecArray, listing: Listing | null): Finding[] {
  const said = NUMERALS.indexOf(match[1] ?? '');
  if (listing === null || listing.open || (said >= listing.least && said <= listing.most)) return [];
  const { start, end, least, most } = listing;
  const listed = least === most ? String(least) : `${least}至${most}`;
  const name = /^“?[\u4e00-\u9fff]+”?/.exec(match[0])?.[0] ?? '';
  const spans: Span[] = [
    { start: match.index, end: match.index + name.length, text: name },
    { start, end, text: text.slice(start, end) },
  ];
  return [{ type: 'count-mismatch', grade: 'likely', spans, message: `文中说${name},列出的是${listed}项` }];
}
