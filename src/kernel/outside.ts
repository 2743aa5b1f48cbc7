/**
 * An account as a ledger names it: `li` is one of the organisation's own, `li@520581000000` one of another organisation
 * (外单位人员) to which a post was given here.
 */
export interface NamedAccount {
  readonly account: string;
  /** Code of the account's own organisation; absent for one's own. */
  readonly home?: string;
}

export function outsideName(account: string, home: string): string {
  return `${account}@${home}`;
}

/** Reads a name as it stands in a ledger. No account has an @ in its own name. */
export function readAccountName(name: string): NamedAccount {
  const found = /^(.+)@(\d{12})$/.exec(name);
  return found ? { account: found[1]!, home: found[2]! } : { account: name };
}
