import { dayField, defineKind, LAST, oneOf, person, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** Auxiliary staff of enforcement (执法辅助人员): helps under an officer's lead, and has no power of its own. */
export const enforcementAuxiliary = defineKind({
  code: 'enforcement-auxiliary',
  label: '执法辅助人员',
  room: 'enforcement',
  version: 1,
  title: 'post',
  fields: {
    helper: person('姓名'),
    post: text('辅助岗位', {
      max: 60,
      help: '如“市容巡查协管”；辅助人员没有执法权，不能单独检查、调查、作决定',
    }),
    unit: text('所在机构', { max: 60, help: '如“综合行政执法队”' }),
    employment: oneOf('用工方式', { contract: '劳动合同', dispatched: '劳务派遣', public: '公益性岗位' }),
    hiredOn: dayField('上岗日'),
    leftOn: dayField('离岗日'),
  },
  states: { serving: '在岗', left: '已离岗' },
  steps: {
    hire: {
      label: '上岗',
      by: ['judicial-office', 'area-lead'],
      basis: [cite('CF', '42'), cite('N54', '*')],
      from: 'start',
      to: 'serving',
      day: 'hiredOn',
      asks: ['helper', 'post'],
      may: ['unit', 'employment'],
      usual: { unit: LAST, employment: LAST },
    },
    leave: {
      label: '离岗',
      by: ['judicial-office', 'area-lead'],
      basis: cite('CF', '42'),
      from: ['serving'],
      to: 'left',
      day: 'leftOn',
    },
  },
  figures: {
    'enforcement-auxiliaries': {
      label: '执法辅助人员',
      unit: '人',
      definition: '截至统计日在岗的执法辅助人员、协管员；没有执法证件，不计入执法人员。',
      chapter: 'enforcement',
      measure: 'stock',
      from: 'hiredOn',
      until: 'leftOn',
      relations: [{ to: 'enforcement-officers.total', is: 'disjoint' }],
    },
  },
  examples: [
    [
      {
        step: 'hire',
        on: '2024-02-20',
        values: {
          helper: { name: '谢某某' },
          post: '市容巡查协管',
          unit: '综合行政执法队',
          employment: 'contract',
          hiredOn: '2024-02-20',
        },
      },
      { step: 'leave', on: '2024-12-31', values: { leftOn: '2024-12-31' } },
    ],
  ],
});
