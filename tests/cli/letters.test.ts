import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFadu } from '../../src/main.ts';
import { fromBase64 } from '../../src/letters/bytes.ts';
import { sealLetter } from '../../src/letters/sealing.ts';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded.ts';
import { build } from '../faults/kill.ts';
import { expectRefusal, run, type Ran } from './run.ts';

const TOWN = '520581203000';
const PASSPHRASE = '青石 渡口 三月 白鹭 归来';
let folder: string;
let data: string;
let server: EmbeddedServer;
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  build();
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-letters-'));
  data = at('data');
  // Commands join a running database: quicker than starting it for each.
  server = await startEmbedded(data);
  const founded = ['--org', TOWN, '--name', '测试乡', '--account', 'sfs', '--person', '王某'];
  expect((await run(['found', ...founded, '--data', data])).code).toBe(0);
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const letters = (args: string[], input = ''): Promise<Ran> => run(['letters', ...args], { input });
const town = (args: string[], input = ''): Promise<Ran> => letters([...args, '--data', data], input);

async function makeKey(out: string): Promise<{ fingerprint: string; privateKey: string; publicKey: string }> {
  const made = await letters(
    ['key', '--office', '某县司法局', '--out', at(out), '--json'],
    `${PASSPHRASE}\n${PASSPHRASE}\n`,
  );
  expect(made.code, made.err).toBe(0);
  return JSON.parse(made.out) as { fingerprint: string; privateKey: string; publicKey: string };
}

/** As the browser and the server do it. */
async function write(number: string, publicKeyFile: string, fingerprint: string): Promise<void> {
  const { publicKey } = JSON.parse(await readFile(publicKeyFile, 'utf8')) as { publicKey: string };
  const fadu = await openFadu({ data });
  try {
    const letter = { number, day: '2026-11-26', who: '某某，副职', manner: '打电话要求不立案' };
    const sealed = await sealLetter(fromBase64(publicKey)!, TOWN, letter);
    await fadu.letters.send(TOWN, { fingerprint, sealed });
  } finally {
    await fadu.close();
  }
}

interface Opened {
  readonly letters: readonly { readonly number: string }[];
  readonly unopened: number;
}

async function opened(file: string, ...keys: string[]): Promise<Opened> {
  const ran = await letters(
    ['open', file, '--key', ...keys, '--json'],
    `${PASSPHRASE}\n`.repeat(keys.length),
  );
  return JSON.parse(ran.out) as Opened;
}

describe('fadu letters', { timeout: 300_000 }, () => {
  it('goes its whole way: key, acceptance, letter, export, opening, clearing, and a second key', async () => {
    const first = await makeKey('first');
    expect((await stat(first.privateKey)).mode & 0o777).toBe(0o600);
    expect(await readFile(first.privateKey, 'utf8')).not.toContain(PASSPHRASE);

    // Typed from the paper, in whatever way.
    const typed = first.fingerprint.toLowerCase().replaceAll(' ', '');
    const accepted = await town(['accept', first.publicKey, '--person', '王某'], `${typed}\n`);
    expect(accepted.code, accepted.err).toBe(0);
    expect(accepted.out).toContain(first.fingerprint);
    await write('aaaaaa', first.publicKey, first.fingerprint);

    const exported = await town(['export', at('one.json'), '--json']);
    expect(JSON.parse(exported.out)).toEqual({ file: at('one.json'), places: 16 });
    const shown = await letters(['open', at('one.json'), '--key', first.privateKey], `${PASSPHRASE}\n`);
    expect(shown.code, shown.err).toBe(0);
    expect(shown.out).toContain('测试乡（520581203000）：直报函1封');
    expect(shown.out).toContain('什么人干预（姓名、职务）：某某，副职');

    expectRefusal(await town(['export', at('one.json')]), 1, '没有覆盖');

    const second = await makeKey('second');
    const again = ['--person', '王某', '--fingerprint', second.fingerprint];
    expect((await town(['accept', second.publicKey, ...again])).code).toBe(0);
    await write('bbbbbb', second.publicKey, second.fingerprint);
    await town(['export', at('two.json')]);
    const both = await opened(at('two.json'), first.privateKey, second.privateKey);
    expect(both.letters.map(({ number }) => number).toSorted()).toEqual(['aaaaaa', 'bbbbbb']);
    expect(both.unopened).toBe(0);
    const one = await letters(['open', at('two.json'), '--key', second.privateKey], `${PASSPHRASE}\n`);
    expect([one.code, one.err]).toEqual([1, expect.stringContaining('另有16个位置打不开')]);

    expect((await town(['forget', at('two.json')])).code).toBe(0);
    await town(['export', at('three.json')]);
    expect(JSON.parse(await readFile(at('three.json'), 'utf8'))).toMatchObject({ places: [] });
    expectRefusal(await town(['forget', at('two.json')]), 1, '已经没有了');

    const listed = await town(['show', '--json']);
    expect(JSON.parse(listed.out)).toMatchObject([
      { fingerprint: second.fingerprint, acceptedBy: '王某', stoppedOn: null },
      { fingerprint: first.fingerprint, stoppedOn: expect.any(String) },
    ]);
    expect((await town(['stop'])).out).toContain('已停用');
    expectRefusal(await town(['stop']), 1, '没有在用的');
  });

  it('refuses what it can not do, in a sentence', async () => {
    const key = await makeKey('third');
    expectRefusal(await town(['accept', key.publicKey, '--person', '王某'], '0000 1111\n'), 1, '对不上');
    expectRefusal(await town(['accept', key.publicKey, '--person', '王某']), 1, '没有等到回答');
    expectRefusal(await town(['accept', key.privateKey, '--person', '王某']), 1, '不是县里的直报公钥文件');
    expectRefusal(await town(['accept', at('missing'), '--person', '王某']), 1, '打不开文件');
    expectRefusal(await town(['accept', key.publicKey]), 2, '--person');
    const anew = ['key', '--office', '某县司法局', '--out'];
    expectRefusal(await letters([...anew, at('third')]), 1, '没有覆盖');
    expect((await letters([...anew, at('short')], '短\n')).err).toContain('口令太短');
    expect((await letters([...anew, at('other')], `${PASSPHRASE}\n${PASSPHRASE}！\n`)).err).toContain(
      '不一样',
    );
    await writeFile(at('no.json'), '{"format":"fadu-letters","version":1,"places":["AAAA"]}');
    expectRefusal(await letters(['open', at('no.json'), '--key', key.privateKey]), 1, '不是直报函的导出文件');
    await writeFile(
      at('none.json'),
      JSON.stringify({ format: 'fadu-letters', version: 1, org: TOWN, name: '乡', places: [] }),
    );
    expectRefusal(await letters(['open', at('none.json'), '--key', key.publicKey]), 1, '不是直报私钥文件');
    expect(
      (await letters(['open', at('none.json'), '--key', key.privateKey], '不是这个口令吧？\n')).err,
    ).toContain('口令不对');
  });
});
