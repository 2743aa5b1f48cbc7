import type { Citation } from '../kernel/citation.ts';
import { cite } from './statutes.ts';

/** Why personal data are to be erased (个人信息保护法 art. 47). */
export const ERASURE_GROUNDS = {
  done: { label: '处理目的已实现、无法实现或者不再必要', basis: cite('GB', '47①(1)') },
  expired: { label: '停止提供产品或者服务，或者保存期限已届满', basis: cite('GB', '47①(2)') },
  withdrawn: { label: '个人撤回同意', basis: cite('GB', '47①(3)') },
  unlawful: { label: '违反法律、行政法规或者违反约定处理', basis: cite('GB', '47①(4)') },
  other: { label: '法律、行政法规规定的其他情形', basis: cite('GB', '47①(5)') },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly basis: Citation }>>;
export type ErasureGround = keyof typeof ERASURE_GROUNDS;

export function isErasureGround(code: string): code is ErasureGround {
  return Object.hasOwn(ERASURE_GROUNDS, code);
}
