import { createPrivateKey, generateKeyPairSync, webcrypto } from 'node:crypto';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

/** Somebody of an authority that issues certificates: a root, one between, a server. */
export interface Issued {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly pem: string;
  readonly keyPem: string;
}

interface Ask {
  readonly name: string;
  readonly by?: Issued;
  readonly ca?: boolean;
  /** Host names of a server. */
  readonly names?: readonly string[];
  /** Days from now on which it begins and ends. */
  readonly days?: readonly [number, number];
  readonly now: Date;
  /** Made for signing mail, not for a server. */
  readonly forMail?: boolean;
}

export async function issued({
  name,
  by,
  ca = false,
  names = [],
  days = [-1, 90],
  now,
  forMail = false,
}: Ask): Promise<Issued> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: by ? by.certificate.subjectName : `CN=${name}`,
    publicKey: keys.publicKey,
    signingKey: (by ?? { keys }).keys.privateKey,
    signingAlgorithm: ALGORITHM,
    notBefore: new Date(now.getTime() + days[0] * DAY_MS),
    notAfter: new Date(now.getTime() + days[1] * DAY_MS),
    extensions: [
      new x509.BasicConstraintsExtension(ca, undefined, true),
      ...(names.length > 0
        ? [new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value })))]
        : []),
      ...(forMail ? [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.emailProtection])] : []),
    ],
  });
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return {
    certificate,
    keys,
    pem: `${certificate.toString('pem')}\n`,
    keyPem: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
      .export({ format: 'pem', type: 'pkcs8' })
      .toString(),
  };
}

/** A key as authorities issued it long ago. */
export function weakKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 1024 })
    .privateKey.export({ format: 'pem', type: 'pkcs8' })
    .toString();
}
