import { addMonths, yearOf } from '../../kernel/index.ts';
import {
  CHANNELS,
  DISPUTE_TYPES,
  type Channel,
  type Dispute,
  type DisputeFields,
  type DisputeType,
} from './dispute-fields.ts';
import type { DayKeys, Figure } from '../../kernel/index.ts';

type DisputeFigure = Figure<DisputeFields>;
type Where = (one: Dispute) => boolean;

/** What is sealed (限定知悉) counts nowhere, so every definition that gives a total says so. */
const SEALED = '限定知悉的不计。';

function flow(
  [label, unit, definition]: readonly [label: string, unit: string, definition: string],
  on: DayKeys<DisputeFields>,
  more: Partial<Pick<DisputeFigure & { measure: 'flow' }, 'where' | 'amount' | 'relations'>> = {},
) {
  return { label, unit, definition, chapter: 'disputes', measure: 'flow', on, ...more } as const;
}

const partOf = (to: string) => ({ relations: [{ to, is: 'part-of' }] }) as const;
const yuan = (fen: number | undefined): number => Math.round((fen ?? 0) / 100);

/** One figure for each choice of a field: they add up to all that were screened. */
function each<Code extends string>(
  prefix: string,
  choices: Readonly<Record<Code, string>>,
  of: string,
  codeOf: (one: Dispute) => Code | undefined,
): Record<string, DisputeFigure> {
  const figures = Object.entries<string>(choices).map(([code, label]) => {
    const untold = code === 'other' ? '还没有写类型的也计入这里；' : '';
    const definition = `统计期内排查受理的矛盾纠纷中，${of}为${label}的；${untold}一起只计一次。${SEALED}`;
    const where: Where = (one) => codeOf(one) === code;
    const figure = flow(
      [`${label}${prefix === 'type' ? '纠纷' : '受理的纠纷'}`, '起', definition],
      'reportedOn',
      {
        where,
        ...partOf('disputes.screened'),
      },
    );
    return [`disputes.${prefix}.${code}`, figure] as const;
  });
  return Object.fromEntries(figures);
}

const isWithinYear: Where = ({ values: { reportedOn, settledOn } }) =>
  reportedOn !== undefined && settledOn !== undefined && yearOf(reportedOn) === yearOf(settledOn);

const isWithinMonth: Where = ({ values: { reportedOn, settledOn } }) =>
  reportedOn !== undefined && settledOn !== undefined && settledOn <= addMonths(reportedOn, 1);

const OF_COMMITTEES: readonly (Channel | undefined)[] = ['village', 'township'];

const SCREENED: Readonly<Record<string, DisputeFigure>> = {
  'disputes.screened': flow(
    ['排查受理矛盾纠纷', '起', `统计期内排查受理的矛盾纠纷，各渠道合计，一起只计一次。${SEALED}`],
    'reportedOn',
  ),
  ...each<DisputeType>('type', DISPUTE_TYPES, '纠纷类型', ({ values }) => values.type ?? 'other'),
  ...each<Channel>('channel', CHANNELS, '受理渠道', ({ values }) => values.channel),
  'disputes.found-in-rounds': flow(
    [
      '集中排查中发现的矛盾纠纷',
      '起',
      `统计期内排查受理、写明是哪一次排查发现的矛盾纠纷，一起只计一次。${SEALED}`,
    ],
    'reportedOn',
    { where: ({ values }) => values.screening !== undefined, ...partOf('disputes.screened') },
  ),
};

const SETTLED: Readonly<Record<string, DisputeFigure>> = {
  'disputes.settled': flow(
    ['化解矛盾纠纷', '起', `统计期内达成协议化解的矛盾纠纷，含上年受理、本年化解的。${SEALED}`],
    'settledOn',
  ),
  'disputes.screened-and-resolved': flow(
    [
      '排查化解矛盾纠纷',
      '起',
      `同一年内排查受理并化解的矛盾纠纷，各渠道合计，一起只计一次；不含上年受理、本年化解的。${SEALED}`,
    ],
    'settledOn',
    {
      where: isWithinYear,
      relations: [
        { to: 'disputes.screened', is: 'part-of' },
        { to: 'disputes.settled', is: 'part-of' },
      ],
    },
  ),
  'disputes.written-agreements': flow(
    ['达成书面调解协议', '起', `统计期内化解的矛盾纠纷中，协议形式为书面协议的；口头协议不计。${SEALED}`],
    'settledOn',
    { where: ({ values }) => values.agreement === 'written', ...partOf('disputes.settled') },
  ),
  'disputes.agreed-amount': flow(
    ['调解协议涉及金额', '元', `统计期内化解的矛盾纠纷登记的涉及金额之和，每起四舍五入到元。${SEALED}`],
    'settledOn',
    { amount: ({ values }) => yuan(values.amount) },
  ),
  'disputes.success-rate': {
    label: '矛盾纠纷调解成功率',
    unit: '%',
    definition: `办结日在统计期内的矛盾纠纷：达成协议的起数除以达成协议和终止调解的起数之和；还在办理的不计。${SEALED}`,
    chapter: 'disputes',
    measure: 'ratio',
    on: 'closedOn',
    numerator: ({ values }) => (values.settledOn === undefined ? 0 : 1),
    denominator: () => 1,
  },
  'disputes.within-month-rate': {
    label: '一个月内化解的比例',
    unit: '%',
    definition: `统计期内化解的矛盾纠纷：自排查受理日起一个月内化解的起数除以化解的起数。${SEALED}`,
    chapter: 'disputes',
    measure: 'ratio',
    on: 'settledOn',
    numerator: (one) => (isWithinMonth(one) ? 1 : 0),
    denominator: () => 1,
  },
};

const AFTERWARDS: Readonly<Record<string, DisputeFigure>> = {
  'disputes.confirmation-requests': flow(
    ['申请司法确认', '件', `统计期内双方当事人向人民法院共同申请司法确认的调解协议，一份计一件。${SEALED}`],
    'confirmationOn',
    { where: ({ values }) => values.confirmationBy !== 'one' },
  ),
  'disputes.confirmed': flow(
    ['司法确认有效的调解协议', '件', `裁定日在统计期内、法院裁定确认有效的调解协议，一份计一件。${SEALED}`],
    'ruledOn',
    {
      where: ({ values }) => values.ruling === 'confirmed',
      relations: [{ to: 'disputes.confirmation-requests', is: 'overlaps' }],
    },
  ),
  'disputes.handed-over': flow(
    [
      '移交有关单位处理的矛盾纠纷',
      '起',
      `统计期内移交法院、公安、信访等单位的矛盾纠纷，移交过几次的计最后一次。${SEALED}`,
    ],
    'handedOn',
  ),
  'disputes.subsidised': flow(
    ['发放以案定补的矛盾纠纷', '起', `补贴发放日在统计期内的矛盾纠纷，一起只计一次。${SEALED}`],
    'subsidyOn',
  ),
  'disputes.subsidies': flow(
    ['以案定补金额', '元', `补贴发放日在统计期内的以案定补金额之和，每起四舍五入到元。${SEALED}`],
    'subsidyOn',
    { amount: ({ values }) => yuan(values.subsidy) },
  ),
};

/** Committees and station each count what they mediated; neither is part of the other. */
const MEDIATED: Readonly<Record<string, DisputeFigure>> = {
  'mediation-committees.mediations': flow(
    [
      '人民调解委员会调解矛盾纠纷',
      '起',
      `受理渠道为村、乡镇人民调解委员会，首次调解日在统计期内的矛盾纠纷，一起只计一次；工作站、十联户、综治中心的另计。${SEALED}`,
    ],
    'mediatedOn',
    {
      where: ({ values }) => OF_COMMITTEES.includes(values.channel),
      relations: [
        { to: 'legal-station.mediations', is: 'disjoint' },
        { to: 'disputes.screened-and-resolved', is: 'overlaps' },
      ],
    },
  ),
  'legal-station.mediations': {
    ...flow(
      [
        '公共法律服务工作站调解矛盾纠纷',
        '起',
        `受理渠道为公共法律服务工作站、首次调解日在统计期内的矛盾纠纷，一起只计一次。${SEALED}`,
      ],
      'mediatedOn',
      {
        where: ({ values }) => values.channel === 'station',
        relations: [{ to: 'disputes.screened-and-resolved', is: 'overlaps' }],
      },
    ),
    chapter: 'services',
  },
};

export const DISPUTE_FIGURES: Readonly<Record<string, DisputeFigure>> = {
  ...SCREENED,
  ...SETTLED,
  ...AFTERWARDS,
  ...MEDIATED,
};
