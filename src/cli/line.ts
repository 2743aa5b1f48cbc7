import { Server as HttpsServer } from 'node:https';
import type { TlsOptions } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../kernel/index.ts';
import { isLoopback } from '../people/network.ts';
import type { Line } from '../site/site.ts';
import {
  assertInForce,
  daysLeft,
  findCertificate,
  WARN_DAYS,
  type About,
  type ServerCertificate,
} from '../tls/certificate.ts';

export interface LineOptions {
  readonly data: string;
  readonly host: string;
  /** A proxy on this machine speaks TLS for us. */
  readonly behindProxy?: boolean;
}

export interface Reach {
  readonly line: Line;
  /** Of the certificate, where we speak TLS ourselves. */
  readonly about?: About;
}

/** As the log calls it. */
export function lineName({ line, about }: Reach): 'made' | 'taken' | 'proxy' | 'local' {
  return about?.from ?? (line.proxies ? 'proxy' : 'local');
}

const HOUR_MS = 3_600_000;

/** TLS 1.2 and 1.3 with forward secrecy and authenticated encryption; what browsers since 2014 speak. */
const SECURE = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
} as const satisfies TlsOptions;

function tlsOptions({ key, chain }: ServerCertificate): TlsOptions {
  return { ...SECURE, key, cert: chain };
}

/**
 * How the server may be reached. Passwords and what people told the office never go over a wire in the clear: without a
 * certificate, and without a proxy beside us that has one, only this machine comes in.
 */
export async function chooseLine({ data, host, behindProxy }: LineOptions, now: Date): Promise<Reach> {
  if (behindProxy === true) {
    assertLoopback(
      host,
      '用了 --behind-proxy，法度只在本机监听，由同一台机器上的代理对外。',
      '请去掉 --host。',
    );
    return { line: { proxies: ['loopback'] } };
  }
  const certificate = await findCertificate(data);
  if (!certificate) {
    assertLoopback(
      host,
      `没有证书，不能在“${host}”上监听：密码和当事人的信息会不加密地经过网络。`,
      '请先执行“fadu tls make --name 本机的名称或IP”自制证书，或“fadu tls take”装入正式证书；由同一台机器上的代理加密的，改用 --behind-proxy。',
    );
    return { line: {} };
  }
  assertInForce(certificate.about, now);
  return { line: { tls: tlsOptions(certificate) }, about: certificate.about };
}

function assertLoopback(host: string, sentence: string, next: string): void {
  if (!isLoopback(host)) throw new Refusal('environment', sentence, { next });
}

/** Said where a certificate ends soon. */
export function endingSoon(about: About, now: Date): string | undefined {
  const left = daysLeft(about, now);
  if (left > WARN_DAYS) return undefined;
  const what = about.from === 'made' ? '请执行“fadu tls make”续期' : '请换发证书后执行“fadu tls take”';
  return `证书还有${left}天到期，${what}，不用重启。`;
}

/** A certificate that was renewed while we run is taken up within the hour; connections that stand go on. */
export function keepCertificate(
  { server }: FastifyInstance,
  { data, chain: first }: { readonly data: string; readonly chain?: TlsOptions['cert'] },
  fault: (error: unknown) => void,
): { check(): Promise<void>; stop(): void } {
  let chain = first;
  const check = async (): Promise<void> => {
    if (!(server instanceof HttpsServer)) return;
    try {
      const certificate = await findCertificate(data);
      if (!certificate || certificate.chain === chain) return;
      server.setSecureContext(tlsOptions(certificate));
      chain = certificate.chain;
    } catch (error) {
      // The one in use goes on serving.
      fault(error);
    }
  };
  const timer = setInterval(() => void check(), HOUR_MS).unref();
  return { check, stop: () => clearInterval(timer) };
}
