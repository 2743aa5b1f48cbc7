import { dayField, defineKind, link, longText, oneOf, people, text } from '../../kernel/index.ts';
import { cite, RETENTION } from '../../law/index.ts';

/**
 * What became of a fault in enforcement (执法责任): matter, basis and result as facts. Sanctions are imposed by those who
 * appoint or supervise; here stands only that they were. Nobody is ranked by it.
 */
export const enforcementResponsibility = defineKind({
  code: 'enforcement-responsibility',
  label: '执法责任追究',
  room: 'oversight',
  version: 1,
  retention: RETENTION.enforcement,
  title: 'matter',
  fields: {
    matter: oneOf('追究事由', {
      'no-basis': '没有法定依据实施处罚',
      measure: '擅自改变处罚种类、幅度',
      procedure: '违反法定程序',
      entrusting: '违反委托处罚的规定',
      uncertified: '执法人员未取得执法证件',
      'not-filed': '应当立案不及时立案',
      'not-stopped': '应当制止、处罚而不制止、处罚，造成损害',
      coercion: '违法实施行政强制',
      other: '其他执法过错',
    }),
    case: link('处罚案件', 'penalty-case'),
    foundBy: oneOf('怎样发现的', {
      review: '案卷评查',
      supervision: '执法监督检查',
      complaint: '投诉举报',
      remedy: '复议、诉讼',
      self: '自查',
      other: '其他',
    }),
    persons: people('责任人'),
    facts: longText('事实经过', { privacy: 'personal' }),
    foundOn: dayField('发现日'),
    result: oneOf('追究结果', {
      corrected: '责令改正',
      criticised: '批评教育、通报批评',
      sanctioned: '处分（由任免机关或者监察机关作出）',
      transferred: '移送监察、司法机关',
      none: '不予追究',
    }),
    organ: text('决定单位', { max: 60 }),
    basis: text('追究依据', { max: 120, help: '如“行政处罚法第七十六条”' }),
    number: text('决定文号', { max: 60, code: true }),
    decidedOn: dayField('决定日'),
    correctedOn: dayField('改正完成日'),
  },
  states: { found: '调查中', decided: '已处理', corrected: '已改正' },
  steps: {
    find: {
      label: '登记执法过错',
      by: ['enforcement-supervisor', 'judicial-office', 'area-lead'],
      basis: [cite('CF', '76'), cite('CF', '83')],
      from: 'start',
      to: 'found',
      day: 'foundOn',
      asks: ['matter'],
      may: ['foundBy', 'case', 'persons', 'facts'],
    },
    decide: {
      label: '登记处理结果',
      by: ['enforcement-supervisor', 'judicial-office', 'area-lead'],
      basis: [cite('CF', '76'), cite('CF', '83')],
      from: ['found'],
      to: 'decided',
      day: 'decidedOn',
      asks: ['result', 'organ'],
      may: ['basis', 'number', 'persons'],
    },
    correct: {
      label: '改正完毕',
      by: ['enforcement-supervisor', 'judicial-office', 'area-lead', 'enforcement-officer'],
      basis: cite('CF', '76'),
      from: ['decided'],
      to: 'corrected',
      day: 'correctedOn',
    },
  },
  figures: {
    'enforcement-responsibility': {
      label: '追究执法责任',
      unit: '件',
      definition: '决定日在统计期内、结果不是“不予追究”的执法过错；一件事追究几人也只计一件。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'decidedOn',
      where: ({ values }) => values.result !== 'none',
    },
  },
  examples: [
    [
      {
        step: 'find',
        on: '2024-08-12',
        values: {
          matter: 'procedure',
          foundBy: 'review',
          persons: [{ name: '罗某某' }],
          foundOn: '2024-08-12',
        },
      },
      {
        step: 'decide',
        on: '2024-08-26',
        values: {
          result: 'corrected',
          organ: '乡人民政府',
          basis: '行政处罚法第七十六条',
          decidedOn: '2024-08-26',
        },
      },
      { step: 'correct', on: '2024-09-09', values: { correctedOn: '2024-09-09' } },
    ],
  ],
});
