import { text, type Day, type LinkedMatter } from '../../kernel/index.ts';

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

/** Who came from the county, where the township's own are too few: name, unit, certificate, and nothing else of the person. */
export const GUEST_FIELDS = {
  guest: text('县级部门派来的执法人员', { privacy: 'personal', max: 40, help: '只写姓名' }),
  guestUnit: text('派来人员的单位', { max: 60, help: '如“县自然资源局”' }),
  guestCertificate: text('派来人员的执法证号', { max: 40, code: true }),
};
/** Their names, for the steps in which somebody may join. */
export const GUEST = ['guest', 'guestUnit', 'guestCertificate'] as const;

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
  '请选两名不同的、证件当天有效的在岗执法人员；本乡镇人手不够的，请县级部门派人，填派来人员的姓名、单位和证号。';

/**
 * Somebody is put on the case who may not be: without a certificate of the day, away, or the same person twice. The second
 * may still be missing where nobody has investigated yet.
 */
export function isPutOnWrongly({ actOn, linked }: Team): boolean {
  const named = [linked.firstOfficer, linked.secondOfficer].filter((one) => one !== undefined);
  const different = new Set(named.map((one) => one.id)).size;
  return different < named.length || named.some((one) => !isCertifiedOn(one, actOn));
}

export const FIT_OFFICERS =
  '主办、协办要是两个不同的人，证件当天有效、本人在岗；证件过期、暂扣或者离岗的不能派到这件事上，请另选人。';

/** Whoever leaves the roll holds no valid certificate any more: its last day is given where it has not passed. */
export const STILL_VALID = {
  field: 'endedOn',
  wrong: ({ values }: { readonly values: { readonly endedOn?: Day; readonly offRollOn?: Day } }): boolean =>
    values.endedOn === undefined || (values.offRollOn !== undefined && values.endedOn > values.offRollOn),
  sentence: '注销时证件还没有到期，要写明从哪天起失效。',
  next: '请填“证件失效日”，一般就是注销当天；早已到期的不用改。',
} as const;
