import {
  dayField,
  defineKind,
  list,
  longText,
  oneOf,
  person,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

const fields = {
  period: text('看的是哪一期', { max: 60, help: '如“2026年一季度”' }),
  reporter: person('反映人'),
  detail: longText('反映的内容', { privacy: 'personal' }),
  reportedOn: dayField('收到反映日'),
  items: list(
    '看了哪些',
    {
      matter: oneOf('事项', {
        finance: '财务收支（往来较多的每月一次）',
        quarterly: '一般事项（至少每季度一次）',
        major: '涉及村民利益的重大事项（随时公布）',
      }),
      posted: oneOf('村里公布了没有', {
        yes: '已公布，不少于十五日',
        late: '公布了，晚了或者不足十五日',
        no: '没有公布',
        untrue: '公布的不真实',
      }),
      missing: text('缺什么', { max: 200, help: '不写村民姓名' }),
    },
    { needs: ['matter', 'posted'] },
  ),
  checkedOn: dayField('查看、核实日'),
  manner: oneOf('怎样告知村里', {
    help: '提醒并协助补公布',
    order: '村民反映属实，责令依法公布',
  }),
  mendBy: dayField('商定补公布的日期', { future: true }),
  toldOn: dayField('告知村里日'),
  mendedOn: dayField('村里补公布日'),
  /** The day by which the township had done its own part: told the village, or found nothing. */
  settledOn: dayField('处理日'),
};
type Check = Matter<typeof fields>;

const isReported = ({ values }: Check): boolean => values.reportedOn !== undefined;
const missing = ({ values }: Check): number =>
  (values.items ?? []).filter(({ posted }) => posted !== 'yes').length;

/** What can be read off the board, whoever looked at it. */
const LOOKED = ['items'] as const;

/**
 * How a village makes its affairs public (村务公开检查), looked at as its partner: what was posted, what was missing, mended. It
 * marks no village and ranks none. Only where villagers complain does the law give the township a duty of its own (第三十六条).
 */
export const villageDisclosureCheck = defineKind({
  code: 'village-disclosure-check',
  label: '村务公开检查',
  room: 'disputes',
  version: 1,
  village: 'required',
  title: 'period',
  fields,
  states: {
    reported: '村民反映，待核实',
    checked: '已查看',
    told: '已告知村里',
    mended: '已补公布',
    sound: '已结束',
  },
  steps: {
    report: {
      label: '登记村民反映',
      by: ['judicial-office', 'area-lead', 'window-clerk'],
      basis: cite('CW', '36'),
      from: 'start',
      to: 'reported',
      day: 'reportedOn',
      asks: ['period'],
      may: ['reporter', 'detail'],
    },
    look: {
      label: '到村查看',
      by: ['judicial-office', 'area-lead'],
      basis: [cite('CW', '35'), cite('DF', '76')],
      from: 'start',
      to: 'checked',
      day: 'checkedOn',
      asks: ['period', ...LOOKED],
    },
    verify: {
      label: '调查核实',
      by: ['judicial-office', 'area-lead'],
      basis: cite('CW', '36'),
      from: ['reported'],
      to: 'checked',
      day: 'checkedOn',
      asks: LOOKED,
    },
    tell: {
      label: '告知村里补公布',
      by: ['judicial-office', 'area-lead', 'township-head'],
      basis: [cite('CW', '35'), cite('CW', '36')],
      from: ['checked'],
      to: 'told',
      day: 'toldOn',
      sameDay: ['settledOn'],
      asks: ['manner'],
      may: ['mendBy'],
      rules: [
        {
          rule: rule('CW-02'),
          breached: (m) => isReported(m) && missing(m) > 0 && m.values.manner !== 'order',
          remedy: '村民反映属实的，请责令村民委员会依法公布。',
        },
      ],
      papers: {
        notice: {
          label: '村务公开告知单',
          series: '村务',
          data: ['period', 'items', 'manner', 'mendBy', 'toldOn'],
        },
      },
    },
    mend: {
      label: '村里已补公布',
      by: ['judicial-office', 'area-lead', 'village-cadre'],
      basis: cite('CW', '35'),
      from: ['told'],
      to: 'mended',
      day: 'mendedOn',
    },
    close: {
      label: '结束，不用补公布',
      by: ['judicial-office', 'area-lead'],
      basis: [cite('CW', '35'), cite('CW', '36')],
      from: ['checked'],
      to: 'sound',
      day: 'settledOn',
      rules: [
        {
          rule: rule('CW-02'),
          breached: (m) => isReported(m) && missing(m) > 0,
          remedy: '村民反映属实的，请先责令村民委员会依法公布，再结束。',
        },
      ],
    },
  },
  terms: [
    { rule: 'FY-19', from: 'reportedOn', metBy: 'settledOn' },
    { rule: 'CW-02.mend', from: 'toldOn', metBy: 'mendedOn', by: 'mendBy' },
  ],
  figures: {
    'village-disclosure.checks': {
      label: '协助各村查看村务公开',
      unit: '次',
      definition: '查看、核实日在统计期内的村务公开检查，一村一期计一次；只用来协助，不用来考核、排名。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'checkedOn',
      counter: false,
    },
    'village-disclosure.missing': {
      label: '查看出没有按规定公布的村务事项',
      unit: '项',
      definition: '查看、核实日在统计期内，没有公布、晚公布、张贴不足十五日或者不真实的村务事项。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'checkedOn',
      counter: false,
      amount: missing,
    },
    'village-disclosure.mended': {
      label: '村里补公布的村务事项',
      unit: '项',
      definition: '补公布日在统计期内，村里已经补公布的村务事项；上年查看、本年补公布的计在本年。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'mendedOn',
      counter: false,
      amount: missing,
    },
    'village-disclosure.reports': {
      label: '村民反映村务公开的事',
      unit: '件',
      definition: '收到反映日在统计期内、村民反映村务不公布或者不真实的事。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'reportedOn',
      counter: false,
    },
  },
  examples: [
    [
      {
        step: 'look',
        on: '2024-04-15',
        village: '石桥村',
        values: {
          period: '2024年一季度',
          items: [
            { matter: 'quarterly', posted: 'yes' },
            { matter: 'finance', posted: 'no', missing: '3月收支' },
          ],
          checkedOn: '2024-04-15',
        },
      },
      {
        step: 'tell',
        on: '2024-04-15',
        values: { manner: 'help', mendBy: '2024-04-22', toldOn: '2024-04-15' },
      },
      { step: 'mend', on: '2024-04-18', values: { mendedOn: '2024-04-18' } },
    ],
    [
      {
        step: 'report',
        on: '2024-07-08',
        village: '柳树村',
        values: { period: '2024年二季度', reporter: { name: '罗某某' }, reportedOn: '2024-07-08' },
      },
      {
        step: 'verify',
        on: '2024-07-11',
        values: { items: [{ matter: 'finance', posted: 'yes' }], checkedOn: '2024-07-11' },
      },
      { step: 'close', on: '2024-07-12', values: { settledOn: '2024-07-12' } },
    ],
  ],
});
