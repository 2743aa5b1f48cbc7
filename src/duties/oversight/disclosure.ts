import { dayField, defineKind, LAST, link, oneOf, text, type Matter } from '../../kernel/index.ts';
import { cite, judgeTerm, rule } from '../../law/index.ts';

const fields = {
  title: text('信息名称', { privacy: 'public', max: 120, help: '不写个人姓名' }),
  track: oneOf(
    '公开类别',
    { government: '政务公开', village: '村务公开', party: '党务公开（只登记索引）' },
    { privacy: 'public' },
  ),
  category: oneOf(
    '信息类别',
    {
      document: '行政规范性文件',
      function: '机构职能、办公信息',
      plan: '规划、计划、统计',
      licence: '许可和其他管理服务事项的依据、条件、程序、结果',
      penalty: '处罚、强制的依据、条件、程序和决定',
      budget: '财政预算、决算、收费、采购',
      project: '重大建设项目',
      welfare: '扶贫、教育、医疗、社会保障、救助、就业',
      emergency: '突发事件的预案、预警和应对',
      supervision: '环境、安全、食品药品监督检查',
      recruitment: '公务员招考',
      agriculture: '农业农村政策落实',
      water: '农田水利建设运营',
      land: '承包地经营权流转、宅基地审核',
      levy: '征地、房屋征收',
      labour: '筹资筹劳',
      village: '村务、财务',
      other: '其他依法应当公开的',
    },
    { privacy: 'public' },
  ),
  formedOn: dayField('信息形成或者变更日', { privacy: 'public' }),
  reviewedBy: text('谁做的公开前审查', { max: 40, help: '写岗位，不写姓名' }),
  reviewedOn: dayField('公开前审查日（含保密审查）'),
  personal: oneOf('含不含个人信息', {
    none: '不含',
    masked: '已按规定隐去',
    consented: '依法应当公开或者已取得单独同意',
    shown: '含个人信息，没有处理',
  }),
  place: oneOf(
    '在哪里公开',
    { site: '政府网站', board: '公开栏', both: '网站和公开栏', account: '公众号', other: '其他' },
    { privacy: 'public' },
  ),
  address: text('网址或者位置', { privacy: 'public', max: 200 }),
  board: link('公开栏', 'disclosure-board', { privacy: 'public' }),
  publishedOn: dayField('公开日', { privacy: 'public' }),
  takenDownOn: dayField('张贴到'),
  withdrawnFor: oneOf('撤下原因', { expired: '已过期', wrong: '内容有误，已更正', secret: '不应公开' }),
  withdrawnOn: dayField('撤下日'),
};
type Item = Matter<typeof fields>;

const on =
  (track: 'government' | 'village' | 'party') =>
  ({ values }: Item): boolean =>
    values.track === track;

/** What was wrong or should not have stood there must come down at once: the fifteen days protect nothing then. */
function isVillagePosting(item: Item): boolean {
  return on('village')(item) && (item.values.withdrawnFor ?? 'expired') === 'expired';
}

function isInTime({ values: { formedOn, publishedOn } }: Item): boolean {
  if (formedOn === undefined || publishedOn === undefined) return false;
  return judgeTerm('GK-08', formedOn, publishedOn) !== 'breached';
}

/** Items of one track by the day of publication. */
function published(track: 'government' | 'village' | 'party', label: string) {
  return {
    label,
    unit: '条',
    definition: `公开日在统计期内、类别为“${label}”的信息，一条只计一次；内容更正不另计。`,
    chapter: 'oversight',
    measure: 'flow',
    on: 'publishedOn',
    where: on(track),
  } as const;
}

/** A piece of information that the office makes public by itself (主动公开). Party affairs are kept as an index only. */
export const disclosure = defineKind({
  code: 'disclosure',
  label: '主动公开信息',
  room: 'oversight',
  version: 1,
  village: 'optional',
  title: 'title',
  fields,
  states: { formed: '待公开', published: '已公开', withdrawn: '已撤下' },
  steps: {
    form: {
      label: '登记应公开信息',
      by: ['judicial-office', 'area-lead', 'window-clerk', 'village-cadre'],
      basis: [cite('GK', '19'), cite('GK', '20'), cite('GK', '21')],
      from: 'start',
      to: 'formed',
      day: 'formedOn',
      asks: ['title', 'track', 'category'],
      usual: { track: LAST },
    },
    publish: {
      label: '公开',
      by: ['judicial-office', 'area-lead', 'window-clerk', 'village-cadre'],
      basis: [cite('GK', '23'), cite('GK', '26'), cite('BM', '35'), cite('CW', '35')],
      from: ['formed'],
      to: 'published',
      day: 'publishedOn',
      asks: ['place', 'personal'],
      may: ['reviewedBy', 'reviewedOn', 'address', 'board'],
      rules: [
        {
          rule: rule('GK-05'),
          breached: ({ values: { track, reviewedBy, reviewedOn, publishedOn } }) =>
            track === 'government' &&
            (reviewedBy === undefined ||
              reviewedOn === undefined ||
              (publishedOn !== undefined && reviewedOn > publishedOn)),
          remedy: '公开前请由专人审查（含保密审查），登记谁审的、哪天审的。',
        },
        {
          rule: rule('SJA-14'),
          breached: ({ values: { track, reviewedOn, publishedOn } }) =>
            track === 'party' &&
            (reviewedOn === undefined || (publishedOn !== undefined && reviewedOn > publishedOn)),
          remedy: '党务公开前也要做保密审查，请登记哪天审的；要不要公开、公开多久，按党内规定办。',
        },
        {
          rule: rule('GK-04'),
          breached: ({ values }) => values.track === 'government' && values.personal === 'shown',
          remedy: '请先隐去身份证号、电话、住址、病情等个人信息，或者取得单独同意。',
        },
        {
          rule: rule('SJA-03'),
          breached: ({ values }) => values.track !== 'government' && values.personal === 'shown',
          remedy: '请先隐去身份证号、电话、住址、病情等个人信息，或者取得单独同意。',
        },
      ],
    },
    withdraw: {
      label: '撤下',
      by: ['judicial-office', 'area-lead', 'window-clerk', 'village-cadre'],
      basis: cite('GK', '26'),
      from: ['published'],
      to: 'withdrawn',
      day: 'withdrawnOn',
      asks: ['withdrawnFor'],
      may: ['takenDownOn'],
    },
  },
  terms: [
    { rule: 'GK-08', from: 'formedOn', metBy: 'publishedOn', where: on('government') },
    { rule: 'CW-01', from: 'publishedOn', metBy: 'withdrawnOn', where: isVillagePosting },
  ],
  figures: {
    'disclosures.government': published('government', '政务公开'),
    'disclosures.village': published('village', '村务公开'),
    'disclosures.in-time': {
      label: '政务信息按期公开率',
      unit: '%',
      definition:
        '公开日在统计期内的政务公开信息：自形成或者变更之日起二十个工作日内公开的条数除以全部条数。',
      chapter: 'oversight',
      measure: 'ratio',
      on: 'publishedOn',
      numerator: (m) => (on('government')(m) && isInTime(m) ? 1 : 0),
      denominator: (m) => (on('government')(m) ? 1 : 0),
    },
  },
  disclosure: {
    in: ['published'],
    fields: ['title', 'track', 'category', 'formedOn', 'place', 'address', 'publishedOn'],
  },
  examples: [
    [
      {
        step: 'form',
        on: '2024-04-08',
        values: {
          title: '2024年一季度社会救助资金发放情况',
          track: 'government',
          category: 'welfare',
          formedOn: '2024-04-08',
        },
      },
      {
        step: 'publish',
        on: '2024-04-15',
        values: {
          reviewedBy: '党政办保密审查员',
          reviewedOn: '2024-04-12',
          personal: 'masked',
          place: 'both',
          address: '县政府网站乡镇专栏、乡政务公开栏',
          publishedOn: '2024-04-15',
        },
      },
    ],
    [
      {
        step: 'form',
        on: '2024-07-05',
        village: '石桥村',
        values: {
          title: '石桥村二季度财务收支',
          track: 'village',
          category: 'village',
          formedOn: '2024-07-05',
        },
      },
      {
        step: 'publish',
        on: '2024-07-08',
        values: { personal: 'none', place: 'board', publishedOn: '2024-07-08' },
      },
      { step: 'withdraw', on: '2024-08-05', values: { withdrawnFor: 'expired', withdrawnOn: '2024-08-05' } },
    ],
  ],
});
