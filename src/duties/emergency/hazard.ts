import {
  dayField,
  defineKind,
  file,
  link,
  longText,
  oneOf,
  person,
  place,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { ON_THE_SPOT, STATION } from './desk.ts';

const fields = {
  title: text('隐患', { max: 80, help: '哪里、什么问题，如“三组公路边坡开裂”；不写人名' }),
  type: oneOf('类别', {
    geology: '地质灾害',
    flood: '山塘水库、河道',
    forest: '林区火源',
    fire: '消防',
    house: '房屋',
    road: '道路交通',
    gas: '燃气',
    power: '用电',
    mine: '矿山',
    work: '其他生产经营场所',
    water: '危险水域',
    other: '其他',
  }),
  grade: oneOf('程度', { general: '一般', serious: '重大', imminent: '险情，随时可能出事' }),
  source: oneOf('怎样发现', {
    patrol: '巡查',
    screening: '集中排查',
    villager: '群众报告',
    inspection: '行政检查',
    upper: '上级交办',
    drill: '演练中发现',
    other: '其他',
  }),
  place: place('位置'),
  patrol: link('哪次巡查', 'patrol'),
  inspection: link('哪次检查', 'inspection'),
  reporter: person('报告人'),
  foundOn: dayField('发现日'),
  unit: text('谁负责整改', { max: 60, help: '写单位、村或者岗位；个人的写“户主”，姓名填在责任人里' }),
  owner: person('责任人'),
  due: dayField('整改期限', { future: true, help: '由发现的人写明' }),
  guard: text('整改以前的防范', { max: 200, help: '如“拉警戒线，专人看守”' }),
  reportedTo: text('报告给谁', { max: 60 }),
  reportedOn: dayField('报告日'),
  doneOn: dayField('整改完成日'),
  done: longText('怎样整改的', { max: 1000 }),
  photo: file('照片'),
  returnedOn: dayField('复查退回日'),
  demand: text('还要怎么改', { max: 200 }),
  checkedOn: dayField('复查销号日'),
  handedTo: text('移交给谁', { max: 60, help: '有权处理的部门，如“县自然资源局”“县消防大队”' }),
  handedOn: dayField('移交日'),
};
type Hazard = Matter<typeof fields>;

/** Rock or slope that may come down at any time: whoever learns of it acts and reports at once (地质灾害防治条例 art. 15, 29). */
function mustBeReported({ values: { type, grade, reportedOn } }: Hazard): boolean {
  return type === 'geology' && grade === 'imminent' && reportedOn === undefined;
}

function found(label: string, definition: string, where?: (hazard: Hazard) => boolean) {
  const measured = { unit: '处', chapter: 'emergency', measure: 'flow', on: 'foundOn' } as const;
  return { label, definition, ...measured, ...(where ? { where } : {}) } as const;
}

/** A hazard (隐患): found, put right, checked; or handed to the authority that has the power. */
export const hazard = defineKind({
  code: 'hazard',
  label: '安全隐患',
  room: 'emergency',
  version: 1,
  village: 'optional',
  title: 'title',
  fields,
  states: { open: '整改中', done: '待复查', closed: '已销号', handed: '已移交' },
  steps: {
    find: {
      label: '登记隐患',
      by: [...ON_THE_SPOT, 'household-group-leader'],
      basis: [cite('AQ', '9②'), cite('DZ', '15')],
      from: 'start',
      to: 'open',
      day: 'foundOn',
      asks: ['title', 'type', 'grade'],
      may: ['source', 'place', 'unit', 'due', 'owner', 'guard', 'reporter', 'patrol', 'inspection', 'photo'],
    },
    report: {
      label: '登记报告险情',
      by: ON_THE_SPOT,
      basis: [cite('DZ', '29'), cite('TF', '61')],
      from: ['open', 'done'],
      day: 'reportedOn',
      asks: ['reportedTo'],
      may: ['guard'],
      records: true,
    },
    finish: {
      label: '登记整改完成',
      by: ON_THE_SPOT,
      basis: [cite('AQ', '9②'), cite('DZ', '15')],
      from: ['open'],
      to: 'done',
      day: 'doneOn',
      asks: ['done'],
      may: ['photo'],
    },
    check: {
      label: '复查销号',
      by: [...STATION, 'enforcement-officer', 'village-cadre'],
      basis: [cite('AQ', '9②'), cite('DZ', '15')],
      from: ['done'],
      to: 'closed',
      day: 'checkedOn',
      rules: [
        {
          rule: rule('YJ-20'),
          breached: mustBeReported,
          remedy: '地质灾害险情要先报告：请登记报给了谁；需要转移的，登记避险转移。',
        },
      ],
    },
    return: {
      label: '复查不合格，再改',
      by: [...STATION, 'enforcement-officer', 'village-cadre'],
      basis: [cite('AQ', '9②'), cite('DZ', '15')],
      from: ['done'],
      to: 'open',
      day: 'returnedOn',
      asks: ['demand'],
      may: ['due'],
    },
    handOver: {
      label: '移交有权部门',
      by: ON_THE_SPOT,
      basis: [cite('AQ', '9②'), cite('TF', '60③')],
      from: ['open', 'done'],
      to: 'handed',
      day: 'handedOn',
      asks: ['handedTo'],
      may: ['guard'],
    },
  },
  terms: [{ rule: 'ND-05.given', from: 'foundOn', by: 'due', metBy: 'doneOn' }],
  figures: {
    hazards: {
      ...found('排查安全隐患', '发现日在统计期内登记的隐患，一处计一处；移交有权部门的也计。'),
      relations: [
        { to: 'campaigns.problems', is: 'overlaps' },
        { to: 'supervision.problems', is: 'disjoint' },
      ],
    },
    'hazards.serious': {
      ...found(
        '重大隐患和险情',
        '发现日在统计期内登记的、程度为重大或者险情的隐患。',
        ({ values: { grade } }) => grade === 'serious' || grade === 'imminent',
      ),
      relations: [{ to: 'hazards', is: 'part-of' }],
    },
    'hazards.closed': {
      label: '隐患整改销号',
      unit: '处',
      definition: '复查销号日在统计期内的隐患，含以前发现的；整改完成还没有复查的不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'checkedOn',
    },
    'hazards.handed-on': {
      label: '隐患移交有权部门',
      unit: '处',
      definition: '移交日在统计期内的隐患。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'handedOn',
      relations: [{ to: 'patrols.handed-on', is: 'overlaps' }],
    },
    'hazards.rectification-rate': {
      label: '隐患整改率',
      unit: '%',
      definition: '发现日在统计期内、没有移交的隐患：已复查销号的处数除以全部处数。',
      chapter: 'emergency',
      measure: 'ratio',
      on: 'foundOn',
      numerator: ({ values }) => (values.checkedOn === undefined ? 0 : 1),
      denominator: ({ state }) => (state === 'handed' ? 0 : 1),
    },
  },
  examples: [
    [
      {
        step: 'find',
        on: '2024-06-20',
        village: '石桥村',
        values: {
          title: '三组公路边坡开裂',
          type: 'geology',
          grade: 'imminent',
          source: 'patrol',
          place: '石桥村三组公路上方',
          unit: '石桥村村民委员会',
          due: '2024-07-10',
          guard: '拉警戒线，专人看守',
          patrol: '00000000-0000-4000-8000-000000000001',
          foundOn: '2024-06-20',
        },
      },
      {
        step: 'report',
        on: '2024-06-20',
        values: { reportedTo: '县自然资源局、县应急局', reportedOn: '2024-06-20' },
      },
      { step: 'finish', on: '2024-07-02', values: { done: '已清除碎石，修排水沟', doneOn: '2024-07-02' } },
      {
        step: 'return',
        on: '2024-07-03',
        values: { demand: '排水沟还差十米', returnedOn: '2024-07-03' },
      },
      { step: 'finish', on: '2024-07-08', values: { done: '排水沟已接通', doneOn: '2024-07-08' } },
      { step: 'check', on: '2024-07-09', values: { checkedOn: '2024-07-09' } },
    ],
    [
      {
        step: 'find',
        on: '2024-09-12',
        values: {
          title: '集镇餐馆液化气瓶放在室内',
          type: 'gas',
          grade: 'general',
          source: 'villager',
          foundOn: '2024-09-12',
        },
      },
      { step: 'handOver', on: '2024-09-12', values: { handedTo: '县住建局', handedOn: '2024-09-12' } },
    ],
  ],
});
