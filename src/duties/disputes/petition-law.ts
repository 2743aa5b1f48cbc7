import type { Precondition, Term } from '../../kernel/index.ts';
import { judgeTerm, rule, type RuleId } from '../../law/index.ts';
import { ELEMENTS, type Petition, type PetitionFields } from './petition-fields.ts';

type Condition = Precondition<PetitionFields>;

function condition(id: RuleId, remedy: string, breached: Condition['breached']): Condition {
  return { rule: rule(id), remedy, breached };
}

const isOpinion = ({ values }: Petition): boolean => values.route === 'opinion';
const isDirect = ({ values }: Petition): boolean => values.source === 'direct';
const isOurs = ({ values }: Petition): boolean => values.ours !== 'no';

const UNREGISTERED = condition(
  'XF-03',
  '请先录入信访信息系统，把系统给的编号填在“信访件编号”里。',
  ({ values }) => values.number === undefined,
);

const UNREPORTED = condition(
  'XF-12',
  '请先办“报告重大、紧急事项”，再往下办。',
  ({ values }) => values.urgent === 'yes' && values.reportedUpOn === undefined,
);

export const AT_RECEIVING: readonly Condition[] = [
  condition(
    'XF-11',
    '请信访人推选代表，代表不超过五人。',
    ({ values: { form, people = 0, representatives } }) =>
      form === 'visit' && people > 5 && (representatives === undefined || representatives > 5),
  ),
];

export const AT_INFORMING: readonly Condition[] = [
  UNREGISTERED,
  UNREPORTED,
  condition('XF-15', '请换一名没有直接利害关系的工作人员承办。', ({ values }) => values.interest === 'has'),
];

export const AT_PASSING: readonly Condition[] = [
  UNREGISTERED,
  UNREPORTED,
  condition(
    'XF-13',
    '检举、控告材料和有关情况不得转给被检举、控告的人员或者单位：请转有权处理的机关。',
    ({ values }) => values.type === 'accusation' && values.passedTo === 'accused',
  ),
];

export const AT_EXTENDING: readonly Condition[] = [
  condition(
    'XF-08',
    '六十日届满以前批准，并把延期理由告知信访人；已经逾期的请尽快办结。',
    ({ values: { told, acceptedOn }, actOn }) =>
      told !== 'yes' || (acceptedOn !== undefined && judgeTerm('XF-08', acceptedOn, actOn) === 'breached'),
  ),
];

export const AT_CONCLUDING: readonly Condition[] = [
  condition(
    'XF-06',
    '按诉讼、复议、仲裁、行政程序等途径办的，请用“按法定途径办结”，不另出处理意见书。',
    (one) => !isOpinion(one),
  ),
  condition(
    'XF-07',
    '意见书请写明信访人请求、事实和理由、处理意见及其依据。',
    ({ values: { elements = [] } }) => elements.length < Object.keys(ELEMENTS).length,
  ),
];

/** What is settled by another way needs no opinion; what has no other way needs one. */
export const AT_SETTLING_OTHERWISE: readonly Condition[] = [
  condition('XF-06', '没有其他法定途径的，请调查核实并出具处理意见书。', isOpinion),
];

/** Answers of the county to reviews are the county's terms and run in its own system. */
export const PETITION_TERMS: readonly Term<PetitionFields>[] = [
  { rule: 'XF-04', from: 'receivedOn', metBy: 'informedOn', where: isDirect },
  { rule: 'XF-05', from: 'receivedOn', metBy: 'informedOn', where: (one) => !isDirect(one) && isOurs(one) },
  {
    rule: 'XF-05.objection',
    from: 'receivedOn',
    metBy: 'objectedOn',
    where: (one) => !isDirect(one) && !isOurs(one),
  },
  { rule: 'XF-08', from: 'acceptedOn', metBy: 'concludedOn', where: isOpinion, extended: 'extendedOn' },
  { rule: 'XF-09', from: 'deliveredOn', metBy: 'reviewRequestedOn' },
  { rule: 'XF-10', from: 'reviewedOn', metBy: 'secondRequestedOn' },
];

/** Told in fifteen days, however it came in. */
export function isInformedInTime({ values: { receivedOn, informedOn } }: Petition): boolean {
  return (
    receivedOn !== undefined &&
    informedOn !== undefined &&
    judgeTerm('XF-04', receivedOn, informedOn) === 'kept'
  );
}

export function isConcludedInTime({ values: { acceptedOn, concludedOn, extendedOn } }: Petition): boolean {
  return (
    acceptedOn !== undefined &&
    concludedOn !== undefined &&
    judgeTerm('XF-08', acceptedOn, concludedOn, extendedOn === undefined ? {} : { extension: true }) ===
      'kept'
  );
}
