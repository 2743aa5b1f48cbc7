import { expect } from 'vitest';
import { REGISTER } from '../src/duties/index.ts';
import { day, dayAt, type Day, type Kind } from '../src/kernel/index.ts';
import { exampleFor, type Example } from './examples.ts';
import { ORG, VILLAGES, type TestTownship } from './township.ts';

/** Enters the examples of kinds through the ordinary write path, each without a flaw. */
export class ExampleRunner {
  #clock = day('2024-01-02');

  constructor(
    readonly town: TestTownship,
    /** Everything is entered as a drill (演练), but what is named here. */
    readonly drills: { readonly but: readonly string[] } | undefined = undefined,
  ) {}

  async run(kind: Kind, example: Example): Promise<string> {
    let record: string | undefined;
    for (const [index, { step, on, village, source, values }] of example.entries()) {
      const filled = await this.#withLinks(kind, values);
      this.#enterOn(on);
      // What is entered on a later day than it happened is a late entry, as in the office.
      const from = source ?? (dayAt(this.town.clock()) === on ? 'on-site' : 'late');
      const common = { kind: kind.code, step, occurredOn: on, source: from, values: filled };
      const acted =
        record === undefined
          ? await this.town.start({ ...common, ...this.#beside(kind, village) })
          : await this.town.act({ ...common, record, expectedVersion: index });
      expect(acted.flaws, `${kind.code} ${step}`).toEqual([]);
      record = acted.record;
    }
    return record!;
  }

  #beside({ code }: Kind, village: string | undefined) {
    const drill = this.drills !== undefined && !this.drills.but.includes(code);
    return { ...(village ? { village: VILLAGES[0]! } : {}), ...(drill ? { drill } : {}) };
  }

  /** Examples are run in any order; the ledger's clock only goes forward. */
  #enterOn(on: string): void {
    if (on > this.#clock) this.#clock = on as Day;
    this.town.at(this.#clock);
  }

  /** A link of an example means "some record of that kind": an example of the target is run for it. */
  async #withLinks(kind: Kind, values: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
    const filled: Record<string, unknown> = { ...values };
    for (const [name, value] of Object.entries(values)) {
      const target = kind.fields[name]?.target;
      if (target)
        filled[name] = await this.run(REGISTER.kind(target), exampleFor(REGISTER.kind(target), value));
      if (kind.fields[name]?.type === 'file')
        filled[name] = await this.town.files.put(ORG, '样例.txt', Buffer.from('样例'));
    }
    return filled;
  }
}
