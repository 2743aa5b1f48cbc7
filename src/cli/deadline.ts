import { InvalidArgumentError, type Command } from 'commander';
import { citationText } from '../kernel/citation.ts';
import { isDay } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import {
  BINDING_TEXT,
  deadline,
  getTerm,
  TERMS,
  weekdayText,
  type Deadline,
  type Suspension,
  type TermRule,
} from '../law/index.ts';

interface Options {
  readonly list?: true;
  readonly from?: string;
  readonly suspend: readonly string[];
  readonly extended?: true;
  readonly json?: true;
}

const UNITS: Readonly<Record<TermRule['unit'], string>> = {
  workday: '个工作日',
  day: '日（自然日）',
  month: '个月',
  year: '年',
  hour: '小时',
  'fixed-date': '固定日期',
};

/** `fadu deadline`: computes a statutory deadline and says how, or lists the rules. */
export function addDeadline(program: Command): void {
  program
    .command('deadline')
    .description('计算法定期限，逐日说明理由')
    .argument('[rule]', '规则编号，如 CF-39')
    .option('--list', '列出全部期限规则')
    .option('--from <day>', '起算日（2026-05-09）；以小时计的写时刻（2026-05-02T16:30+08:00）')
    .option('--suspend <from..to>', '中止或者扣除的期间，两端都算，可重复', collect, [])
    .option('--extended', '已依法批准延长')
    .option('--json', '输出 JSON')
    .action((id: string | undefined, options: Options, command: Command) => {
      const print = (text: string) => command.configureOutput().writeOut?.(`${text}\n`);
      if (options.list) {
        print(list(options.json === true));
        return;
      }
      if (id === undefined) throw new InvalidArgumentError('请写规则编号，或者用 --list 查看全部规则。');
      if (options.from === undefined) throw new InvalidArgumentError('请用 --from 写明起算日。');
      print(
        answer(
          id.toUpperCase().replace(/\..*$/, (suffix) => suffix.toLowerCase()),
          options.from,
          options,
          print,
        ),
      );
    });
}

function answer(id: string, from: string, options: Options, print: (text: string) => void): string {
  const rule = getTerm(id);
  const suspensions = options.suspend.map(readSuspension);
  try {
    const found = deadline(id, from, { suspensions, extension: options.extended === true });
    return options.json ? JSON.stringify(found, null, 2) : explain(rule, found);
  } catch (error) {
    // The machine's answer goes to stdout; the frame prints the sentence on stderr and ends with 1.
    if (options.json && error instanceof Refusal && error.code === 'calendar-missing') {
      const facts = { code: error.code, ...error.detail.facts, message: error.message };
      print(JSON.stringify(facts, null, 2));
    }
    throw error;
  }
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function readSuspension(text: string): Suspension {
  const [from, to, ...more] = text.split('..');
  if (isDay(from) && isDay(to) && from <= to && more.length === 0) return { from, to };
  throw new Refusal('bad-input', `中止期间“${text}”写得不对。`, {
    next: '请写成 2026-03-02..2026-03-06，两端都是存在的日期，起不晚于止。',
  });
}

function list(json: boolean): string {
  const rules: readonly TermRule[] = Object.values(TERMS);
  if (json) return JSON.stringify(rules.map(listed), null, 2);
  return rules
    .map((rule) => `${rule.id}\t${term(rule)}\t${rule.name}\t${citationText(rule.basis)}`)
    .join('\n');
}

function listed(rule: TermRule): object {
  const { id, name, unit, count, date, direction, role, bound, start, binding, grade, since, note } = rule;
  const extension = rule.extension && { count: rule.extension.count, by: rule.extension.by };
  return {
    rule: id,
    name,
    unit,
    count,
    date,
    direction: direction ?? 'after',
    minimum: rule.minimum === true,
    role,
    bound,
    start,
    article: citationText(rule.basis),
    rollOver: rule.rollOver && citationText(rule.rollOver.basis),
    extension,
    suspension: rule.suspension?.what,
    binding,
    grade,
    since,
    note,
  };
}

/** `90日（自然日）`, `不少于7个工作日`, `7个工作日前`, `每年3月1日前`. */
function term(rule: TermRule): string {
  if (rule.date !== undefined) {
    const [month, date] = rule.date.split('-').map(Number);
    return `每年${month}月${date}日前`;
  }
  const length = `${rule.count}${UNITS[rule.unit]}`;
  if (rule.direction === 'before') return `${length}前`;
  return rule.minimum ? `不少于${length}` : length;
}

function explain(rule: TermRule, found: Deadline): string {
  const lines = [
    `${rule.name}（${rule.id}）`,
    `依据：${found.article}，${term(rule)}，${rule.direction === 'before' ? '倒数自' : '起算：'}${rule.start}`,
    `义务人：${rule.bound}；${rule.binding.map((one) => BINDING_TEXT[one]).join('、')}`,
    `起点：${withWeekday(found.from)}`,
    `法定日：${withWeekday(found.due)}${found.extended ? '（已延长）' : ''}`,
  ];
  if (found.safeDue !== null) lines.push(`稳妥日：${withWeekday(found.safeDue)}`);
  for (const note of found.notes ?? []) lines.push(`说明：${note}`);
  lines.push('逐日：');
  for (const { date, counted, why } of found.days) {
    lines.push(`  ${counted ? '＋' : '　'} ${date} ${weekdayText(date)} ${why}`);
  }
  return lines.join('\n');
}

function withWeekday(text: string): string {
  return isDay(text) ? `${text}（${weekdayText(text)}）` : text;
}
