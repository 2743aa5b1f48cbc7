import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { Names } from './names.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;
const ROOT_DAYS = 3650;
/** What browsers still take from a server, its first day included. */
export const LEAF_DAYS = 397;

/** A root that signs: its certificate, and the key as text for keeping. */
export interface Root {
  readonly certificate: string;
  readonly key: string;
}

/** A server's certificate with its key, ready to be kept in one file. */
export interface Leaf {
  readonly certificate: string;
  readonly key: string;
}

/** Half a second to load, so only where something is made. The library wants the polyfill to be there before it. */
async function library() {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(webcrypto);
  return { x509, asn1: await import('@peculiar/asn1-x509'), ...(await import('@peculiar/asn1-schema')) };
}

/**
 * A root of the office's own. Whoever had its key could vouch for the names in it and for nothing else: the root is
 * held to them by name constraints (RFC 5280 4.2.1.10), so that installing it risks no other site.
 */
export async function makeRoot(names: Names, now: Date): Promise<Root> {
  const { x509, asn1 } = await library();
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [`法度自制根证书 ${first(names)}`.slice(0, 60)] }, { O: ['法度'] }],
    keys,
    signingAlgorithm: ALGORITHM,
    notBefore: dayBefore(now),
    notAfter: new Date(now.getTime() + ROOT_DAYS * DAY_MS),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      new x509.Extension(asn1.id_ce_nameConstraints, true, await constraintsOf(names)),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, key: await keyText(keys.privateKey) };
}

/** A server's certificate under the root, for 397 days or as long as the root itself. */
export async function issue(root: Root, names: Names, now: Date): Promise<Leaf> {
  const { x509 } = await library();
  const keys = await newKeys();
  const issuer = new x509.X509Certificate(root.certificate);
  const notBefore = dayBefore(now);
  const end = notBefore.getTime() + LEAF_DAYS * DAY_MS - 1000;
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [first(names).slice(0, 64)] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey: await importKey(root.key),
    signingAlgorithm: ALGORITHM,
    notBefore,
    notAfter: new Date(Math.min(end, issuer.notAfter.getTime())),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...names.dns.map((value) => ({ type: 'dns' as const, value })),
        ...names.ip.map((value) => ({ type: 'ip' as const, value })),
      ]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, key: await keyText(keys.privateKey) };
}

const first = ({ dns, ip }: Names): string => dns[0] ?? ip[0] ?? '';

/** A PC whose clock is slow comes in all the same. */
const dayBefore = (now: Date): Date => new Date(now.getTime() - DAY_MS);

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function keyText(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
  return webcrypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']);
}

async function constraintsOf({ dns, ip }: Names): Promise<ArrayBuffer> {
  const { asn1, AsnConvert } = await library();
  const bases = [
    ...dns.map((name) => new asn1.GeneralName({ dNSName: name })),
    ...ip.map((address) => new asn1.GeneralName({ iPAddress: networkOf(address) })),
  ];
  const permittedSubtrees = new asn1.GeneralSubtrees(bases.map((base) => new asn1.GeneralSubtree({ base })));
  return AsnConvert.serialize(new asn1.NameConstraints({ permittedSubtrees }));
}

/** An office's router gives a PC another address now and then: its neighbours in the inner network are allowed for. */
function networkOf(address: string): string {
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv6') return `${address}/128`;
  if (parsed.range() !== 'private') return `${address}/32`;
  return `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/24`).toString()}/24`;
}

/** May the root vouch for these names? Read from the root itself. */
export async function covers(root: X509Certificate, names: Names): Promise<boolean> {
  const { x509, asn1, AsnConvert } = await library();
  const extension = new x509.X509Certificate(root.raw).getExtension(asn1.id_ce_nameConstraints);
  if (extension === null) return true;
  const bases = AsnConvert.parse(extension.value, asn1.NameConstraints).permittedSubtrees ?? [];
  const dns = names.dns.every((name) =>
    bases.some(({ base: { dNSName } }) => name === dNSName || name.endsWith(`.${dNSName}`)),
  );
  return dns && names.ip.every((address) => bases.some(({ base }) => isIn(address, base.iPAddress)));
}

function isIn(address: string, network: string | undefined): boolean {
  if (network === undefined) return false;
  const [base, bits] = ipaddr.parseCIDR(network);
  const parsed = ipaddr.parse(address);
  return parsed.kind() === base.kind() && parsed.match(base, bits);
}
