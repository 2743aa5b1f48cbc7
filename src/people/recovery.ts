import type { Transaction } from '../store/connection.ts';
import { hashOfCode, newCode } from './one-time-code.ts';

const CODES = 10;

/** Makes new recovery codes (恢复码) in place of the old; they are nowhere kept. */
export async function renewRecoveryCodes(
  tx: Transaction,
  org: string,
  account: string,
): Promise<readonly string[]> {
  await dropRecoveryCodes(tx, org, account);
  const codes = Array.from({ length: CODES }, () => newCode());
  await tx.query(
    'put-recovery-codes',
    'INSERT INTO recovery_code (org_code, account, code) SELECT $1, $2, c.code FROM unnest($3::bytea[]) AS c (code)',
    [org, account, codes.map(hashOfCode)],
  );
  return codes;
}

/** Takes a recovery code out of the world; false where there is none such. Of two at once one gets it. */
export async function useRecoveryCode(
  tx: Transaction,
  org: string,
  account: string,
  typed: string,
): Promise<boolean> {
  const used = await tx.query(
    'use-recovery-code',
    'DELETE FROM recovery_code WHERE org_code = $1 AND account = $2 AND code = $3 RETURNING account',
    [org, account, hashOfCode(typed)],
  );
  return used.length > 0;
}

export async function dropRecoveryCodes(tx: Transaction, org: string, account: string): Promise<void> {
  await tx.query('drop-recovery-codes', 'DELETE FROM recovery_code WHERE org_code = $1 AND account = $2', [
    org,
    account,
  ]);
}
