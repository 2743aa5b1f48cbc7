import type { Schema } from './kind-schema.ts';

/** What every act answers. */
export const ACTED: Schema = {
  type: 'object',
  required: ['record', 'version', 'seq', 'flaws', 'repeated'],
  properties: {
    record: { type: 'string', format: 'uuid', description: '记录编号' },
    version: { type: 'integer', description: '办理后的版本' },
    seq: { type: 'integer', description: '账本序号，即回执' },
    flaws: {
      type: 'array',
      description: '这次办理带有的程序瑕疵',
      items: { type: 'object', additionalProperties: true },
    },
    repeated: { type: 'boolean', description: '同一提交编号以前办过，这次没有再办' },
  },
};

export const RECORD_PARAMS: Schema = {
  type: 'object',
  required: ['org', 'id'],
  properties: { org: { type: 'string' }, id: { type: 'string' } },
};

export const REASON: Schema = { type: 'string', minLength: 1, maxLength: 300, title: '理由' };
