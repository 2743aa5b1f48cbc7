import { readFileSync } from 'node:fs';
import { Refusal } from '../kernel/index.ts';
import { isLoopback } from './network.ts';

/** A unified identity platform (统一身份平台) that speaks OpenID Connect. */
export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The address of ours that the platform sends people back to, as it is registered there. */
  readonly redirect: URL;
  /** What the sign-in page calls it. */
  readonly label: string;
}

const NAMES = ['FADU_OIDC_ISSUER', 'FADU_OIDC_CLIENT_ID', 'FADU_OIDC_REDIRECT'] as const;
const SECRET = 'FADU_OIDC_CLIENT_SECRET';
const SECRET_FILE = 'FADU_OIDC_CLIENT_SECRET_FILE';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; undefined where there are none. Half of them, or what can't be meant, is refused at the start. */
export function readOidc(env: Environment): OidcSettings | undefined {
  const given = [...NAMES, SECRET, SECRET_FILE].filter((name) => env[name]);
  if (given.length === 0) return undefined;
  const missing = NAMES.find((name) => !env[name]);
  if (missing) throw wrong(`设置了${given[0]}，还要设置${missing}`);
  const [issuer, clientId, redirect] = NAMES.map((name) => env[name]!) as [string, string, string];
  return {
    issuer: readAddress(NAMES[0], issuer),
    clientId,
    clientSecret: readSecret(env),
    redirect: readAddress(NAMES[2], redirect),
    label: env['FADU_OIDC_LABEL'] || '统一身份',
  };
}

function wrong(said: string): Refusal {
  return new Refusal('environment', `统一身份登录没有设置好：${said}。`, {
    next: '不用统一身份登录，请去掉所有以 FADU_OIDC_ 开头的环境变量。',
  });
}

function readAddress(name: string, text: string): URL {
  if (!URL.canParse(text)) throw wrong(`${name}不是网址`);
  const url = new URL(text);
  // A sign-in that somebody on the way can read or change is none.
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw wrong(`${name}应以https://开头`);
}

function readSecret(env: Environment): string {
  const [text, file] = [env[SECRET], env[SECRET_FILE]];
  if (text && file) throw wrong(`${SECRET}和${SECRET_FILE}只能设置一个`);
  const secret = text ?? (file ? readFile(file) : '');
  if (secret.trim() === '') throw wrong(`缺少${SECRET}或${SECRET_FILE}`);
  return secret.trim();
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw wrong(`读不出${SECRET_FILE}所写的文件`);
  }
}
