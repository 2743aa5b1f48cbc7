import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../../src');

/** Imports point one way: a room may import itself and what its line names. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // words
  kernel: [],
  // law
  law: ['kernel'],
  // duties; a duty room imports no other duty room, see below
  duties: ['kernel', 'law'],
  // machinery
  checker: ['kernel'],
  reading: ['kernel'],
  marking: ['kernel', 'checker', 'reading'],
  store: ['kernel'],
  tls: ['kernel'],
  log: ['kernel', 'law'],
  web: ['kernel'],
  people: ['kernel', 'law', 'duties', 'store'],
  ledger: ['kernel', 'law', 'store', 'people'],
  records: ['kernel', 'law', 'duties', 'store', 'people', 'ledger'],
  figures: ['kernel', 'law', 'duties', 'store', 'people', 'ledger', 'records'],
  report: ['kernel', 'law', 'duties', 'store', 'people', 'ledger', 'records', 'figures', 'checker'],
  // a township's year, invented: it acts like a door, through the write path
  demo: ['kernel', 'law', 'duties', 'store', 'people', 'ledger', 'records'],
  // to other systems
  webhooks: ['kernel', 'law', 'duties', 'store', 'people'],
  // to the county alone
  letters: ['kernel', 'store'],
  // doors
  api: [
    'kernel',
    'law',
    'duties',
    'checker',
    'reading',
    'marking',
    'store',
    'people',
    'ledger',
    'records',
    'figures',
    'report',
    'web',
    'webhooks',
    'letters',
  ],
  site: [
    'kernel',
    'law',
    'duties',
    'checker',
    'reading',
    'marking',
    'store',
    'people',
    'ledger',
    'records',
    'figures',
    'report',
    'web',
  ],
  // the staff console's page and files; its source is in console/
  console: ['kernel', 'web'],
  cli: [
    'kernel',
    'law',
    'duties',
    'checker',
    'reading',
    'marking',
    'store',
    'people',
    'ledger',
    'records',
    'figures',
    'report',
    'api',
    'site',
    'console',
    'demo',
    'log',
    'tls',
    'webhooks',
    'letters',
    // doors, too: the file that puts everything together
    'main.ts',
    'server.ts',
  ],
};

/** They also run in a browser. */
const WITHOUT_NODE = ['kernel', 'law', 'duties', 'checker', 'letters'];
/** What speaks to the outside, and the rooms that may. */
const OUTSIDE: readonly { readonly what: RegExp; readonly rooms: readonly string[] }[] = [
  { what: /^pg$/, rooms: ['store'] },
  // It fetches from the identity platform.
  { what: /^openid-client$/, rooms: ['people'] },
  {
    what: /^(fastify|@fastify\/.*|undici|node:(http2?|https|tls))$/,
    rooms: ['api', 'site', 'console', 'cli', 'log', 'web', 'webhooks'],
  },
  { what: /^node:net$/, rooms: ['store', 'api', 'site', 'cli', 'log', 'webhooks'] },
  // Names are resolved where it is then looked at what they lead to.
  { what: /^node:(dns(\/promises)?|dgram)$/, rooms: ['cli', 'log', 'webhooks'] },
];

interface Import {
  /** `records/act.ts` */
  readonly file: string;
  readonly target: string;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file));
const product = files.filter((file) => !/\.test\.tsx?$/.test(file));
const imports = product.flatMap((file) => importsOf(file));

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(src, file), 'utf8');
  const found = text.matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm,
  );
  return [...found].map((match) => ({ file, target: match[1] ?? match[2] ?? '' }));
}

const roomOf = (file: string): string => file.split('/')[0] ?? '';

/** The file in `src` that an import means; undefined for packages. */
function inside({ file, target }: Import): string | undefined {
  return target.startsWith('.')
    ? path.posix.normalize(path.posix.join(path.posix.dirname(file), target))
    : undefined;
}

const say = ({ file, target }: Import): string => `${file} imports ${target}`;

describe('the house', () => {
  it('has files and imports to look at', () => {
    expect(product.length).toBeGreaterThan(10);
    expect(imports.map(say)).toContain('store/embedded.ts imports ./server-user.ts');
  });

  it('has only rooms that the plan knows', () => {
    const rooms = new Set(product.filter((file) => file.includes('/')).map(roomOf));
    expect([...rooms].filter((room) => MAY_IMPORT[room] === undefined)).toEqual([]);
  });

  it('lets imports point one way', () => {
    const wrong = imports.filter((one) => {
      const target = inside(one);
      if (target === undefined || !one.file.includes('/')) return false;
      const [from, to] = [roomOf(one.file), roomOf(target)];
      return from !== to && !(MAY_IMPORT[from] ?? []).includes(to);
    });
    expect(wrong.map(say)).toEqual([]);
  });

  it('keeps the nine duty rooms apart', () => {
    const duty = (file: string): string | undefined => /^duties\/([^/]+)\//.exec(file)?.[1];
    const wrong = imports.filter((one) => {
      const [from, to] = [duty(one.file), duty(inside(one) ?? '')];
      return from !== undefined && to !== undefined && from !== to;
    });
    expect(wrong.map(say)).toEqual([]);
  });

  it('keeps Node out of what also runs in a browser', () => {
    const wrong = imports.filter(
      (one) => one.target.startsWith('node:') && WITHOUT_NODE.includes(roomOf(one.file)),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  it('reaches database and network only through the store and the doors', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        file.includes('/') &&
        OUTSIDE.some(({ what, rooms }) => what.test(target) && !rooms.includes(roomOf(file))),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  it('is at most three folders deep', () => {
    expect(files.filter((file) => file.split('/').length > 4)).toEqual([]);
  });

  it('names no path of a machine', () => {
    const machine = /['"`](?:\/(?:work|home|root|Users|mnt|var|opt|srv)\/|[A-Z]:\\\\)/;
    const wrong = files.filter((file) => machine.test(readFileSync(path.join(src, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('uses kebab-case and keeps each test beside its file', () => {
    expect(
      files.filter((file) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.test|\.fixture)?\.tsx?$/.test(file)),
    ).toEqual([]);
  });
});
