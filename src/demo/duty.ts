import { addDays, day, type Day, type Person } from '../kernel/index.ts';
import { EMERGENCY } from './accounts.ts';
import { LAST_DAY, workday, workdayFrom, YEAR } from './days.ts';
import type { Names } from './names.ts';
import type { Matter, Plan } from './plan.ts';

/** Who leads in turn; invented, as the accounts are. */
const LEADERS = ['禄样川', '杨例松', '罗拟梅', '冉例竹'] as const;
/** The months whose rosters are in Fadu: the height of the floods, and the last of the year. */
const MONTHS = [6, 7, 12];
/** Nobody was put down for these: the roster shows the gap. */
const GAPS = ['2024-07-21', '2024-12-22'];

const NOTES = [
  '无接报，设备正常。',
  '接群众电话询问道路积水，已转村里查看。',
  '夜间小雨，各村报平安。',
  '森林防火卡口值守正常。',
  '县应急局抽查值守，在岗。',
];

function daysOf(month: number): Day[] {
  const days: Day[] = [];
  const first = day(`${YEAR}-${String(month).padStart(2, '0')}-01`);
  for (let at = first; at.slice(0, 7) === first.slice(0, 7); at = addDays(at, 1)) days.push(at);
  return days;
}

/** Three months of the duty roster (值班表), entered in one go on the last workday but one of the month before. */
export function planDuty(plan: Plan, names: Names): void {
  const leaders = LEADERS.map((name): Person => ({ name, phone: names.phone() }));
  const staff = Array.from({ length: 9 }, () => names.person());
  for (const month of MONTHS) {
    const arrangedOn = workday(month - 1, 19);
    for (const [nth, dutyOn] of daysOf(month).entries()) {
      if (GAPS.includes(dutyOn)) continue;
      const shift = plan.start('duty-roster', {
        step: 'arrange',
        on: arrangedOn,
        by: EMERGENCY,
        values: {
          dutyOn,
          leader: leaders[nth % leaders.length]!,
          staff: [staff[nth % staff.length]!, staff[(nth + 4) % staff.length]!],
        },
      });
      handOver(plan, shift, dutyOn, nth);
    }
  }
}

/** Handed over on the next workday; every ninth note is missing. */
function handOver(plan: Plan, shift: Matter, dutyOn: Day, nth: number): void {
  const on = workdayFrom(addDays(dutyOn, 1));
  if (nth % 9 === 8 || on > LAST_DAY) return;
  plan.act(shift, {
    step: 'handOver',
    on,
    by: EMERGENCY,
    values: { note: NOTES[nth % NOTES.length]!, reports: nth % NOTES.length === 1 ? 1 : 0 },
  });
}
