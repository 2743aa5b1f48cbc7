import { Refusal } from '../kernel/index.ts';
import type { Actor } from '../ledger/index.ts';
import type { RecordRow } from './row.ts';

/**
 * The person at the machine's own keyboard (本机操作), who opens organisations and mends who holds what when nobody else can.
 * Nobody signs in as it, and no account can have its name.
 */
export const SYSTEM: Actor = { account: 'system', post: 'system-administrator' };

/** One way in which an account holds a post: itself or for somebody absent, everywhere or in some villages. */
export interface HeldAs {
  readonly villages: readonly string[] | null;
  readonly substituteFor: string | null;
  /** Sealed classes that the holder is cleared for. */
  readonly clearances: readonly string[];
}

/** May the actor know of a record sealed for this class? */
export function isCleared(holdings: readonly HeldAs[] | null, sealed: string): boolean {
  return (holdings ?? []).some(({ clearances }) => clearances.includes(sealed));
}

function isSystem({ account, post }: Actor): boolean {
  return account === SYSTEM.account && post === SYSTEM.post;
}

export function assertHolds(actor: Actor, holdings: readonly HeldAs[] | null): void {
  if (isSystem(actor) || holdings !== null) return;
  throw new Refusal('not-permitted', `账号“${actor.account}”现在不担任这个岗位。`);
}

/**
 * The actor as the entry will name it: a substitute with whose absence it is. Refuses a matter of a village that the post
 * is not held for, before the act or after it; what belongs to no village is the township's.
 */
export function actingAs(
  actor: Actor,
  holdings: readonly HeldAs[] | null,
  before: RecordRow | null,
  after: RecordRow,
): Actor {
  if (isSystem(actor)) return actor;
  const touched = [after.village, ...(before ? [before.village] : [])];
  const held = (holdings ?? []).find(
    ({ villages }) =>
      villages === null || touched.every((village) => village !== null && villages.includes(village)),
  );
  if (!held) {
    const mine = [...new Set((holdings ?? []).flatMap(({ villages }) => villages ?? []))];
    throw new Refusal('not-permitted', `您只能办${mine.join('、')}的事。`, {
      field: 'village',
      next: '请写明村名；别的村和全乡镇的事，请由相应岗位办理。',
    });
  }
  return held.substituteFor === null ? actor : { ...actor, substituteFor: held.substituteFor };
}
