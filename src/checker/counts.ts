import type { Context } from './context.ts';
import { isExact } from './figures.ts';
import { listingsOf, type Listing } from './listings.ts';
import { spanOf } from './message.ts';
import type { Finding, Grade, Reading } from './types.ts';

const COUNTED =
  /^(?:个|项|处|类|种|条|家|支|所|名|人|位|部|户|件|份|册|卷|起|宗|例|批|轮|场次|笔|段|篇|张|大类|站|镇|村|社区|方面|次|场|座|块|台|门|套|幅|辆|本|册|讲|堂|期|级|则|张)$/;
const MOST = 30;

/** Number of things named against the number said: count-mismatch. */
export function checkCounts(context: Context): Finding[] {
  return context.document.readings.flatMap((reading) => {
    const said = reading.figure.value ?? 0;
    if (!isExact(reading) || said < 1 || said > MOST || reading.plan) return [];
    if (!COUNTED.test(reading.figure.unit)) return [];
    const listing = listingsOf(context, reading);
    if (listing === null || agrees(listing, said)) return [];
    return sumsBefore(context, reading).some((sum) => agrees(listing, sum))
      ? []
      : [report(context, reading, listing)];
  });
}

/** 省级1项、市级2项、县级1项,分别是…: the list may name what stands beside, too. */
function sumsBefore({ document: { readings, text } }: Context, reading: Reading): number[] {
  const sums: number[] = [];
  let sum = reading.figure.value ?? 0;
  for (let at = reading.index; at > 0; at--) {
    const [before, own] = [readings[at - 1], readings[at]];
    if (before === undefined || own === undefined || before.figure.unit !== reading.figure.unit) break;
    if (
      !/^(?:[、和及与][^,。;:]{0,16}|,[^,。;:]{2,6})$/.test(text.slice(before.figure.end, own.figure.start))
    )
      break;
    sum += before.figure.value ?? 0;
    sums.push(sum);
  }
  return sums;
}

function agrees({ least, most, open }: Listing, said: number): boolean {
  return open ? said >= least : said >= least && said <= most;
}

function report(context: Context, reading: Reading, listing: Listing): Finding {
  const { start, end, least, most } = listing;
  const listed = least === most ? String(least) : `${least}至${most}`;
  return {
    type: 'count-mismatch',
    grade: gradeOf(reading, listing),
    spans: [spanOf(reading), { start, end, text: context.document.text.slice(start, end) }],
    message: `文中说${reading.figure.text},列出的是${listed}${reading.figure.unit}`,
  };
}

/** Who counts wrong is off by one or two; what is off by more lists something else. */
const MOST_MISSED = 2;

/** A list can be cut in more ways than one where 和 stands in it, and where persons or acts are counted. */
function gradeOf({ figure }: Reading, { promise, least, most }: Listing): Grade {
  const said = figure.value ?? 0;
  if (promise !== 'full' && Math.max(said - most, least - said) > MOST_MISSED) return 'confirm';
  const people = /^[名人位户件次场]$/.test(figure.unit) && !/实事|大事|好事|举措/.test(figure.noun);
  if (promise === 'full') return least === most && !people && figure.unit !== '项' ? 'certain' : 'likely';
  if (promise === 'shown') return people ? 'confirm' : 'likely';
  return least === most ? 'likely' : 'confirm';
}
