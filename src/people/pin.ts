import { Refusal } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { getUnfinished } from './session.ts';
import { noteEvent, type Origin } from './sign-in-event.ts';
import { assertPasswordOf, type SignInParts } from './sign-in.ts';

/** Six digits or more, as phones have it; tries are few and each is counted. */
const PIN = /^\d{6,12}$/;
const UP = '01234567890123';
const DOWN = '98765432109876';

function assertPin(pin: string): void {
  const problem = !PIN.test(pin) ? '应是6到12位数字' : isEasy(pin) ? '太容易猜到' : undefined;
  if (problem === undefined) return;
  throw new Refusal('invalid-value', `这个PIN不能用：${problem}。`, {
    field: 'pin',
    next: '请换6位以上、不连续、不重复、不是生日的数字。',
  });
}

/** Runs, one or two digits over and over, days of birth. */
function isEasy(pin: string): boolean {
  const runs = UP.includes(pin) || DOWN.includes(pin);
  const born = /^(?:(?:19|20)\d{2}|\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(pin);
  return runs || born || new Set(pin).size < 3 || /^(\d{2,4})\1+$/.test(pin) || pin.startsWith('520131');
}

export interface PinChange extends Origin {
  /** Value of the session's cookie. */
  readonly session: string;
  readonly password: string;
  readonly pin: string;
}

/** Sets the PIN of one's own account (设置PIN), with the password. */
export async function setPin(
  parts: SignInParts,
  { session, password, pin, ...origin }: PinChange,
): Promise<void> {
  const { store, key, hasher, clock } = parts;
  const { home: org, account, stage } = await getUnfinished(store, session, clock());
  if (stage !== 'open') throw new Refusal('not-signed-in', '登录还没有完成。');
  assertPin(pin);
  await assertPasswordOf(parts, { org, account, password, ...origin });
  const hash = await hasher.hash(pin, key.pepper);
  await store.transaction(oneOrganisation(org), async (tx) => {
    const now = clock();
    await tx.query(
      'set-pin',
      `INSERT INTO pin (org_code, account, hash, set_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (org_code, account) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at`,
      [org, account, hash, now],
    );
    await noteEvent(tx, org, { ...origin, at: now, account, what: 'pin-set' });
  });
}

export interface PinRemoval extends Origin {
  readonly org: string;
  readonly account: string;
  /** The account that removes it: the same, or the system administrator's. The door knows who may. */
  readonly by: string;
}

/** Puts the PIN of an account out of use (停用PIN), with all that machines remember of the account. */
export async function removePin(
  { store, clock }: SignInParts,
  { org, account, by, ...origin }: PinRemoval,
): Promise<void> {
  await store.transaction(oneOrganisation(org), async (tx) => {
    if (!(await dropPin(tx, org, account))) throw new Refusal('wrong-state', '没有设置PIN。');
    await noteEvent(tx, org, { ...origin, at: clock(), account, what: 'pin-removed', doneBy: by });
  });
}

export async function dropPin(tx: Transaction, org: string, account: string): Promise<boolean> {
  await forgetMachines(tx, org, account);
  const dropped = await tx.query(
    'drop-pin',
    'DELETE FROM pin WHERE org_code = $1 AND account = $2 RETURNING account',
    [org, account],
  );
  return dropped.length > 0;
}

/** After it every machine asks for the password again. */
export async function forgetMachines(tx: Transaction, org: string, account: string): Promise<void> {
  await tx.query('forget-machines', 'DELETE FROM device_account WHERE org_code = $1 AND account = $2', [
    org,
    account,
  ]);
}

/** Is it the account's PIN? Takes as long where there is none. */
export async function isPinOf(
  { store, hasher, key }: SignInParts,
  org: string,
  account: string,
  typed: string,
): Promise<boolean> {
  return hasher.verify(await findPin(store, org, account), typed.slice(0, 20), { pepper: key.pepper });
}

async function findPin(store: Store, org: string, account: string): Promise<string | undefined> {
  const [found] = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ hash: string }>('find-pin', 'SELECT hash FROM pin WHERE org_code = $1 AND account = $2', [
      org,
      account,
    ]),
  );
  return found?.hash;
}
