import { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../kernel/refusal.ts';
import { TERMS } from '../law/index.ts';
import { addDeadline } from './deadline.ts';

/** Runs `fadu deadline …` and keeps what it prints; what it throws is kept too, as the frame would meet it. */
function run(...args: string[]): { out: string; error: unknown } {
  let out = '';
  const program = new Command('fadu').exitOverride().configureOutput({
    writeOut: (text) => {
      out += text;
    },
    writeErr: () => {},
  });
  addDeadline(program);
  try {
    program.parse(['deadline', ...args], { from: 'user' });
  } catch (error) {
    return { out, error };
  }
  return { out, error: undefined };
}

function refusal(...args: string[]): Refusal {
  const { error } = run(...args);
  if (error instanceof Refusal) return error;
  throw new Error(`not refused: ${args.join(' ')}`);
}

describe('fadu deadline', () => {
  it('--json 输出约定的字段', () => {
    const found: unknown = JSON.parse(run('CF-42', '--from', '2026-04-30', '--json').out);
    expect(found).toMatchObject({
      rule: 'CF-42',
      from: '2026-04-30',
      due: '2026-05-11',
      safeDue: null,
      unit: 'workday',
      article: '《行政处罚法》第六十四条第一项',
    });
    expect(found).toHaveProperty('days.0', { date: '2026-04-30', counted: false, why: '起算当日不计' });
  });

  it('中止可以重复写，两端都算；延长', () => {
    const args = ['XK-10', '--from', '2026-02-12', '--json'];
    const due = (...more: string[]) => (JSON.parse(run(...args, ...more).out) as { due: string }).due;
    expect(due()).toBe('2026-03-18');
    expect(due('--suspend', '2026-03-02..2026-03-04', '--suspend', '2026-03-05..2026-03-06')).toBe(
      '2026-03-25',
    );
    expect(due('--extended')).toBe('2026-04-01');
  });

  it('不带 --json 用中文说明', () => {
    const { out } = run('CF-39', '--from', '2026-03-02');
    expect(out).toContain('法定日：2026-05-31（周日）');
    expect(out).toContain('稳妥日：2026-05-29（周五）');
    expect(out).toContain('《行政处罚法》第六十条');
    expect(run('QZ-03', '--from', '2026-05-02T16:30+08:00').out).toContain('法定日：2026-05-03T16:30');
  });

  it('--list 列出每一条规则', () => {
    expect(run('--list').out.trim().split('\n')).toHaveLength(Object.keys(TERMS).length);
    const listed = JSON.parse(run('--list', '--json').out) as { rule: string }[];
    expect(listed.map((one) => one.rule)).toEqual(Object.keys(TERMS));
    expect(run('--list').out).toContain('每年3月1日前');
  });

  it('缺放假通知：JSON 到标准输出，句子由外层打印', () => {
    const { out, error } = run('XK-10', '--from', '2026-12-21', '--json');
    expect(JSON.parse(out)).toMatchObject({
      code: 'calendar-missing',
      year: 2027,
      lastCertainDay: '2026-12-31',
    });
    expect(error).toBeInstanceOf(Refusal);
    expect(run('XK-10', '--from', '2026-12-21').out).toBe('');
  });

  it('不认识的规则、不存在的日期、写错的期间被拒绝', () => {
    expect(refusal('XX-1', '--from', '2026-01-05').code).toBe('unknown-rule');
    expect(refusal('CF-39', '--from', '2026-02-30').message).toContain('不是一个存在的日期');
    for (const span of [
      '2026-03-02',
      '2026-03-06..2026-03-02',
      '2026-03-02..2026-02-30',
      'x..y',
      '2026-03-02..2026-03-03..2026-03-04',
    ]) {
      expect(refusal('XK-10', '--from', '2026-02-12', '--suspend', span).code, span).toBe('bad-input');
    }
  });

  it('用法不对的由 commander 报错', () => {
    expect(run().error).toBeInstanceOf(CommanderError);
    expect(run('CF-39').error).toBeInstanceOf(CommanderError);
  });
});
