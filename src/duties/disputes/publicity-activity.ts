import {
  count,
  dayField,
  defineKind,
  file,
  LAST,
  link,
  manyOf,
  oneOf,
  place,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { AUDIENCES, OFFICES, THEMES } from './publicity-words.ts';

const fields = {
  title: text('活动名称', { privacy: 'public' }),
  purpose: oneOf(
    '主要口径',
    {
      law: '法治宣传',
      safety: '安全宣传',
      dispute: '矛盾纠纷预防宣传',
      enforcement: '执法普法(行政执法队在执法中普法)',
    },
    { privacy: 'public', help: '一次活动只选一个主要口径；其他内容记在“涉及内容”里' },
  ),
  topics: manyOf(
    '涉及内容',
    {
      constitution: '宪法',
      'civil-code': '民法典',
      drugs: '禁毒',
      fraud: '反电信诈骗',
      safety: '安全生产',
      fire: '森林防火',
      minors: '未成年人保护',
      land: '土地管理',
      mediation: '人民调解',
      security: '国家安全',
      consumer: '消费者权益',
      wages: '劳动用工、农民工工资',
      family: '婚姻家庭、反家庭暴力',
      environment: '生态环境',
      other: '其他',
    },
    { privacy: 'public' },
  ),
  organiser: oneOf('组织单位', OFFICES, { privacy: 'public' }),
  venue: oneOf(
    '场所',
    {
      school: '学校',
      market: '集市',
      village: '村寨',
      courtyard: '院坝',
      enterprise: '企业',
      office: '机关',
      other: '其他',
    },
    { privacy: 'public' },
  ),
  theme: oneOf('主题', THEMES, { privacy: 'public', help: '在哪个宣传日、宣传周、宣传月里开展' }),
  audience: manyOf('对象', AUDIENCES, { privacy: 'public' }),
  accessible: oneOf('面向老年人、残疾人', {
    used: '用了语音、大字、盲文或者手语',
    without: '没有条件',
    omitted: '有条件，没有用',
  }),
  place: place('地点', { privacy: 'public' }),
  heldOn: dayField('开展日', { privacy: 'public' }),
  people: count('受众', '人次', { max: 100_000 }),
  leaflets: count('发放资料', '份', { max: 1_000_000, help: '按发放登记填，不按采购数填' }),
  photos: file('照片', { help: '几张的拼成一个文件；有群众面部的，公开前要处理' }),
  duty: link('落实哪一项普法责任', 'publicity-duty'),
};
type Activity = Matter<typeof fields>;
type Purpose = 'law' | 'safety' | 'dispute' | 'enforcement';

function ofPurpose(purpose: Purpose) {
  return ({ values }: Activity): boolean => values.purpose === purpose;
}

const activities = { unit: '次', chapter: 'disputes', measure: 'flow', on: 'heldOn' } as const;

/** An activity has one main purpose: what counts it for one never counts it for another. */
const MAIN: Readonly<Record<Purpose, string>> = {
  law: 'legal-publicity.activities',
  safety: 'safety-publicity.activities',
  dispute: 'dispute-publicity.activities',
  enforcement: 'enforcement-publicity',
};

function apartFrom(...purposes: readonly Purpose[]) {
  return purposes.map((purpose) => ({ to: MAIN[purpose], is: 'disjoint' as const }));
}

/** What is drawn from the activities for law: part of them, and overlapping among each other. */
function lawActivities(label: string, definition: string, of: (values: Activity['values']) => boolean) {
  return {
    ...activities,
    label,
    unit: '场次',
    definition: `统计期内主要口径为法治宣传、${definition}；包含在各类法治宣传里。`,
    counter: false,
    where: ({ values }: Activity) => values.purpose === 'law' && of(values),
    relations: [{ to: MAIN.law, is: 'part-of' }],
  } as const;
}

const touches =
  (topic: NonNullable<Activity['values']['topics']>[number]) =>
  ({ topics = [] }: Activity['values']): boolean =>
    topics.includes(topic);

const FOR_WHOM_HARD_TO_REACH = ({ values: { audience = [] } }: Activity): boolean =>
  audience.includes('elderly') || audience.includes('disabled');

function leafletsOf(purpose: Purpose, label: string, chapter: 'emergency' | 'disputes') {
  return {
    label,
    unit: '份',
    definition: `统计期内主要口径为“${fields.purpose.options?.[purpose]}”的活动按发放登记发出的资料份数。`,
    chapter,
    measure: 'flow',
    on: 'heldOn',
    where: ofPurpose(purpose),
    amount: (m: Activity) => m.values.leaflets,
  } as const;
}

function peopleOf(purpose: Purpose, label: string, chapter: 'emergency' | 'disputes') {
  return {
    label,
    unit: '人次',
    definition: `统计期内主要口径为“${fields.purpose.options?.[purpose]}”的活动现场登记的受众人次。`,
    chapter,
    measure: 'flow',
    on: 'heldOn',
    where: ofPurpose(purpose),
    amount: (m: Activity) => m.values.people,
  } as const;
}

/** A publicity activity (宣传活动): one main purpose each, so that no activity is counted as two kinds of publicity. */
export const publicityActivity = defineKind({
  code: 'publicity-activity',
  label: '宣传活动',
  room: 'disputes',
  version: 1,
  village: 'optional',
  title: 'title',
  fields,
  states: { held: '已开展' },
  steps: {
    hold: {
      label: '登记活动',
      by: ['judicial-office', 'enforcement-officer', 'emergency-officer', 'village-cadre'],
      basis: [cite('PF', '9'), cite('PF', '25')],
      from: 'start',
      to: 'held',
      day: 'heldOn',
      asks: ['title', 'purpose', 'organiser', 'venue'],
      may: ['people', 'leaflets', 'topics', 'theme', 'place', 'audience', 'accessible', 'photos', 'duty'],
      usual: {
        organiser: [
          {
            byPost: {
              'judicial-office': 'judicial-office',
              'enforcement-officer': 'enforcement',
              'emergency-officer': 'emergency',
              'village-cadre': 'village',
            },
          },
          LAST,
        ],
      },
      records: true,
      rules: [
        {
          rule: rule('PF-05'),
          breached: (m) => FOR_WHOM_HARD_TO_REACH(m) && m.values.accessible === 'omitted',
          remedy: '下次面向老年人、残疾人开展时，请用语音、大字、盲文或者手语。',
        },
      ],
    },
    addPhotos: {
      label: '补交照片',
      by: ['judicial-office', 'enforcement-officer', 'emergency-officer', 'village-cadre'],
      basis: cite('PF', '25'),
      from: ['held'],
      asks: ['photos'],
    },
  },
  figures: {
    'enforcement-publicity': {
      ...activities,
      label: '行政执法队向群众普法',
      definition: '统计期内主要口径为执法普法的活动，即行政执法队在执法中向群众普法；一次只计一次。',
      chapter: 'enforcement',
      where: ofPurpose('enforcement'),
      relations: apartFrom('law', 'safety', 'dispute'),
    },
    'safety-publicity.activities': {
      ...activities,
      label: '安全宣传',
      definition: '统计期内主要口径为安全宣传的活动。',
      chapter: 'emergency',
      where: ofPurpose('safety'),
      relations: apartFrom('law', 'dispute'),
    },
    'safety-publicity.leaflets': leafletsOf('safety', '安全宣传资料', 'emergency'),
    'safety-publicity.people': peopleOf('safety', '安全宣传覆盖', 'emergency'),
    'dispute-publicity.activities': {
      ...activities,
      label: '群众会、院坝会及各类宣传活动',
      definition: '统计期内以矛盾纠纷预防为主要内容的群众会、院坝会和宣传活动，一次只计一次。',
      where: ofPurpose('dispute'),
      relations: apartFrom('law'),
    },
    'dispute-publicity.leaflets': leafletsOf('dispute', '矛盾纠纷预防宣传资料', 'disputes'),
    'campus-law-activities': {
      label: '法治进校园活动',
      unit: '场次',
      definition: '统计期内在学校开展、主要口径为法治宣传的活动。',
      chapter: 'disputes',
      measure: 'flow',
      on: 'heldOn',
      where: ({ values }) => values.purpose === 'law' && values.venue === 'school',
      relations: [{ to: 'legal-publicity.activities', is: 'part-of' }],
    },
    'legal-publicity.activities': {
      ...activities,
      label: '各类法治宣传',
      definition: '统计期内主要口径为法治宣传的活动；安全宣传、纠纷预防宣传、执法普法另计，不在内。',
      where: ofPurpose('law'),
    },
    'legal-publicity.leaflets': leafletsOf('law', '发放法治宣传资料', 'disputes'),
    'legal-publicity.people': peopleOf('law', '受教育群众', 'disputes'),
    'civil-code.publicity': {
      label: '板凳会、院坝会、小组会等民法典宣传活动',
      unit: '场次',
      definition: '统计期内涉及民法典的宣传活动，和议题里有民法典的板凳会、院坝会、小组会，一场只计一次。',
      chapter: 'training',
      measure: 'flow',
      on: 'heldOn',
      where: ({ values }) => (values.topics ?? []).includes('civil-code'),
      relations: Object.values(MAIN).map((to) => ({ to, is: 'overlaps' as const })),
    },
    'legal-publicity.constitution-week': lawActivities(
      '宪法宣传周活动',
      '主题选“宪法宣传周（国家宪法日）”的活动',
      ({ theme }) => theme === 'constitution-week',
    ),
    'legal-publicity.civil-code-month': {
      ...lawActivities(
        '民法典宣传月活动',
        '主题选“民法典宣传月”的活动',
        ({ theme }) => theme === 'civil-code-month',
      ),
      relations: [
        { to: MAIN.law, is: 'part-of' },
        { to: 'civil-code.publicity', is: 'overlaps' },
      ],
    },
    'legal-publicity.drugs': lawActivities('禁毒宣传', '涉及内容里有禁毒的活动', touches('drugs')),
    'legal-publicity.fraud': lawActivities(
      '反电信诈骗宣传',
      '涉及内容里有反电信诈骗的活动',
      touches('fraud'),
    ),
    'legal-publicity.markets': lawActivities(
      '集市法治宣传',
      '在集市开展的活动',
      ({ venue }) => venue === 'market',
    ),
    'legal-publicity.courtyards': lawActivities(
      '院坝法治宣传',
      '在院坝开展的活动，登记为会议活动的院坝会不计',
      ({ venue }) => venue === 'courtyard',
    ),
  },
  disclosure: {
    in: ['held'],
    fields: ['title', 'purpose', 'topics', 'organiser', 'venue', 'theme', 'audience', 'place', 'heldOn'],
  },
  examples: [
    [
      {
        step: 'hold',
        on: '2024-06-26',
        values: {
          title: '国际禁毒日宣传',
          purpose: 'law',
          topics: ['drugs', 'civil-code'],
          organiser: 'judicial-office',
          venue: 'market',
          place: '乡集市',
          heldOn: '2024-06-26',
          people: 12,
          leaflets: 20,
        },
      },
    ],
    [
      {
        step: 'hold',
        on: '2024-05-14',
        village: '石桥村',
        values: {
          title: '民法典进村寨',
          purpose: 'law',
          topics: ['civil-code'],
          organiser: 'village',
          venue: 'courtyard',
          theme: 'civil-code-month',
          audience: ['villagers', 'elderly'],
          accessible: 'used',
          people: 30,
          duty: '00000000-0000-4000-8000-000000000001',
          heldOn: '2024-05-14',
        },
      },
      {
        step: 'addPhotos',
        on: '2024-05-15',
        values: { photos: { name: '院坝宣传.jpg', size: 1024, sha256: '0'.repeat(64) } },
      },
    ],
  ],
});
