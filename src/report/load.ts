import { countFigures, spanOf, type Span } from '../figures/figures.ts';
import { Refusal, type Day, type Register } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { draftReport, type Plan, type PlanAnswer, type Shortcoming } from './draft.ts';
import type { Draft, Organisation } from './model.ts';

/** Records that a report may speak of: not voided, no drill, not sealed. */
const REPORTED = `org_code = $1 AND kind = $2 AND voided_by IS NULL AND NOT is_drill AND sealed IS NULL`;

/** The organisation under the name that it had on a day; before its founding under its first. */
async function organisationOf(tx: Transaction, org: string, on: Day): Promise<Organisation> {
  const [found] = await tx.query<{ name: string; demo: boolean }>(
    'organisation-of-report',
    `SELECT u.name, u.demo FROM org_unit u WHERE u.code = $1
     ORDER BY u.valid_from <= $2 DESC, abs(u.valid_from - $2) LIMIT 1`,
    [org, on],
  );
  if (!found) throw new Refusal('unknown-organisation', `没有代码为“${org}”的机构。`);
  return { code: org, ...found };
}

/** What was named in the year and is not yet answered, or answered only later: the report says it either way. */
function shortcomingsOf(tx: Transaction, org: string, span: Span): Promise<Shortcoming[]> {
  return tx.query<Shortcoming>(
    'shortcomings-of-report',
    `SELECT body->>'problem' AS text, coalesce(body->>'cause', '') AS cause FROM record
     WHERE ${REPORTED} AND body->>'notedOn' BETWEEN $3 AND $4 ORDER BY body->>'notedOn', first_seq`,
    [org, 'shortcoming', span.from, span.to],
  );
}

function plansOf(tx: Transaction, org: string, year: number): Promise<Plan[]> {
  return tx.query<Plan>(
    'plans-of-report',
    `SELECT body->>'plan' AS text FROM record
     WHERE ${REPORTED} AND body->>'year' = $3 ORDER BY occurred_on, first_seq`,
    [org, 'next-year-plan', String(year)],
  );
}

/** Items that last year's report arranged for this year, with what became of them, whenever that was said; the latest answer where one has two tasks. */
function answersOf(tx: Transaction, org: string, { from }: Span): Promise<PlanAnswer[]> {
  return tx.query<PlanAnswer>(
    'plan-answers-of-report',
    `SELECT DISTINCT ON (p.occurred_on, p.first_seq) p.body->>'plan' AS text,
       coalesce(t.body->>'outcome', '') AS outcome, coalesce(t.body->>'result', '') AS result,
       coalesce(t.body->>'why', '') AS why
     FROM record p
     LEFT JOIN link l ON l.org_code = p.org_code AND l.to_record = p.record_id AND l.role = 'plan'
     LEFT JOIN record t ON t.org_code = l.org_code AND t.record_id = l.from_record AND t.kind = 'task'
       AND t.voided_by IS NULL AND NOT t.is_drill AND t.sealed IS NULL
     WHERE p.org_code = $1 AND p.kind = $2 AND p.voided_by IS NULL AND NOT p.is_drill AND p.sealed IS NULL
       AND p.body->>'year' = $3
     ORDER BY p.occurred_on, p.first_seq, t.body->>'answeredOn' DESC NULLS LAST`,
    [org, 'next-year-plan', from.slice(0, 4)],
  );
}

/**
 * The annual report of a year from the records, dated and worded by the last day counted: the same records give the
 * same paper whenever it is asked for.
 */
export async function loadDraft(
  store: Store,
  register: Register,
  org: string,
  year: number,
  now: Date,
): Promise<Draft> {
  const span = spanOf(year, now);
  return store.read(oneOrganisation(org), async (tx) => {
    const organisation = await organisationOf(tx, org, span.to);
    const figures = await countFigures(tx, register, org, span);
    const shortcomings = await shortcomingsOf(tx, org, span);
    const plans = await plansOf(tx, org, year + 1);
    const answers = await answersOf(tx, org, span);
    return draftReport({
      organisation,
      year,
      span,
      figures,
      shortcomings,
      plans,
      answers,
      phrasesOn: span.to,
    });
  });
}
