import { dayAt, yearOf } from '../kernel/index.ts';
import { yearsWithRecords } from '../records/reading.ts';
import { oneOrganisation } from '../store/connection.ts';
import type { TownshipVisit } from './visit.ts';

/** The rule that asks for annual reports is of April 2019; there is no outline for an earlier year. */
const FIRST_YEAR = 2019;

/**
 * Years with a public report, latest first: those that have ended, since the running year's is a draft; a demo shows its
 * own at once. A year outside has no page, so that nobody can make the server count the year 1.
 */
export async function reportYears({ parts, organisation, now }: TownshipVisit): Promise<number[]> {
  const years = await parts.store.read(oneOrganisation(organisation.code), (tx) =>
    yearsWithRecords(tx, organisation.code),
  );
  const running = yearOf(dayAt(now));
  const last = organisation.demo ? running : running - 1;
  return years.filter((year) => year >= FIRST_YEAR && year <= last);
}

/** The year of the address, when it has a report. */
export async function findYear(visit: TownshipVisit): Promise<number | undefined> {
  const wanted = visit.params['year'] ?? '';
  return (await reportYears(visit)).find((year) => String(year) === wanted);
}
