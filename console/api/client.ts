import type { Problem, Uploaded } from './shapes.ts';

const BASE = '/api/v1';

/** The server said no, in a sentence for the person at the counter. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Nothing came back: no network, or the server is away. What was typed is where it was. */
export class Unreached extends Error {
  constructor() {
    super('连不上服务器，刚才没有办成。');
  }
}

type Listener = () => void;
let tellSignedOut: Listener = () => undefined;

/** Who is told when the session turns out to have ended. */
export function onSignedOut(listener: Listener): void {
  tellSignedOut = listener;
}

export interface Asking {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** An address below the API with its query; what is undefined or empty stays out. */
export function addressOf(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== '') search.append(name, String(each));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
export type QueryValue = string | number | boolean | undefined | readonly string[];

/** One request. Throws `Refused` or `Unreached`; tells when the session has ended, once for each request that met it. */
export async function call<T>(method: string, path: string, asking: Asking = {}): Promise<T> {
  const response = await ask(method, path, asking);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function ask(method: string, path: string, { body, headers, signal }: Asking): Promise<Response> {
  const response = await fetch(`${BASE}${path}`, {
    method,
    credentials: 'same-origin',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreached();
  });
  if (response.ok) return response;
  throw await refusalOf(response);
}

async function refusalOf(response: Response): Promise<Error> {
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
  if (problem?.detail === undefined) return new Unreached();
  if (problem.code === 'not-signed-in') tellSignedOut();
  return new Refused(problem);
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  call<T>('GET', path, signal ? { signal } : {});

/** Uploads a file for a field of an act to come; `onProgress` is told a share from 0 to 1. */
export function upload(
  org: string,
  file: Blob & { readonly name: string },
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(`${BASE}/${org}/files`, { name: file.name }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', newId());
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('error', () => reject(new Unreached()));
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    request.addEventListener('load', () => {
      if (request.status === 201) return resolve(request.response as Uploaded);
      const problem = request.response as Problem | null;
      if (problem?.code === 'not-signed-in') tellSignedOut();
      return reject(problem?.detail === undefined ? new Unreached() : new Refused(problem));
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** A stored file's content, with a type that a browser can show. */
export async function download(path: string, type: string): Promise<Blob> {
  return new Blob([await (await ask('GET', path, {})).arrayBuffer()], { type });
}

/** A table that an act answers with. */
export async function callForTable(path: string, asking: Asking): Promise<Blob> {
  return new Blob([await (await ask('POST', path, asking)).arrayBuffer()], {
    type: 'text/csv;charset=utf-8',
  });
}

/** A random UUID; `crypto.randomUUID` is younger than the browsers that we serve. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
