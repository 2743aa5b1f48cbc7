import { Refusal } from '../kernel/refusal.ts';

/** Bytes as text: UTF-8, UTF-16, what a page declares, else GB18030, which most offices' older files are in. */
export function decode(bytes: Uint8Array, name: string, declared?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return certain(tryDecode('utf-16le', bytes), name);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return certain(tryDecode('utf-16be', bytes), name);
  if (looksBinary(bytes)) return certain(withoutMark(bytes), name);
  const text = tryDecode('utf-8', bytes) ?? (declared === undefined ? null : tryDecode(declared, bytes));
  return text ?? certain(tryDecode('gb18030', bytes), name);
}

/** The encoding that a page's own head declares, where it declares one. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const label = /<meta\b[^>]{0,200}?\bcharset\s{0,5}=\s{0,5}["']?([\w-]{2,20})/i.exec(head)?.[1];
  // GBK and GB2312 are parts of it.
  return label !== undefined && /^gb/i.test(label) ? 'gb18030' : label;
}

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function certain(text: string | null, name: string): string {
  if (text !== null && !looksGarbled(text)) return text;
  throw new Refusal('bad-file', `“${name}”不是文本文件，或者编码无法识别。`, {
    next: '请用 UTF-8 或 GB18030 编码另存后再试。',
  });
}

/** Text has no zero bytes and hardly any control characters. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65536);
  let odd = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) odd++;
  }
  return odd * 100 > sample.length;
}

/** UTF-16 that lacks its mark: nearly all of it must be what Chinese reports are written in. */
function withoutMark(bytes: Uint8Array): string | null {
  if (bytes.length % 2 === 1) return null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = tryDecode(encoding, bytes);
    const sample = text?.slice(0, 20000) ?? '';
    const usual = sample.match(/[\t\r\n\x20-\x7e\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]/g);
    if ((usual?.length ?? 0) * 100 > sample.length * 95) return text;
  }
  return null;
}

/** GB18030 gives some character to almost any bytes; real text has few from the private and rare areas. */
function looksGarbled(text: string): boolean {
  const sample = text.slice(0, 20000);
  const odd = sample.match(/[^\P{Cc}\t\n\f\r]|[\p{Co}\ufffd]/gu)?.length ?? 0;
  return odd * 50 > sample.length;
}
