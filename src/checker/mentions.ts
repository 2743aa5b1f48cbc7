import {
  carriesOver,
  hasChanged,
  paragraphBefore,
  sameFamily,
  sentenceText,
  type Context,
} from './context.ts';
import { isExact } from './figures.ts';
import { finding } from './message.ts';
import { isMisread } from './restatements.ts';
import { thingOf } from './things.ts';
import type { Finding, Reading } from './types.ts';

/** So many figures back a reader still knows what was counted. */
const REACH = 24;
/** A count that is off by more is of other things that bear the same name. */
const APART = 1.6;
/** In front of the number: some of them, or others. */
const SOME =
  /其中|部分|试点|首批|新增|新建|新聘|新招|增加|减少|另|每|平均|余下|其余|剩余|还有|各|分别|仅|只|有$|达到?$|占|向|为$|共$|了$|完成|开展|组织|邀请|选派|抽|评|招募|培训|表彰|获|创建|打造|举办|发放|印发|参加|涉及|覆盖|走访|检查|排查|受理|办理|化解|上年|去年|同期|20\d\d年/;
/** Right in front of it: those that were counted. */
const THOSE = /(?:上述|前述|这|该|全部|在册的|现有的?|所有|以上|由)$/;
/** Behind the noun: all of them. */
const ALL =
  /^[\u4e00-\u9fff“”"]{0,14}?(?:均|全部|都(?!市)|每[村个名人户]|逐一|逐个|逐案|逐件|悉数|无一|得到|组成|皆|轮流|人人|全员)/;
const WORDLESS = /群众|村民|居民|职工|学生|师生|人次|问题|资料|意见$|人员$|干部|案件$|活动|事项$/;

/**
 * 聘请2名律师 … 3位律师组成的团队: a number in front of its noun that points back to what was counted and gives another
 * count. More than were counted can't be some of them; fewer are all only where a word says so.
 */
export function checkMentions(context: Context): Finding[] {
  return context.document.readings.flatMap((mention) => {
    if (!isMention(context, mention)) return [];
    const { noun } = mention.figure;
    const counted = countsOf(context, mention, noun);
    const [first] = counted;
    if (first === undefined || counted.some((each) => each.figure.value === mention.figure.value)) return [];
    if (hasChanged(context, mention) || !isNear(first, mention) || !saysAll(context, mention, first))
      return [];
    const message = `${noun}前后不一:前文写${first.figure.text},这里写${mention.figure.text}`;
    return [finding('contradiction', 'likely', [first, mention], message)];
  });
}

function isMention(context: Context, reading: Reading): boolean {
  const { figure, phrase, nounRight, plan } = reading;
  if (!nounRight || plan || !isExact(reading) || (figure.value ?? 0) < 2 || figure.noun.length < 2)
    return false;
  return !SOME.test(phrase) && !carriesOver(sentenceText(context, reading.sentence));
}

/** Earlier counts of the same noun; nothing where there are several that differ. */
function countsOf(context: Context, mention: Reading, noun: string): readonly Reading[] {
  const own = (context.bySentence.get(mention.sentence) ?? []).filter((r) => r.index < mention.index);
  const above = isNamed(noun)
    ? context.document.readings
        .slice(Math.max(0, mention.index - 2 * REACH), mention.index)
        .filter((r) => r.sentence !== mention.sentence && r.figure.section === mention.figure.section)
    : paragraphBefore(context, mention.sentence, REACH);
  const found = [...above, ...own].filter(
    (r) => sameFamily(r, mention) && !r.plan && isExact(r) && isOfNoun(r, noun),
  );
  return new Set(found.map((r) => r.figure.value)).size === 1 ? found : [];
}

/** 法律明白人, 人民调解员: a name that means the same people in every paragraph. */
function isNamed(noun: string): boolean {
  return (
    noun.length >= 4 && !WORDLESS.test(noun) && /(?:员|人|户|师|顾问|校长|队|室|站|网格|委会|家)$/.test(noun)
  );
}

function isOfNoun(reading: Reading, noun: string): boolean {
  if (/新增|另|每|平均|其中|上年|去年|增加|减少|各$|分别|[一二三四]季度|半年/.test(reading.phrase))
    return false;
  const own = reading.nounRight ? reading.figure.noun : thingOf(reading).noun;
  const [short, long] = own.length < noun.length ? [own, noun] : [noun, own];
  return (
    short.length >= 2 &&
    long.endsWith(short) &&
    long.length - short.length !== 1 &&
    (long.length - short.length <= 6 || short.length >= 4)
  );
}

function isNear(counted: Reading, mention: Reading): boolean {
  const [a, b] = [counted.figure.value ?? 0, mention.figure.value ?? 0];
  return Math.max(a, b) / Math.min(a, b) <= APART;
}

function saysAll(context: Context, mention: Reading, counted: Reading): boolean {
  const { figure, phrase } = mention;
  const behind = context.document.text.slice(
    figure.end + figure.noun.length,
    figure.end + figure.noun.length + 30,
  );
  const all = THOSE.test(phrase.trim()) || ALL.test(behind);
  if (all || isMisread(figure.value ?? 0, counted.figure.value ?? 0)) return true;
  return (
    (figure.value ?? 0) > (counted.figure.value ?? 0) &&
    !WORDLESS.test(figure.noun) &&
    /^[,\s]*(?:对|在|全年|年内|依托|依靠|发挥|发动|镇|乡|街道|本[镇乡]|全[镇乡])?$/.test(phrase.trim())
  );
}
