import {
  count,
  dayField,
  defineKind,
  file,
  link,
  list,
  oneOf,
  people,
  place,
  text,
  type Check,
  type Matter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** Forums (会议活动形式) in which a township meets. */
export const FORUMS = {
  'party-committee': '党委会',
  'enlarged-committee': '党委(扩大)会',
  'theory-group': '党委理论学习中心组',
  government: '政府办公会',
  'joint-meeting': '党政联席会',
  topical: '专题会',
  dispatch: '调度会',
  'staff-assembly': '干部职工大会',
  regular: '干部例会',
  symposium: '座谈会',
  lecture: '法治讲座',
  training: '培训班',
  villagers: '群众会',
  courtyard: '院坝会',
  bench: '板凳会',
  group: '小组会',
} as const;
type Forum = keyof typeof FORUMS;

/** What an agenda item is about (议题). One gathering may be several things; each figure counts it once. */
export const SUBJECTS = {
  'law-study': '学习法律法规',
  'rule-of-law-thought': '学习习近平法治思想',
  constitution: '学习宪法',
  'civil-code': '学习宣传民法典',
  'decision-rules': '学习重大行政决策规定',
  'normative-rules': '学习规范性文件管理规定',
  'law-work': '研究部署法治工作',
  'law-report': '听取法治工作汇报',
  'hard-problem': '研究重点难点问题',
  seminar: '专题研讨、交流发言',
  'leader-lecture': '主要负责人讲法治课',
  'court-hearing': '旁听庭审',
  oath: '宪法宣誓',
  decision: '讨论决定事项',
  safety: '安全生产与防灾部署调度',
  'safety-training': '安全生产培训',
  'enforcement-training': '行政执法培训',
  'dispute-prevention': '矛盾纠纷排查预防',
  publicity: '法治宣传',
  other: '其他',
} as const;
type Subject = keyof typeof SUBJECTS;

const fields = {
  title: text('会议活动名称'),
  forum: oneOf('形式', FORUMS),
  agenda: list(
    '议题',
    {
      subject: oneOf('类别', SUBJECTS),
      topic: text('内容', { max: 200 }),
      document: text('学习的文件、法律', { max: 120 }),
      lecturer: oneOf('谁主讲', {
        secretary: '党委书记',
        head: '乡镇长',
        deputy: '其他班子成员',
        other: '其他人员',
      }),
      outcome: oneOf('结果', { passed: '通过', rejected: '未通过', deferred: '再议', solved: '问题已解决' }),
    },
    { needs: ['subject'] },
  ),
  before: oneOf('会前学法', { yes: '会前学了法', no: '没有' }),
  deliberation: oneOf('讨论决定的规矩', {
    kept: '集体讨论，行政首长末位发言，不同意见已记录',
    broken: '没有末位发言或者没有记录不同意见',
  }),
  signIn: file('签到表', { help: '纸质签到表拍照、扫描都可以' }),
  attendees: people('签到人员', { help: '只写姓名；有纸质签到表照片的，不必再录' }),
  hours: count('学时', '学时', { max: 200, help: '只有换证、年审要用学时的培训才填' }),
  attendance: count('到会', '人次', { max: 100_000 }),
  ledBy: oneOf('主持带领', {
    secretary: '党委书记',
    head: '乡镇长',
    deputy: '其他班子成员',
    cadre: '村干部',
    other: '其他人员',
  }),
  place: place('地点'),
  minuteBook: text('会议记录本编号', {
    max: 40,
    code: true,
    help: '党委类会议只登记议题名称和记录本编号，不上传记录',
  }),
  minutes: file('会议记录'),
  filedOn: dayField('补交日'),
  duty: link('落实哪一项普法责任', 'publicity-duty'),
};
type Gathering = Matter<typeof fields>;

const LAW_STUDY: readonly Subject[] = [
  'law-study',
  'rule-of-law-thought',
  'constitution',
  'civil-code',
  'decision-rules',
  'normative-rules',
];
/** Forums of the township's own staff. */
const STAFF: readonly Forum[] = [
  'party-committee',
  'enlarged-committee',
  'theory-group',
  'government',
  'joint-meeting',
  'staff-assembly',
  'regular',
  'symposium',
];
const SMALL: readonly Forum[] = ['courtyard', 'bench', 'group'];
/** Forums of the Party: of them only date, form, agenda titles and the number of the minute book stand here. */
const PARTY: readonly Forum[] = ['party-committee', 'enlarged-committee', 'theory-group'];
/** Where the township decides. */
const DECIDING: readonly Forum[] = ['government', 'joint-meeting'];
const LAW_WORK: readonly Subject[] = ['law-work', 'law-report', 'hard-problem'];

/** 党委类会议的记录留在会议记录本里。 */
const NO_PARTY_MINUTES: Check<typeof fields> = {
  wrong: (m, given) =>
    isForum(m, ...PARTY) && (given.has('minutes') || given.has('signIn') || given.has('attendees')),
  field: 'minutes',
  sentence: '党委类会议的记录、签到不上传到本系统。',
  next: '请只填议题名称和会议记录本编号，记录留在会议记录本里；已经上传的，先对它办“限制处理”或者“删除个人信息”。',
};

/** Trainings whose hours a certificate asks for (执法证年审、调解员、安全员). */
const FOR_CERTIFICATES: readonly Subject[] = [
  'enforcement-training',
  'safety-training',
  'dispute-prevention',
];

/** 学时只在证件要用时记，学法不记学时。 */
const HOURS_FOR_CERTIFICATES: Check<typeof fields> = {
  wrong: (m, given) => given.has('hours') && !holds(m, ...FOR_CERTIFICATES),
  field: 'hours',
  sentence: '只有换证、年审要用学时的培训（行政执法、安全生产、矛盾纠纷调处）才记学时。',
  next: '一般的学法会议请不填学时。',
};

function holdsThat(
  { values }: Gathering,
  subject: Subject,
  outcome: 'passed' | 'rejected' | 'deferred' | 'solved',
): number {
  return (values.agenda ?? []).filter((item) => item.subject === subject && item.outcome === outcome).length;
}

function holds({ values }: Gathering, ...subjects: readonly Subject[]): boolean {
  return (values.agenda ?? []).some((item) => item.subject !== undefined && subjects.includes(item.subject));
}

function isForum({ values }: Gathering, ...forums: readonly Forum[]): boolean {
  return values.forum !== undefined && forums.includes(values.forum);
}

/** The first item of the agenda is what the gathering was called for. */
function mainly({ values }: Gathering, subject: Subject): boolean {
  return values.agenda?.[0]?.subject === subject;
}

/** Led by one of the two first-responsible persons (第一责任人). */
function ledByFirst({ values }: Gathering): boolean {
  return values.ledBy === 'secretary' || values.ledBy === 'head';
}

/** What a first-responsible person did in a meeting that he led. */
function ledOn(label: string, subject: Subject) {
  return {
    label,
    unit: '次',
    definition: `统计期内由党委书记或乡镇长主持带领、议题里有“${SUBJECTS[subject]}”的会议，一次会议只计一次。`,
    chapter: 'leadership',
    room: 'leadership',
    measure: 'flow',
    on: 'occurredOn',
    counter: false,
    where: (m: Gathering) => ledByFirst(m) && holds(m, subject),
  } as const;
}

function lawStudyIn(label: string, forum: Forum) {
  return {
    label,
    unit: '次',
    definition: `统计期内以“${FORUMS[forum]}”形式召开、议题里有法律法规学习的会议，一次会议只计一次。`,
    chapter: 'disputes',
    room: 'disputes',
    measure: 'flow',
    on: 'occurredOn',
    where: (m: Gathering) => isForum(m, forum) && holds(m, ...LAW_STUDY),
    relations: [{ to: 'law-study.sessions', is: 'part-of' }],
  } as const;
}

const session = { unit: '次', measure: 'flow', on: 'occurredOn' } as const;

/** A gathering (会议活动): one record with its agenda; study, training, publicity and duty are items of it. */
export const gathering = defineKind({
  code: 'gathering',
  label: '会议活动',
  room: 'decisions',
  version: 1,
  village: 'optional',
  title: 'title',
  fields,
  states: { held: '已召开' },
  steps: {
    hold: {
      label: '登记会议活动',
      by: [
        'judicial-office',
        'party-secretary',
        'township-head',
        'area-lead',
        'village-cadre',
        'emergency-officer',
      ],
      basis: [cite('DF', '76'), cite('PF', '36')],
      from: 'start',
      to: 'held',
      asks: ['title', 'forum', 'agenda'],
      may: [
        'attendance',
        'ledBy',
        'place',
        'before',
        'deliberation',
        'minuteBook',
        'minutes',
        'signIn',
        'hours',
        'duty',
      ],
      usual: {
        ledBy: {
          byPost: {
            'party-secretary': 'secretary',
            'township-head': 'head',
            'area-lead': 'deputy',
            'village-cadre': 'cadre',
          },
        },
      },
      rules: [
        {
          rule: rule('JC-13'),
          breached: (m) =>
            holds(m, 'decision') && isForum(m, ...DECIDING) && m.values.deliberation === 'broken',
          remedy: '讨论决定事项时，请由行政首长末位发言，如实记录讨论情况和不同意见。',
        },
      ],
      checks: [NO_PARTY_MINUTES, HOURS_FOR_CERTIFICATES],
    },
    signIn: {
      label: '登记签到',
      when: (m) => !isForum(m, ...PARTY),
      by: ['judicial-office', 'area-lead', 'village-cadre', 'emergency-officer'],
      basis: cite('PF', '36'),
      from: ['held'],
      asks: ['attendance'],
      may: ['attendees', 'signIn', 'hours'],
      checks: [NO_PARTY_MINUTES, HOURS_FOR_CERTIFICATES],
    },
    file: {
      label: '补交会议记录',
      when: (m) => !isForum(m, ...PARTY),
      by: ['judicial-office', 'area-lead'],
      basis: cite('DA', '14'),
      from: ['held'],
      day: 'filedOn',
      asks: ['minutes'],
      may: ['signIn'],
      checks: [NO_PARTY_MINUTES],
    },
  },
  figures: {
    'decision-study': {
      ...session,
      counter: false,
      label: '重大行政决策相关文件学习',
      definition: '统计期内议题里有重大行政决策规定学习的会议，一次会议只计一次。',
      chapter: 'decisions',
      room: 'training',
      where: (m) => holds(m, 'decision-rules'),
    },
    'normative-document-study': {
      ...session,
      counter: false,
      label: '规范性文件管理规定学习',
      definition: '统计期内议题里有规范性文件管理规定学习的会议，一次会议只计一次。',
      chapter: 'decisions',
      room: 'training',
      where: (m) => holds(m, 'normative-rules'),
    },
    'enforcement-training': {
      ...session,
      label: '行政执法人员培训',
      definition: '统计期内议题里有行政执法培训的会议或培训班，一次只计一次。',
      chapter: 'enforcement',
      room: 'training',
      where: (m) => holds(m, 'enforcement-training'),
    },
    'safety-meetings': {
      ...session,
      label: '安全专题会和日常调度',
      definition: '统计期内议题里有安全生产、防灾部署调度的会议，一次会议只计一次；培训不计入。',
      chapter: 'emergency',
      where: (m) => holds(m, 'safety'),
    },
    'safety-training.sessions': {
      label: '安全生产培训',
      unit: '场次',
      definition: '统计期内议题里有安全生产培训的会议或培训班，一场只计一次。',
      chapter: 'emergency',
      room: 'training',
      measure: 'flow',
      on: 'occurredOn',
      where: (m) => holds(m, 'safety-training'),
    },
    'safety-training.people': {
      label: '安全生产培训人员',
      unit: '人次',
      definition: '各场安全生产培训的签到人次之和；同一人参加两场计两人次。',
      chapter: 'emergency',
      room: 'training',
      measure: 'flow',
      on: 'occurredOn',
      where: (m) => holds(m, 'safety-training'),
      amount: (m) => m.values.attendance,
    },
    'study.theory-group': lawStudyIn('党委理论学习中心组学习', 'theory-group'),
    'study.enlarged-committee': lawStudyIn('党委(扩大)会学习', 'enlarged-committee'),
    'study.staff-assembly': lawStudyIn('干部职工大会学习', 'staff-assembly'),
    'study.lectures': {
      label: '法治专题讲座',
      unit: '场',
      definition: '统计期内以法治讲座形式举办的会议活动，一场只计一次。',
      chapter: 'disputes',
      room: 'disputes',
      measure: 'flow',
      on: 'occurredOn',
      where: (m) => isForum(m, 'lecture'),
    },
    'civil-code.study': {
      ...session,
      counter: false,
      label: '干部职工大会学习民法典',
      definition: '统计期内议题里有民法典学习的干部职工大会；包含在干部职工大会学习次数里。',
      chapter: 'training',
      room: 'training',
      where: (m) => isForum(m, 'staff-assembly') && holds(m, 'civil-code'),
      relations: [{ to: 'study.staff-assembly', is: 'part-of' }],
    },
    'law-study.sessions': {
      ...session,
      label: '学习宪法、民法典等法律法规',
      definition:
        '统计期内乡镇干部各种会议里有法律法规学习议题的，一次会议只计一次；包含中心组、党委(扩大)会、干部职工大会。',
      chapter: 'training',
      room: 'training',
      where: (m) => isForum(m, ...STAFF) && holds(m, ...LAW_STUDY),
    },
    'law-work.committee': {
      ...session,
      counter: false,
      label: '党委会专题研究法治工作',
      definition:
        '统计期内议题里有法治工作（研究部署、听取汇报、研究难题）的党委会、党委(扩大)会，一次会议只计一次。',
      chapter: 'leadership',
      room: 'leadership',
      where: (m) => isForum(m, 'party-committee', 'enlarged-committee') && holds(m, ...LAW_WORK),
    },
    'law-work.government': {
      ...session,
      counter: false,
      label: '政府办公会、党政联席会研究法治工作',
      definition: '统计期内议题里有法治工作的政府办公会、党政联席会，一次会议只计一次。',
      chapter: 'leadership',
      room: 'leadership',
      where: (m) => isForum(m, 'government', 'joint-meeting') && holds(m, ...LAW_WORK),
      relations: [{ to: 'law-work.committee', is: 'disjoint' }],
    },
    'law-work.deployed': {
      ...session,
      counter: false,
      label: '法治建设专题会、部署会、推进会',
      definition:
        '统计期内议题里有研究部署法治工作的专题会、调度会、干部例会和干部职工大会，一次会议只计一次。',
      chapter: 'leadership',
      room: 'leadership',
      where: (m) => isForum(m, 'topical', 'dispatch', 'regular', 'staff-assembly') && holds(m, 'law-work'),
      relations: [
        { to: 'law-work.committee', is: 'disjoint' },
        { to: 'law-work.government', is: 'disjoint' },
      ],
    },
    'law-work.reports-heard': {
      ...session,
      counter: false,
      label: '听取法治工作汇报',
      definition: '统计期内议题里有听取法治工作汇报的会议，一次会议只计一次。',
      chapter: 'leadership',
      room: 'leadership',
      where: (m) => holds(m, 'law-report'),
    },
    'law-work.problems-solved': {
      label: '研究解决法治建设重点难点问题',
      unit: '个',
      definition: '统计期内各次会议议题里研究重点难点问题、结果为已解决的项数；没有解决的不计。',
      chapter: 'leadership',
      room: 'leadership',
      measure: 'flow',
      on: 'occurredOn',
      counter: false,
      where: (m) => holds(m, 'hard-problem'),
      amount: (m) => holdsThat(m, 'hard-problem', 'solved'),
    },
    'leader-lectures': {
      label: '党政主要负责人讲法治课',
      unit: '次',
      definition:
        '统计期内党委书记或者乡镇长主讲法治课（议题里写明主讲人）的会议活动，一次只计一次；只是主持的不计。',
      chapter: 'leadership',
      room: 'leadership',
      measure: 'flow',
      on: 'occurredOn',
      counter: false,
      where: ({ values }) =>
        (values.agenda ?? []).some(
          ({ subject, lecturer }) =>
            subject === 'leader-lecture' && (lecturer === 'secretary' || lecturer === 'head'),
        ),
    },
    'study.before-meetings': {
      ...session,
      counter: false,
      label: '会前学法',
      definition: '统计期内会前学了法的乡镇会议，一次会议只计一次。',
      chapter: 'training',
      room: 'training',
      where: (m) => m.values.before === 'yes' && isForum(m, ...STAFF, 'topical', 'dispatch'),
    },
    'study.seminars': {
      ...session,
      counter: false,
      label: '法治专题研讨',
      definition: '统计期内议题里有专题研讨、交流发言的会议，一次会议只计一次。',
      chapter: 'training',
      room: 'training',
      where: (m) => holds(m, 'seminar'),
    },
    'law-training.sessions': {
      label: '法治培训',
      unit: '场次',
      definition: '统计期内有法律法规学习或者行政执法培训议题的培训班、法治讲座，一场只计一次。',
      chapter: 'training',
      room: 'training',
      measure: 'flow',
      on: 'occurredOn',
      counter: false,
      where: (m) =>
        isForum(m, 'training', 'lecture') && holds(m, ...LAW_STUDY, 'enforcement-training', 'leader-lecture'),
    },
    'law-training.people': {
      label: '法治培训覆盖',
      unit: '人次',
      definition: '统计期内各场法治培训的到会人次之和；同一人参加两场计两人次。',
      chapter: 'training',
      room: 'training',
      measure: 'flow',
      on: 'occurredOn',
      counter: false,
      where: (m) =>
        isForum(m, 'training', 'lecture') && holds(m, ...LAW_STUDY, 'enforcement-training', 'leader-lecture'),
      amount: (m) => m.values.attendance,
    },
    'court-hearings.attended': {
      label: '组织旁听庭审',
      unit: '次',
      definition: '统计期内议题里有旁听庭审的活动，一次只计一次。',
      chapter: 'training',
      room: 'training',
      measure: 'flow',
      on: 'occurredOn',
      counter: false,
      where: (m) => holds(m, 'court-hearing'),
    },
    'constitution-oaths': {
      label: '宪法宣誓',
      unit: '次',
      definition: '统计期内议题里有宪法宣誓的会议活动，一次只计一次。',
      chapter: 'leadership',
      room: 'leadership',
      measure: 'flow',
      on: 'occurredOn',
      counter: false,
      where: (m) => holds(m, 'oath'),
    },
    'first-responsible.study': {
      ...session,
      label: '党政主要负责人带领班子学法',
      definition: '统计期内由党委书记或乡镇长主持带领、议题里有法律法规学习的会议，一次会议只计一次。',
      chapter: 'leadership',
      room: 'leadership',
      where: (m) => ledByFirst(m) && isForum(m, ...STAFF) && holds(m, ...LAW_STUDY),
      relations: [{ to: 'law-study.sessions', is: 'part-of' }],
    },
    'first-responsible.deployed': ledOn('党政主要负责人亲自部署法治工作', 'law-work'),
    'first-responsible.heard': {
      ...ledOn('党政主要负责人听取法治工作汇报', 'law-report'),
      relations: [{ to: 'law-work.reports-heard', is: 'part-of' }],
    },
    'first-responsible.coordinated': ledOn('党政主要负责人协调重点难点问题', 'hard-problem'),
  },
  alsoCounts: {
    'dispute-publicity.activities': { on: 'occurredOn', where: (m) => mainly(m, 'dispute-prevention') },
    'civil-code.publicity': {
      on: 'occurredOn',
      where: (m) => isForum(m, ...SMALL) && holds(m, 'civil-code'),
    },
  },
  examples: [
    [
      {
        step: 'hold',
        on: '2024-03-20',
        values: {
          title: '三月干部职工大会',
          forum: 'staff-assembly',
          ledBy: 'head',
          attendance: 58,
          agenda: [
            { subject: 'civil-code', topic: '民法典相邻关系' },
            { subject: 'safety', topic: '春季森林防火部署' },
          ],
        },
      },
    ],
    [
      {
        step: 'hold',
        on: '2024-06-02',
        village: '石桥村',
        values: {
          title: '石桥村院坝会',
          forum: 'courtyard',
          ledBy: 'cadre',
          attendance: 26,
          agenda: [{ subject: 'dispute-prevention', topic: '用水纠纷预防' }],
        },
      },
    ],
    [
      {
        step: 'hold',
        on: '2024-07-08',
        values: {
          title: '七月政府办公会',
          forum: 'government',
          ledBy: 'head',
          attendance: 12,
          agenda: [{ subject: 'law-work', topic: '上半年法治工作安排' }],
        },
      },
      {
        step: 'signIn',
        on: '2024-07-08',
        values: { attendance: 12, attendees: [{ name: '文某某' }, { name: '安某某' }] },
      },
      {
        step: 'file',
        on: '2024-07-12',
        values: { minutes: { name: '会议记录.pdf', size: 1024, sha256: '0'.repeat(64) } },
      },
    ],
  ],
});
