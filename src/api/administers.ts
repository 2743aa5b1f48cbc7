import type { FastifyRequest } from 'fastify';
import { Refusal } from '../kernel/index.ts';
import { principalOf } from './access.ts';
import { originOf } from './origin.ts';

/**
 * Only the organisation's own system administrator, never one from elsewhere, and only with a second factor: a token has
 * none. Says for which organisation, by whom and from where. `what` names what is administered.
 */
export function administratorOf(request: FastifyRequest, what: string) {
  const principal = principalOf(request);
  if (principal.org !== principal.home || !principal.posts.includes('system-administrator')) {
    throw new Refusal('not-permitted', `只有本机构的系统管理员可以管理${what}。`);
  }
  if (!principal.strong) {
    throw new Refusal('not-permitted', `管理${what}要用动态口令登录。`, {
      next: `请先启用动态口令，再用它登录一次；接口令牌不能管理${what}。`,
    });
  }
  return { org: principal.org, by: principal.account, ...originOf(request) };
}
