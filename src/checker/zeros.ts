import { coreOf } from './claims.ts';
import { thingOf } from './things.ts';
import type { Context } from './context.ts';
import type { Finding, Reading } from './types.ts';
import { spanOf } from './message.ts';

/** 全年未制定规范性文件, 没有行政诉讼案件: none, said in words. */
const NONE =
  /(?:未|没有|无)(?:制定|作出|实施|采取|提起|引发|发生|收到|受理|出台|开展|出现|产生|办理|新增|发现)?(?:出?过|有)?(?:一[起件宗])?([\u4e00-\u9fff]{3,14})(?=[,。;、]|$)|([\u4e00-\u9fff]{3,14})(?:数量)?(?:均|都)?(?:为|是)零(?=[,。;、]|$)/g;
/** What was taken out of an older stock, or belongs to another year, does not contradict a year without. */
const OTHER =
  /清理|废止|失效|继续有效|历年|往年|上年|去年|现行|累计|备案审查|结转|计划|起草|征求|学习|培训|宣传|其中|按|超|逾/;
/** Not the thing but a fault of it: 未发生超期办件, 未出现败诉. */
const FAULT = /超期|逾期|违法|违规|不合法|错误|不当|败诉|撤销|问题|情况|现象|事故|影响|投诉率/;

/** 年内我街道行政诉讼案件为零: when and whose it was. */
const ANYONE = /^(?:年内|全年|本年度?|今年)?(?:(?:我|全|本)(?:镇|乡|街道|县|区))?/;

interface None {
  readonly core: string;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** Nothing was done, and elsewhere some of it was: contradiction. */
export function checkZeros(context: Context): Finding[] {
  const nones = statedNones(context);
  if (nones.size === 0) return [];
  const found = new Set<None>();
  return context.document.readings.flatMap((reading) => {
    const none = nones.get(coreOf(thingOf(reading).noun)) ?? nones.get(coreOf(reading.figure.noun));
    if (none === undefined || found.has(none) || !contradicts(reading, none)) return [];
    found.add(none);
    return [report(context, none, reading)];
  });
}

function statedNones({ document: { text, layout } }: Context): Map<string, None> {
  const nones = new Map<string, None>();
  for (const [index, { start, end, plan, heading }] of layout.sentences.entries()) {
    if (plan || heading) continue;
    for (const match of text.slice(start, end).matchAll(NONE)) {
      const noun = match[1] ?? match[2] ?? '';
      const at = start + match.index;
      if (FAULT.test(noun)) continue;
      const core = coreOf(noun.replace(ANYONE, ''));
      nones.set(core, { core, sentence: index, start: at, end: at + match[0].length });
    }
  }
  return nones;
}

function contradicts({ figure, phrase, plan, sentence }: Reading, none: None): boolean {
  return (
    !plan && sentence !== none.sentence && (figure.low ?? 0) >= 1 && figure.unit !== '%' &&
    !OTHER.test(phrase) && figure.scope.body === ''
  ); // prettier-ignore
}

function report({ document: { text } }: Context, { start, end }: None, reading: Reading): Finding {
  const said = text.slice(start, end);
  return {
    type: 'contradiction',
    grade: 'likely',
    spans: [{ start, end, text: said }, spanOf(reading)],
    message: `一处写“${said}”,另一处写${reading.figure.noun}${reading.figure.text}`,
  };
}
