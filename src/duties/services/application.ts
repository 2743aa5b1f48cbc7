import { defineKind } from '../../kernel/index.ts';
import { judgeTerm } from '../../law/index.ts';
import { AFTERWARDS } from './application-afterwards.ts';
import { DECISION } from './application-decision.ts';
import { EXAMINATION } from './application-examination.ts';
import {
  APPLICATION_STATES,
  applicationFields,
  isBadRating,
  isDeemed,
  isLicence,
  isRelief,
  type Application,
} from './application-fields.ts';
import { RECEIPT } from './application-receipt.ts';

const isOwn = (matter: Application): boolean => matter.values.instance !== 'first';
const ownLicence = (matter: Application): boolean => isLicence(matter) && isOwn(matter);
/** A licence whose office answered in time runs from its acceptance, any other from the day of receipt. */
const accepted = (matter: Application): boolean => ownLicence(matter) && !isDeemed(matter);
const deemed = (matter: Application): boolean => ownLicence(matter) && isDeemed(matter);
const promised = (matter: Application): boolean =>
  !isLicence(matter) && !isRelief(matter) && matter.values.promised !== undefined;
const grantedLicence = (matter: Application): boolean => isLicence(matter) && matter.state !== 'refused';

/** Whether it was decided in its own time; undefined where none can be said. */
function inTime(matter: Application): boolean | undefined {
  const { receivedOn, acceptedOn, decidedOn, promised: days, reviewDays, extendedOn } = matter.values;
  if (decidedOn === undefined) return undefined;
  const from = deemed(matter) ? receivedOn : acceptedOn;
  if (from === undefined) return undefined;
  if (isLicence(matter)) {
    const extension = extendedOn === undefined ? {} : { extension: true };
    return judgeTerm('XK-10', from, decidedOn, extension) !== 'breached';
  }
  const [term, count] = isRelief(matter)
    ? (['FWU-09', reviewDays] as const)
    : (['FWU-05.promise', days] as const);
  return count === undefined ? undefined : judgeTerm(term, from, decidedOn, { count }) !== 'breached';
}

const common = { chapter: 'services', unit: '件', measure: 'flow', counter: false } as const;
const APART = '只含在本系统办理的；在上级政务服务平台办理、按导出登记的另计，不重复。';

/**
 * An application of a citizen or a business (依申请办件), for offices whose authority has no platform of its own and has
 * switched it on; everywhere else the platform is the home, and `window-day` counts what it exports. What is a licence runs
 * by the 行政许可法; everything else by its own law or by what the guide promises.
 */
export const application = defineKind({
  code: 'application',
  label: '依申请办件',
  room: 'services',
  version: 1,
  village: 'optional',
  title: 'item',
  fields: applicationFields,
  states: APPLICATION_STATES,
  steps: {
    ...RECEIPT,
    ...EXAMINATION,
    ...DECISION,
    ...AFTERWARDS,
  },
  terms: [
    { rule: 'XK-06', from: 'receivedOn', metBy: 'answeredOn', where: isLicence },
    {
      rule: 'XK-10',
      from: 'acceptedOn',
      metBy: 'decidedOn',
      where: accepted,
      pauses: 'pauses',
      extended: 'extendedOn',
    },
    {
      rule: 'XK-10',
      from: 'receivedOn',
      metBy: 'decidedOn',
      where: deemed,
      pauses: 'pauses',
      extended: 'extendedOn',
    },
    {
      rule: 'XK-12',
      from: 'acceptedOn',
      metBy: 'decidedOn',
      where: (matter) => isLicence(matter) && !isOwn(matter),
      pauses: 'pauses',
    },
    { rule: 'FWU-05.promise', from: 'acceptedOn', metBy: 'decidedOn', where: promised, count: 'promised' },
    { rule: 'FWU-09', from: 'acceptedOn', metBy: 'decidedOn', where: isRelief, count: 'reviewDays' },
    { rule: 'XK-09.apply', from: 'hearingToldOn', metBy: 'hearingAskedOn' },
    { rule: 'XK-09', from: 'hearingAskedOn', metBy: 'hearingHeldOn' },
    { rule: 'XK-09.notice', from: 'hearingFor', metBy: 'hearingNoticeOn' },
    { rule: 'XK-15', from: 'decidedOn', metBy: 'deliveredOn', where: grantedLicence },
    { rule: 'ZF-03.penalty', from: 'decidedOn', metBy: 'publishedOn', where: grantedLicence },
    { rule: 'XK-16', from: 'validUntil', metBy: 'renewalAskedOn', where: isLicence },
    { rule: 'FWU-14', from: 'ratedOn', metBy: 'rectifiedOn', where: isBadRating, count: 'rectifyDays' },
  ],
  figures: {
    'applications.received': {
      ...common,
      label: '收件',
      definition: `收件日在统计期内的依申请办件，一件申请只计一次。${APART}`,
      on: 'receivedOn',
    },
    'applications.completed': {
      ...common,
      label: '办结',
      definition: `决定日在统计期内的依申请办件，含准予和不予；不予受理和申请人撤回的不计。${APART}`,
      on: 'decidedOn',
    },
    'applications.online': {
      label: '依申请事项网上收件率',
      unit: '%',
      definition: `收件日在统计期内、登记了收件渠道的依申请办件：网上收件的件数除以全部件数。${APART}`,
      chapter: 'services',
      measure: 'ratio',
      on: 'receivedOn',
      numerator: ({ values }) => (values.channel === 'online' ? 1 : 0),
      denominator: ({ values }) => (values.channel === undefined ? 0 : 1),
    },
    'power-items.exercised': {
      label: '行使过的权责事项',
      unit: '项',
      definition:
        '统计期内至少办过一件的权责清单事项，同一事项只计一次：依申请办件、行政处罚、行政强制措施按决定、实施之日，行政检查按检查之日，以记录里写明的权责事项为准；没有写明的不计。',
      chapter: 'services',
      measure: 'distinct',
      on: 'decidedOn',
      key: ({ values }) => values.power,
    },
    'applications.licences': {
      ...common,
      label: '办理行政许可',
      definition: '决定日在统计期内、类别为行政许可的办件，含准予和不予。',
      on: 'decidedOn',
      where: isLicence,
      relations: [{ to: 'applications.completed', is: 'part-of' }],
    },
    'applications.relief': {
      ...common,
      label: '审核社会救助申请',
      definition: '决定日在统计期内的社会救助申请，含给予和不予。',
      on: 'decidedOn',
      where: isRelief,
      relations: [{ to: 'applications.completed', is: 'part-of' }],
    },
    'applications.denied': {
      ...common,
      label: '不予受理',
      definition: '不予受理日在统计期内的办件。',
      on: 'deniedOn',
    },
    'applications.in-time': {
      label: '按期办结率',
      unit: '%',
      definition:
        '决定日在统计期内、有法定或者承诺时限的办件：按期作出决定的件数除以全部件数；法定扣除和延长的按其计算。',
      chapter: 'services',
      measure: 'ratio',
      on: 'decidedOn',
      numerator: (matter) => (inTime(matter) ? 1 : 0),
      denominator: (matter) => (inTime(matter) === undefined ? 0 : 1),
    },
    'applications.satisfaction': {
      label: '办件好评率',
      unit: '%',
      definition:
        '评价日在统计期内的办件评价：非常满意、满意、基本满意的件数除以全部评价件数；没有评价的不计。',
      chapter: 'services',
      measure: 'ratio',
      on: 'ratedOn',
      numerator: (matter) => (matter.values.rating !== undefined && !isBadRating(matter) ? 1 : 0),
      denominator: (matter) => (matter.values.rating === undefined ? 0 : 1),
    },
  },
  disclosure: {
    in: ['granted', 'delivered'],
    fields: ['item', 'category', 'number', 'decidedOn', 'validUntil', 'publishedOn'],
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-03-04',
        village: '石桥村',
        values: {
          item: '农村村民住宅用地审核批准',
          category: 'licence',
          power: '00000000-0000-4000-8000-000000000001',
          applicant: [{ name: '罗某某' }],
          channel: 'window',
          materials: [{ name: '申请表', copies: 2 }],
          receivedOn: '2024-03-04',
        },
      },
      {
        step: 'tellDeficit',
        on: '2024-03-05',
        values: {
          missing: [{ name: '户口簿复印件', demand: '全户人口页', basis: '农村宅基地管理办法' }],
          completeBy: '2024-03-19',
          deficitOn: '2024-03-05',
        },
      },
      { step: 'complete', on: '2024-03-07', values: { completedOn: '2024-03-07' } },
      { step: 'acceptCompleted', on: '2024-03-07', values: { voucher: 'issued', acceptedOn: '2024-03-07' } },
      { step: 'check', on: '2024-03-12', values: { checkers: 2, checkedOn: '2024-03-12' } },
      { step: 'tellHearing', on: '2024-03-13', values: { hearingToldOn: '2024-03-13' } },
      { step: 'askHearing', on: '2024-03-15', values: { hearingAskedOn: '2024-03-15' } },
      {
        step: 'callHearing',
        on: '2024-03-18',
        values: { hearingFor: '2024-03-28', hearingNoticeOn: '2024-03-18' },
      },
      { step: 'holdHearing', on: '2024-03-28', values: { hearingHeldOn: '2024-03-28' } },
      {
        step: 'pause',
        on: '2024-03-28',
        values: { pauses: [{ from: '2024-03-18', to: '2024-03-28', what: 'hearing', told: 'told' }] },
      },
      {
        step: 'extend',
        on: '2024-04-10',
        values: { extensionReason: '地块界址要复核', extensionTold: 'told', extendedOn: '2024-04-10' },
      },
      {
        step: 'grant',
        on: '2024-04-18',
        values: { number: '演示宅审〔2024〕1号', validUntil: '2026-04-18', decidedOn: '2024-04-18' },
      },
      { step: 'deliver', on: '2024-04-22', values: { delivery: 'window', deliveredOn: '2024-04-22' } },
      { step: 'publish', on: '2024-04-23', values: { publishedOn: '2024-04-23' } },
      { step: 'rate', on: '2024-04-23', values: { rating: 'good', ratedOn: '2024-04-23' } },
      {
        step: 'askRenewal',
        on: '2026-03-02',
        values: { validUntil: '2026-04-18', renewalAskedOn: '2026-03-02' },
      },
      { step: 'renew', on: '2026-03-16', values: { renewal: 'granted', renewalDecidedOn: '2026-03-16' } },
      { step: 'revoke', on: '2026-05-06', values: { revoked: 'unfit', revokedOn: '2026-05-06' } },
      { step: 'cancel', on: '2026-05-11', values: { cancelled: 'revoked', cancelledOn: '2026-05-11' } },
    ],
    [
      {
        step: 'receive',
        on: '2024-06-03',
        village: '柳树村',
        values: {
          item: '临时救助申请',
          category: 'payment',
          relief: 'temporary',
          applicant: [{ name: '龙某某' }],
          channel: 'village',
          receivedOn: '2024-06-03',
        },
      },
      { step: 'urgent', on: '2024-06-03', values: { urgentOn: '2024-06-03' } },
      { step: 'accept', on: '2024-06-04', values: { voucher: 'issued', acceptedOn: '2024-06-04' } },
      { step: 'explain', on: '2024-06-12', values: { explainedOn: '2024-06-12' } },
      { step: 'grant', on: '2024-06-14', values: { decidedOn: '2024-06-14' } },
      { step: 'rate', on: '2024-06-14', values: { rating: 'poor', ratedOn: '2024-06-14' } },
      {
        step: 'rectify',
        on: '2024-06-18',
        values: { rectification: '已上门说明救助标准', rectifiedOn: '2024-06-18' },
      },
      {
        step: 'end',
        on: '2024-09-12',
        values: { heardOn: '2024-09-10', reasons: '困难已经解除', endedOn: '2024-09-12' },
      },
    ],
    [
      {
        step: 'receive',
        on: '2024-07-01',
        values: {
          item: '老年人优待证明',
          category: 'confirmation',
          applicant: [{ name: '杨某某' }],
          receivedOn: '2024-07-01',
        },
      },
      {
        step: 'deny',
        on: '2024-07-01',
        values: { denied: 'unneeded', voucher: 'issued', deniedOn: '2024-07-01' },
      },
    ],
    [
      {
        step: 'receive',
        on: '2024-08-05',
        village: '枫香村',
        values: {
          item: '村级公益事业奖补申请',
          category: 'reward',
          promised: 10,
          applicant: [{ name: '安某某' }],
          receivedOn: '2024-08-05',
        },
      },
      { step: 'accept', on: '2024-08-05', values: { voucher: 'issued', acceptedOn: '2024-08-05' } },
      {
        step: 'refuse',
        on: '2024-08-12',
        values: { reasons: '不在本年度奖补范围', decidedOn: '2024-08-12' },
      },
    ],
    [
      {
        step: 'receive',
        on: '2024-09-02',
        values: {
          item: '土地权属争议处理',
          category: 'adjudication',
          applicant: [{ name: '潘某某' }],
          receivedOn: '2024-09-02',
        },
      },
      { step: 'withdraw', on: '2024-09-04', values: { withdrawnOn: '2024-09-04' } },
    ],
    [
      {
        step: 'receive',
        on: '2024-10-08',
        values: {
          item: '备案登记',
          category: 'filing',
          applicant: [{ name: '吴某某' }],
          receivedOn: '2024-10-08',
        },
      },
      {
        step: 'tellDeficit',
        on: '2024-10-08',
        values: { missing: [{ name: '章程', demand: '加盖公章' }], deficitOn: '2024-10-08' },
      },
      { step: 'complete', on: '2024-10-09', values: { completedOn: '2024-10-09' } },
      {
        step: 'tellAgain',
        on: '2024-10-09',
        values: {
          missing: [{ name: '章程', demand: '公章与名称一致' }],
          againFor: 'new',
          againOn: '2024-10-09',
        },
      },
    ],
  ],
});
