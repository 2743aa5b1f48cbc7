import type { ComponentType } from 'react';
import { Earlier } from '../screens/figures/earlier.tsx';
import type { Values } from '../screens/form/values.ts';

/** What a form says to what is being typed into it. */
type Watch = ComponentType<{ readonly values: Values }>;

/** A number that somebody types himself is held against what was told before, as one from the figures is. */
function GivenNumber({ values }: { readonly values: Values }) {
  const text = (name: string): string => String(values[name] ?? '');
  return <Earlier figure={text('figure')} code={text('code')} number={text('number')} />;
}

const WATCHES: Readonly<Record<string, Watch>> = { 'figure-given/give': GivenNumber };

/** What watches the form by which a matter of a kind begins, where something does. */
export function watchOf(kind: string, step: string): Watch | undefined {
  return WATCHES[`${kind}/${step}`];
}
