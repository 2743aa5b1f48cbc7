import {
  keptThrough,
  periodOn,
  Refusal,
  type Day,
  type Keeping,
  type Kind,
  type Register,
  type RetentionPeriod,
} from '../kernel/index.ts';
import { USUAL_RETENTION } from '../law/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import { historyOf } from './draft.ts';

/** The kind of an office's own schedule (保存期限表). */
const SCHEDULE = 'retention-schedule';

interface ScheduleItem {
  readonly kind: string;
  /** `y10`, or `permanent`. */
  readonly keep: string;
}

/** What the office's newest schedule in force says. A name in it that is no kind's may be meant for any: it is refused. */
async function scheduleOf(store: Store, register: Register, org: string): Promise<Map<string, Keeping>> {
  const [row] = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ items: readonly ScheduleItem[] }>(
      'schedule-in-force',
      `SELECT r.body -> 'items' AS items FROM record r
       WHERE r.org_code = $1 AND r.kind = $2 AND r.state = 'inForce' AND r.voided_by IS NULL AND NOT r.is_drill
         AND r.sealed IS NULL
       ORDER BY r.occurred_on DESC, r.first_seq DESC LIMIT 1`,
      [org, SCHEDULE],
    ),
  );
  return new Map(
    (row?.items ?? []).map(({ kind: name, keep }) => {
      const kind = register.kinds.find((each) => each.code === name || each.label === name);
      if (!kind) {
        throw new Refusal('wrong-state', `保存期限表里的“${name}”不是任何一种事项，看不出期限。`, {
          next: '请先更正保存期限表。',
        });
      }
      return [kind.code, keep === 'permanent' ? keep : Number(keep.slice(1))] as const;
    }),
  );
}

/** What the office says, but never less than what the law says at least; the law's where the office says nothing. */
export function keepingOf({ keep, least }: RetentionPeriod, scheduled: Keeping | undefined): Keeping {
  if (scheduled === undefined) return keep;
  if (!least) return scheduled;
  return keep === 'permanent' || scheduled === 'permanent' ? 'permanent' : Math.max(keep, scheduled);
}

/**
 * The last day on which a record must be kept: from the year after its last step, by the office's schedule or, where that
 * is silent, by the law room's. `permanent` never ends.
 */
export async function retainedThrough(
  store: Store,
  register: Register,
  kind: Kind,
  { org, record }: { readonly org: string; readonly record: string },
): Promise<Day | 'permanent'> {
  const history = await historyOf(store, org, record);
  const days = history.filter(({ step }) => kind.steps[step]).map(({ occurredOn }) => occurredOn);
  const ended = days.toSorted().at(-1);
  if (ended === undefined) throw new Refusal('not-found', '没有这条记录。');
  const period = periodOn(kind.retention ?? USUAL_RETENTION, ended);
  const kept = keepingOf(period, (await scheduleOf(store, register, org)).get(kind.code));
  return kept === 'permanent' ? kept : keptThrough(ended, kept);
}
