import { day } from '../kernel/index.ts';
import type { Actor } from '../ledger/index.ts';
import type { Account } from '../records/opening.ts';

export const ORG = '520581203000';
export const NAME = '铁石苗族彝族乡(演示)';

/** Invented: none of them is a village of the real township. */
export const VILLAGES = [
  '云杉坪村',
  '月亮岩村',
  '响水沟村',
  '马桑林村',
  '白鹤坡村',
  '刺梨湾村',
  '杉树垭村',
  '蜂子岩村',
  '火草坪村',
  '竹鸡坝村',
  '枫香岭村',
] as const;
export type Village = (typeof VILLAGES)[number];

/** One person each; the names are invented and look it. */
const OFFICE: readonly Account[] = [
  { account: 'secretary', name: '禄样川(党委书记)', posts: ['party-secretary'] },
  { account: 'head', name: '杨例松(乡长)', posts: ['township-head'] },
  { account: 'deputy', name: '罗拟梅(分管领导)', posts: ['area-lead'] },
  { account: 'judicial', name: '文试舟(司法所)', posts: ['judicial-office'] },
  { account: 'enforcement-1', name: '陶演峰(综合行政执法队)', posts: ['enforcement-officer'] },
  { account: 'enforcement-2', name: '安样柏(综合行政执法队)', posts: ['enforcement-officer'] },
  { account: 'reviewer', name: '冉例竹(合法性审查)', posts: ['legality-reviewer'] },
  { account: 'window', name: '熊拟霞(政务服务中心)', posts: ['window-clerk'] },
  { account: 'emergency', name: '项试岩(应急管理站)', posts: ['emergency-officer'] },
  { account: 'counsel', name: '彭演衡(法律顾问)', posts: ['counsel'] },
  { account: 'supervisor', name: '苏样正(执法监督)', posts: ['enforcement-supervisor'] },
  { account: 'county', name: '何例明(县级监督)', posts: ['county-supervisor'] },
  { account: 'auditor', name: '韩拟审(审计)', posts: ['auditor'], until: day('2025-06-30') },
  { account: 'administrator', name: '周试维(系统管理)', posts: ['system-administrator'] },
  { account: 'mediator', name: '龙演和(乡调委会)', posts: ['mediator'] },
];

function code(village: Village): string {
  return String(VILLAGES.indexOf(village) + 1).padStart(2, '0');
}

/** Village accounts carry the office, not a name: whoever holds it uses it. */
const OF_VILLAGES: readonly Account[] = VILLAGES.flatMap((village) => [
  {
    account: `cadre-${code(village)}`,
    name: `${village}村委会`,
    posts: ['village-cadre'],
    villages: [village],
  },
  {
    account: `mediator-${code(village)}`,
    name: `${village}调委会`,
    posts: ['mediator'],
    villages: [village],
  },
  {
    account: `group-${code(village)}`,
    name: `${village}联户长`,
    posts: ['household-group-leader'],
    villages: [village],
  },
]);

export const ACCOUNTS: readonly Account[] = [...OFFICE, ...OF_VILLAGES];

export const SECRETARY: Actor = { account: 'secretary', post: 'party-secretary' };
export const HEAD: Actor = { account: 'head', post: 'township-head' };
export const DEPUTY: Actor = { account: 'deputy', post: 'area-lead' };
export const REVIEWER: Actor = { account: 'reviewer', post: 'legality-reviewer' };
/** The judicial office has one clerk, who enters most of what there is. */
export const CLERK: Actor = { account: 'judicial', post: 'judicial-office' };
export const OFFICER: Actor = { account: 'enforcement-1', post: 'enforcement-officer' };
export const SECOND_OFFICER: Actor = { account: 'enforcement-2', post: 'enforcement-officer' };
export const WINDOW: Actor = { account: 'window', post: 'window-clerk' };
export const EMERGENCY: Actor = { account: 'emergency', post: 'emergency-officer' };
export const COUNSEL: Actor = { account: 'counsel', post: 'counsel' };
export const TOWNSHIP_MEDIATOR: Actor = { account: 'mediator', post: 'mediator' };

export function cadreOf(village: Village): Actor {
  return { account: `cadre-${code(village)}`, post: 'village-cadre' };
}

export function mediatorOf(village: Village): Actor {
  return { account: `mediator-${code(village)}`, post: 'mediator' };
}

export function groupLeaderOf(village: Village): Actor {
  return { account: `group-${code(village)}`, post: 'household-group-leader' };
}

/** The clerk enters for somebody who can't (代录). */
export function clerkFor(whom: Actor): Actor {
  return { ...CLERK, behalf: whom.account };
}
