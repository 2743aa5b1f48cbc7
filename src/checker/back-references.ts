import type { Context } from './context.ts';
import { sameFamily } from './context.ts';
import { intervalOf } from './figures.ts';
import { intersects } from './intervals.ts';
import { finding } from './message.ts';
import type { Finding, Reading } from './types.ts';

const BACK = /(?:上述|前述|以上|这|该)$/;
/** So many figures back is looked for what is meant. */
const REACH = 8;

/** 审查合同56份…前述65份合同: a number that points back to one already given. */
export function checkBackReferences(context: Context): Finding[] {
  const { readings } = context.document;
  return readings.flatMap((reading) => {
    if (!BACK.test(reading.phrase.trim()) || !reading.nounRight || reading.figure.noun.length < 2) return [];
    const earlier = readings
      .slice(Math.max(0, reading.index - REACH), reading.index)
      .filter((r) => sameFamily(r, reading) && names(r, reading.figure.noun));
    const meant = earlier.at(-1);
    if (meant === undefined || earlier.some((r) => intersects(intervalOf(r), intervalOf(reading)))) return [];
    const message = `${reading.phrase.trim()}${reading.figure.text}${reading.figure.noun},前文写的却是${meant.figure.text}`;
    return [finding('contradiction', 'likely', [meant, reading], message)];
  });
}

function names({ phrase, after, figure, plan }: Reading, noun: string): boolean {
  return !plan && (phrase.includes(noun) || figure.noun.includes(noun) || after.startsWith(noun));
}
