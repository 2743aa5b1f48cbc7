import { describe, expect, it } from 'vitest';
import { day, keptThrough, periodOn } from '../kernel/index.ts';
import { RETENTION } from './retention.ts';

describe('保存期限', () => {
  it('从办结的次年1月1日起算，到最后一年的12月31日', () => {
    expect(keptThrough(day('2024-01-05'), 10)).toBe('2034-12-31');
    expect(keptThrough(day('2024-12-31'), 3)).toBe('2027-12-31');
  });

  it('每一类都有出处；法律写明的才是底线，其余待复核', () => {
    for (const each of Object.values(RETENTION)) {
      for (const period of each.periods) {
        expect(period.basis.article).toMatch(/^第|^全文/);
        expect(period.least, each.id).toBe(period.basis.grade === 'A');
      }
    }
    expect(periodOn(RETENTION.protection, day('2024-01-05'))).toMatchObject({ keep: 3, least: true });
  });

  it('早于最早一版的，按最早一版', () => {
    expect(periodOn(RETENTION.mediation, day('1999-01-05')).keep).toBe(10);
  });
});
