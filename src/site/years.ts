import { dayAt, yearOf } from '../kernel/index.ts';
import { yearsWithRecords } from '../records/reading.ts';
import { oneOrganisation } from '../store/connection.ts';
import type { TownshipVisit } from './visit.ts';

/** The rule that asks for annual reports is of April 2019; there is no outline for an earlier year. */
const FIRST_YEAR = 2019;

/** Years with a report, latest first. A year outside has no page, so that nobody can make the server count the year 1. */
export async function reportYears({ parts, organisation, now }: TownshipVisit): Promise<number[]> {
  const years = await parts.store.read(oneOrganisation(organisation.code), (tx) =>
    yearsWithRecords(tx, organisation.code),
  );
  const current = yearOf(dayAt(now));
  return years.filter((year) => year >= FIRST_YEAR && year <= current);
}

/** The year of the address, when it has a report. */
export async function findYear(visit: TownshipVisit): Promise<number | undefined> {
  const wanted = visit.params['year'] ?? '';
  return (await reportYears(visit)).find((year) => String(year) === wanted);
}
