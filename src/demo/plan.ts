import { day, type Day, type Evidence, type Source } from '../kernel/index.ts';
import type { Actor } from '../ledger/index.ts';
import { CORRECT, VOID } from '../records/projection.ts';
import { earlier, LAST_DAY, workdayFrom } from './days.ts';

/** A matter that will be entered. As a value it is a link to its record, whose id is known once it is written. */
export class Matter {
  constructor(
    readonly kind: string,
    readonly number: number,
  ) {}
}

/** A document that will be attached. */
export class Attachment {
  constructor(
    readonly name: string,
    readonly content: string,
  ) {}
}

/** One act as a room wants it entered. */
export interface Entering {
  readonly step: string;
  /** 发生日 */
  readonly on: string;
  readonly by: Actor;
  /** 登记日: the same day, or the next workday, unless said otherwise. */
  readonly entered?: string;
  readonly source?: Source;
  readonly evidence?: Evidence;
  readonly upperNumber?: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Starting extends Entering {
  readonly village?: string;
  /** An exercise of the office with Fadu itself: marked everywhere, counted nowhere. */
  readonly drill?: boolean;
}

/** A correction or a voiding; it happens when it is entered. */
export interface Mending {
  readonly by: Actor;
  readonly entered: string;
  readonly reason: string;
  readonly values?: Entering['values'];
}

/** One act of the demo with the day on which it is entered. */
export interface PlannedAct extends Starting {
  readonly matter: Matter;
  readonly on: Day;
  readonly entered: Day;
  readonly starts: boolean;
  readonly reason?: string;
}

/** Collects what the demo's rooms enter; `play` writes it. Pure: the same plan each time. */
export class Plan {
  readonly #acts: PlannedAct[] = [];
  /** When each matter was last acted in. */
  readonly #last = new Map<Matter, Day>();

  start(kind: string, starting: Starting): Matter {
    const matter = new Matter(kind, this.#last.size);
    this.#add(matter, starting, { starts: true });
    return matter;
  }

  act(matter: Matter, entering: Entering): void {
    this.#add(matter, entering, { starts: false });
  }

  correct(matter: Matter, mending: Mending): void {
    this.#add(
      matter,
      { values: {}, ...mending, on: mending.entered, step: CORRECT },
      { starts: false, reason: mending.reason },
    );
  }

  void(matter: Matter, mending: Mending): void {
    this.#add(
      matter,
      { ...mending, on: mending.entered, values: {}, step: VOID },
      { starts: false, reason: mending.reason },
    );
  }

  /** All acts in the order in which they are entered; on one day as the rooms gave them. */
  acts(): PlannedAct[] {
    return this.#acts.toSorted((a, b) => (a.entered < b.entered ? -1 : a.entered > b.entered ? 1 : 0));
  }

  #add(matter: Matter, asked: Starting, extra: Pick<PlannedAct, 'starts' | 'reason'>): void {
    const on = day(asked.on);
    // The year's books close on its last day: what is still lying on the desk is entered then.
    const entered = earlier(asked.entered === undefined ? workdayFrom(on) : day(asked.entered), LAST_DAY);
    const last = this.#last.get(matter);
    const what = `${matter.kind} ${asked.step} of ${on}, entered ${entered}`;
    if (entered < on) throw new RangeError(`${what}: not yet happened`);
    if (last !== undefined && entered < last) throw new RangeError(`${what}: earlier than ${last}`);
    this.#last.set(matter, entered);
    this.#acts.push({ ...asked, ...extra, matter, on, entered });
  }
}
