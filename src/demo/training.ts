import { workdaysOf, workdaysAfter } from './days.ts';
import { CLERK } from './accounts.ts';
import { Dice } from './dice.ts';
import type { Member } from './leadership.ts';
import { Attachment, type Plan } from './plan.ts';

const TITLES = [
  '行政复议法要点',
  '习近平法治思想学习摘编',
  '民法典每日一条',
  '安全生产法乡镇职责',
  '行政处罚法程序图解',
  '土地管理法与宅基地审批',
  '政府信息公开条例问答',
  '信访工作条例要点',
  '人民调解法与调解文书',
  '反有组织犯罪法知识',
  '宪法知识问答',
  '突发事件应对法新旧对照',
] as const;

/** Two pushes a month. */
function planPushes(plan: Plan): void {
  const dice = new Dice('pushes');
  for (let month = 1; month <= 12; month += 1) {
    for (const half of [0, 1]) {
      const on = workdaysOf(month)[half * 9 + dice.between(0, 6)]!;
      const title = `${TITLES[month - 1]!}${half ? '(二)' : '(一)'}`;
      const channel = dice.pick(['wechat', 'wechat', 'account', 'platform', 'paper']);
      plan.start('learning-push', { step: 'push', on, by: CLERK, values: { title, channel, pushedOn: on } });
    }
  }
}

interface Taken {
  readonly member: Member;
  readonly number: string;
  readonly on: string;
  readonly score: number;
}

/** The export as the platform gives it. */
function rosterOf(results: readonly Taken[]): Attachment {
  const lines = results.map(({ member, number, on, score }) =>
    [number, member.name, member.position, on, score].join(','),
  );
  const text = ['样稿·数据虚构', '编号,姓名,岗位,参考日,成绩', ...lines].join('\r\n');
  // Spreadsheets take a text for UTF-8 only with this mark.
  return new Attachment('法宣在线学法考试成绩(2024).csv', `\uFEFF${text}\r\n`);
}

/** The year's examination: everybody on the staff, taken over from the platform's export. */
function planExamination(plan: Plan, members: readonly Member[]): void {
  const dice = new Dice('examination');
  const dueOn = '2024-11-29';
  const days = workdaysOf(11).filter((on) => on >= '2024-11-05' && on <= dueOn);
  const platform = { by: CLERK, source: 'platform', evidence: 'platform' } as const;
  const results = members.map((member, index): Taken => {
    const number = `FX2024${String(index + 1).padStart(4, '0')}`;
    return { member, number, on: dice.pick(days), score: dice.between(90, 100) };
  });
  const roster = rosterOf(results);
  const expected = results.map(({ member, number }) =>
    plan.start('platform-result', {
      ...platform,
      step: 'expect',
      on: '2024-11-04',
      upperNumber: number,
      values: { platform: 'law-online', member: member.matter, dueOn },
    }),
  );
  for (const [index, { on, score }] of results.entries()) {
    const values = { takenOn: on, score, roster };
    const entered = workdaysAfter(workdaysOf(11).at(-1)!, 1);
    plan.act(expected[index]!, { ...platform, step: 'take', on, entered, values });
  }
}

export function planTraining(plan: Plan, members: readonly Member[]): void {
  planPushes(plan);
  planExamination(plan, members);
}
