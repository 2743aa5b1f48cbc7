import type { KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Refusal } from '../kernel/index.ts';
import {
  aboutOf,
  assertInForce,
  findCertificate,
  isIssued,
  parse,
  pemBlocks,
  readKey,
  tlsFiles,
  type ServerCertificate,
} from './certificate.ts';
import { namesText, type Names } from './names.ts';
import { SECRET, writeFileWhole } from './write.ts';

export interface TakeOptions {
  /** Files with certificates: the server's own and those between it and a root, in any order. */
  readonly certificates: readonly string[];
  readonly key: string;
  /** Names that the certificate must hold. */
  readonly names?: Names | undefined;
  /** Roots that devices know without being told. */
  readonly known: readonly X509Certificate[];
  readonly now: Date;
}

export interface Taken {
  readonly certificate: ServerCertificate;
  /** Does the chain end at a root that devices know? */
  readonly known: boolean;
}

/** Takes a certificate that an authority issued, once everything about it is right. */
export async function takeCertificate(data: string, options: TakeOptions): Promise<Taken> {
  const key = await readPrivateKey(options.key);
  const all = (await Promise.all(options.certificates.map((file) => readCertificates(file)))).flat();
  const leaf = all.find((one) => one.checkPrivateKey(key));
  if (!leaf)
    throw new Refusal('bad-file', '私钥与证书不是一对。', {
      next: '请核对两个文件是不是同一次申请得到的。',
    });
  const chain = chainOf(leaf, all);
  for (const one of chain) assertInForce(aboutOf(one, 'taken'), options.now);
  assertServes(leaf, options.names);
  // A root is sent to nobody: who does not know it would not trust it for being sent.
  const sent = chain.filter((one, index) => index === 0 || !isIssued(one, one));
  const pem = key.export({ format: 'pem', type: 'pkcs8' }).toString();
  await writeFileWhole(tlsFiles(data).server, `${pem}${sent.map(String).join('')}`, SECRET);
  const certificate = await findCertificate(data);
  if (!certificate) throw new Error('the certificate that was just taken is not there');
  return { certificate, known: endsAtKnown(chain, options.known) };
}

async function read(file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const cause = error.code === 'ENOENT' ? '不存在' : '读不出来';
    throw new Refusal('bad-file', `文件“${file}”${cause}。`, { next: '请核对文件名和权限。' });
  });
}

async function readPrivateKey(file: string): Promise<KeyObject> {
  const bytes = await read(file);
  const text = bytes.toString('latin1');
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text))
    throw new Refusal('bad-file', '私钥文件设了口令，服务器启动时打不开。', {
      next: '请先去掉私钥的口令，如执行 openssl pkey -in 原文件 -out 新文件。',
    });
  const [key] = pemBlocks(text)
    .filter(({ label }) => label.endsWith('PRIVATE KEY'))
    .map(({ pem }) => readKey(pem));
  if (key) return assertStrong(key);
  throw new Refusal('bad-file', `“${file}”不是PEM格式的私钥。`, {
    next: '请向发证机构要Nginx格式的证书（.pem或.crt，加.key）；国密（SM2）证书请用在前面的网关上。',
  });
}

/** RSA of 2048 bits and more, or an elliptic curve. */
function assertStrong(key: KeyObject): KeyObject {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'ec' || (type === 'rsa' && (details?.modulusLength ?? 0) >= 2048)) return key;
  throw new Refusal('bad-file', '私钥的种类或长度不合用。', {
    next: '请用2048位以上的RSA密钥，或P-256、P-384的ECC密钥重新申请。',
  });
}

async function readCertificates(file: string): Promise<X509Certificate[]> {
  const bytes = await read(file);
  const blocks = pemBlocks(bytes.toString('latin1')).filter(({ label }) => label === 'CERTIFICATE');
  // Windows also keeps one certificate as bare bytes (.cer, .der).
  const found = blocks.length > 0 ? blocks.map(({ pem }) => parse(pem)) : [parse(bytes)];
  const certificates = found.filter((one) => one !== undefined);
  if (certificates.length === found.length) return certificates;
  throw new Refusal('bad-file', `“${file}”里的证书读不出来。`, {
    next: '请向发证机构要Nginx格式的证书（.pem或.crt）。',
  });
}

/** From the server's own upwards, as far as the files go. What has no place in it was put in by mistake. */
function chainOf(leaf: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain = [leaf];
  for (let last = leaf; ;) {
    const issuer = all.find((one) => !chain.includes(one) && one.ca && isIssued(last, one));
    if (!issuer) break;
    chain.push(issuer);
    last = issuer;
  }
  const fingerprints = new Set(chain.map((one) => one.fingerprint256));
  const stray = all.find((one) => !fingerprints.has(one.fingerprint256));
  if (!stray) return chain;
  throw new Refusal('bad-file', `证书链接不上：“${aboutOf(stray, 'taken').subject}”没有签发前面的证书。`, {
    next: '请只给服务器证书和它的中间证书。',
  });
}

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

function assertServes(leaf: X509Certificate, asked: Names | undefined): void {
  const { names } = aboutOf(leaf, 'taken');
  const purposes: readonly string[] | undefined = leaf.keyUsage;
  if (leaf.ca || (purposes && !purposes.includes(SERVER_AUTH)))
    throw new Refusal('bad-file', '这不是服务器证书。', { next: '请申请SSL（TLS）服务器证书。' });
  if (names.dns.length + names.ip.length === 0)
    throw new Refusal('bad-file', '证书里没有写明服务器的名称（SAN），浏览器不认。', {
      next: '请让发证机构写明域名后重发。',
    });
  const missing = {
    dns: asked?.dns.filter((name) => leaf.checkHost(name) === undefined) ?? [],
    ip: asked?.ip.filter((address) => leaf.checkIP(address) === undefined) ?? [],
  };
  if (missing.dns.length + missing.ip.length === 0) return;
  throw new Refusal('bad-file', `证书不含“${namesText(missing)}”，只含${namesText(names)}。`, {
    next: '请换用证书里写明的名称，或申请含这个名称的证书。',
  });
}

function endsAtKnown(chain: readonly X509Certificate[], known: readonly X509Certificate[]): boolean {
  const last = chain.at(-1);
  if (!last) return false;
  return known.some((root) => root.fingerprint256 === last.fingerprint256 || isIssued(last, root));
}
