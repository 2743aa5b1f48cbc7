import { Refusal } from '../kernel/index.ts';
import { cite } from '../law/index.ts';

/** Six months in days, the longest six there are. */
const LEAST_DAYS = 184;
const DEFAULT_DAYS = 200;

/** How long network logs are kept: `FADU_LOG_DAYS`, never less than the law asks for (网络安全法第二十三条: six months). */
export function readKeepDays(env: Readonly<Record<string, string | undefined>>): number {
  const text = env['FADU_LOG_DAYS'];
  if (!text) return DEFAULT_DAYS;
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (days >= LEAST_DAYS) return days;
  throw new Refusal('environment', `FADU_LOG_DAYS“${text}”不行：网络日志至少要留存六个月。`, {
    basis: cite('WA', '23'),
    next: `请写不小于${LEAST_DAYS}的天数，或不设置（留存${DEFAULT_DAYS}天）。`,
  });
}
