import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { findAddress, hostOf, resolveBySystem, type Resolve } from './address.ts';
import type { WebhookSettings } from './settings.ts';
import { Trouble, type TroubleCode } from './trouble.ts';

/** From resolving the name to the end of the answer. */
export const WITHIN_MS = 15_000;
/** Nobody reads the answer; more of it is somebody who keeps us busy. */
const LONGEST = 64 * 1024;

/** How deliveries get out of here. */
export interface Way {
  readonly settings: WebhookSettings;
  readonly resolve?: Resolve;
  readonly withinMs?: number;
}

export interface Message {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of one attempt. */
export interface Sent {
  /** Of the receiver's answer, where there was one. */
  readonly status?: number;
  /** Absent where it arrived. */
  readonly trouble?: TroubleCode;
  readonly tookMs: number;
}

/**
 * Posts one message to the address that was looked at. No redirect is followed, no proxy asked, and nothing of the answer
 * is kept but its status. Throws only where `stopped` fires.
 */
export async function post(message: Message, way: Way, stopped: AbortSignal): Promise<Sent> {
  const began = performance.now();
  const late = AbortSignal.timeout(way.withinMs ?? WITHIN_MS);
  const told = await attempt(message, way, AbortSignal.any([late, stopped])).catch((error: unknown) => {
    stopped.throwIfAborted();
    return { trouble: late.aborted ? ('slow' as const) : troubleOf(error) };
  });
  return { ...told, tookMs: Math.round(performance.now() - began) };
}

async function attempt(
  message: Message,
  { settings, resolve = resolveBySystem }: Way,
  signal: AbortSignal,
): Promise<Omit<Sent, 'tookMs'>> {
  const address = await unlessAborted(findAddress(message.url, settings, resolve), signal);
  const status = await exchange(message, address, settings, signal);
  if (status >= 200 && status < 300) return { status };
  if (status === 410) return { status, trouble: 'gone' };
  return { status, trouble: status >= 300 && status < 400 ? 'redirect' : 'status' };
}

/** A name's resolution can't be broken off; whoever waits for it can. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

async function exchange(
  { url, headers, body }: Message,
  address: string,
  { ca }: WebhookSettings,
  signal: AbortSignal,
): Promise<number> {
  const secure = url.protocol === 'https:';
  const host = hostOf(url);
  const request = (secure ? https : http).request({
    // The checked address, not the name: nothing is resolved a second time.
    host: address,
    port: url.port || (secure ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    method: 'POST',
    headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body) },
    // A connection of its own: none that was opened under another check is taken again.
    agent: false,
    signal,
    // The certificate must be the name's all the same.
    ...(secure && isIP(host) === 0 ? { servername: host } : {}),
    ...(secure && ca !== undefined ? { ca: [...rootCertificates, ca] } : {}),
  });
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', resolve).on('error', reject).end(body);
    });
    await readAway(answer);
    return answer.statusCode ?? 0;
  } finally {
    request.destroy();
  }
}

async function readAway(answer: IncomingMessage): Promise<void> {
  let length = 0;
  for await (const chunk of answer) {
    length += (chunk as Buffer).length;
    if (length > LONGEST) throw new Trouble('long');
  }
}

/** Codes of OpenSSL and Node for a certificate that does not hold. */
const UNTRUSTED = /CERT|SIGNATURE|_TLS_|_SSL_|ISSUER|EPROTO/;

function troubleOf(error: unknown): TroubleCode {
  if (error instanceof Trouble) return error.code;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // What the network says has a code; anything else is ours.
  if (typeof code !== 'string' || error instanceof TypeError) throw error;
  return UNTRUSTED.test(code) ? 'untrusted' : 'unreachable';
}
