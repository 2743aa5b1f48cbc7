import type { Stories, Story, ToldAct } from '../story.ts';

const EDITION: NonNullable<Story['others']> = {
  edition: {
    kind: 'power-list-edition',
    acts: [{ step: 'draft', on: '2024-01-10', values: { name: '权责清单', effectiveOn: '2024-01-10' } }],
  },
};

function list(values: object, on = '2026-03-02'): ToldAct {
  const given = {
    name: '损坏村庄公共设施的处罚',
    category: 'penalty',
    basis: '《村庄和集镇规划建设管理条例》第三十九条',
    source: 'direct',
    office: '综合行政执法队',
    edition: '@edition',
  };
  return { step: 'list', on, values: { ...given, ...values } };
}

const ASSIGNED = {
  source: 'assigned',
  sourceDocument: '样省府发〔2025〕演示号',
  sourcePublished: '省政府公报',
  sourceFrom: '2026-01-01',
};
const ENTRUSTED = { source: 'entrusted', sourceDocument: '委托书演示号', sourcePublished: '县政府网站' };

const LIST: readonly Story[] = [
  {
    rule: 'CF-04',
    situation: '赋权处罚事项没有省级决定的文号',
    act: list({ ...ASSIGNED, sourceDocument: undefined }),
    outcome: 'stopped',
  },
  { rule: 'CF-04', situation: '赋权决定、起止、公布处都写明', act: list(ASSIGNED), outcome: 'kept' },
  {
    rule: 'CF-05',
    situation: '委托处罚没有书面委托的文号',
    act: list({ ...ENTRUSTED, sourceDocument: undefined }),
    outcome: 'stopped',
  },
  { rule: 'CF-05', situation: '有书面委托并已公布', act: list(ENTRUSTED), outcome: 'kept' },
  {
    rule: 'XK-01',
    situation: '省级“赋权”的许可事项：许可权不能这样取得',
    act: list({ ...ASSIGNED, category: 'licence' }),
    outcome: 'stopped',
  },
  {
    rule: 'XK-01',
    situation: '法律直接规定由乡镇审核批准的许可事项',
    act: list({ category: 'licence', basis: '《中华人民共和国土地管理法》第六十二条' }),
    outcome: 'kept',
  },
  {
    rule: 'QZ-01',
    situation: '受委托的行政强制措施：不得委托',
    act: list({ ...ENTRUSTED, category: 'coercion' }),
    outcome: 'stopped',
  },
  {
    rule: 'QZ-01',
    situation: '法律直接规定的行政强制',
    act: list({ category: 'coercion', basis: '《中华人民共和国城乡规划法》第六十五条' }),
    outcome: 'kept',
  },
  {
    rule: 'QD-06',
    situation: '处罚依据没有公布',
    act: list({ basisPublished: 'unpublished' }),
    outcome: 'stopped',
  },
  {
    rule: 'QD-06',
    situation: '处罚依据已经公布',
    act: list({ basisPublished: 'published' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-58',
    situation: '2026年8月15日以后列入的事项仍引大气污染防治法',
    act: list({ basis: '《中华人民共和国大气污染防治法》第一百一十九条' }, '2026-08-17'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-58',
    situation: '2026年8月14日列入，当时该法仍有效',
    act: list({ basis: '《中华人民共和国大气污染防治法》第一百一十九条' }, '2026-08-14'),
    outcome: 'kept',
  },
  {
    rule: 'CF-58',
    situation: '8月15日以后引的是本省实施这部法律的办法，办法没有废止',
    act: list({ basis: '《样省〈中华人民共和国大气污染防治法〉实施办法》第十条' }, '2026-08-17'),
    outcome: 'kept',
  },
  {
    rule: 'QD-05',
    situation: '赋权决定没有写在哪里公布',
    act: list({ ...ASSIGNED, sourcePublished: undefined }),
    outcome: 'stopped',
  },
  { rule: 'QD-05', situation: '写明了公布的地方', act: list(ASSIGNED), outcome: 'kept' },
  {
    rule: 'QD-05',
    situation: '受委托的不是处罚，处罚法的两条管不着',
    act: list({ ...ENTRUSTED, category: 'other', sourcePublished: undefined }),
    outcome: 'kept',
  },
  {
    rule: 'QD-04',
    situation: '赋权事项没有写起始日期',
    act: list({ ...ASSIGNED, sourceFrom: undefined }),
    outcome: 'reminded',
  },
  { rule: 'QD-04', situation: '起始日期写明', act: list(ASSIGNED), outcome: 'kept' },
];

export const stories: Stories = {
  kind: 'power-item',
  stories: LIST.map((story) => ({ others: EDITION, ...story })),
};
