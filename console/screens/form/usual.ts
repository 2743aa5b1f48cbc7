import { today } from '../../look/words.ts';
import type { Values } from './values.ts';

/** A value that the form put in itself, and whence. */
export interface Offer {
  readonly value: unknown;
  readonly from: string;
}
export type Offers = Readonly<Record<string, Offer>>;

/** As the server says it too. */
const TODAY = '今天';

/** Under which a form keeps what it put in itself; it lies in the draft too and is never sent. */
const OFFERED = ':usual';

function offeredIn(values: Values): Offers {
  return (values[OFFERED] ?? {}) as Offers;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** First values that nobody typed, marked as such. */
export function offering(offers: Offers): Values {
  const values = Object.entries(offers).map(([name, { value }]) => [name, value] as const);
  return { ...Object.fromEntries(values), [OFFERED]: offers };
}

/**
 * The values of a form with what is usual beside them. Only what is empty and was never filled gets a value; what came by a
 * link and nobody has changed follows a link that is chosen anew. What was typed, or emptied on purpose, stays, and so does
 * the day of a draft that is taken up again on another.
 */
export function withUsual(values: Values, offers: Offers, byLink: ReadonlySet<string>): Values {
  const before = offeredIn(values);
  const after: Record<string, Offer> = { ...before };
  const changed: Record<string, unknown> = {};
  for (const [name, offer] of Object.entries(offers)) {
    const was = before[name];
    const free = was
      ? byLink.has(name) && !same(was, offer) && same(values[name], was.value)
      : isEmpty(values[name]);
    if (!free) continue;
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

/** Whence a value is that still stands as the form put it in; undefined where somebody gave it, or its day is over. */
export function usualFrom(values: Values, name: string): string | undefined {
  const offer = offeredIn(values)[name];
  if (!offer || isEmpty(values[name]) || !same(values[name], offer.value)) return undefined;
  return offer.from === TODAY && offer.value !== today() ? undefined : offer.from;
}

/** The day of an act, where nobody says otherwise. */
export function ofToday(): Offer {
  return { value: today(), from: TODAY };
}

/** The one village that somebody's posts are for. */
export function ownVillage(village: string): Offer {
  return { value: village, from: '本人所管的村' };
}
