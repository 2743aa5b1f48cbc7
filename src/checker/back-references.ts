import type { Context } from './context.ts';
import { sameFamily } from './context.ts';
import { intervalOf } from './figures.ts';
import { intersects } from './intervals.ts';
import { finding } from './message.ts';
import type { Finding, Reading } from './types.ts';

const BACK = /(?:上述|前述|以上|这|该)$/;
/** 上述罚没款4.5万元. */
const BACK_NAMED = /(?:上述|前述)([\u4e00-\u9fff]{2,10}?)(?:共计|共有|共|合计|总计)?$/;
/** So many figures back is looked for what is meant. */
const REACH = 8;

/** 审查合同56份…前述65份合同: a number that points back to one already given. */
export function checkBackReferences(context: Context): Finding[] {
  const { readings } = context.document;
  return readings.flatMap((reading) => {
    const noun = meantBy(reading);
    if (noun.length < 2) return [];
    const earlier = readings
      .slice(Math.max(0, reading.index - REACH), reading.index)
      .filter((r) => sameFamily(r, reading) && names(r, noun));
    const meant = earlier.at(-1);
    if (meant === undefined || earlier.some((r) => intersects(intervalOf(r), intervalOf(reading)))) return [];
    const message = `${reading.phrase.trim()}${reading.figure.text}${reading.nounRight ? noun : ''},前文写的却是${meant.figure.text}`;
    return [finding('contradiction', 'likely', [meant, reading], message)];
  });
}

/** What is said to have been counted before. */
function meantBy({ phrase, figure, nounRight }: Reading): string {
  if (BACK.test(phrase.trim())) return nounRight ? figure.noun : '';
  return BACK_NAMED.exec(phrase.trim())?.[1] ?? '';
}

function names({ phrase, after, figure, plan }: Reading, noun: string): boolean {
  const name = noun.slice(-4);
  return !plan && (phrase.includes(name) || figure.noun.includes(name) || after.startsWith(name));
}
