import { X509Certificate } from 'node:crypto';
import { Refusal } from '../kernel/index.ts';
import {
  daysLeft,
  findCertificate,
  readKey,
  readRoot,
  readText,
  tlsFiles,
  type ServerCertificate,
} from './certificate.ts';
import { namesText, withOwn, withoutOwn, type Names } from './names.ts';
import { covers, issue, LEAF_DAYS, makeRoot, type Root } from './root.ts';
import { OPEN, SECRET, writeFileWhole } from './write.ts';

export interface MakeOptions {
  /** Those of the certificate that is there already, where none are given. */
  readonly names?: Names | undefined;
  /** Makes another root; every device must then install it. */
  readonly newRoot?: boolean;
  readonly now: Date;
}

export interface Made {
  readonly certificate: ServerCertificate;
  readonly root: X509Certificate;
  /** Devices have to install it. */
  readonly newRoot: boolean;
}

/** Makes the office's root where there is none, and with it a certificate for the server: the first one or the next. */
export async function makeCertificate(data: string, { names, newRoot, now }: MakeOptions): Promise<Made> {
  const asked = withOwn(names ?? (await presentNames(data)));
  const kept = newRoot === true ? undefined : await keptRoot(data);
  if (kept) await assertUsable(kept, asked, now);
  const root = kept ?? (await makeRoot(asked, now));
  const leaf = await issue(root, asked, now);
  const files = tlsFiles(data);
  if (!kept) {
    // The key first: a root without one could sign nothing.
    await writeFileWhole(files.rootKey, root.key, SECRET);
    await writeFileWhole(files.root, root.certificate, OPEN);
  }
  await writeFileWhole(files.server, `${leaf.key}${leaf.certificate}`, SECRET);
  const certificate = await findCertificate(data);
  if (!certificate) throw new Error('the certificate that was just made is not there');
  return { certificate, root: new X509Certificate(root.certificate), newRoot: kept === undefined };
}

async function presentNames(data: string): Promise<Names> {
  const present = await findCertificate(data);
  if (present?.about.from === 'made') return withoutOwn(present.about.names);
  throw new Refusal('missing-value', '还没有自制的证书，要写明服务器的名称。', {
    next: '请用 --name 写明办公电脑访问时用的主机名或IP地址，如 --name 192.168.1.10。',
  });
}

/** The root with its key; nothing where it has not been made to its end. */
async function keptRoot(data: string): Promise<Root | undefined> {
  const files = tlsFiles(data);
  const [certificate, key] = [await readText(files.root), await readText(files.rootKey)];
  if (certificate === undefined) return undefined;
  const fits =
    key !== undefined &&
    (await readRoot(files.root))?.checkPrivateKey(readKey(key) ?? failKey(files.rootKey));
  if (key !== undefined && fits === true) return { certificate, key };
  throw new Refusal('bad-file', `根证书的私钥“${files.rootKey}”不在，或与根证书不是一对，不能签发。`, {
    next: '请把保管的私钥放回原处；确已丢失，请加 --new-root 重做根证书，并在各设备上重新安装。',
  });
}

function failKey(file: string): never {
  throw new Refusal('bad-file', `根证书的私钥“${file}”读不出来。`, {
    next: '请用备份恢复；确已丢失，请加 --new-root 重做根证书，并在各设备上重新安装。',
  });
}

async function assertUsable({ certificate }: Root, names: Names, now: Date): Promise<void> {
  const root = new X509Certificate(certificate);
  const next = '请加 --new-root 重做根证书，并在各设备上重新安装。';
  if (daysLeft({ until: new Date(root.validTo) }, now) < LEAF_DAYS)
    throw new Refusal('bad-file', '根证书的有效期已不足一张证书的期限。', { next });
  if (!(await covers(root, names)))
    throw new Refusal(
      'bad-input',
      `现有的根证书只能为原来的名称作证，不能为“${namesText(withoutOwn(names))}”作证。`,
      {
        next,
      },
    );
}
