import path from 'node:path';
import { setDemoPassword } from '../people/credential.ts';
import { keepOnce, readKept } from '../people/keep-once.ts';
import { newCode } from '../people/one-time-code.ts';
import type { SignInParts } from '../people/sign-in.ts';
import { oneOrganisation } from '../store/connection.ts';
import { ORG } from './accounts.ts';

/** What the demo's passwords need of a running Fadu. */
export interface DemoDoor {
  readonly data: string;
  readonly signIn: SignInParts;
}

function fileIn(data: string): string {
  return path.join(data, 'keys', 'demo-password');
}

/** The password that the demo's accounts share in this data folder; undefined where there is none. */
export async function readDemoPassword(data: string): Promise<string | undefined> {
  return (await readKept(fileIn(data)))?.toString('utf8').trim();
}

/**
 * Gives every account of the demo township (演示) that has none the demo password of this data folder: random, so that no
 * password is known that opens a Fadu somewhere. An account whose password was changed or reset keeps its own.
 */
export async function ensureDemoPasswords({ data, signIn }: DemoDoor): Promise<string> {
  const kept = await keepOnce(fileIn(data), () => Buffer.from(`${newCode(3)}\n`));
  const password = kept.toString('utf8').trim();
  const accounts = await withoutPassword(signIn);
  await Promise.all(accounts.map((account) => setDemoPassword(signIn, ORG, account, password)));
  return password;
}

async function withoutPassword({ store }: SignInParts): Promise<string[]> {
  const rows = await store.read(oneOrganisation(ORG), (tx) =>
    tx.query<{ account: string }>(
      'demo-without-password',
      `SELECT a.account FROM account a WHERE a.org_code = $1
         AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.org_code = $1 AND c.account = a.account)
         AND NOT EXISTS (SELECT 1 FROM one_time_code o WHERE o.org_code = $1 AND o.account = a.account)`,
      [ORG],
    ),
  );
  return rows.map(({ account }) => account);
}
