import type { Precondition } from '../../kernel/index.ts';
import { judgeTerm, rule, type RuleId } from '../../law/index.ts';
import { isSigned, type Dispute, type DisputeFields } from './dispute-fields.ts';

type Condition = Precondition<DisputeFields>;
type Danger = NonNullable<Dispute['values']['danger']>[number];

function condition(id: RuleId, remedy: string, breached: Condition['breached']): Condition {
  return { rule: rule(id), remedy, breached };
}

const has = ({ values }: Dispute, ...what: readonly Danger[]): boolean =>
  what.some((one) => values.danger?.includes(one));

/** What not the whole office may know: who was hurt, who is a child, who is suspected of a crime. */
export const isSensitive = (one: Dispute): boolean => has(one, 'crime', 'violence', 'minor', 'incapable');

/** A judicial confirmation of these is not accepted: the court itself must decide who is whose, and whose it is. */
const UNCONFIRMED: readonly (string | undefined)[] = ['identity', 'ownership', 'building', 'intellectual'];
export const canBeConfirmed = ({ values }: Dispute): boolean => !UNCONFIRMED.includes(values.nature);

const CALL_POLICE = '请先办“报告公安机关”（紧急的立即拨打110），再往下办。';

const REFUSED = condition(
  'RT-01',
  '请办“终止调解”，并告知当事人可以通过仲裁、行政、司法等途径解决。',
  ({ values }) => values.consent === 'refused',
);

const UNREPORTED = condition(
  'RT-07',
  CALL_POLICE,
  (one) => has(one, 'crime', 'violence') && one.values.policeOn === undefined,
);

const VICTIM_UNREPORTED = condition(
  'RT-18',
  CALL_POLICE,
  (one) => has(one, 'violence') && has(one, 'minor', 'incapable') && one.values.policeOn === undefined,
);

const WITHOUT_GUARDIAN = condition(
  'RT-18.guardian',
  '请通知监护人参加，或者取得监护人同意，并填在“监护人”里。',
  (one) => has(one, 'minor', 'incapable') && one.values.guardian !== 'present',
);

const MUST_BE_WRITTEN = condition(
  'RT-19',
  '请制作调解协议书，双方当事人签名、调解员签名并加盖调解组织印章。',
  ({ values }) => values.nature === 'contracted' && values.agreement === 'oral',
);

/** What is held against every next act of mediating. */
const MEDIATED = [UNREPORTED, VICTIM_UNREPORTED, WITHOUT_GUARDIAN] as const;

/** 开展调解、再次调解. */
export const AT_MEDIATING: readonly Condition[] = [
  REFUSED,
  ...MEDIATED,
  condition(
    'RT-06',
    '邀请他人参加要经当事人同意；有一方不同意的，请不要让其参加。',
    ({ values }) => values.invited === 'objected',
  ),
];

/** 达成协议，和当场调成的简易登记. */
export const AT_SETTLING: readonly Condition[] = [REFUSED, ...MEDIATED, MUST_BE_WRITTEN];

/** 终止调解. */
export const AT_ENDING: readonly Condition[] = [
  VICTIM_UNREPORTED,
  condition(
    'RT-08',
    '请告知当事人可以通过仲裁、行政、司法等哪种途径维护权利，再办终止。',
    ({ values }) => values.referral === 'none',
  ),
  condition(
    'RT-21',
    '权属争议由人民政府处理，对处理决定不服的才起诉：请告知“行政处理”。',
    ({ values }) => values.nature === 'ownership' && values.referral === 'court',
  ),
  condition(
    'RT-22',
    '请先办“移交”，报乡镇人民政府、综治中心或者有关部门一起处理，再办终止。',
    ({ values }) => values.risk === 'public' && values.handedOn === undefined,
  ),
];

/** 协议签章. */
export const AT_SIGNING: readonly Condition[] = [
  condition(
    'RT-11',
    '三样都齐了再登记：双方当事人签名、盖章或者按指印，调解员签名，加盖人民调解委员会印章。',
    ({ values }) => !isSigned(values.signed),
  ),
  condition(
    'RT-19',
    '承包纠纷的调解协议书，三样签章都齐了才生效；请补齐再登记。',
    ({ values }) => values.nature === 'contracted' && !isSigned(values.signed),
  ),
];

/** 申请司法确认. */
export const AT_CONFIRMING: readonly Condition[] = [
  condition(
    'RT-11',
    '协议还没有生效：请先把签名、印章补齐，登记“协议签章”。',
    ({ values }) => values.effectiveOn === undefined,
  ),
  condition(
    'RT-14',
    '请双方当事人自协议生效之日起三十日内共同申请；一方不愿意或者已经逾期的，履行有争议可以起诉。',
    ({ values, actOn }) =>
      values.confirmationBy === 'one' ||
      (values.effectiveOn !== undefined && judgeTerm('RT-14', values.effectiveOn, actOn) === 'breached'),
  ),
  condition(
    'RT-16',
    '身份关系、权属确认的内容法院不予受理：请告知另行起诉，或者由政府处理权属。',
    (one) => !canBeConfirmed(one),
  ),
];

const AGREEMENT_PAPER = { oral: 'oral', written: 'agreement' } as const;

/** 立卷归档. */
export const AT_ARCHIVING: readonly Condition[] = [
  condition(
    'RT-10',
    '请把受理登记表、调解记录（书面协议书或者口头协议登记表）放进卷里。',
    ({ values: { volume = [], agreement, mediatedOn } }) =>
      !volume.includes('register') ||
      (mediatedOn !== undefined && !volume.includes('record')) ||
      (agreement !== undefined && !volume.includes(AGREEMENT_PAPER[agreement])),
  ),
  condition(
    'RT-12',
    '请先回访，督促履行，登记“履行”或者“回访”。',
    ({ values: { settledOn, performance, visitedOn } }) =>
      settledOn !== undefined && performance !== 'full' && visitedOn === undefined,
  ),
];
