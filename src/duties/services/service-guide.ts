import {
  count,
  dayField,
  defineKind,
  link,
  linkedField,
  list,
  manyOf,
  oneOf,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

const fields = {
  name: text('事项名称', { privacy: 'public' }),
  code: text('事项编码', { privacy: 'public', max: 40, code: true }),
  nature: oneOf(
    '事项类别',
    {
      licence: '行政许可',
      payment: '行政给付',
      confirmation: '行政确认',
      reward: '行政奖励',
      adjudication: '行政裁决',
      filing: '备案',
      public: '公共服务',
      other: '其他',
    },
    { privacy: 'public' },
  ),
  power: link('权责清单事项', 'power-item', { privacy: 'public' }),
  audience: text('服务对象', { privacy: 'public', max: 60 }),
  body: text('实施机关', { privacy: 'public', max: 60 }),
  office: text('受理机构', { privacy: 'public', max: 60 }),
  decider: text('审批机构', { privacy: 'public', max: 60 }),
  basis: text('设定和实施依据', { privacy: 'public', max: 400 }),
  conditions: text('受理条件', { privacy: 'public', max: 600 }),
  quantity: text('数量限制', { privacy: 'public', max: 80, help: '没有限制写“无”' }),
  materials: list(
    '申请材料',
    {
      name: text('材料', { max: 80 }),
      copies: count('份数', '份', { min: 1, max: 99 }),
      shared: oneOf('能否共享取得', {
        shared: '能共享取得，不用提交',
        demanded: '能共享取得，仍要求提交',
        no: '不能共享，须提交',
      }),
      proof: oneOf('是不是证明', {
        no: '不是证明',
        listed: '证明，在保留清单内',
        unlisted: '证明，清单没有',
      }),
    },
    { needs: ['name'], privacy: 'public' },
  ),
  sample: oneOf('申请书示范文本', { has: '有', none: '没有', unneeded: '不用申请书' }, { privacy: 'public' }),
  flow: text('办理流程', { privacy: 'public', max: 600 }),
  legalLimit: text('法定时限', { privacy: 'public', max: 60 }),
  promised: count('承诺时限', '工作日', { privacy: 'public', max: 400, help: '当场办结填0' }),
  visits: count('到场次数', '次', { privacy: 'public', max: 20 }),
  fee: text('收费和依据', { privacy: 'public', max: 120, help: '不收费写“不收费”' }),
  result: text('结果名称', { privacy: 'public', max: 80 }),
  place: text('办理地点和时间', { privacy: 'public', max: 160 }),
  online: text('网上办理入口', { privacy: 'public', max: 200 }),
  phone: text('咨询、监督电话', { privacy: 'public', max: 60, help: '填办公电话，不填个人手机' }),
  remedies: text('救济途径', { privacy: 'public', max: 300 }),
  channels: manyOf(
    '办理渠道',
    { window: '窗口', online: '网上', mail: '邮寄', village: '村级代办' },
    { privacy: 'public' },
  ),
  draftedOn: dayField('编制日'),
  publishedOn: dayField('公布日', { privacy: 'public' }),
  revisedFor: text('修订原因', { privacy: 'public', max: 120 }),
  revisedOn: dayField('修订日', { privacy: 'public' }),
  withdrawnOn: dayField('停用日'),
};
type Guide = Matter<typeof fields>;

/** 许可法第三十条的八项，加上在线政务服务规定的受理条件、材料、流程。 */
const LICENCE_ELEMENTS = [
  'basis',
  'conditions',
  'quantity',
  'flow',
  'legalLimit',
  'materials',
  'sample',
] as const;
const GUIDE_ELEMENTS = ['conditions', 'materials', 'flow', 'office'] as const;

function lacks(matter: Guide, names: readonly (keyof Guide['values'])[]): boolean {
  return names.some((name) => matter.values[name] === undefined);
}

const CONTENT = [
  'code',
  'power',
  'audience',
  'body',
  'office',
  'decider',
  'basis',
  'conditions',
  'quantity',
  'materials',
  'sample',
  'flow',
  'legalLimit',
  'promised',
  'visits',
  'fee',
  'result',
  'place',
  'online',
  'phone',
  'remedies',
  'channels',
] as const;

const COMPLETE = [
  {
    rule: rule('XK-03'),
    breached: (matter: Guide) => matter.values.nature === 'licence' && lacks(matter, LICENCE_ELEMENTS),
    remedy: '许可事项请补齐依据、条件、数量、程序、期限、材料目录和申请书示范文本，再公布。',
  },
  {
    rule: rule('FWU-01'),
    breached: (matter: Guide) => lacks(matter, GUIDE_ELEMENTS),
    remedy: '请补齐受理条件、申请材料、办理流程和受理机构，再公布。',
  },
  {
    rule: rule('FWU-02'),
    breached: ({ values }: Guide) => (values.materials ?? []).some(({ shared }) => shared === 'demanded'),
    remedy: '能够共享取得的信息不得再要求提交，请改为不用提交。',
  },
  {
    rule: rule('FWU-07'),
    breached: ({ values }: Guide) => (values.materials ?? []).some(({ proof }) => proof === 'unlisted'),
    remedy: '证明事项清单之外的证明不得索要，请删去。',
  },
  {
    rule: rule('FWU-06'),
    breached: ({ values }: Guide) => values.channels?.join() === 'online',
    remedy: '办事人可以自选渠道，不得只准网上办；请加上窗口等渠道。',
  },
  {
    rule: rule('FWU-16'),
    breached: ({ values }: Guide) => values.code === undefined || values.body === undefined,
    remedy: '请填事项编码和实施机关，与上级目录一致。',
  },
];

/** A guide to one service (办事指南): everything that law asks it to say, in one place. */
export const serviceGuide = defineKind({
  code: 'service-guide',
  label: '办事指南',
  room: 'services',
  version: 1,
  title: 'name',
  fields,
  states: { drafted: '编制中', published: '已公布', withdrawn: '已停用' },
  steps: {
    draft: {
      label: '编制',
      by: ['window-clerk', 'judicial-office'],
      basis: [cite('ZX', '6'), cite('XK', '30')],
      from: 'start',
      to: 'drafted',
      day: 'draftedOn',
      asks: ['name', 'nature'],
      usual: { name: linkedField('power', 'name'), basis: linkedField('power', 'basis') },
      may: CONTENT,
    },
    complete: {
      label: '补充内容',
      by: ['window-clerk', 'judicial-office'],
      basis: cite('ZX', '6'),
      from: ['drafted'],
      may: CONTENT,
    },
    publish: {
      label: '公布',
      by: ['judicial-office', 'window-clerk'],
      basis: [cite('XK', '30'), cite('ZX', '6'), cite('YS', '35')],
      from: ['drafted'],
      to: 'published',
      day: 'publishedOn',
      may: CONTENT,
      rules: COMPLETE,
      papers: {
        guide: {
          label: '办事指南',
          data: [
            'name',
            'code',
            'body',
            'basis',
            'conditions',
            'materials',
            'flow',
            'promised',
            'fee',
            'place',
            'phone',
          ],
        },
      },
    },
    revise: {
      label: '修订',
      by: ['judicial-office', 'window-clerk'],
      basis: cite('ZX', '6'),
      from: ['published'],
      day: 'revisedOn',
      asks: ['revisedFor'],
      may: CONTENT,
      rules: COMPLETE,
    },
    withdraw: {
      label: '停用',
      by: ['judicial-office', 'window-clerk'],
      basis: cite('YS', '35'),
      from: ['published'],
      to: 'withdrawn',
      day: 'withdrawnOn',
    },
  },
  figures: {
    'service-guides': {
      label: '公布办事指南',
      unit: '项',
      definition: '截至统计日已公布、没有停用的办事指南。',
      chapter: 'services',
      measure: 'stock',
      from: 'publishedOn',
      until: 'withdrawnOn',
    },
    'service-guides.online': {
      label: '网上可办事项占比',
      unit: '%',
      definition: '公布日在统计期内的办事指南：可以网上办理的项数除以全部项数。',
      chapter: 'services',
      measure: 'ratio',
      on: 'publishedOn',
      numerator: ({ values }) => (values.channels?.includes('online') ? 1 : 0),
      denominator: () => 1,
    },
  },
  disclosure: {
    in: ['published'],
    fields: ['name', 'nature', ...CONTENT, 'publishedOn', 'revisedOn', 'revisedFor'],
  },
  examples: [
    [
      {
        step: 'draft',
        on: '2024-03-04',
        values: { name: '农村村民住宅用地审核批准', nature: 'licence', draftedOn: '2024-03-04' },
      },
      {
        step: 'complete',
        on: '2024-03-05',
        values: {
          audience: '农村村民',
          code: '演示0001',
          body: '乡人民政府',
          office: '党务政务服务中心',
          basis: '《中华人民共和国土地管理法》第六十二条',
          conditions: '一户一宅，面积不超过本省标准',
          quantity: '无',
          materials: [{ name: '宅基地和建房申请表', copies: 2, shared: 'no', proof: 'no' }],
          sample: 'has',
          flow: '申请、审查、实地核查、批准、发证',
          legalLimit: '20个工作日',
          promised: 15,
          visits: 1,
          fee: '不收费',
          channels: ['window', 'village'],
        },
      },
      { step: 'publish', on: '2024-03-06', values: { publishedOn: '2024-03-06' } },
      {
        step: 'revise',
        on: '2024-09-02',
        values: { revisedFor: '压缩承诺时限', promised: 10, revisedOn: '2024-09-02' },
      },
      { step: 'withdraw', on: '2024-12-02', values: { withdrawnOn: '2024-12-02' } },
    ],
  ],
});
