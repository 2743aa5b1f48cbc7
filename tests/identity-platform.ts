import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real identity platform on this machine: the OpenID provider of npm, with its own pages to sign in. */
export interface IdentityPlatform {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirect: string;
  /** Goes where the address leads as a browser of its own, signs in as `person`, and returns the address it is sent back to. */
  visit(url: string, person: string): Promise<string>;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'fadu', clientSecret: 'secret of the test, long enough for its purpose' };
const REDIRECT = 'http://127.0.0.1:9/api/v1/session/identity';

export async function startIdentityPlatform(): Promise<IdentityPlatform> {
  // The provider must know its own address before it is made.
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [REDIRECT],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['for this test only'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    ...CLIENT,
    redirect: REDIRECT,
    visit: (url, person) => visit(url, person),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Follows redirects and fills in the provider's forms, with cookies, until it is sent away from the provider. */
async function visit(start: string, person: string): Promise<string> {
  const cookies = new Map<string, string>();
  let [url, form]: [string, URLSearchParams | undefined] = [start, undefined];
  for (let step = 0; step < 20; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) {
      url = new URL(location, url).href;
      form = undefined;
      if (url.startsWith(REDIRECT)) return url;
      continue;
    }
    const page = await response.text();
    const [, action] = /<form[^>]* action="([^"]+)"/.exec(page) ?? [];
    const [, prompt] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
    if (action === undefined || prompt === undefined)
      throw new Error(`no form at ${url}: ${page.slice(0, 500)}`);
    url = new URL(action, url).href;
    form = new URLSearchParams({ prompt, login: person, password: 'any' });
  }
  throw new Error('the provider never sent us back');
}
