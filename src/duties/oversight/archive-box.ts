import {
  count,
  dayField,
  defineKind,
  LAST,
  list,
  oneOf,
  text,
  yearOf,
  type Day,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { DESK } from './desk.ts';

const YEARS: Readonly<Record<string, number>> = { y10: 10, y30: 30 };

/** Kept to the end of its retention, which is counted from the year after. */
function isOver(year: number | undefined, retention: string | undefined, on: Day): boolean {
  const keep = YEARS[retention ?? ''];
  return year !== undefined && keep !== undefined && yearOf(on) > year + keep;
}

/** A box of archives (档案盒): what is in it, how long it is kept, when it went to the county's archive (移交). */
export const archiveBox = defineKind({
  code: 'archive-box',
  label: '归档',
  room: 'oversight',
  version: 1,
  title: 'box',
  fields: {
    box: text('盒号', { max: 60, code: true, help: '如“2024-文书-永久-003”' }),
    year: count('归档年度', '年', { min: 1949, max: 2200, help: '文件形成的年度' }),
    category: oneOf('门类', {
      documents: '文书档案',
      enforcement: '执法案卷',
      mediation: '人民调解卷宗',
      accounts: '会计档案',
      projects: '项目、合同档案',
      images: '声像档案',
      other: '其他',
    }),
    retention: oneOf(
      '保管期限',
      { permanent: '永久', y30: '30年', y10: '10年' },
      { help: '按经档案主管部门审核同意的保管期限表' },
    ),
    fond: text('全宗号', { max: 40, code: true }),
    items: list(
      '盒内文件',
      {
        title: text('题名', { max: 160, help: '不写当事人姓名' }),
        number: text('文号、案号', { max: 60, code: true }),
        pages: count('页数', '页', { min: 1, max: 10_000 }),
      },
      { needs: ['title'] },
    ),
    formedOn: dayField('最后一份文件的日期'),
    place: text('存放位置', { max: 60 }),
    boxedOn: dayField('归档日', { help: '一般在次年六月底前' }),
    intake: oneOf('是否属县档案馆接收范围', { yes: '属于', no: '不属于' }),
    delayAgreedOn: dayField('同意延期移交日', { help: '经同级档案主管部门检查同意' }),
    receiver: text('接收单位', { max: 60 }),
    handedOn: dayField('移交日'),
    listNumber: text('销毁清单文号', { max: 60, code: true }),
    listApprovedOn: dayField('销毁清单批准日'),
    destroyedOn: dayField('销毁日'),
  },
  states: { kept: '在库', handed: '已移交', destroyed: '已销毁' },
  steps: {
    box: {
      label: '装盒归档',
      by: DESK,
      basis: [cite('DA', '12-14'), cite('DAT', '19'), cite('DAW', '*')],
      from: 'start',
      to: 'kept',
      day: 'boxedOn',
      asks: ['box', 'year', 'category', 'retention', 'formedOn'],
      may: ['fond', 'items', 'place', 'intake'],
      usual: { year: { today: 'last-year' }, category: LAST, retention: LAST, fond: LAST, place: LAST },
    },
    handOver: {
      label: '移交县档案馆',
      by: DESK,
      basis: cite('DAT', '20②'),
      from: ['kept'],
      to: 'handed',
      day: 'handedOn',
      asks: ['receiver'],
    },
    delay: {
      label: '同意延期移交',
      by: DESK,
      basis: cite('DAT', '20②'),
      from: ['kept'],
      to: 'kept',
      day: 'delayAgreedOn',
    },
    destroy: {
      label: '销毁',
      by: DESK,
      basis: cite('DA', '21'),
      from: ['kept'],
      to: 'destroyed',
      day: 'destroyedOn',
      may: ['listNumber', 'listApprovedOn'],
      rules: [
        {
          rule: rule('SJA-20.destroy'),
          breached: ({ values: { listNumber, listApprovedOn, year, retention }, actOn }) =>
            listNumber === undefined ||
            listApprovedOn === undefined ||
            listApprovedOn > actOn ||
            !isOver(year, retention, actOn),
          remedy: '请先核对保管期限，编制销毁清单并报批，登记清单文号和批准日，再销毁。',
        },
      ],
    },
  },
  terms: [
    {
      rule: 'SJA-21',
      from: 'formedOn',
      metBy: 'handedOn',
      where: ({ values }) => values.intake === 'yes' && values.delayAgreedOn === undefined,
    },
  ],
  figures: {
    'archives.boxes': {
      label: '归档',
      unit: '盒',
      definition: '归档日在统计期内装盒归档的档案，按盒计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'boxedOn',
    },
    'archives.handed-over': {
      label: '移交县档案馆',
      unit: '盒',
      definition: '移交日在统计期内移交县级综合档案馆的档案，按盒计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'handedOn',
    },
  },
  examples: [
    [
      {
        step: 'box',
        on: '2024-06-12',
        values: {
          box: '2023-文书-永久-003',
          fond: '218',
          year: 2023,
          category: 'documents',
          retention: 'permanent',
          formedOn: '2023-12-28',
          intake: 'yes',
          boxedOn: '2024-06-12',
          items: [
            { title: '乡人民政府工作报告', number: '石府发〔2023〕1号', pages: 24 },
            { title: '年度法治政府建设情况报告', number: '石府发〔2023〕9号', pages: 12 },
          ],
        },
      },
      { step: 'delay', on: '2024-07-02', values: { delayAgreedOn: '2024-07-02' } },
    ],
    [
      {
        step: 'box',
        on: '2024-03-05',
        source: 'paper',
        values: {
          box: '2014-文书-永久-001',
          year: 2014,
          category: 'documents',
          retention: 'permanent',
          formedOn: '2014-12-20',
          intake: 'yes',
          boxedOn: '2024-03-05',
        },
      },
      { step: 'handOver', on: '2024-11-20', values: { receiver: '县档案馆', handedOn: '2024-11-20' } },
    ],
    [
      {
        step: 'box',
        on: '2024-03-06',
        source: 'paper',
        values: {
          box: '2011-文书-10年-007',
          year: 2011,
          category: 'documents',
          retention: 'y10',
          formedOn: '2011-12-30',
          boxedOn: '2024-03-06',
        },
      },
      {
        step: 'destroy',
        on: '2024-12-10',
        values: { listNumber: '样档销〔2024〕2号', listApprovedOn: '2024-12-02', destroyedOn: '2024-12-10' },
      },
    ],
  ],
});
