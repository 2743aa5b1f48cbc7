import type { Schema } from './kind-schema.ts';

const TEXT: Schema = { type: 'string' };
const TEXTS: Schema = { type: 'array', items: TEXT };
const NAMED: Schema = { type: 'object', properties: { code: TEXT, label: TEXT } };

function listOf(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'array', items: { type: 'object', properties } };
}

/** A procedural flaw as it is told. */
export const FLAW: Schema = {
  $id: 'flaw',
  type: 'object',
  title: '程序瑕疵',
  additionalProperties: true,
};

/** Acts on a record, the first first. Personal values are named, never shown. */
export const HISTORY: Schema = listOf({
  seq: { type: 'integer', description: '账本序号' },
  step: NAMED,
  state: NAMED,
  recordedAt: { ...TEXT, description: '登记时间' },
  occurredOn: { ...TEXT, description: '发生日' },
  precision: TEXT,
  source: NAMED,
  account: { ...TEXT, description: '谁办的' },
  post: NAMED,
  behalf: { ...TEXT, description: '替谁录入' },
  substituteFor: { ...TEXT, description: '代理谁的岗位' },
  changes: {
    ...listOf({ field: TEXT, label: TEXT, before: {}, after: {} }),
    description: '改了哪些栏',
  },
  envelope: { type: 'object', additionalProperties: true, description: '所在村、承办人等' },
  personal: { type: 'array', items: NAMED, description: '填了哪几栏个人信息，不给内容' },
  flaws: { type: 'array', items: { $ref: 'flaw#' } },
  reason: TEXT,
  purged: { type: 'boolean', description: '内容已涉密清除' },
});

const BASIS: Readonly<Record<string, Schema>> = {
  article: { ...TEXT, description: '条文' },
  edition: { ...TEXT, description: '版本施行日' },
  inForce: { type: 'boolean', description: '办理时是否施行' },
};

/** What each act rests on and was held against. */
export const WHY: Schema = listOf({
  seq: { type: 'integer' },
  step: TEXT,
  label: TEXT,
  occurredOn: TEXT,
  basis: listOf(BASIS),
  rules: listOf({
    ...BASIS,
    rule: TEXT,
    sentence: { ...TEXT, description: '规则' },
    hard: { type: 'boolean', description: '是否拦下一步' },
    result: TEXT,
    step: TEXT,
    remedy: { ...TEXT, description: '怎样补' },
    reason: { ...TEXT, description: '仍要办理的理由' },
  }),
  terms: listOf({ rule: TEXT, name: TEXT, article: TEXT, from: TEXT, met: TEXT, due: TEXT, result: TEXT }),
  law: TEXTS,
  purged: { type: 'boolean' },
});

/** The figures that a record adds to, and which of them count it again. */
export const COUNTED: Schema = listOf({
  code: TEXT,
  name: TEXT,
  unit: TEXT,
  amount: { type: 'number', description: '计入多少' },
  numerator: { type: 'number', description: '比率：计入分子多少' },
  denominator: { type: 'number', description: '比率：计入分母多少' },
  from: { ...TEXT, description: '按哪一天计' },
  until: { ...TEXT, description: '时点数：从哪一天起不再计' },
  also: {
    ...listOf({
      code: TEXT,
      name: TEXT,
      is: {
        ...TEXT,
        description:
          'part-of包含在其中、whole-of包含它、overlaps有交叉、disjoint声明互不重复、unsaid没有声明',
      },
    }),
    description: '也计入：同一件事在这些指标里又出现一次，不能相加',
  },
});

const RULES_AHEAD: Schema = listOf({ rule: TEXT, sentence: TEXT, article: TEXT, remedy: TEXT });

/** Steps from where the matter stands, and acts beside them. */
export const NEXT: Readonly<Record<string, Schema>> = {
  steps: listOf({
    step: TEXT,
    label: TEXT,
    articles: { ...TEXTS, description: '依据' },
    allowed: { type: 'boolean', description: '现在能不能办' },
    by: { ...TEXTS, description: '您可以用哪个岗位办' },
    others: { type: 'array', items: NAMED, description: '您不能办时，谁能办' },
    stops: { ...RULES_AHEAD, description: '拦住的规则' },
    reminds: { ...RULES_AHEAD, description: '要写理由才能办的规则' },
    depends: { ...RULES_AHEAD, description: '看填写内容才知道的规则' },
    asks: { ...TEXTS, description: '必填的栏' },
    may: { ...TEXTS, description: '可填的栏' },
    day: { ...TEXT, description: '这一步的日期栏' },
    aside: { type: 'boolean', description: '旁支环节：办了以后，这件事的状态不变' },
  }),
  mends: listOf({ act: TEXT, label: TEXT, allowed: { type: 'boolean' } }),
};
