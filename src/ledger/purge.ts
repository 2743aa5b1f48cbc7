import { canonicalText, sha256, type Entry, type Envelope } from './entry.ts';

/** One entry whose content was destroyed (涉密清除): its leaf hash stays, and what stands in its place is committed to. */
export interface PurgedEntry {
  readonly seq: number;
  /** Hex; the hash of the text that was. */
  readonly leaf: string;
  /** Hex SHA-256 of the text that stands there now. */
  readonly stub: string;
}

/** Nobody can write this into a value: quotes are escaped there. */
const SIGN = ',"purged":true,';

export function isStub(text: string): boolean {
  return text.includes(SIGN);
}

/** What an entry says about its record that nobody wrote in words of their own. */
function withoutWords({ unit: _unit, home: _home, upperNumber: _number, ...rest }: Envelope): Envelope {
  return rest;
}

/** The text that takes the place of an entry: who did when what kind of act, and nothing of what was entered. */
export function stubOf(entry: Entry): string {
  const { reason: _reason, actor, ...rest } = entry;
  const { behalf: _behalf, ...who } = actor;
  const stub: Entry = {
    ...rest,
    actor: who,
    envelope: withoutWords(entry.envelope),
    flaws: entry.flaws.map(({ rule }) => ({ rule })),
    values: {},
    purged: true,
  };
  return canonicalText(stub);
}

export function stubHash(text: string): string {
  return sha256(text).toString('hex');
}
