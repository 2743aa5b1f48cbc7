import { Refusal } from '../kernel/index.ts';
import { stubHash, type Entry, type PurgedEntry } from '../ledger/index.ts';
import { PROPOSE_PURGE, PURGE } from './projection.ts';

/** What verification knows of destroyed entries while it goes through the ledger. */
export class PurgeCheck {
  readonly #stubs = new Map<number, PurgedEntry>();
  readonly #proposals = new Map<string, Entry>();

  /** Every entry in order, with the text and the leaf hash that are stored. */
  note(entry: Entry, { text, leaf }: { readonly text: string; readonly leaf: Buffer }): void {
    const { seq, record, envelope } = entry;
    if (entry.purged) this.#stubs.set(seq, { seq, leaf: leaf.toString('hex'), stub: stubHash(text) });
    if (entry.step === PROPOSE_PURGE) this.#proposals.set(record, entry);
    if (entry.step === PURGE) this.#carriedOut(entry);
    else if (envelope.purged) throw tampered(seq, '它不是涉密清除，却说清除了别的条目');
  }

  #carriedOut({ seq, record, actor, envelope }: Entry): void {
    const proposal = this.#proposals.get(record);
    this.#proposals.delete(record);
    if (!proposal || proposal.actor.account === actor.account || proposal.actor.post === actor.post) {
      throw tampered(seq, '涉密清除没有经两个岗位的两个人办理');
    }
    for (const { seq: gone, leaf, stub } of envelope.purged ?? []) {
      const held = this.#stubs.get(gone);
      if (!held) throw tampered(gone, '已登记涉密清除，内容却还在；可能是恢复了旧备份');
      if (held.leaf !== leaf || held.stub !== stub || !proposal.envelope.toPurge?.includes(gone)) {
        throw tampered(gone, '清除后留下的内容被改动');
      }
      this.#stubs.delete(gone);
    }
  }

  /** At the end: whatever is destroyed was ordered. */
  finish(): void {
    const [stub] = this.#stubs.values();
    if (stub) throw tampered(stub.seq, '内容被清除，账本里却没有登记涉密清除');
  }
}

function tampered(seq: number, sentence: string): Refusal {
  return new Refusal('tampered', `账本第${seq}条有问题：${sentence}。`, { facts: { seq } });
}
