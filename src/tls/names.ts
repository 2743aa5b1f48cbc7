import { domainToASCII } from 'node:url';
import ipaddr from 'ipaddr.js';
import { Refusal } from '../kernel/index.ts';

/** The names under which a server is reached: what stands in a certificate. */
export interface Names {
  readonly dns: readonly string[];
  readonly ip: readonly string[];
}

/** Everybody's names of their own machine. */
const OWN: Names = { dns: ['localhost'], ip: ['127.0.0.1', '::1'] };

const LABELS = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

function wrong(piece: string): Refusal {
  return new Refusal('bad-input', `“${piece}”不是主机名，也不是IP地址。`, {
    next: '请写办公电脑访问时在地址栏里输入的名称或IP地址，多个用逗号隔开，不带协议、端口和通配符。',
  });
}

/** Reads `fadu.example.cn,192.168.1.10`. */
export function readNames(text: string): Names {
  const pieces = text.split(/[\s,，;；]+/).filter((piece) => piece !== '');
  if (pieces.length === 0) throw wrong(text);
  const ip = pieces.filter((piece) => ipaddr.isValid(piece)).map((piece) => ipaddr.process(piece).toString());
  const dns = pieces.filter((piece) => !ipaddr.isValid(piece)).map((piece) => readHost(piece));
  return { dns: [...new Set(dns)], ip: [...new Set(ip)] };
}

function readHost(piece: string): string {
  const host = domainToASCII(piece.toLowerCase());
  // Four numbers with dots are a mistyped address, not a name.
  if (!LABELS.test(host) || /^[\d.]+$/.test(host)) throw wrong(piece);
  return host;
}

/** The names with those that mean the machine itself. */
export function withOwn({ dns, ip }: Names): Names {
  return { dns: [...new Set([...dns, ...OWN.dns])], ip: [...new Set([...ip, ...OWN.ip])] };
}

/** The names without those that mean the machine itself: what others call it. */
export function withoutOwn({ dns, ip }: Names): Names {
  return {
    dns: dns.filter((name) => !OWN.dns.includes(name)),
    ip: ip.filter((address) => !OWN.ip.includes(address)),
  };
}

/** A certificate's names, of the text that Node gives for them. */
export function namesOf(subjectAltName: string | undefined): Names {
  const pieces = (subjectAltName ?? '').split(', ');
  const after = (mark: string): string[] =>
    pieces.filter((piece) => piece.startsWith(mark)).map((piece) => piece.slice(mark.length));
  return {
    dns: after('DNS:').map((name) => name.toLowerCase()),
    ip: after('IP Address:').map((address) =>
      ipaddr.isValid(address) ? ipaddr.process(address).toString() : address,
    ),
  };
}

export function namesText({ dns, ip }: Names): string {
  return [...dns, ...ip].join('、');
}

/** As a browser takes it. */
export function addressText(name: string, port: number): string {
  const host = name.includes(':') ? `[${name}]` : name;
  return `https://${host}${port === 443 ? '' : `:${port}`}`;
}
