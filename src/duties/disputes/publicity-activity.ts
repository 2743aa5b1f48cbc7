import {
  count,
  dayField,
  defineKind,
  LAST,
  manyOf,
  oneOf,
  place,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

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
      other: '其他',
    },
    { privacy: 'public' },
  ),
  organiser: oneOf(
    '组织单位',
    {
      'judicial-office': '司法所',
      enforcement: '综合行政执法队',
      emergency: '应急管理站',
      stability: '综治中心',
      village: '村民委员会',
      other: '其他站所',
    },
    { privacy: 'public' },
  ),
  venue: oneOf(
    '场所',
    { school: '学校', market: '集市', village: '村寨', enterprise: '企业', office: '机关', other: '其他' },
    { privacy: 'public' },
  ),
  place: place('地点', { privacy: 'public' }),
  heldOn: dayField('开展日', { privacy: 'public' }),
  people: count('受众', '人次', { max: 100_000 }),
  leaflets: count('发放资料', '份', { max: 1_000_000, help: '按发放登记填，不按采购数填' }),
};
type Activity = Matter<typeof fields>;
type Purpose = 'law' | 'safety' | 'dispute' | 'enforcement';

function ofPurpose(purpose: Purpose) {
  return ({ values }: Activity): boolean => values.purpose === purpose;
}

const activities = { unit: '次', measure: 'flow', on: 'heldOn' } as const;

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
      may: ['topics', 'place', 'people', 'leaflets'],
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
    },
  },
  figures: {
    'enforcement-publicity': {
      ...activities,
      label: '行政执法队向群众普法',
      definition: '统计期内主要口径为执法普法的活动，即行政执法队在执法中向群众普法；一次只计一次。',
      chapter: 'enforcement',
      where: ofPurpose('enforcement'),
    },
    'safety-publicity.activities': {
      ...activities,
      label: '安全宣传',
      definition: '统计期内主要口径为安全宣传的活动。',
      chapter: 'emergency',
      where: ofPurpose('safety'),
    },
    'safety-publicity.leaflets': leafletsOf('safety', '安全宣传资料', 'emergency'),
    'safety-publicity.people': peopleOf('safety', '安全宣传覆盖', 'emergency'),
    'dispute-publicity.activities': {
      ...activities,
      label: '群众会、院坝会及各类宣传活动',
      definition: '统计期内以矛盾纠纷预防为主要内容的群众会、院坝会和宣传活动，一次只计一次。',
      chapter: 'disputes',
      where: ofPurpose('dispute'),
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
      chapter: 'disputes',
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
      relations: [{ to: 'legal-publicity.activities', is: 'overlaps' }],
    },
  },
  disclosure: {
    in: ['held'],
    fields: ['title', 'purpose', 'topics', 'organiser', 'venue', 'place', 'heldOn'],
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
  ],
});
