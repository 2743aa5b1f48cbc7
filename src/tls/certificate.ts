import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../kernel/index.ts';
import { namesOf, type Names } from './names.ts';

const DAY_MS = 86_400_000;
/** Said from this many days before a certificate ends. */
export const WARN_DAYS = 30;

/** Where the certificates of a data folder lie. */
export function tlsFiles(data: string) {
  const folder = path.join(data, 'tls');
  return {
    folder,
    /** Key and chain in one file: they change together or not at all. */
    server: path.join(folder, 'server.pem'),
    /** The office's own root: `ca.crt` goes onto its devices, `ca.key` goes nowhere. */
    root: path.join(folder, 'ca.crt'),
    rootKey: path.join(folder, 'ca.key'),
    guide: path.join(folder, '证书安装说明.md'),
    guidePage: path.join(folder, '证书安装说明.html'),
  };
}

/** What a server needs to speak TLS. */
export interface ServerCertificate {
  readonly key: string;
  /** The server's own first. */
  readonly chain: string;
  readonly about: About;
}

/** What there is to say of a certificate. */
export interface About {
  /** By our own root, or by somebody whom the devices know already. */
  readonly from: 'made' | 'taken';
  readonly subject: string;
  readonly issuer: string;
  readonly names: Names;
  readonly since: Date;
  readonly until: Date;
  readonly fingerprint: string;
}

const PEM = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]+?-----END \1-----/g;

/** The blocks of a PEM file, by what they say they are. */
export function pemBlocks(text: string): readonly { readonly label: string; readonly pem: string }[] {
  return [...text.matchAll(PEM)].map(([pem, label = '']) => ({ label, pem: `${pem}\n` }));
}

function damaged(file: string): Refusal {
  return new Refusal('bad-file', `证书文件“${file}”读不出来。`, {
    next: '请用备份恢复，或执行“fadu tls make”重新制作。',
  });
}

/** The certificate under which a data folder is served; undefined where there is none. */
export async function findCertificate(data: string): Promise<ServerCertificate | undefined> {
  const files = tlsFiles(data);
  const text = await readText(files.server);
  if (text === undefined) return undefined;
  const root = await readRoot(files.root);
  return certificateOf(text, root) ?? Promise.reject(damaged(files.server));
}

function certificateOf(text: string, root: X509Certificate | undefined): ServerCertificate | undefined {
  const blocks = pemBlocks(text);
  const key = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'))?.pem;
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ pem }) => pem);
  const [own] = certificates;
  if (key === undefined || own === undefined) return undefined;
  const leaf = parse(own);
  if (leaf?.checkPrivateKey(createPrivateKey(key)) !== true) return undefined;
  const made = root !== undefined && isIssued(leaf, root);
  return { key, chain: certificates.join(''), about: aboutOf(leaf, made ? 'made' : 'taken') };
}

export function parse(pem: string | Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

export function aboutOf(leaf: X509Certificate, from: About['from']): About {
  return {
    from,
    subject: oneLine(leaf.subject),
    issuer: oneLine(leaf.issuer),
    names: namesOf(leaf.subjectAltName),
    since: new Date(leaf.validFrom),
    until: new Date(leaf.validTo),
    fingerprint: leaf.fingerprint256,
  };
}

const oneLine = (name: string | undefined): string => (name ?? '').split('\n').join('，');

/** Did the second sign the first? By name and by signature. */
export function isIssued(one: X509Certificate, issuer: X509Certificate): boolean {
  return one.checkIssued(issuer) && one.verify(issuer.publicKey);
}

/** Whole days until a certificate ends; below zero where it has ended. */
export function daysLeft({ until }: Pick<About, 'until'>, now: Date): number {
  return Math.floor((until.getTime() - now.getTime()) / DAY_MS);
}

/** Refuses a certificate under which no browser would come in. */
export function assertInForce({ since, until }: Pick<About, 'since' | 'until'>, now: Date): void {
  if (since > now)
    throw new Refusal('bad-file', `证书要到${since.toISOString().slice(0, 10)}才生效。`, {
      next: '请核对本机的日期和时间。',
    });
  if (until <= now)
    throw new Refusal('bad-file', `证书已在${until.toISOString().slice(0, 10)}过期。`, {
      next: '自制的证书请执行“fadu tls make”续期，正式证书请换发后执行“fadu tls take”。',
    });
}

export async function readRoot(file: string): Promise<X509Certificate | undefined> {
  const text = await readText(file);
  if (text === undefined) return undefined;
  return parse(text) ?? Promise.reject(damaged(file));
}

export async function readText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    // Below a file there is none either; that the data folder is none is for its opening to say.
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}

export function readKey(pem: string | Buffer): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
