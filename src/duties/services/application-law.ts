import type { Day, LinkedMatter, Precondition } from '../../kernel/index.ts';
import { judgeTerm, remediesText, rule, type RuleId, type TermId } from '../../law/index.ts';
import { isLicence, isRelief, type ApplicationFields } from './application-fields.ts';

type Condition = Precondition<ApplicationFields>;

function condition(id: RuleId, remedy: string, breached: Condition['breached']): Condition {
  return { rule: rule(id), remedy, breached };
}

/** Did the power hold on the day: begun, not ended, not withdrawn, not removed from the list? */
function isInForce({ values }: LinkedMatter, on: Day): boolean {
  const day = (name: string): Day | undefined => values[name] as Day | undefined;
  const from = day('sourceFrom') ?? day('listedOn');
  const until = day('sourceUntil');
  return (
    (from === undefined || from <= on) &&
    (until === undefined || until >= on) &&
    ['removedOn', 'withdrawnOn'].every((name) => (day(name) ?? '9999') > on)
  );
}

/** 收件：清单之外不得实施许可，过期、收回的不再收新件，省级“赋权”给不了许可权。 */
export const AT_RECEIPT: readonly Condition[] = [
  condition(
    'FWU-08',
    '行政许可请从权责清单里选事项；清单上没有的，不得实施，也不得用备案、登记代替。',
    (situation) =>
      isLicence(situation) &&
      (situation.linked.power === undefined || situation.linked.power.values['category'] !== 'licence'),
  ),
  condition(
    'XK-01',
    '这项权力当天不在有效期内或者不能这样取得，请告知申请人到有权的机关办理。',
    (situation) => {
      const { power } = situation.linked;
      if (!isLicence(situation) || power === undefined) return false;
      return power.values['source'] === 'assigned' || !isInForce(power, situation.actOn);
    },
  ),
  condition('QD-04', '这项权责事项已经收回或者到期，请核对后告知申请人承接的部门。', (situation) => {
    const { power } = situation.linked;
    return !isLicence(situation) && power !== undefined && !isInForce(power, situation.actOn);
  }),
];

/** 补正只能一次告知。 */
export const TOLD_ONCE: readonly Condition[] = [
  condition(
    'XK-06',
    '需要补正的内容应当一次告知全部；上次漏告的，不能再要求申请人补正。',
    (situation) => isLicence(situation) && situation.values.againFor === 'omitted',
  ),
  condition(
    'FWU-05',
    '需要补正的内容应当一次告知全部；上次漏告的，不能再要求申请人补正。',
    (situation) => !isLicence(situation) && situation.values.againFor === 'omitted',
  ),
];

/** 受理或者不予受理都要有书面凭证。 */
export const VOUCHER = condition(
  'XK-07',
  '请出具加盖专用印章、注明日期的书面凭证。',
  (situation) => isLicence(situation) && situation.values.voucher !== 'issued',
);

/** 不属本机关职权的，告知去哪里办。 */
export const WHERE_ELSE = condition(
  'XK-05',
  '请写明向哪个机关申请，一并告知申请人。',
  (situation) =>
    isLicence(situation) &&
    situation.values.denied === 'elsewhere' &&
    situation.values.elsewhere === undefined,
);

export const TWO_CHECKERS = condition(
  'XK-08',
  '实质核查请指派两名以上工作人员。',
  (situation) => isLicence(situation) && (situation.values.checkers ?? 0) < 2,
);

/** 不计入期限的时间要书面告知。 */
export const PAUSE_TOLD = condition(
  'XK-13',
  '不计入期限的时间，请把所需时间书面告知申请人。',
  (situation) => isLicence(situation) && (situation.values.pauses ?? []).some(({ told }) => told !== 'told'),
);

export const EXTENSION_TOLD = condition(
  'XK-10',
  '延长期限请把理由告知申请人。',
  (situation) => isLicence(situation) && situation.values.extensionTold !== 'told',
);

/** 决定以前：听证、超时的理由。 */
export const AT_DECISION: readonly Condition[] = [
  condition(
    'XK-09',
    '申请人或者利害关系人要求听证的，请先举行听证，按笔录作决定。',
    (situation) =>
      isLicence(situation) &&
      situation.values.hearingAskedOn !== undefined &&
      situation.values.hearingHeldOn === undefined,
  ),
  condition('FWU-05', '已经超过承诺时限，请写明超时的理由，并向申请人说明。', (situation) => {
    const { acceptedOn, decidedOn, promised, overdueReason } = situation.values;
    if (isLicence(situation) || promised === undefined || overdueReason !== undefined) return false;
    if (acceptedOn === undefined || decidedOn === undefined) return false;
    return judgeTerm('FWU-05.promise', acceptedOn, decidedOn, { count: promised }) === 'breached';
  }),
];

/** 不予许可、不予救助要说明理由。 */
export const REFUSED_WITH_REASONS: readonly Condition[] = [
  condition(
    'XK-14',
    '不予许可的，请写明理由；复议、诉讼的途径和期限，在这里出的决定书会自动写明。',
    (situation) =>
      isLicence(situation) &&
      (situation.values.reasons === undefined || situation.values.remedies === 'untold'),
  ),
  condition(
    'FWU-10',
    '不予救助的，请书面说明理由。',
    (situation) => isRelief(situation) && situation.values.reasons === undefined,
  ),
];

/** A decision between two who dispute (行政裁决): whoever it goes against may turn against it, also where it is granted. */
export function isSettlement({ category }: Readonly<Record<string, unknown>>): boolean {
  return category === 'adjudication';
}

/** What the decision says of review and lawsuit: first the review, where a natural resource was held lawfully before. */
export function remediesOf(values: Readonly<Record<string, unknown>>): string {
  return remediesText({ reviewFirst: values['natural'] === 'right', landDispute: isSettlement(values) });
}

/** 权属争议的处理决定，先要知道是不是复议前置，才能正确告知。 */
export const REVIEW_FIRST_KNOWN = condition(
  'FY-06',
  '请选明是否涉及当事人已经依法取得的自然资源权属：涉及的应当先申请行政复议，决定书会照此告知。',
  ({ values }) => isSettlement(values) && values.natural === undefined,
);

/** 造假、骗取以后不得再次申请的期限：看以前那一件的记录，只限直接关系公共安全、人身健康、生命财产安全的许可。 */
export const BARRED = condition(
  'XK-19',
  '以前造假的一年内、骗取后被撤销的三年内，不得再次申请这类许可；请作不予受理决定，写明理由。',
  (situation) => {
    const { earlier, power } = situation.linked;
    if (!isLicence(situation) || earlier === undefined || power?.values['safety'] !== 'safety') return false;
    const { denied, deniedOn, refusedFor, decidedOn, revoked, revokedOn } = earlier.values as Readonly<
      Record<string, Day | undefined>
    >;
    const still = (term: TermId, from: Day | undefined): boolean =>
      from !== undefined && from <= situation.actOn && judgeTerm(term, from, situation.actOn) === 'breached';
    const lied = denied === 'false' ? deniedOn : refusedFor === 'false' ? decidedOn : undefined;
    return still('XK-19', lied) || still('XK-19.fraud', revoked === 'fraud' ? revokedOn : undefined);
  },
);

/** 先行救助后补充说明。 */
export const EXPLAINED = condition(
  'FWU-11',
  '先行救助的，紧急情况解除后请补充说明，再办结。',
  (situation) => situation.values.urgentOn !== undefined && situation.values.explainedOn === undefined,
);

/** 调减、终止救助前听取意见。 */
export const HEARD_BEFORE_END = condition(
  'FWU-10',
  '调减、终止救助前请先听取受助人意见，并写明理由。',
  ({ values: { heardOn, endedOn, reasons } }) =>
    heardOn === undefined || reasons === undefined || (endedOn !== undefined && heardOn > endedOn),
);

/** 届满未决定的延续视为准予。 */
export const RENEWED_IN_TIME = condition(
  'XK-16',
  '有效期届满前没有作出决定的，视为准予延续，不能再决定不予延续。',
  (situation) => {
    const { renewal, renewalDecidedOn, validUntil } = situation.values;
    if (!isLicence(situation) || validUntil === undefined || renewalDecidedOn === undefined) return false;
    return renewal === 'refused' && renewalDecidedOn > validUntil;
  },
);

export const REVOKED_LAWFULLY = condition(
  'XK-18',
  '撤销、注销许可只限法定情形；骗取的应当撤销，其他情形造成合法权益损失的依法赔偿。',
  (situation) =>
    isLicence(situation) && (situation.values.revoked === 'none' || situation.values.cancelled === 'none'),
);
