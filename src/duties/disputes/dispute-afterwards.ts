import { cite } from '../../law/index.ts';
import { MEDIATORS, type DisputeSteps } from './dispute-fields.ts';
import { AT_ARCHIVING, AT_CONFIRMING, AT_SIGNING } from './dispute-law.ts';

/** What follows an agreement: effect, judicial confirmation, performance, visits, subsidy, the volume. */
export const AFTERWARDS = {
  sign: {
    label: '协议签章',
    when: ({ values }) => values.agreement === 'written' && values.effectiveOn === undefined,
    by: [...MEDIATORS],
    basis: cite('RT', '29'),
    from: ['settled'],
    day: 'signedOn',
    sameDay: ['effectiveOn'],
    asks: ['signed'],
    may: ['agreementFile', 'confirmation'],
    rules: AT_SIGNING,
  },
  confirm: {
    label: '申请司法确认',
    when: ({ values }) => values.confirmationOn === undefined,
    by: [...MEDIATORS],
    basis: [cite('RT', '33'), cite('MS', '205')],
    from: ['settled'],
    day: 'confirmationOn',
    asks: ['confirmationBy'],
    may: ['court', 'nature'],
    rules: AT_CONFIRMING,
    papers: {
      application: {
        label: '司法确认申请书',
        data: ['parties', 'title', 'content', 'effectiveOn', 'confirmationBy', 'court', 'confirmationOn'],
      },
    },
  },
  rule: {
    label: '登记法院裁定',
    when: ({ values }) => values.confirmationOn !== undefined,
    by: [...MEDIATORS],
    basis: cite('MS', '206'),
    from: ['settled'],
    day: 'ruledOn',
    asks: ['ruling'],
    may: ['rulingNumber'],
    records: true,
  },
  perform: {
    label: '登记履行',
    by: [...MEDIATORS],
    basis: cite('RT', '31'),
    from: ['settled'],
    day: 'performedOn',
    asks: ['performance'],
    records: true,
  },
  visit: {
    label: '回访',
    by: [...MEDIATORS],
    basis: cite('RT', '31'),
    from: ['settled', 'ended'],
    day: 'visitedOn',
    may: ['visitNote', 'performance'],
    papers: {
      visit: {
        label: '人民调解回访记录',
        data: ['title', 'parties', 'visitedOn', 'performance', 'visitNote'],
      },
    },
  },
  subsidise: {
    label: '发放以案定补',
    when: ({ values }) => values.subsidyOn === undefined,
    by: ['judicial-office'],
    basis: [cite('RT', '6'), cite('RT', '16')],
    from: ['settled', 'ended', 'archived'],
    day: 'subsidyOn',
    asks: ['subsidy'],
    may: ['mediator', 'secondMediator'],
  },
  archive: {
    label: '立卷归档',
    by: [...MEDIATORS],
    basis: cite('RT', '27'),
    from: ['settled', 'ended'],
    to: 'archived',
    day: 'archivedOn',
    asks: ['volume'],
    rules: AT_ARCHIVING,
  },
} as const satisfies DisputeSteps;
