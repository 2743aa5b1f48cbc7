/** How a visitor wants pages shown. Chosen by a plain link, kept by a cookie: no script is needed. */
export interface Preferences {
  readonly size: 'normal' | 'large';
  readonly contrast: 'normal' | 'high';
}

export type Preference = keyof Preferences;

export const DEFAULTS: Preferences = { size: 'normal', contrast: 'normal' };

const CHOICES: { readonly [K in Preference]: readonly Preferences[K][] } = {
  size: ['normal', 'large'],
  contrast: ['normal', 'high'],
};

function chosen<K extends Preference>(name: K, value: unknown): Preferences[K] | undefined {
  return CHOICES[name].find((choice) => choice === value);
}

/** Under TLS with the prefix that binds a cookie to this host; browsers refuse it without. */
const HOST = '__Host-';

function readCookie(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name || key === `${HOST}${name}`)?.[1];
}

/** What the address asks for, then what the cookie remembers; where cookies are refused the address still works. */
export function readPreferences(
  query: Readonly<Record<string, unknown>>,
  cookie: string | undefined,
): Preferences {
  const read = <K extends Preference>(name: K): Preferences[K] =>
    chosen(name, query[name]) ?? chosen(name, readCookie(cookie, name)) ?? DEFAULTS[name];
  return { size: read('size'), contrast: read('contrast') };
}

const ONE_YEAR = 31_536_000;

/** Cookies for what the address asked for. They hold a choice and nothing that tells one visitor from another. */
export function preferenceCookies(query: Readonly<Record<string, unknown>>, secure: boolean): string[] {
  const [prefix, mark] = secure ? [HOST, '; Secure'] : ['', ''];
  return (['size', 'contrast'] as const).flatMap((name) => {
    const value = chosen(name, query[name]);
    return value
      ? [`${prefix}${name}=${value}; Path=/; Max-Age=${ONE_YEAR}; HttpOnly; SameSite=Lax${mark}`]
      : [];
  });
}

/** The same page with one preference changed. */
export function linkWith(url: string, name: Preference, value: string): string {
  const { pathname, searchParams } = new URL(url, 'http://site.invalid');
  for (const each of ['size', 'contrast']) searchParams.delete(each);
  searchParams.set(name, value);
  return `${pathname}?${searchParams.toString()}`;
}
