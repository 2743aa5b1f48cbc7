import { Refusal } from '../kernel/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { assertUnlocked } from './lock.ts';
import { isWithin, readNetworks, type Networks } from './network.ts';
import { isPinOf } from './pin.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { endSession, findUnfinished, openSession, type Opened, type SignedIn } from './session.ts';
import { noteEvent, type Origin } from './sign-in-event.ts';
import { attemptOf, type SignInParts } from './sign-in.ts';

/** How long after a password's sign-in on a machine the PIN is enough there. */
const USUAL_HOURS = 10;
const MOST_HOURS = 24;
/** After so many wrong PINs the password is needed, or a colleague. */
const TRIES = 3;

/**
 * The shared-PC mode (共用电脑) of a deployment: several people of one office take turns at one machine. Off unless the
 * deployment names its office network.
 */
export interface SharedPc {
  readonly networks: Networks;
  readonly hours: number;
}

/** Reads FADU_OFFICE_NETWORK and FADU_SHARED_PC_HOURS; undefined where the mode is off. Refuses what can't be meant. */
export function readSharedPc(env: Readonly<Record<string, string | undefined>>): SharedPc | undefined {
  const networks = readNetworks(env['FADU_OFFICE_NETWORK'] ?? '');
  if (networks.length === 0) return undefined;
  const hours = Number(env['FADU_SHARED_PC_HOURS'] || USUAL_HOURS);
  if (Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS) return { networks, hours };
  throw new Refusal(
    'environment',
    `FADU_SHARED_PC_HOURS 应是1到${MOST_HOURS}的整数，是共用电脑上可用PIN的小时数。`,
  );
}

/** Parts of signing in, and the mode where the deployment has it. */
export interface SharedPcParts extends SignInParts {
  readonly sharedPc: SharedPc | undefined;
}

function isOffice({ sharedPc }: SharedPcParts, address: string): boolean {
  return sharedPc !== undefined && isWithin(address, sharedPc.networks);
}

/**
 * Remembers that an account signed in on this machine with its password; call it once nothing is missing from the sign-in.
 * Returns what the machine's own cookie holds from now on: what it held, or a new value. Undefined outside the office and
 * where the mode is off.
 */
export async function rememberMachine(
  parts: SharedPcParts,
  { home: org, account }: SignedIn,
  { machine, address }: { readonly machine?: string; readonly address: string },
): Promise<string | undefined> {
  if (!isOffice(parts, address)) return undefined;
  const value = machine !== undefined && /^[\w-]{43}$/.test(machine) ? machine : newSecret();
  await parts.store.transaction(oneOrganisation(org), async (tx) => {
    await tx.query(
      'forget-old-machines',
      'DELETE FROM device_account WHERE org_code = $1 AND account = $2 AND signed_in_at <= $3',
      [org, account, sinceOf(parts)],
    );
    await tx.query(
      'remember-machine',
      `INSERT INTO device_account (org_code, device, account, signed_in_at, pin_failures) VALUES ($1, $2, $3, $4, 0)
       ON CONFLICT (org_code, device, account) DO UPDATE SET signed_in_at = excluded.signed_in_at, pin_failures = 0`,
      [org, hashOfSecret(value), account, parts.clock()],
    );
  });
  return value;
}

/** A machine, by the value of its own cookie, and where it stands. */
export interface AtMachine {
  readonly org: string;
  readonly machine: string;
  readonly address: string;
}

/** Somebody who may sit down at a machine by PIN. */
export interface Seated {
  readonly account: string;
  /** Too many wrong PINs: only the password, or a colleague, helps. */
  readonly blocked: boolean;
}

/** Whom a machine offers to switch to: who has a PIN and signed in there with the password not long ago. */
export async function listSeated(
  parts: SharedPcParts,
  { org, machine, address }: AtMachine,
): Promise<Seated[]> {
  if (!isOffice(parts, address)) return [];
  return parts.store.read(oneOrganisation(org), (tx) =>
    tx.query<Seated>(
      'list-seated',
      `SELECT d.account, d.pin_failures >= $4 AS blocked FROM device_account d
       JOIN pin p ON p.org_code = d.org_code AND p.account = d.account
       WHERE d.org_code = $1 AND d.device = $2 AND d.signed_in_at > $3 ORDER BY d.signed_in_at DESC, d.account`,
      [org, hashOfSecret(machine), sinceOf(parts), TRIES],
    ),
  );
}

function sinceOf({ sharedPc, clock }: SharedPcParts): Date {
  return new Date(clock().getTime() - (sharedPc?.hours ?? 0) * 3_600_000);
}

export interface Switch extends AtMachine, Origin {
  readonly account: string;
  readonly pin: string;
  /** Value of the session's cookie of whoever sat here before: that session ends. */
  readonly from?: string;
}

const REFUSED = new Refusal('not-permitted', '这里不能用PIN登录。', { next: '请用密码登录。' });
const BLOCKED = new Refusal('sign-in-locked', 'PIN连续输错，这台电脑上暂不能用PIN登录。', {
  next: '请用密码登录，或请同事帮助解锁。',
});

/**
 * Changes who sits at a shared PC (切换), by PIN. Never strong: what needs a second factor asks for its code then. Refuses
 * outside the office network, on a machine where the account did not sign in with its password within the hours that the
 * deployment allows, and after three wrong PINs.
 */
export async function switchByPin(parts: SharedPcParts, asked: Switch): Promise<Opened> {
  const { store, key, clock } = parts;
  if (!isOffice(parts, asked.address)) throw REFUSED;
  const attempt = attemptOf(asked);
  await assertUnlocked(store, key, attempt, clock());
  const seat = { org: asked.org, machine: asked.machine, account: attempt.account };
  // Taken before it is known whether the PIN is right: of many at once no more than three are tried.
  const tries = await takeTry(parts, seat);
  if (tries > TRIES) throw BLOCKED;
  const right = await isPinOf(parts, seat.org, seat.account, asked.pin);
  const opened = await seatDown(parts, asked, seat, right);
  if (opened) return opened;
  if (tries === TRIES) throw BLOCKED;
  throw new Refusal('sign-in-failed', 'PIN不对。', {
    field: 'pin',
    next: `还可以试${TRIES - tries}次，也可以用密码登录。`,
    facts: { left: TRIES - tries },
  });
}

interface Seat {
  readonly org: string;
  readonly machine: string;
  readonly account: string;
}

/** Counts a try and returns how many it makes; refuses where the account has no seat at the machine. */
async function takeTry(parts: SharedPcParts, { org, machine, account }: Seat): Promise<number> {
  const [taken] = await parts.store.alone(oneOrganisation(org)).query<{ tries: number }>(
    'take-pin-try',
    `UPDATE device_account SET pin_failures = least(pin_failures + 1, $5)
     WHERE org_code = $1 AND device = $2 AND account = $3 AND signed_in_at > $4 RETURNING pin_failures AS tries`,
    [org, hashOfSecret(machine), account, sinceOf(parts), TRIES + 1],
  );
  if (!taken) throw REFUSED;
  return taken.tries;
}

async function seatDown(
  parts: SharedPcParts,
  { address, device, from }: Switch,
  { org, machine, account }: Seat,
  right: boolean,
): Promise<Opened | undefined> {
  const { store, clock } = parts;
  const before = from === undefined ? undefined : await findUnfinished(store, from, clock());
  return store.transaction(oneOrganisation(org), async (tx) => {
    const now = clock();
    const origin: Origin = { address, device };
    const note = { ...origin, at: now, account };
    if (!right) {
      await noteEvent(tx, org, { ...note, what: 'pin-failed' });
      return undefined;
    }
    await tx.query(
      'give-pin-tries',
      'UPDATE device_account SET pin_failures = 0 WHERE org_code = $1 AND device = $2 AND account = $3',
      [org, hashOfSecret(machine), account],
    );
    if (before?.home === org) await endSession(tx, org, before.account, before.session);
    await noteEvent(tx, org, { ...note, what: 'signed-in-by-pin' });
    return openSession(tx, { org, account, stage: 'open', strong: false, ...origin }, now);
  });
}
