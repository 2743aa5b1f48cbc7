import type { DueItem, KindView, Named, SelfView, StepView } from '../api/shapes.ts';

/** Whether somebody holds a post that may take a step. */
export function mayTake({ by }: StepView, { posts, readsOnly }: SelfView): boolean {
  return !readsOnly && by.some(({ code }) => posts.some((post) => post.code === code));
}

/** The step that would meet a running term from where its matter stands. */
export function stepMeeting(kind: KindView | undefined, { state, metBy }: DueItem): StepView | undefined {
  const ahead = kind?.steps.filter(({ start, from }) => !start && from.includes(state)) ?? [];
  return (
    ahead.find(({ day }) => day === metBy) ??
    ahead.find(({ asks, sameDay }) => asks.includes(metBy) || sameDay.includes(metBy)) ??
    ahead.find(({ may }) => may.includes(metBy))
  );
}

/** Steps with which somebody may begin a new matter, kind by kind. */
export function startsOf(kinds: readonly KindView[], self: SelfView): { kind: KindView; step: StepView }[] {
  return kinds.flatMap((kind) =>
    kind.steps.filter((step) => step.start && mayTake(step, self)).map((step) => ({ kind, step })),
  );
}

/** A running term as one's own work or another's. */
export interface Ahead {
  readonly item: DueItem;
  readonly kind: KindView | undefined;
  /** The step that I may take: the one that meets the term, else one on the way to it. */
  readonly step: StepView | undefined;
  /** I handle the matter, or one of my posts may take the step that meets the term. */
  readonly mine: boolean;
  /** Who is to act, where it is not me. */
  readonly waitsFor: readonly Named[];
}

export function aheadOf(item: DueItem, kinds: readonly KindView[], self: SelfView): Ahead {
  const kind = kinds.find(({ code }) => code === item.kind);
  const meeting = stepMeeting(kind, item);
  const open = (kind?.steps ?? []).filter(({ start, from }) => !start && from.includes(item.state));
  const handled = item.handlers.includes(self.account);
  const may = meeting !== undefined && mayTake(meeting, self);
  const step = may ? meeting : handled ? open.find((each) => mayTake(each, self)) : undefined;
  return { item, kind, step, mine: !self.readsOnly && (may || handled), waitsFor: meeting?.by ?? [] };
}

/**
 * Kinds with a day that lies ahead (有效期至, 截止日), of which one of one's posts takes care: what runs out is worth a word in
 * time. A day that a running term ends on stands in one's work already.
 */
export function runningOut(
  kinds: readonly KindView[],
  self: SelfView,
): { kind: KindView; field: string; label: string }[] {
  // Of stock the stock itself tells what expires: a lot may long be used up.
  const mine = kinds.filter(({ steps, stock }) => !stock && steps.some((step) => mayTake(step, self)));
  return mine.flatMap((kind) =>
    kind.fields
      .filter(({ type, future, personal }) => type === 'day' && future && !personal)
      .filter(({ name }) => !kind.terms.some(({ by }) => by === name))
      .map(({ name, label }) => ({ kind, field: name, label })),
  );
}
