import { STANDINGS } from '../figures/statutory.ts';
import type { Schema } from './kind-schema.ts';

const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer' };
const YES: Schema = { type: 'boolean' };
const NULLABLE: Schema = { type: ['string', 'null'] };
const NULLABLE_COUNT: Schema = { type: ['integer', 'null'] };

function object(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties };
}
function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

const DUTY: Schema = object({
  code: { ...TEXT, description: '规则编号' },
  name: TEXT,
  article: { ...TEXT, description: '条文' },
  mark: { ...TEXT, description: '待原文复核、仅作提示，或者空' },
  note: TEXT,
  date: TEXT,
  byWhen: { type: 'string', enum: ['by', 'on', 'within'], description: '最迟在那天、那天前后、当年之内' },
  due: { ...TEXT, description: '最后一日' },
  safeDue: { ...NULLABLE, description: '稳妥日：那天以前的最后一个工作日' },
  awaits: { ...COUNT, description: '缺哪一年的放假通知，稳妥日算不出' },
  about: { ...COUNT, description: '说的是哪一年的工作' },
  aboutLast: YES,
  configured: { ...YES, description: '法律没有为乡镇规定日期，按本地要求' },
  reference: { ...YES, description: '乡镇参照' },
  posts: { ...listOf(object({ code: TEXT, label: TEXT })), description: '谁办' },
  standing: {
    type: 'string',
    enum: Object.keys(STANDINGS),
    description: Object.values(STANDINGS).join('、'),
  },
  doneOn: NULLABLE,
  doneLate: { ...YES, description: '过了日期才办' },
  left: { ...COUNT, description: '还有多少天，过了为负' },
  records: {
    ...listOf(object({ record: TEXT, kind: TEXT, title: TEXT, on: NULLABLE })),
    description: '由哪些记录看出',
  },
  figure: object({ code: TEXT, name: TEXT, value: { type: 'number' }, least: COUNT }),
  enter: {
    ...object({ kind: TEXT, step: TEXT, values: { type: 'object', additionalProperties: true } }),
    description: '在哪里登记，已知的栏目',
  },
});

export const STATUTORY_SCHEMA: Readonly<Record<string, Schema>> = {
  year: COUNT,
  today: TEXT,
  duties: listOf(DUTY),
};

export const FIRST_SCHEMA: Readonly<Record<string, Schema>> = {
  leaders: listOf(
    object({
      leader: TEXT,
      label: TEXT,
      duties: listOf(
        object({
          figure: { ...TEXT, description: '指标代码' },
          label: TEXT,
          definition: { ...TEXT, description: '口径' },
          records: listOf(object({ record: TEXT, kind: TEXT, title: TEXT, on: TEXT })),
        }),
      ),
    }),
  ),
};

export const STAFFING_SCHEMA: Readonly<Record<string, Schema>> = {
  on: TEXT,
  offices: listOf(
    object({
      office: TEXT,
      label: TEXT,
      posts: { ...NULLABLE_COUNT, description: '核定编制；没有登记的为空' },
      inPost: { ...COUNT, description: '在岗' },
      vacant: { ...NULLABLE_COUNT, description: '空缺' },
    }),
  ),
};

export const OFFER_SCHEMA: Readonly<Record<string, Schema>> = {
  offers: listOf(
    object({
      code: TEXT,
      problem: { ...TEXT, description: '不足，数用{指标代码}' },
      cause: { ...TEXT, description: '原因，可能为空' },
      because: { ...TEXT, description: '由什么看出' },
      sources: listOf(object({ label: TEXT, kind: TEXT, record: TEXT, figure: TEXT })),
    }),
  ),
};

export const GIVEN_SCHEMA: Readonly<Record<string, Schema>> = {
  before: listOf(
    object({
      record: TEXT,
      figure: TEXT,
      number: TEXT,
      recipient: TEXT,
      on: TEXT,
      differs: { ...YES, description: '与这次要报的数不同' },
    }),
  ),
};

export const PLAN_TASKS_SCHEMA: Readonly<Record<string, Schema>> = {
  made: { ...listOf({ type: 'string', format: 'uuid' }), description: '新列的任务' },
};
