import type { Retention } from '../kernel/retention.ts';
import { cite, withGrade } from './statutes.ts';

/**
 * Classes of the retention schedule, dated. National law names few terms: what is graded M is a common local term that
 * stands until the office's own schedule (保存期限表), agreed by the archives authority, says otherwise.
 */
export const RETENTION = {
  documents: {
    id: 'documents',
    label: '文书档案',
    periods: [{ since: '2006-12-18', keep: 10, basis: withGrade(cite('DAW', '*'), 'M'), least: false }],
  },
  enforcement: {
    id: 'enforcement',
    label: '执法案卷',
    periods: [{ since: '2021-01-01', keep: 30, basis: withGrade(cite('DA', '14'), 'M'), least: false }],
  },
  mediation: {
    id: 'mediation',
    label: '人民调解卷宗',
    periods: [{ since: '2011-01-01', keep: 10, basis: withGrade(cite('DA', '14'), 'M'), least: false }],
  },
  protection: {
    id: 'protection',
    label: '个人信息保护的评估和处理记录',
    periods: [{ since: '2021-11-01', keep: 3, basis: cite('GB', '56'), least: true }],
  },
} as const satisfies Readonly<Record<string, Retention>>;

/** The class of a kind that names none. */
export const USUAL_RETENTION: Retention = RETENTION.documents;
