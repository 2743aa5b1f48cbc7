import type { Context } from './context.ts';
import { finding } from './message.ts';
import type { Finding, Reading } from './types.ts';

/** Rates and shares that cannot pass 100 %. */
const CAPPED =
  /(?:率|满意度|知晓度|安全感|占比|比重|比例|覆盖面|覆盖|占[^,、;]{0,10})(?:也|均|都|分别|高|双双|皆|全部)?$/;
/** Rates that may: growth, overfulfilment. */
const UNCAPPED =
  /增|涨|升|幅|速|超额|回报|收益|负债|周转|同比|环比|(?:任务|计划|目标|指标|投资|产值|收入|预算|销售|税收|年度|进度|入库|招商|^|的|,)完成率|提高|下降|比上年|较上年|计划的|目标的|任务的|相当于|去年的|上年的|执行率|产销|投资|贡献|保有|渗透/;

/** 合格率升至103%: where a rate came to. */
const RAISED =
  /([\u4e00-\u9fff]{2,12}(?:率|满意度|知晓度|覆盖面))(?:已|也|则)?(?:逐步|稳步|大幅)?(?:提[高升]|上升|升|增长?)(?:至|到)了?$/;

export function checkPercents(context: Context): Finding[] {
  return context.document.readings.flatMap((reading) => {
    const { figure } = reading;
    if (figure.unit !== '%' || figure.low === null || figure.low <= 100) return [];
    const name = cappedName(reading) ?? continued(context, reading);
    if (name === null) return [];
    return [finding('percent-out-of-range', 'certain', [reading], `${name}为${figure.text},超过了100%`)];
  });
}

/** 由去年的91%升至…: where it started from names nothing. */
const STARTING = /[由从](?:去年|上年|上一年|年初|年底|20\d\d年|[上下]半年)?(?:同期|末|底)?的?$/;

/** 知晓度由88%提升到103%; 及时率、完整率为98.5%、100.4%: the name stands at the percentage before. */
function continued({ document: { readings } }: Context, { index, phrase, figure }: Reading): string | null {
  const before = readings[index - 1];
  if (before?.figure.unit !== '%' || before.figure.end < figure.start - 12) return null;
  if (!/^(?:[、和及与]|,?(?:逐步|稳步)?(?:提[高升]|上升|升|增长|增加)(?:到|至|为)了?)$/.test(phrase.trim()))
    return null;
  const named = {
    ...before,
    phrase: before.phrase.replace(STARTING, ''),
    label: before.label.replace(STARTING, ''),
  };
  return cappedName({
    ...named,
    figure: { ...named.figure, noun: named.figure.noun.replace(STARTING, '') },
  });
}

/** What the percentage is of; nothing where it may pass 100 %. */
function cappedName({ figure, phrase, label, after }: Reading): string | null {
  const name = (
    figure.noun
      .replace(/(?:更?是|实现|[\s达到为至约了])+$/, '')
      .split('、')
      .at(-1) ?? ''
  ).trim();
  const raised = RAISED.exec(phrase.trim())?.[1];
  if (raised !== undefined && !UNCAPPED.test(raised)) return raised;
  if (UNCAPPED.test(phrase) || UNCAPPED.test(label) || UNCAPPED.test(name)) return null;
  if (CAPPED.test(name)) return name;
  // 103%的受访群众: a share of them.
  if (/^的?(?:全?覆盖|满意|知晓|合格|达标|[\u4e00-\u9fff]{1,6}(?:率|满意度|知晓度|覆盖面))/.test(after))
    return after.slice(0, 12).replace(/^的/, '');
  if (/(?:实现|达到?了?)$/.test(phrase.trim()) && name.length > 1) return name;
  const share = /^的([\u4e00-\u9fff]{2,12})/.exec(after)?.[1];
  return share === undefined || UNCAPPED.test(after) ? null : `${share}的占比`;
}
