import { createHash } from 'node:crypto';
import { Refusal } from '../kernel/index.ts';
import { COMMON_HASHES, HASH_BYTES } from './common-passwords.ts';

/** OWASP ASVS 5.0, 6.2: at least 8, better 15; any characters; no forced change by date. See docs/decisions/0009. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

/** What a password must not contain. */
export interface Owner {
  readonly org: string;
  readonly organisation: string;
  readonly account: string;
}

/** One password however it was typed: composed characters (NFC), as NIST SP 800-63B-4 says; nothing else is changed. */
export function readPassword(typed: string): string {
  return typed.normalize('NFC');
}

/** Refuses a password that others would guess. `password` as `readPassword` gives it. */
export function assertPassword(password: string, owner: Owner): void {
  const problem = problemOf(password, owner);
  if (problem === undefined) return;
  throw new Refusal('invalid-value', `这个密码不能用：${problem}。`, {
    field: 'password',
    next: `请换一个${SHORTEST_PASSWORD}个字以上的密码，可以是几个不相干的词连起来；不必定期更换。`,
  });
}

function problemOf(password: string, owner: Owner): string | undefined {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return `少于${SHORTEST_PASSWORD}个字`;
  if (length > LONGEST_PASSWORD) return `多于${LONGEST_PASSWORD}个字`;
  if (new Set(password).size < 4) return '只有几个字反复出现';
  const plain = password.normalize('NFKC').toLowerCase();
  if (ownWords(owner).some((word) => plain.includes(word))) return '里面有账号或机构的名称、代码';
  if (isCommon(plain) || isCommon(plain.replace(/[^\p{L}\p{N}]+$/u, ''))) return '太常见，很多人都在用';
  if (/^\d+$/.test(plain) && length <= 18) return '只是一个号码';
  if (/^[a-z]{1,12}[^a-z\d]?(?:(?:19|20)?\d{2})(?:0\d|1[0-2])(?:[0-2]\d|3[01])[^a-z\d]?$/.test(plain))
    return '像是姓名拼音加出生日期';
  if (withoutHabits(plain).length < 5) return '只由常用的词、数字和键盘顺序拼成';
  return undefined;
}

/** The organisation also by its place name alone: 铁石 of 铁石苗族彝族乡(演示). */
function ownWords({ org, organisation, account }: Owner): string[] {
  const name = organisation.replace(/[(（].*$/, '');
  const words = [org, org.slice(0, 6), name, name.slice(0, 2), account];
  return words.map((word) => word.normalize('NFKC').toLowerCase()).filter((word) => [...word].length >= 2);
}

const COMMON = new Set(
  Array.from({ length: COMMON_HASHES.length / HASH_BYTES }, (_, at) =>
    COMMON_HASHES.readUInt32BE(at * HASH_BYTES),
  ),
);

function isCommon(plain: string): boolean {
  return COMMON.has(createHash('sha256').update(plain).digest().readUInt32BE());
}

/** Words that people here take for passwords: each is as good as one letter. */
const HABITS = `
  wodemima mima woaini woaiwojia aini nihao zhongguo beijing guizhou guiyang bijie qianxi xiangzhengfu zhenzhengfu
  zhengfu sifasuo sifaju sifa fazhi fadu bangongshi guanliyuan caonima laopo laogong baobao tiantian jiayou wangluo
  administrator admin password passw0rd p@ssw0rd passwd root user test demo guest login system welcome hello iloveyou
  love china wechat weixin alipay 7758521 5201314 1314520 1314521 147258369 159357 1314 520 521 168 518
  政府 司法所 司法 法治 法度 办公室 密码 我爱你 我爱 中国 你好 管理员`
  .trim()
  .split(/\s+/)
  .toSorted((a, b) => b.length - a.length);

/** Along rows and columns of the keyboard, the alphabet and the digits; also backwards. */
const TRACKS = `
  01234567890 abcdefghijklmnopqrstuvwxyz qwertyuiop[] asdfghjkl; zxcvbnm,./ !@#$%^&*() 147258369 123qweasdzxc
  1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/ qazwsxedcrfvtgbyhnujmikolp q1w2e3r4t5y6u7i8o9p0 1q2w3e4r5t6y7u8i9o0p
  !qaz@wsx#edc$rfv a1b2c3d4e5f6`
  .trim()
  .split(/\s+/)
  .flatMap((track) => [track, [...track].toReversed().join('')]);

/** What is left when words, numbers and runs out of habit are taken away. */
function withoutHabits(plain: string): string {
  let rest = plain;
  for (const word of HABITS) rest = rest.replaceAll(word, '\n');
  rest = rest
    .replace(/(?:19|20)\d{2}(?:0[1-9]|1[0-2])?(?:[0-2]\d|3[01])?/g, '\n')
    .replace(/(.+?)\1{2,}/gu, '\n');
  return withoutRuns(rest).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Three or more steps along a track. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    const run = runAt(text, at);
    rest += run < 3 ? text.slice(at, at + 1) : '\n';
    at += run < 3 ? 1 : run;
  }
  return rest;
}

function runAt(text: string, at: number): number {
  let longest = 0;
  for (let length = 3; at + length <= text.length; length++) {
    const piece = text.slice(at, at + length);
    if (!TRACKS.some((track) => track.includes(piece))) break;
    longest = length;
  }
  return longest;
}
