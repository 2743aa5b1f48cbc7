import type { Day, Register } from '../kernel/index.ts';
import { knownRows, type Insider } from '../people/visibility.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import { Places } from '../store/places.ts';

/** How an office is staffed on a day: what it was granted, who is there, what is vacant. */
export interface OfficeStaffing {
  readonly office: string;
  readonly label: string;
  /** Null where nobody has entered what was granted: then nothing is known of vacancies. */
  readonly posts: number | null;
  readonly inPost: number;
  readonly vacant: number | null;
}

interface Row {
  readonly kind: string;
  readonly office: string;
  readonly count: number;
}

/** Establishment and vacancies of each office (编制和空缺) as of a day, in the order in which offices are declared. */
export async function staffingOf(
  store: Store,
  register: Register,
  viewer: Insider,
  org: string,
  on: Day,
): Promise<OfficeStaffing[]> {
  const places = new Places(org);
  const day = places.place(on);
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<Row>(
      '~staffing-of-offices',
      `SELECT r.kind, r.body ->> 'office' AS office,
         sum(CASE WHEN r.kind = 'staff' THEN 1 ELSE (r.body ->> 'posts')::integer END)::integer AS count
       FROM record r
       WHERE r.org_code = $1 AND r.version > 0 AND r.kind IN ('staff', 'establishment') AND r.voided_by IS NULL
         AND NOT r.is_drill AND r.body ->> 'since' <= ${day}::text
         AND (r.body ->> 'until' IS NULL OR r.body ->> 'until' > ${day}::text)
         AND ${knownRows(viewer, register, places.place)}
       GROUP BY r.kind, r.body ->> 'office'`,
      places.values,
    ),
  );
  const of = (kind: string, office: string): number | undefined =>
    rows.find((row) => row.kind === kind && row.office === office)?.count;
  const offices = Object.entries(register.kind('staff').fields['office']?.options ?? {});
  return offices.flatMap(([office, label]) => {
    const [posts = null, inPost = 0] = [of('establishment', office), of('staff', office)];
    if (posts === null && inPost === 0) return [];
    return [{ office, label, posts, inPost, vacant: posts === null ? null : Math.max(0, posts - inPost) }];
  });
}
