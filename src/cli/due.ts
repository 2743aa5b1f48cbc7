import type { Command } from 'commander';
import { dayAt, isDay, Refusal, type Day } from '../kernel/index.ts';
import { WHEN, type DueDay, type When } from '../records/due-day.ts';
import { dueList, type DueItem, type DueList } from '../records/due.ts';
import { chooseOrganisation, using, withData, type DataOptions } from './open.ts';
import { printJson, printLine } from './output.ts';

interface DueCliOptions extends DataOptions {
  readonly org?: string;
  readonly on?: string;
  readonly most: string;
  readonly path?: boolean;
  readonly json?: boolean;
}

function readDay(text: string | undefined): Day {
  if (text === undefined) return dayAt(new Date());
  if (isDay(text)) return text;
  throw new Refusal('bad-input', `“${text}”不是一个存在的日期。`, { next: '请写成2026-05-09的样子。' });
}

function readMost(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new Refusal('bad-input', `“${text}”不是件数。`);
}

/** 还有3个工作日; 已逾期2日; for what has no day, why. */
function leftText({ when, left, awaits, pausedSince, unsettled }: DueDay): string {
  if (when === 'paused') return `${pausedSince ?? ''}起暂停`;
  if (when === 'unsettled') return unsettled ?? WHEN.unsettled;
  if (when === 'awaiting') return `缺${awaits?.year ?? ''}年放假通知，算不到底，不猜`;
  if (left === undefined) return '天数待放假通知';
  const days = `${Math.abs(left.count)}${left.unit === '日' ? '日' : '个工作日'}`;
  if (left.count === 0) return '今天';
  return left.count < 0 ? `已逾期${days}` : `还有${days}`;
}

function itemLines(item: DueItem): string[] {
  const { due, safeDue, name, article, village, title, handlers, from, path = [] } = item;
  const day = due === null ? '' : `${due} `;
  const safe = safeDue === null || safeDue === due ? '' : `；稳妥日${safeDue}`;
  const whose = `${village ? `${village} ` : ''}${title}（承办：${handlers.join('、')}）`;
  return [
    `  ${day}${name}，${leftText(item)}${safe}`,
    `      ${whose}，自${from}起，${article}`,
    ...path.map(({ date, counted, why }) => `        ${counted ? '＋' : '－'} ${date} ${why}`),
  ];
}

function printList({ today, items, counts }: DueList): void {
  const groups = Object.keys(WHEN) as When[];
  for (const when of groups.filter((each) => counts[each] > 0)) {
    printLine(`${WHEN[when]} ${counts[when]}件`);
    const shown = items.filter((item) => item.when === when);
    for (const item of shown) itemLines(item).forEach(printLine);
    const hidden = counts[when] - shown.length;
    if (hidden > 0) printLine(`  另有${hidden}件没有列出，可用 --most 多列`);
  }
  const total = groups.reduce((sum, when) => sum + counts[when], 0);
  printLine(total === 0 ? `${today}没有在办的期限` : `${today}共有${total}个在办期限`);
}

async function showDue(options: DueCliOptions): Promise<void> {
  const [today, most] = [readDay(options.on), readMost(options.most)];
  const list = await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    const asked = { org: code, most, path: options.path === true };
    return dueList(fadu.store, fadu.register, { as: 'operator' }, today, asked);
  });
  return options.json ? printJson(list) : printList(list);
}

/** `fadu due`: the running terms of open matters, soonest first. */
export function addDue(program: Command): void {
  withData(program.command('due'))
    .description('查看在办事项的期限：已逾期、今天、本周、以后到期的，和待放假通知的')
    .option('--org <代码>', '机构代码（12位）')
    .option('--on <日期>', '站在哪一天看，不写就是今天')
    .option('--most <件数>', '最多列出多少件', '200')
    .option('--path', '列出每一天计不计、为什么')
    .option('--json', '输出JSON')
    .action(showDue);
}
