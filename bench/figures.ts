import { randomUUID } from 'node:crypto';
import { REGISTER } from '../src/duties/index.ts';
import { countFigures } from '../src/figures/figures.ts';
import { addDays, day, type Day } from '../src/kernel/index.ts';
import { oneOrganisation, type Transaction } from '../src/store/connection.ts';
import { foundTownship, rate, show, surroundings, township, type Surroundings } from './surroundings.ts';

const RECORDS = 20_000;
const ROUNDS = 15;
const SPAN = { from: day('2024-01-01'), to: day('2024-12-31') };
const FORUMS = ['theory-group', 'staff-assembly', 'regular', 'topical', 'courtyard'] as const;
const SUBJECTS = ['law-study', 'safety', 'civil-code', 'dispute-prevention', 'decision'] as const;
const CHANNELS = ['village', 'station', 'township', 'group'] as const;

function dayOf(n: number): Day {
  return addDays(SPAN.from, (n * 37) % 366);
}

/** Three kinds that between them feed most flows: disputes, gatherings, activities. */
function request(org: string, n: number) {
  const on = dayOf(n);
  const common = { org, occurredOn: on, idempotencyKey: randomUUID(), village: '甲村' };
  const actor = { account: 'bench', post: 'judicial-office' } as const;
  if (n % 3 === 0) {
    const values = { title: '邻里纠纷', type: 'neighbour', channel: CHANNELS[n % 4], reportedOn: on };
    return { ...common, actor, kind: 'dispute', step: 'report', values };
  }
  if (n % 3 === 1) {
    const agenda = [{ subject: SUBJECTS[n % 5] }, { subject: SUBJECTS[(n + 2) % 5] }];
    const values = { title: '例会', forum: FORUMS[(n >> 2) % 5], agenda, attendance: 40, ledBy: 'head' };
    return { ...common, actor, kind: 'gathering', step: 'hold', values };
  }
  const values = {
    title: '宣传活动',
    purpose: (['law', 'safety', 'dispute', 'enforcement'] as const)[(n >> 2) % 4],
    organiser: 'judicial-office',
    venue: 'market',
    heldOn: on,
    people: 20,
    leaflets: 30,
  };
  return { ...common, actor, kind: 'publicity-activity', step: 'hold', values };
}

/** The same counts by hand, as one would write them without figures: one statement per kind of work, over the records. */
export async function bareCounts(tx: Transaction, org: string): Promise<void> {
  const on = [org, SPAN.from, SPAN.to];
  await tx.query(
    'bare-disputes',
    `SELECT count(*), count(*) FILTER (WHERE (body ->> 'settledOn')::date BETWEEN $2 AND $3),
       count(*) FILTER (WHERE (body ->> 'settledOn')::date BETWEEN $2 AND $3 AND (body ->> 'reportedOn')::date BETWEEN $2 AND $3),
       count(*) FILTER (WHERE body ->> 'channel' = 'station' AND (body ->> 'mediatedOn')::date BETWEEN $2 AND $3)
     FROM record WHERE org_code = $1 AND kind = 'dispute' AND NOT is_drill AND voided_by IS NULL
       AND (body ->> 'reportedOn')::date BETWEEN $2 AND $3`,
    on,
  );
  const subject = (code: string): string => `body -> 'agenda' @> '[{"subject":"${code}"}]'`;
  const study = `(${subject('law-study')} OR ${subject('civil-code')})`;
  await tx.query(
    'bare-gatherings',
    `SELECT count(*) FILTER (WHERE ${subject('decision-rules')}), count(*) FILTER (WHERE ${subject('normative-rules')}),
       count(*) FILTER (WHERE ${subject('enforcement-training')}), count(*) FILTER (WHERE ${subject('safety')}),
       count(*) FILTER (WHERE ${subject('safety-training')}),
       sum((body ->> 'attendance')::int) FILTER (WHERE ${subject('safety-training')}),
       count(*) FILTER (WHERE body ->> 'forum' = 'theory-group' AND ${study}),
       count(*) FILTER (WHERE body ->> 'forum' = 'enlarged-committee' AND ${study}),
       count(*) FILTER (WHERE body ->> 'forum' = 'staff-assembly' AND ${study}),
       count(*) FILTER (WHERE body ->> 'forum' = 'lecture'),
       count(*) FILTER (WHERE body ->> 'forum' = 'staff-assembly' AND ${subject('civil-code')}),
       count(*) FILTER (WHERE body ->> 'forum' IN ('theory-group', 'staff-assembly', 'regular') AND ${study}),
       count(*) FILTER (WHERE body ->> 'ledBy' IN ('head', 'secretary') AND ${study}),
       count(*) FILTER (WHERE body -> 'agenda' -> 0 ->> 'subject' = 'dispute-prevention'),
       count(*) FILTER (WHERE body ->> 'forum' = 'courtyard' AND ${subject('civil-code')})
     FROM record WHERE org_code = $1 AND kind = 'gathering' AND NOT is_drill AND voided_by IS NULL
       AND occurred_on BETWEEN $2 AND $3`,
    on,
  );
  const purpose = (code: string): string => `body ->> 'purpose' = '${code}'`;
  await tx.query(
    'bare-activities',
    `SELECT count(*) FILTER (WHERE body ->> 'organiser' = 'enforcement'), count(*) FILTER (WHERE ${purpose('safety')}),
       sum((body ->> 'leaflets')::int) FILTER (WHERE ${purpose('safety')}), sum((body ->> 'people')::int) FILTER (WHERE ${purpose('safety')}),
       count(*) FILTER (WHERE ${purpose('dispute')}), sum((body ->> 'leaflets')::int) FILTER (WHERE ${purpose('dispute')}),
       count(*) FILTER (WHERE ${purpose('law')} AND body ->> 'venue' = 'school'), count(*) FILTER (WHERE ${purpose('law')}),
       sum((body ->> 'leaflets')::int) FILTER (WHERE ${purpose('law')}), sum((body ->> 'people')::int) FILTER (WHERE ${purpose('law')}),
       count(*) FILTER (WHERE body -> 'topics' @> '["civil-code"]')
     FROM record WHERE org_code = $1 AND kind = 'publicity-activity' AND NOT is_drill AND voided_by IS NULL
       AND (body ->> 'heldOn')::date BETWEEN $2 AND $3`,
    on,
  );
}

async function timed(
  around: Surroundings,
  org: string,
  work: (tx: Transaction) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  await around.store.transaction(oneOrganisation(org), work);
  return performance.now() - started;
}

export async function benchFigures(): Promise<void> {
  console.log(`\nFigures of a year, township of ${RECORDS} records (as fadu_app with policies on)`);
  const around = await surroundings(8);
  try {
    const org = township(1);
    await foundTownship(around, org);
    await rate(8, RECORDS, async (n) => void (await around.records.start(request(org, n))));
    const [ours, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS + 3; round += 1) {
      const a = await timed(around, org, (tx) => countFigures(tx, REGISTER, org, SPAN));
      const b = await timed(around, org, (tx) => bareCounts(tx, org));
      // The first rounds warm both up.
      if (round < 3) continue;
      ours.push(a);
      bare.push(b);
    }
    show(`all ${REGISTER.figures.length} figures with their records and evidence`, ours, 'ms');
    show('30 of them as bare SQL over the records', bare, 'ms');
    show(
      'ratio (target ≤ 1.5)',
      ours.map((value, index) => value / bare[index]!),
      '',
    );
  } finally {
    await around.close();
  }
}
