import type { ExampleAct, FieldSet, Kind, Post } from '../src/kernel/index.ts';

/** The acts of one matter, as a kind's declaration shows it. */
export type Example = readonly ExampleAct<FieldSet, string>[];

const MEANT = /^([a-zA-Z]+)=(.+)$/;

/**
 * The example of a kind that a link means: `type=decision` is the first whose matter begins with that value; anything else
 * (an id) is the kind's first.
 */
export function exampleFor(target: Kind, link: unknown): Example {
  const [, field, value] = MEANT.exec(String(link)) ?? [];
  if (field === undefined) return target.examples[0]!;
  const found = target.examples.find((example) => example[0]?.values[field] === value);
  if (!found) throw new Error(`no example of ${target.code} has ${String(link)}`);
  return found;
}

/** The post that takes a step of an example: of a kind that may seal itself, the one that then still knows of the matter. */
export function takerOf({ steps, seals }: Kind, step: string): Post {
  const { by } = steps[step]!;
  return seals && by.includes(seals.otherwise) ? seals.otherwise : by[0]!;
}
