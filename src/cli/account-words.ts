import { POSTS, Refusal, type Post } from '../kernel/index.ts';
import type { Fadu } from '../main.ts';
import { resetPassword } from '../people/credential.ts';
import { CODE_HOURS } from '../people/one-time-code.ts';
import { printJson, printLine } from './output.ts';

/** Who sits at the machine's own keyboard, as the sign-in events name it. */
export const KEYBOARD = { address: '本机', device: 'fadu命令' };

/** A post by its code. */
export function readPost(text: string): Post {
  if (isPost(text)) return text;
  const known = Object.entries(POSTS).map(([code, name]) => `${code}（${name}）`);
  throw new Refusal('bad-input', `没有“${text}”这个岗位。`, { next: `岗位代码：${known.join('、')}。` });
}

function isPost(text: string): text is Post {
  return Object.hasOwn(POSTS, text);
}

/** The first password of an account, or the next one after it was forgotten: printed this once, kept nowhere. */
export function firstPassword({ signIn }: Fadu, org: string, account: string): Promise<string> {
  return resetPassword(signIn, { org, account, ...KEYBOARD });
}

export function printCode(
  said: string,
  facts: object,
  account: string,
  code: string,
  json: boolean | undefined,
): void {
  if (json) return printJson({ ...facts, account, oneTimePassword: code, hours: CODE_HOURS });
  printLine(said);
  printLine(`账号${account}的一次性口令：${code}`);
  printLine(`请在${CODE_HOURS}小时内用它登录，登录后设置自己的密码。口令只显示这一次。`);
}
