/** Gives a value its place in a statement: `$3`. */
export type Place = (value: unknown) => string;

/**
 * The parameters of a statement that is put together from conditions. The first is always the organisation: `$1` may be
 * written wherever a table is held to it.
 */
export class Places {
  readonly values: unknown[];

  constructor(org: string) {
    this.values = [org];
  }

  readonly place: Place = (value) => `$${this.values.push(value)}`;
}
