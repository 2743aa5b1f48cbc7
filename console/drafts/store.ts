import { get } from '../api/client.ts';

/**
 * Drafts (草稿) of forms, kept in this browser until the act is done. Office PCs are shared: a draft is encrypted with a
 * key that the server gives to its writer alone, so the next person at the PC can't read it.
 */
export interface Draft {
  /** What was typed; names as in the form. */
  readonly values: Readonly<Record<string, unknown>>;
  /** When it was last changed, ISO. */
  readonly at: string;
  /** For the list of unfinished drafts: where the form is, and what it is. */
  readonly path: string;
  readonly label: string;
}

const PREFIX = 'fadu-draft:';
let key: Promise<CryptoKey> | undefined;

async function importKey(): Promise<CryptoKey> {
  const { key: text } = await get<{ key: string }>('/session/draft-key');
  const raw = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function draftKey(): Promise<CryptoKey> {
  key ??= importKey().catch((error: unknown) => {
    key = undefined;
    throw error;
  });
  return key;
}

/** When somebody leaves: the next one gets a key of their own. */
export function forgetDraftKey(): void {
  key = undefined;
}

/** Where a form's draft lies; one for each person, form and record. */
export function draftName(org: string, account: string, path: string): string {
  return `${PREFIX}${org}:${account}:${path}`;
}

const toText = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export async function saveDraft(name: string, draft: Draft): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(draft));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await draftKey(), plain);
  localStorage.setItem(name, `${toText(iv)}.${toText(new Uint8Array(sealed))}`);
}

/** The draft under a name; undefined where there is none, or it can't be read. */
export async function readDraft(name: string): Promise<Draft | undefined> {
  const [iv, sealed] = (localStorage.getItem(name) ?? '').split('.');
  if (!iv || !sealed) return undefined;
  try {
    const opening = { name: 'AES-GCM', iv: toBytes(iv) };
    const plain = await crypto.subtle.decrypt(opening, await draftKey(), toBytes(sealed));
    return JSON.parse(new TextDecoder().decode(plain)) as Draft;
  } catch (error) {
    // Half written by a browser that was killed, or sealed with a key that is gone.
    if (error instanceof DOMException || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function dropDraft(name: string): void {
  localStorage.removeItem(name);
}

/** One's own drafts here, the newest first. */
export async function listDrafts(
  org: string,
  account: string,
): Promise<(Draft & { readonly name: string })[]> {
  const start = draftName(org, account, '');
  const names = Object.keys(localStorage).filter((name) => name.startsWith(start));
  const read = await Promise.all(names.map(async (name) => ({ name, draft: await readDraft(name) })));
  return read
    .flatMap(({ name, draft }) => (draft ? [{ ...draft, name }] : []))
    .sort((a, b) => b.at.localeCompare(a.at));
}
