/**
 * A small seeded generator: the demo has the same content each time, whatever the machine. Never for keys or ids, which
 * must be unguessable.
 */
export class Dice {
  #state: number;

  /** Each room throws its own dice, so that a change in one leaves the others as they were. */
  constructor(seed: string) {
    this.#state = 0x811c9dc5;
    for (const letter of seed) {
      this.#state = Math.imul(this.#state ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
    }
  }

  /** At least 0, below 1 (mulberry32). */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  /** True in `percent` of a hundred throws. */
  happens(percent: number): boolean {
    return this.#next() * 100 < percent;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.between(0, from.length - 1)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  shuffle<T>(from: readonly T[]): T[] {
    const order = from.map((item) => ({ item, at: this.#next() }));
    return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
  }

  /** `count` whole numbers of at least `least` that add up to `total` and look thrown, not shared out. */
  split(total: number, count: number, least: number): number[] {
    const spare = total - least * count;
    if (spare < 0) throw new RangeError(`${total} can't be split into ${count} of at least ${least}`);
    const weights = Array.from({ length: count }, () => 0.2 + this.#next());
    const sum = weights.reduce((a, b) => a + b, 0);
    const parts = weights.map((weight) => least + Math.floor((spare * weight) / sum));
    let rest = total - parts.reduce((a, b) => a + b, 0);
    for (let at = 0; rest > 0; at = (at + 1) % count, rest -= 1) parts[at]! += 1;
    return parts;
  }

  /** Each item as often as its number says, shuffled. */
  deal<T extends string>(shares: Readonly<Record<T, number>>): T[] {
    const all = Object.entries<number>(shares) as [T, number][];
    return this.shuffle(all.flatMap(([item, times]) => Array.from({ length: times }, () => item)));
  }
}
