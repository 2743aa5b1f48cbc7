import ipaddr from 'ipaddr.js';
import { Refusal } from '../kernel/index.ts';

/** Is the address this machine's own? IPv4, IPv6, and IPv4 written as IPv6. */
export function isLoopback(address: string): boolean {
  return (
    address === 'localhost' || (ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback')
  );
}

/** Some networks, each an address with the length of its prefix. */
export type Networks = readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[];

/** Reads `192.168.1.0/24, fd00::/8`; a single address stands for itself. Refuses anything else, with the piece. */
export function readNetworks(text: string): Networks {
  return text
    .split(/[\s,，;；]+/)
    .filter((piece) => piece !== '')
    .map((piece) => readNetwork(piece));
}

function readNetwork(piece: string): Networks[number] {
  try {
    if (piece.includes('/')) return ipaddr.parseCIDR(piece);
    const address = ipaddr.parse(piece);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    throw new Refusal('environment', `“${piece}”不是网段。`, {
      next: '网段写成 192.168.1.0/24 这样，多个用逗号隔开。',
    });
  }
}

/** Does the address lie in one of the networks? An IPv4 address written as IPv6 counts as what it is. */
export function isWithin(address: string, networks: Networks): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
}
