import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { Command } from 'commander';
import { daysLeft, findCertificate, readRoot, tlsFiles, type About } from '../tls/certificate.ts';
import { guidePage, guideText } from '../tls/guide.ts';
import { makeCertificate, type Made } from '../tls/make.ts';
import { namesText, readNames, withoutOwn } from '../tls/names.ts';
import { takeCertificate } from '../tls/take.ts';
import { OPEN, writeFileWhole } from '../tls/write.ts';
import { endingSoon } from './line.ts';
import { withData, type DataOptions } from './open.ts';
import { printJson, printLine } from './output.ts';
import { defaultPort, readPort } from './port.ts';

interface ShowOptions extends DataOptions {
  readonly json?: boolean;
}

interface MakeOptions extends ShowOptions {
  readonly name?: string;
  readonly newRoot?: boolean;
  readonly port?: string;
}

interface TakeOptions extends ShowOptions {
  readonly cert: string[];
  readonly key: string;
  readonly name?: string;
}

const FROM: Readonly<Record<About['from'], string>> = { made: '自制', taken: '发证机构签发' };

async function make(options: MakeOptions): Promise<void> {
  const port = readPort(options.port ?? defaultPort());
  const names = options.name === undefined ? undefined : readNames(options.name);
  const made = await makeCertificate(options.data, {
    names,
    newRoot: options.newRoot === true,
    now: new Date(),
  });
  const guide = await writeGuide(options.data, made, port);
  if (options.json === true) return printJson(factsOf(made.certificate.about, made.root));
  if (made.newRoot) printLine(guide);
  printAbout(made.certificate.about, made.root);
  const files = tlsFiles(options.data);
  if (made.newRoot) printLine(`根证书 ${files.root}；安装说明 ${files.guidePage} ，可打印。`);
  else printLine('根证书没有变，各设备不用重装；正在运行的服务一小时内换用新证书。');
}

async function writeGuide(data: string, { certificate, root }: Made, port: number): Promise<string> {
  const facts = {
    names: certificate.about.names,
    port,
    fingerprint: root.fingerprint256,
    until: new Date(root.validTo),
  };
  const text = guideText(facts);
  await writeFileWhole(tlsFiles(data).guide, text, OPEN);
  await writeFileWhole(tlsFiles(data).guidePage, guidePage(facts), OPEN);
  return text;
}

async function take(options: TakeOptions): Promise<void> {
  const { certificate, known } = await takeCertificate(options.data, {
    certificates: options.cert,
    key: options.key,
    names: options.name === undefined ? undefined : readNames(options.name),
    known: rootCertificates.map((pem) => new X509Certificate(pem)),
    now: new Date(),
  });
  if (options.json === true) return printJson({ ...factsOf(certificate.about), known });
  printAbout(certificate.about);
  if (!known)
    printLine(
      '证书链没有接到常见系统已信任的根证书：可能缺中间证书，请连同中间证书再装一次；单位自有的根证书，要先装到各设备上。',
    );
}

async function show(options: ShowOptions): Promise<void> {
  const certificate = await findCertificate(options.data);
  const root = await readRoot(tlsFiles(options.data).root);
  if (options.json === true) return printJson(certificate ? factsOf(certificate.about, root) : null);
  if (!certificate)
    return printLine(
      '还没有证书，服务只供本机访问。自制：fadu tls make --name 本机的名称或IP；装入正式证书：fadu tls take。',
    );
  printAbout(certificate.about, root);
}

function factsOf(about: About, root?: X509Certificate): object {
  const left = daysLeft(about, new Date());
  return {
    ...about,
    daysLeft: left,
    ...(about.from === 'made' && root
      ? { root: { fingerprint: root.fingerprint256, until: new Date(root.validTo) } }
      : {}),
  };
}

function printAbout(about: About, root?: X509Certificate): void {
  const now = new Date();
  printLine(`服务器证书（${FROM[about.from]}）：${namesText(withoutOwn(about.names))}`);
  printLine(`  有效期 ${dayText(about.since)} 至 ${dayText(about.until)}，还有${daysLeft(about, now)}天`);
  printLine(`  签发者 ${about.issuer}`);
  printLine(`  指纹(SHA-256) ${about.fingerprint}`);
  if (about.from === 'made' && root) {
    printLine(`  根证书有效期至 ${dayText(new Date(root.validTo))}`);
    printLine(`  根证书指纹(SHA-256) ${root.fingerprint256}`);
  }
  const soon = endingSoon(about, now);
  if (soon !== undefined) printLine(soon);
}

const dayText = (day: Date): string => day.toISOString().slice(0, 10);

/** `fadu tls`: the certificate under which the office network comes in. */
export function addTls(program: Command): void {
  const tls = program.command('tls').description('加密访问用的证书：自制、装入、查看');
  withData(tls.command('make'))
    .description('自制根证书和服务器证书，写出安装说明；再执行一次就是续期')
    .option('--name <名称>', '办公电脑访问用的主机名或IP地址，多个用逗号隔开；续期可不写')
    .option('--port <端口>', '安装说明里写的端口，默认取环境变量PORT，没有就用8080')
    .option('--new-root', '重做根证书，各设备要重新安装')
    .option('--json', '输出JSON')
    .action(make);
  withData(tls.command('take'))
    .description('装入发证机构签发的证书，先核对私钥、名称、日期和证书链')
    .requiredOption('--cert <files...>', '证书文件，含中间证书；可写多个')
    .requiredOption('--key <文件>', '私钥文件')
    .option('--name <名称>', '要核对证书里有没有的名称，多个用逗号隔开')
    .option('--json', '输出JSON')
    .action(take);
  withData(tls.command('show')).description('查看现用的证书').option('--json', '输出JSON').action(show);
}
