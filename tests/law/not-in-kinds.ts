/** A rule that no step or term holds, but the machinery for all kinds. */
export interface Elsewhere {
  /** What holds it, in Chinese. */
  readonly where: string;
  /** File of the test that is named by it. */
  readonly test: string;
}

/** Rules that the machinery holds for all kinds alike: id → where. */
export const HELD_ELSEWHERE: Readonly<Record<string, Elsewhere>> = {};

/** Rules that are not coded: id → why. */
export const NOT_CODED: Readonly<Record<string, string>> = {};
