import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { addressOf, get } from '../../api/client.ts';
import { useOffice } from '../../api/queries.ts';
import type { UsualHint, UsualView } from '../../api/shapes.ts';
import { BESIDE, type Values } from './values.ts';

/** Where a form's usual values (沿用) come from: the step that is asked, and what may come by which link. */
export interface UsualPlan {
  readonly kind: string;
  readonly step: string;
  readonly record?: string;
  readonly hints: readonly UsualHint[];
}

/** A value that the form put in itself, and whence. */
interface Offer {
  readonly value: unknown;
  readonly from: string;
}
type Offers = Readonly<Record<string, Offer>>;

/** Under which a form keeps what it put in itself; it lies in the draft too and is never sent. */
const OFFERED = ':usual';

function offeredIn(values: Values): Offers {
  return (values[OFFERED] ?? {}) as Offers;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** First values that nobody typed, marked as such. */
export function offering(offers: Offers): Values {
  const values = Object.entries(offers).map(([name, { value }]) => [name, value] as const);
  return { ...Object.fromEntries(values), [OFFERED]: offers };
}

/**
 * The values of a form with what is usual beside them. Only what is empty and was never filled gets a value; what the form
 * put in itself and nobody has changed follows a link that is chosen anew. What was typed, or emptied on purpose, stays.
 */
export function withUsual(values: Values, offers: Offers, byLink: ReadonlySet<string>): Values {
  const before = offeredIn(values);
  const after: Record<string, Offer> = { ...before };
  const changed: Record<string, unknown> = {};
  for (const [name, offer] of Object.entries(offers)) {
    const untouched = before[name]
      ? !same(before[name], offer) && same(values[name], before[name].value)
      : isEmpty(values[name]);
    if (!untouched) continue;
    after[name] = offer;
    changed[name] = offer.value;
  }
  for (const name of byLink) {
    const was = before[name];
    if (!was || offers[name] || !same(values[name], was.value)) continue;
    delete after[name];
    changed[name] = undefined;
  }
  return Object.keys(changed).length === 0 ? values : { ...values, ...changed, [OFFERED]: after };
}

/** Whence a value is that still stands as the form put it in; undefined where somebody gave it. */
export function usualFrom(values: Values, name: string): string | undefined {
  const offer = offeredIn(values)[name];
  return offer && !isEmpty(values[name]) && same(values[name], offer.value) ? offer.from : undefined;
}

/** What the office's server knows to be usual; `waiting` until it has answered once, and never for long. */
export function useUsual(
  plan: UsualPlan | undefined,
  values: Values,
): { readonly waiting: boolean; readonly put: (values: Values) => Values } {
  const { code } = useOffice();
  const hints = plan?.hints ?? [];
  const links = [...new Set(hints.flatMap(({ link }) => link ?? []))].flatMap((link) =>
    isEmpty(values[link]) ? [] : [`${link}:${String(values[link])}`],
  );
  const asked = useQuery({
    queryKey: [code, 'usual', plan?.kind, plan?.step, plan?.record, links],
    queryFn: () =>
      get<UsualView>(
        addressOf(`/${code}/kinds/${plan!.kind}/steps/${plan!.step}/usual`, {
          ...(plan!.record === undefined ? {} : { record: plan!.record }),
          link: links,
        }),
      ),
    enabled: hints.length > 0,
    placeholderData: keepPreviousData,
    // A form without them is still a form.
    retry: false,
  });
  const known = asked.data;
  return {
    waiting: asked.isLoading,
    put: (now) => (known ? withUsual(now, offersOf(known), byLinkOf(hints)) : now),
  };
}

function offersOf({ values, village }: UsualView): Offers {
  return Object.fromEntries([
    ...values.map(({ name, value, from }) => [name, { value, from }] as const),
    ...(village === undefined ? [] : [[BESIDE('village'), ownVillage(village)] as const]),
  ]);
}

/** The one village that somebody's posts are for. */
export function ownVillage(village: string): Offer {
  return { value: village, from: '本人所管的村' };
}

function byLinkOf(hints: readonly UsualHint[]): ReadonlySet<string> {
  return new Set(hints.flatMap(({ name, link }) => (link === undefined ? [] : [name])));
}
