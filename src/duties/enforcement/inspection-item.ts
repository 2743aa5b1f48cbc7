import { count, dayField, defineKind, link, manyOf, oneOf, place, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** What is made known before enforcement (事前公开). */
const DISCLOSED = {
  subject: '执法主体',
  officers: '执法人员',
  duties: '职责、权限',
  basis: '执法依据',
  procedure: '执法程序',
  remedy: '救济渠道',
  random: '随机抽查事项',
} as const;

/** One item of the published list of inspections (行政检查事项); what is not on it may not be inspected. */
export const inspectionItem = defineKind({
  code: 'inspection-item',
  label: '行政检查事项',
  room: 'enforcement',
  version: 1,
  title: 'name',
  fields: {
    name: text('检查事项', { privacy: 'public' }),
    basis: text('检查依据', { privacy: 'public', max: 300, help: '写明法律法规规章名称和条、款、项' }),
    object: text('检查对象', { privacy: 'public', max: 80, help: '哪一类单位或者个人，如“烟花爆竹零售点”' }),
    method: oneOf(
      '检查方式',
      { onsite: '现场检查', paper: '书面核查', remote: '非现场检查（远程、数据比对）' },
      { privacy: 'public', help: '能书面、非现场核查的，不入企' },
    ),
    domain: oneOf('领域', {
      market: '市场监管',
      safety: '安全生产、消防',
      building: '村镇建设、自然资源',
      environment: '生态环境',
      farming: '农业农村',
      other: '其他',
    }),
    source: oneOf(
      '检查权来源',
      { direct: '法律法规规章直接规定', assigned: '省级赋权', entrusted: '受委托' },
      { privacy: 'public' },
    ),
    penaltyPower: oneOf('发现违法后的处罚权', {
      own: '本乡镇有处罚权',
      none: '没有，只检查、制止、报告县级部门',
    }),
    power: link('对应的权责事项', 'power-item'),
    frequencyCap: count('同一企业每年检查上限', '次', {
      privacy: 'public',
      min: 1,
      max: 365,
      help: '照上级主管部门公布的填；没有公布的不填',
    }),
    listedOn: dayField('列入日'),
    contents: manyOf('公开的内容', DISCLOSED, { privacy: 'public' }),
    publishedOn: dayField('公布日', { privacy: 'public' }),
    publishedAt: place('在哪里公布', { privacy: 'public', help: '网址或者公开栏位置' }),
    endedOn: dayField('停止检查日', { privacy: 'public' }),
  },
  states: { listed: '待公布', published: '已公布', ended: '已停止' },
  steps: {
    list: {
      label: '列入事项',
      by: ['judicial-office', 'enforcement-officer'],
      basis: [cite('N118', '*'), cite('N54', '*')],
      from: 'start',
      to: 'listed',
      day: 'listedOn',
      asks: ['name', 'basis', 'object', 'domain', 'source', 'penaltyPower'],
      may: ['method', 'frequencyCap', 'power'],
    },
    publish: {
      label: '公布',
      by: ['judicial-office', 'enforcement-officer'],
      basis: [cite('N118', '*'), cite('N54', '*')],
      from: ['listed'],
      to: 'published',
      day: 'publishedOn',
      asks: ['publishedAt', 'contents'],
      may: ['frequencyCap', 'method'],
      rules: [
        {
          rule: rule('ZF-01'),
          breached: ({ values }) => (values.contents ?? []).length < Object.keys(DISCLOSED).length,
          remedy: '请把执法主体、人员、职责权限、依据、程序、救济渠道和随机抽查事项一并公开。',
        },
      ],
    },
    end: {
      label: '停止检查',
      by: ['judicial-office', 'enforcement-officer'],
      basis: [cite('N118', '*'), cite('N54', '*')],
      from: ['listed', 'published'],
      to: 'ended',
      day: 'endedOn',
    },
  },
  figures: {
    'inspection-items': {
      label: '公布行政检查事项',
      unit: '项',
      definition: '截至统计日已公布、没有停止的行政检查事项；列入而没有公布的不计。',
      chapter: 'enforcement',
      measure: 'stock',
      from: 'publishedOn',
      until: 'endedOn',
    },
  },
  disclosure: {
    in: ['published', 'ended'],
    fields: [
      'name',
      'basis',
      'object',
      'method',
      'source',
      'frequencyCap',
      'contents',
      'publishedOn',
      'publishedAt',
      'endedOn',
    ],
  },
  examples: [
    [
      {
        step: 'list',
        on: '2024-01-10',
        values: {
          name: '烟花爆竹零售点安全检查',
          basis: '《中华人民共和国安全生产法》第九条第二款',
          object: '烟花爆竹零售点',
          domain: 'safety',
          source: 'direct',
          penaltyPower: 'none',
          method: 'onsite',
          frequencyCap: 4,
          listedOn: '2024-01-10',
        },
      },
      {
        step: 'publish',
        on: '2024-01-16',
        values: {
          publishedAt: '乡政务公开栏',
          contents: ['subject', 'officers', 'duties', 'basis', 'procedure', 'remedy', 'random'],
          publishedOn: '2024-01-16',
        },
      },
    ],
    [
      {
        step: 'list',
        on: '2024-01-10',
        values: {
          name: '集镇临时摊点检查',
          basis: '《村庄和集镇规划建设管理条例》第四十条',
          object: '集镇街道、广场上的临时摊点',
          domain: 'building',
          source: 'direct',
          penaltyPower: 'own',
          listedOn: '2024-01-10',
        },
      },
      { step: 'end', on: '2025-06-30', values: { endedOn: '2025-06-30' } },
    ],
  ],
});
