import type { Context } from './context.ts';
import { finding } from './message.ts';
import type { Finding } from './types.ts';

/** Rates and shares that cannot pass 100 %. */
const CAPPED = /(?:率|满意度|知晓度|占比|比重|比例|覆盖面|覆盖|占[^,、;]{0,10})(?:也|均|都|分别)?$/;
/** Rates that may: growth, overfulfilment. */
const UNCAPPED =
  /增|涨|升|幅|速|超额|回报|收益|负债|周转|同比|环比|完成率|提高|下降|比上年|较上年|计划的|目标的|任务的|相当于|去年的|上年的|收缴率|执行率|保障率|产销|利用率|使用率|投资|贡献/;

export function checkPercents(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const reading of context.document.readings) {
    const { figure } = reading;
    if (figure.unit !== '%' || figure.low === null || figure.low <= 100) continue;
    const label = figure.noun.replace(/[\s达到为至约]+$/, '');
    if (!CAPPED.test(label) || UNCAPPED.test(reading.phrase)) continue;
    const name = label.split('、').at(-1) ?? label;
    findings.push(
      finding('percent-out-of-range', 'certain', [reading], `${name}为${figure.text},超过了100%`),
    );
  }
  return findings;
}
