import type { Day, Precondition, Term } from '../../kernel/index.ts';
import { judgeTerm, rule } from '../../law/index.ts';
import type { fields, Request } from './information-request-fields.ts';

type Condition = Precondition<typeof fields>;

/** Asking others (征求意见) is time that does not count (条例第三十三条第三款). */
const ASKING = [
  { from: 'partyAskedOn', to: 'partyAnsweredOn' },
  { from: 'organAskedOn', to: 'organAnsweredOn' },
] as const;

/** True where the term for the answer had run out when its extension was agreed to: then nothing was left to extend. */
function isExtendedTooLate({ values }: Request): boolean {
  const { countsFrom, extendedOn } = values;
  if (countsFrom === undefined || extendedOn === undefined) return false;
  const suspensions = ASKING.flatMap(({ from, to }) => {
    const [asked, answered = extendedOn] = [values[from], values[to]];
    return asked === undefined || asked > answered ? [] : [{ from: asked, to: answered }];
  });
  return judgeTerm('GK-13', countsFrom, extendedOn, { suspensions }) === 'breached';
}

const refuses = ({ values }: Request): boolean => values.answer === 'refused' || values.answer === 'partly';
const opens = ({ values }: Request): boolean => values.answer === 'open' || values.answer === 'partly';

/** The third party was asked, has not answered, and may still: nothing may be opened over his head. */
function isPartyUnheard({ values }: Request, on: Day): boolean {
  const { partyAskedOn, partyReceivedOn = partyAskedOn, partyView } = values;
  if (partyReceivedOn === undefined || (partyView !== undefined && partyView !== 'silent')) return false;
  return judgeTerm('GK-12', partyReceivedOn, on) === 'kept';
}

/** 告知补正：只一次。 */
export const AT_ASKING: readonly Condition[] = [
  {
    rule: rule('GK-10'),
    breached: ({ values }) => values.correctedOn !== undefined,
    remedy: '补正只告知一次；仍不清楚的，按现有内容答复。',
  },
];

/** 视为放弃：补正期限届满以后，没有正当理由。 */
export const AT_ABANDONING: readonly Condition[] = [
  {
    rule: rule('GK-10.abandoned'),
    breached: ({ values, actOn }) =>
      values.correctBy === undefined || actOn <= values.correctBy || values.excuse !== 'none',
    remedy: '请等补正期限届满；申请人没有正当理由仍不补正的，才视为放弃。有正当理由的，请另给期限。',
  },
];

/** 征求第三方意见：书面。 */
export const AT_CONSULTING: readonly Condition[] = [
  {
    rule: rule('GK-12'),
    breached: ({ values }) => values.written !== 'yes',
    remedy: '征求第三方意见请用书面。',
  },
];

/** 延期：届满以前同意，并告知。 */
export const AT_EXTENDING: readonly Condition[] = [
  {
    rule: rule('GK-13'),
    breached: (request) => request.values.extensionTold !== 'told' || isExtendedTooLate(request),
    remedy: '延期应当在答复期限届满以前同意，并告知申请人；已经届满的，请尽快答复，不能再延。',
  },
];

/** 答复。 */
export const AT_ANSWERING: readonly Condition[] = [
  {
    rule: rule('GK-12'),
    breached: (m) => opens(m) && isPartyUnheard(m, m.actOn),
    remedy: '第三方的十五个工作日还没有过，请等收到意见或者届满以后再决定公开。',
  },
  {
    rule: rule('GK-12'),
    breached: (m) =>
      m.values.answer === 'open' && m.values.partyView === 'refuses' && m.values.overriding !== 'told',
    remedy:
      '第三方不同意且理由合理的不予公开；不公开对公共利益有重大影响而决定公开的，请把内容和理由书面告知第三方。',
  },
  {
    rule: rule('GK-15'),
    breached: ({ values }) =>
      !['open', 'known', 'partly', 'complaint'].includes(values.answer ?? '') && values.reasons === undefined,
    remedy: '请写明理由和依据；属于哪一种答复，就按哪一种写。',
  },
  {
    rule: rule('GK-16'),
    breached: ({ values }) =>
      (values.separable === 'yes' && values.answer === 'refused') ||
      (values.answer === 'partly' && values.reasons === undefined),
    remedy: '能够区分处理的，请公开可以公开的部分，对不予公开的部分说明理由。',
  },
  {
    rule: rule('GK-16'),
    breached: ({ values }) => values.nature === 'complaint' && values.answer !== 'complaint',
    remedy: '以申请形式信访、投诉、举报的，请告知不作为政府信息公开申请处理，可以告知相应渠道。',
  },
  {
    rule: rule('GK-18'),
    breached: (m) => refuses(m) && m.values.remedy !== 'review',
    remedy: '不予公开的，答复书应当写明先申请行政复议，不能写成可以直接起诉。',
  },
];

const ANSWER = {
  rule: 'GK-13',
  from: 'countsFrom',
  metBy: 'answeredOn',
  pausedBetween: ASKING,
} as const satisfies Term<typeof fields>;

export const TERMS: readonly Term<typeof fields>[] = [
  {
    rule: 'GK-10',
    from: 'receivedOn',
    metBy: 'correctionOn',
    where: ({ values }) => values.contact === 'lacking',
  },
  { rule: 'GK-10.correct', from: 'correctionOn', metBy: 'correctedOn', by: 'correctBy' },
  { rule: 'GK-12', from: 'partyReceivedOn', metBy: 'partyAnsweredOn' },
  { rule: 'GK-12.joint', from: 'organReceivedOn', metBy: 'organAnsweredOn' },
  { ...ANSWER, extended: 'extendedOn', where: (m) => !isExtendedTooLate(m) },
  { ...ANSWER, where: isExtendedTooLate },
];
