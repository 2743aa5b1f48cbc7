import { readFileSync } from 'node:fs';
import { Refusal } from '../kernel/index.ts';
import { readNetworks, type Networks } from '../people/network.ts';

/** Where deliveries may go beside the internet. An office's own systems stand in an intranet: it names them. */
export interface WebhookSettings {
  /** Addresses of the intranet that may be reached, whatever name leads there. */
  readonly networks: Networks;
  /** Names that may lead into private networks; never to this machine or a link's own addresses. */
  readonly hosts: readonly string[];
  /** May a program on this machine be told, also without TLS? */
  readonly loopback: boolean;
  /** Certificates of the intranet's own authority, PEM; believed beside the well-known ones. */
  readonly ca?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads what the deployment allows; without any of it deliveries go to public addresses over https alone. */
export function readWebhooks(env: Environment): WebhookSettings {
  const file = env['FADU_WEBHOOK_CA'];
  return {
    networks: readNetworks(env['FADU_WEBHOOK_NETWORK'] ?? ''),
    hosts: readHosts(env['FADU_WEBHOOK_HOST'] ?? ''),
    loopback: readYes('FADU_WEBHOOK_LOOPBACK', env['FADU_WEBHOOK_LOOPBACK']),
    ...(file ? { ca: readCertificates(file) } : {}),
  };
}

function wrong(said: string, next: string): Refusal {
  return new Refusal('environment', `回调没有设置好：${said}。`, { next });
}

function readHosts(text: string): string[] {
  const hosts = text.split(/[\s,，;；]+/).filter((piece) => piece !== '');
  const odd = hosts.find((host) => !/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(host));
  if (odd === undefined) return hosts.map((host) => host.toLowerCase());
  throw wrong(
    `FADU_WEBHOOK_HOST里的“${odd}”不是主机名`,
    '只写主机名，如 exchange.example.cn，不带https://和端口；网段请写在FADU_WEBHOOK_NETWORK里。',
  );
}

function readYes(name: string, text = ''): boolean {
  if (text === '' || text === '0') return false;
  if (text === '1') return true;
  throw wrong(`${name}只能是1或0`, '要向本机的程序投递，请写1；不要，请去掉它。');
}

function readCertificates(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch {
    // Said below, like a file that holds something else.
  }
  throw wrong('FADU_WEBHOOK_CA所写的文件里没有证书', '请写内网根证书（PEM格式）的文件名。');
}
