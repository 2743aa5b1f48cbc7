import { addDays, type Day } from '../kernel/index.ts';
import { ORGANISATION, type RecordRow } from './row.ts';

/** An organisation under one name and official code: a row of org_unit. Days are inclusive. */
export interface UnitRow {
  readonly official_code: string;
  readonly name: string;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
  readonly successor: string | null;
  readonly demo: boolean;
}

/** What the organisation's own record says of it; absent in every other kind. */
export interface Standing {
  readonly units?: readonly UnitRow[];
  /** The first day on which no new matter is begun in it. */
  readonly closed?: Day | null;
}

/** A name or code that was in use until a day (曾用名称). */
export interface Earlier {
  readonly name: string;
  readonly code: string;
  readonly until: Day;
}

interface Body {
  readonly name: string;
  readonly nature: string;
  readonly officialCode?: string;
  readonly earlier?: readonly Earlier[];
  readonly closedOn?: Day;
  readonly successor?: string;
}

/** The rows of an organisation under all its names, the first from the day of its founding. */
export function standingOf(row: RecordRow): Standing {
  if (row.kind !== ORGANISATION) return {};
  const body = row.body as unknown as Body;
  const { name, officialCode = row.org_code, earlier = [], closedOn = null, successor = null } = body;
  const demo = body.nature === 'demo';
  const starts = [row.occurred_on, ...earlier.map(({ until }) => addDays(until, 1))];
  const past = earlier.map((each, index) => ({
    official_code: each.code,
    name: each.name,
    valid_from: starts[index]!,
    valid_to: each.until,
    successor: null,
    demo,
  }));
  const last = {
    official_code: officialCode,
    name,
    valid_from: starts.at(-1)!,
    valid_to: closedOn === null ? null : addDays(closedOn, -1),
    successor,
    demo,
  };
  return { units: [...past, last], closed: closedOn };
}
