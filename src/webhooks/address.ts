import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { Refusal } from '../kernel/index.ts';
import { isLoopback, isWithin } from '../people/network.ts';
import type { WebhookSettings } from './settings.ts';
import { Trouble } from './trouble.ts';

const LONGEST = 500;
/** What an office has inside: private networks of IPv4 and IPv6, and what its carrier shares out. */
const INSIDE: readonly string[] = ['private', 'uniqueLocal', 'carrierGradeNat'];
const ASSIGNED_IPV6 = ipaddr.parseCIDR('2000::/3');

/** The addresses of a host; handed in, so that a test says what a name leads to. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** As the machine resolves names, its own table of hosts included. */
export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** A URL's host without the brackets around an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** An address that somebody registers: https, or http to a program on this machine where the deployment allows it. */
export function readAddress(text: string, settings: WebhookSettings): URL {
  const wrong = (sentence: string, next: string): Refusal =>
    new Refusal('invalid-value', sentence, { field: 'address', next });
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || text.length > LONGEST)
    throw wrong(`回调地址应是网址，${LONGEST}个字符以内。`, '请写成 https://主机/路径 的样子。');
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    throw wrong('回调地址里不能有账号、密码或#。', '对方用签名核对是谁发的，不用账号。');
  const host = hostOf(url);
  if (url.protocol === 'http:' && settings.loopback && isLoopback(host)) return url;
  if (url.protocol !== 'https:') throw wrong('回调地址应以https://开头。', '请向对方要加密的地址。');
  // A name is resolved at each delivery; an address as such can be told at once.
  if (ipaddr.isValid(host) && !mayReach(host, host, settings))
    throw wrong(
      '这个地址是本机、内网或保留地址，不能作回调地址。',
      '要向内网的系统投递，请维护人员在部署设置里写明它的网段或主机名。',
    );
  return url;
}

/** May a delivery to this host go to this address? */
export function mayReach(address: string, host: string, settings: WebhookSettings): boolean {
  if (!ipaddr.isValid(address)) return false;
  if (isWithin(address, settings.networks)) return true;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'loopback') return settings.loopback && isLoopback(address);
  if (INSIDE.includes(range)) return settings.hosts.includes(host.toLowerCase());
  return range === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(ASSIGNED_IPV6));
}

/**
 * The address to connect to, looked at after the name is resolved: the connection goes there and nowhere else, so it does
 * not matter what the name leads to a moment later. A name that leads to one forbidden address is refused as a whole.
 */
export async function findAddress(url: URL, settings: WebhookSettings, resolve: Resolve): Promise<string> {
  const host = hostOf(url);
  const addresses = ipaddr.isValid(host)
    ? [host]
    : await resolve(host).catch(() => {
        throw new Trouble('unresolved');
      });
  const [first] = addresses;
  if (first === undefined) throw new Trouble('unresolved');
  const allowed = (address: string): boolean =>
    url.protocol === 'https:' ? mayReach(address, host, settings) : settings.loopback && isLoopback(address);
  if (!addresses.every(allowed)) throw new Trouble('forbidden');
  return first;
}
