import {
  count,
  dayField,
  defineKind,
  link,
  list,
  longText,
  manyOf,
  oneOf,
  person,
  place,
  text,
  timeField,
  type Matter,
  type Precondition,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { EVENTS, ON_THE_SPOT, STATION } from './desk.ts';

const fields = {
  title: text('事件', { max: 80, help: '时间、地点、什么事，如“石桥村三组山体滑坡”；不写人名' }),
  type: oneOf('事件类别', EVENTS),
  level: oneOf('等级', {
    danger: '险情，还没有造成危害',
    general: '一般',
    larger: '较大',
    major: '重大',
    extraordinary: '特别重大',
  }),
  place: place('地点'),
  happenedOn: dayField('发生日'),
  happenedAt: timeField('发生时间'),
  receivedOn: dayField('接报日', { help: '当天接报的不用填' }),
  receivedAt: timeField('接报时间'),
  reporter: person('报告人'),
  what: longText('经过', { privacy: 'personal' }),
  exercise: link('属于哪次演练', 'drill', { help: '只有演练才选；选了就是演练记录，不计入任何指标' }),
  dead: count('死亡', '人', { max: 10_000 }),
  missing: count('失踪', '人', { max: 10_000 }),
  injured: count('受伤', '人', { max: 100_000 }),
  affected: count('受灾', '人', { max: 1_000_000 }),
  told: list(
    '告知了谁',
    {
      who: text('谁', { max: 40, help: '写岗位，不写姓名，如“乡长”“县应急局值班室”' }),
      at: timeField('时间'),
      means: text('怎样告知', { max: 20 }),
    },
    { needs: ['who'] },
  ),
  phoneMinutes: count('电话报告的时限', '分钟'),
  writtenMinutes: count('书面报告的时限', '分钟'),
  reportedTo: text('报告给谁', { max: 60, help: '如“县委县政府值班室、县应急局”' }),
  reportedOn: dayField('电话报告日'),
  reportedAt: timeField('电话报告时间'),
  writtenOn: dayField('书面报告日'),
  writtenAt: timeField('书面报告时间'),
  followedOn: dayField('最近续报日'),
  followedAt: timeField('最近续报时间'),
  change: longText('续报的内容', {
    privacy: 'personal',
    help: '伤亡人数在事故发生起三十日内（道路交通、火灾七日内）有变化的，及时续报',
  }),
  respondedOn: dayField('先期处置日'),
  respondedAt: timeField('先期处置时间'),
  measures: manyOf('采取的措施', {
    verify: '现场核实',
    rescue: '组织营救、送医',
    evacuate: '疏散、转移人员',
    cordon: '警戒、标明危险区域',
    traffic: '劝阻通行、疏导交通',
    warn: '广播、鸣锣、入户告知',
    supplies: '调用应急物资',
    repair: '抢通道路、水、电、通信',
    relief: '安置、发放生活必需品',
    requisition: '征用单位、个人的财产',
    other: '其他',
  }),
  plan: link('启动的预案', 'emergency-plan'),
  notedOn: dayField('记录日'),
  notedAt: timeField('记录时间'),
  note: longText('处置记录', { privacy: 'personal' }),
  handedTo: text('移送给谁', { max: 60 }),
  handedOn: dayField('移送日'),
  endedOn: dayField('处置结束日'),
  reviewedOn: dayField('复盘日'),
  causes: longText('原因和经过', { privacy: 'personal' }),
  lessons: longText('经验教训', { max: 1000, help: '不写人名；要改的事每件登记一条“整改事项”' }),
  problems: count('要改的事', '件', { max: 1000 }),
};
type Incident = Matter<typeof fields>;

const MINUTES_A_DAY = 24 * 60;

function minuteOf(on: string | undefined, at: string | undefined): number | undefined {
  if (on === undefined || at === undefined) return undefined;
  const [hours, minutes] = at.split(':').map(Number) as [number, number];
  return (Date.parse(on) / 86_400_000) * MINUTES_A_DAY + hours * 60 + minutes;
}

/** Later than so many minutes after the report came in; where a time is not known nothing is said. */
function isLate(
  { values }: Incident,
  on: 'reportedOn' | 'writtenOn',
  at: 'reportedAt' | 'writtenAt',
  within: number | undefined,
): boolean {
  const received = minuteOf(values.receivedOn ?? values.happenedOn, values.receivedAt);
  const reported = minuteOf(values[on], values[at]);
  if (received === undefined || reported === undefined || within === undefined) return false;
  return reported - received > within;
}

const LATE = '请写明为什么迟；分钟数与本省规定、预案不同的，先在“地方规定”里登记。';

const NOT_OURS_TO_TAKE: Precondition<typeof fields> = {
  rule: rule('YJ-16'),
  breached: ({ values }) => values.measures?.includes('requisition') === true,
  remedy: '乡镇没有征用权：请报县级人民政府征用，或者借用、租用；已经用了的尽快归还并报请补偿。',
};

function counted(label: string, unit: string, what: string) {
  return {
    label,
    unit,
    definition: `发生日在统计期内的突发事件${what}；演练不计。`,
    chapter: 'emergency',
    measure: 'flow',
    on: 'happenedOn',
  } as const;
}

/**
 * An incident (突发事件): dealt with first, entered afterwards. Time, place and what are enough to begin; who was told and when, later
 * reports, measures, log, closing and review follow. Teams, warnings, evacuations and supplies link to it.
 */
export const incident = defineKind({
  code: 'incident',
  label: '突发事件',
  room: 'emergency',
  version: 1,
  practised: true,
  village: 'optional',
  title: 'title',
  fields,
  states: { open: '处置中', ended: '处置结束', handed: '已移送', reviewed: '已复盘' },
  steps: {
    receive: {
      label: '登记事件',
      by: ON_THE_SPOT,
      basis: [cite('TF', '60③'), cite('TF', '61')],
      from: 'start',
      to: 'open',
      day: 'happenedOn',
      asks: ['title', 'type', 'level'],
      may: [
        'happenedAt',
        'place',
        'receivedOn',
        'receivedAt',
        'reporter',
        'what',
        'dead',
        'missing',
        'injured',
        'affected',
        'told',
        'exercise',
      ],
      takes: {
        phoneMinutes: { setting: 'YJ-11.phone' },
        writtenMinutes: { setting: 'YJ-11.written' },
      },
    },
    report: {
      label: '登记电话报告',
      by: ON_THE_SPOT,
      basis: cite('TF', '61'),
      from: ['open', 'ended'],
      day: 'reportedOn',
      records: true,
      asks: ['reportedTo', 'reportedAt'],
      may: ['receivedAt', 'told', 'level', 'dead', 'missing', 'injured', 'affected'],
      rules: [
        {
          rule: rule('YJ-11.minutes'),
          breached: (here) => isLate(here, 'reportedOn', 'reportedAt', here.values.phoneMinutes),
          remedy: LATE,
        },
      ],
    },
    write: {
      label: '登记书面报告',
      by: ON_THE_SPOT,
      basis: cite('TF', '61'),
      from: ['open', 'ended'],
      day: 'writtenOn',
      records: true,
      asks: ['writtenAt'],
      may: ['reportedTo', 'receivedAt', 'level', 'dead', 'missing', 'injured', 'affected'],
      rules: [
        {
          rule: rule('YJ-11.minutes'),
          breached: (here) => isLate(here, 'writtenOn', 'writtenAt', here.values.writtenMinutes),
          remedy: LATE,
        },
      ],
    },
    follow: {
      label: '续报',
      by: ON_THE_SPOT,
      basis: cite('TF', '61'),
      from: ['open', 'ended'],
      day: 'followedOn',
      asks: ['change'],
      may: ['followedAt', 'reportedTo', 'level', 'dead', 'missing', 'injured', 'affected', 'told'],
    },
    respond: {
      label: '登记先期处置',
      by: ON_THE_SPOT,
      basis: [cite('TF', '72'), cite('TF', '77')],
      from: ['open'],
      day: 'respondedOn',
      asks: ['measures'],
      may: ['respondedAt', 'plan', 'note'],
      rules: [NOT_OURS_TO_TAKE],
    },
    note: {
      label: '记一笔处置记录',
      by: ON_THE_SPOT,
      basis: cite('TF', '94'),
      from: ['open', 'ended'],
      day: 'notedOn',
      asks: ['note'],
      may: ['notedAt', 'told'],
    },
    handOver: {
      label: '移送有关单位',
      by: ON_THE_SPOT,
      basis: cite('TF', '60③'),
      from: ['open'],
      to: 'handed',
      day: 'handedOn',
      asks: ['handedTo'],
    },
    end: {
      label: '结束处置',
      by: STATION,
      basis: cite('TF', '86'),
      from: ['open'],
      to: 'ended',
      day: 'endedOn',
      may: ['dead', 'missing', 'injured', 'affected', 'level'],
      rules: [
        {
          rule: rule('YJ-11'),
          breached: ({ values }) => values.reportedOn === undefined && values.writtenOn === undefined,
          remedy: '请先登记向上级报告的情况：报给谁、几点报的；还没有报的马上报。',
        },
      ],
    },
    review: {
      label: '复盘',
      by: STATION,
      basis: [cite('TF', '92'), cite('TF', '28')],
      from: ['ended'],
      to: 'reviewed',
      day: 'reviewedOn',
      asks: ['lessons'],
      may: ['causes', 'problems'],
    },
  },
  figures: {
    incidents: counted('处置突发事件', '起', '，含险情和移送有关单位的'),
    'incidents.dead': {
      ...counted('突发事件死亡', '人', '死亡人数之和'),
      amount: ({ values }) => values.dead,
    },
    'incidents.injured': {
      ...counted('突发事件受伤', '人', '受伤人数之和'),
      amount: ({ values }) => values.injured,
    },
    'incidents.reviewed': {
      label: '突发事件复盘',
      unit: '起',
      definition: '复盘日在统计期内的突发事件，含以前发生的；演练不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'reviewedOn',
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-06-28',
        village: '石桥村',
        values: {
          title: '石桥村三组山体滑坡',
          type: 'geology',
          level: 'danger',
          place: '石桥村三组公路上方',
          happenedOn: '2024-06-28',
          happenedAt: '05:20',
          receivedOn: '2024-06-28',
          receivedAt: '05:35',
          reporter: { name: '罗某某', phone: '00000000000' },
          what: '巡查员发现山坡开裂，有碎石滚落，下方住着四户。',
          told: [{ who: '乡长', at: '05:38', means: '电话' }],
        },
      },
      {
        step: 'respond',
        on: '2024-06-28',
        values: {
          measures: ['verify', 'evacuate', 'cordon'],
          respondedAt: '05:50',
          plan: 'hazard=earthquake',
          respondedOn: '2024-06-28',
        },
      },
      {
        step: 'report',
        on: '2024-06-28',
        values: { reportedTo: '县政府值班室、县自然资源局', reportedAt: '05:55', reportedOn: '2024-06-28' },
      },
      { step: 'write', on: '2024-06-28', values: { writtenAt: '06:25', writtenOn: '2024-06-28' } },
      {
        step: 'note',
        on: '2024-06-28',
        values: { note: '县局专家到场，建议观察三天。', notedAt: '09:10', notedOn: '2024-06-28' },
      },
      {
        step: 'follow',
        on: '2024-06-29',
        values: { change: '没有新的变形，四户十六人安置在村小学。', followedOn: '2024-06-29' },
      },
      { step: 'end', on: '2024-07-02', values: { dead: 0, injured: 0, affected: 16, endedOn: '2024-07-02' } },
      {
        step: 'review',
        on: '2024-07-05',
        values: { lessons: '巡查发现早，转移快；三组缺少备用电源。', problems: 1, reviewedOn: '2024-07-05' },
      },
    ],
    [
      {
        step: 'receive',
        on: '2024-08-14',
        values: {
          title: '县道弯道两车相撞',
          type: 'traffic',
          level: 'general',
          happenedOn: '2024-08-14',
          injured: 1,
        },
      },
      {
        step: 'handOver',
        on: '2024-08-14',
        values: { handedTo: '县交警大队', handedOn: '2024-08-14' },
      },
    ],
  ],
});
