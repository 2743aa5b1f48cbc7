import type { Opened } from '../people/session.ts';
import type { Schema } from './kind-schema.ts';

const STAGES = ['change', 'factor', 'open'] as const;
/** What a client learns of its session; the secret is in the cookie alone. */
export const SESSION: Schema = {
  type: 'object',
  required: ['home', 'account', 'stage', 'strong'],
  properties: {
    home: { type: 'string', description: '账号所在机构' },
    account: { type: 'string', description: '账号' },
    stage: {
      type: 'string',
      enum: [...STAGES],
      description: 'change要先改密码，factor要再输动态口令，open已登录',
    },
    strong: { type: 'boolean', description: '用动态口令登录的' },
  },
};

export function sessionOf({ home, account, stage, strong }: Opened): object {
  return { home, account, stage, strong };
}
