import { linkedField } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { type ExecutionSteps } from './compulsory-execution-fields.ts';

/** What must come first: the matter, the announcement, the demand (公告、催告). */
export const DEMAND = {
  open: {
    label: '登记待执行的决定',
    by: ['enforcement-officer'],
    basis: [cite('QZ', '34'), cite('CX', '65')],
    from: 'start',
    to: 'opened',
    day: 'openedOn',
    asks: ['cause', 'obligation', 'powerSource', 'baseNumber', 'baseServedOn'],
    may: ['party', 'basis', 'planArea', 'baseUntil', 'remedyEndsOn', 'remedy', 'amount', 'case'],
    usual: {
      cause: linkedField('case', 'cause'),
      party: linkedField('case', 'party'),
      baseServedOn: linkedField('case', 'servedOn'),
      amount: linkedField('case', 'fine'),
    },
  },
  announce: {
    label: '公告限期自行拆除',
    by: ['enforcement-officer'],
    basis: cite('QZ', '44'),
    from: ['opened', 'demanded'],
    to: 'opened',
    day: 'announcedOn',
    asks: ['selfUntil'],
    may: ['announcedAt'],
    papers: {
      announcement: {
        label: '限期拆除公告',
        series: '拆告',
        data: ['cause', 'baseNumber', 'selfUntil', 'announcedOn'],
      },
    },
  },
  demand: {
    label: '催告',
    by: ['enforcement-officer'],
    basis: cite('QZ', '35'),
    from: ['opened', 'demanded'],
    to: 'demanded',
    day: 'demandServedOn',
    asks: ['demandDays'],
    may: ['amount', 'surcharge', 'surchargeFrom', 'rateTold', 'remedyEndsOn', 'remedy', 'baseUntil'],
    rules: [
      {
        rule: rule('QZ-14'),
        breached: ({ values: { surcharge, amount = 0, rateTold } }) =>
          surcharge !== undefined && (surcharge > amount || rateTold !== 'yes'),
        remedy: '加处罚款、滞纳金的标准先告知当事人，总额不超过应缴金额；请改正后再催告。',
      },
    ],
    papers: {
      demand: {
        label: '履行行政决定催告书',
        series: '催告',
        data: ['party', 'baseNumber', 'obligation', 'amount', 'surcharge', 'demandDays', 'demandServedOn'],
      },
    },
  },
} satisfies ExecutionSteps;
