import { person, text, type Day, type LinkedMatter } from '../../kernel/index.ts';

/** Kinds of certificates (证件). */
export const CERTIFICATES = {
  province: '省级行政执法证',
  county: '县级行政执法证',
  department: '国务院部门执法证',
} as const;

/** Whether a certificate was valid on a day and its holder on duty; looks at days, so it holds for late entries too. */
export function isCertifiedOn(officer: LinkedMatter | undefined, on: Day): officer is LinkedMatter {
  if (!officer) return false;
  const { validFrom, endedOn, awayOn, backOn } = officer.values as Readonly<Record<string, Day | undefined>>;
  const valid = validFrom !== undefined && validFrom <= on && (endedOn === undefined || on < endedOn);
  // A return that lies before the leave belongs to an earlier one.
  const left = awayOn !== undefined && awayOn <= on;
  const back = left && backOn !== undefined && backOn >= awayOn && backOn <= on;
  return valid && (!left || back);
}

/** Who came from the county, where the township's own are too few. */
export const GUEST_FIELDS = {
  guest: person('县级部门派来的执法人员'),
  guestCertificate: text('派来人员的执法证号', { max: 40, code: true }),
};

interface Team {
  readonly actOn: Day;
  readonly values: { readonly guestCertificate?: string };
  readonly linked: { readonly firstOfficer?: LinkedMatter; readonly secondOfficer?: LinkedMatter };
}

/** Fewer than two different persons with a certificate valid on the day; an officer of the county counts as one. */
export function lacksTwoOfficers({ actOn, values, linked }: Team): boolean {
  const own = [linked.firstOfficer, linked.secondOfficer].filter((one) => isCertifiedOn(one, actOn));
  const different = new Set(own.map((one) => one.id)).size;
  return different + (values.guestCertificate === undefined ? 0 : 1) < 2;
}

/** What to do where there are fewer than two. */
export const TWO_OFFICERS =
  '请选两名不同的、证件当天有效的在岗执法人员；本乡镇人手不够的，请县级部门派人，填派来人员和证号。';
