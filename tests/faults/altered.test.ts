import { cp, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantOf, type Day } from '../../src/kernel/index.ts';
import { openFadu, type Fadu } from '../../src/main.ts';
import { found } from '../../src/records/founding.ts';
import { oneOrganisation } from '../../src/store/connection.ts';
import { entriesOf, expectRefusal, run } from '../cli/run.ts';
import { build, ORG } from './kill.ts';

let folder: string;
let data: string;
/** Keeps the database running beside the commands. */
let fadu: Fadu;
let now = instantOf('2024-01-02' as Day, '09:00');
const clock = (): Date => now;

/** A demo township in a real data folder, with personal values and a file; its clock is ours. */
beforeAll(async () => {
  build();
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-altered-'));
  data = path.join(folder, 'data');
  fadu = await openFadu({ data });
  const accounts = [{ account: 'sfs', name: '某某', posts: ['judicial-office'] as const }];
  const request = { org: ORG, name: '试验乡(演示)', villages: ['柳树村'], accounts, demo: true };
  await found(fadu, request, clock);
  await dispute('2024-06-03', 'first');
  await meeting('2024-06-04');
});
afterAll(async () => {
  await fadu.close();
  await rm(folder, { recursive: true, force: true });
});

const actor = { account: 'sfs', post: 'judicial-office' } as const;

function dispute(on: string, idempotencyKey: string, at = instantOf(on as Day, '12:00')) {
  now = at;
  const values = { title: '试验纠纷', type: 'land', channel: 'village', parties: [{ name: '某某' }] };
  return fadu
    .records(clock)
    .start({ org: ORG, actor, kind: 'dispute', step: 'report', occurredOn: on, idempotencyKey, values });
}

async function meeting(on: string) {
  now = instantOf(on as Day, '12:00');
  const minutes = await fadu.files.put(ORG, '会议记录.txt', Buffer.from('会议记录的内容'));
  const agenda = [{ subject: 'civil-code', topic: '民法典相邻关系' }];
  const values = { title: '干部职工大会', forum: 'staff-assembly', agenda, minutes };
  return fadu.records(clock).start({
    org: ORG,
    actor,
    kind: 'gathering',
    step: 'hold',
    occurredOn: on,
    idempotencyKey: 'minutes',
    values,
  });
}

const verify = () => run(['verify', '--data', data]);

describe('a clock that jumps back', () => {
  it('never lowers the time of the ledger', async () => {
    await dispute('2024-06-10', 'later');
    await dispute('2024-06-01', 'jumped', instantOf('2024-06-01' as Day, '08:00'));
    await dispute('2024-06-11', 'onward');
    const rows = await fadu.store.read(oneOrganisation(ORG), (tx) =>
      tx.query<{ recorded_at: Date }>(
        'times',
        'SELECT recorded_at FROM entry WHERE org_code = $1 ORDER BY seq',
        [ORG],
      ),
    );
    const times = rows.map((row) => row.recorded_at.toISOString());
    expect(times).toEqual(times.toSorted());
    // The one that jumped stands at its predecessor's time, and says truly when it happened.
    expect(times.at(-2)).toBe(times.at(-3));
    expect(await entriesOf(data)).toBe(rows.length);
  });
});

/** The one file below a folder that there is. */
async function onlyFile(where: string): Promise<string> {
  const found = await readdir(where, { recursive: true, withFileTypes: true });
  const files = found.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
  expect(files).toHaveLength(1);
  return files[0] ?? '';
}

describe('fadu verify names', () => {
  let keys: string;
  let minutes: string;
  beforeEach(async () => {
    keys = await onlyFile(path.join(data, 'keys/values'));
    minutes = await onlyFile(path.join(data, 'files'));
    expect((await verify()).code).toBe(0);
  });

  /** Spoils a file, asks, and puts it back as it was. */
  async function spoilt(file: string, spoil: (file: string) => Promise<void>, says: RegExp): Promise<void> {
    await cp(file, `${folder}/kept`);
    await spoil(file);
    try {
      expectRefusal(await verify(), 1, says);
    } finally {
      await cp(`${folder}/kept`, file);
    }
  }

  it('a key file that is missing, cut short, or another', async () => {
    await spoilt(keys, (file) => rm(file), /账本第2条有问题：“holder”的个人信息或它的密钥缺失/);
    await spoilt(keys, (file) => truncate(file, 40), /账本第2条有问题：.*密钥缺失/);
    await spoilt(keys, (file) => truncate(file, 48), /账本第4条有问题：.*密钥缺失/);
    const other = async (file: string): Promise<void> => {
      const bytes = await readFile(file);
      bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
      await writeFile(file, bytes);
    };
    await spoilt(keys, other, /账本第2条有问题：.*与承诺值不符/);
    await rename(path.dirname(keys), `${folder}/moved`);
    expectRefusal(await verify(), 1, /密钥缺失/);
    await rm(path.dirname(keys), { recursive: true });
    await rename(`${folder}/moved`, path.dirname(keys));
  });

  it('a file that is altered, cut short or gone', async () => {
    const says = /账本第5条有问题：附件“会议记录\.txt”缺失或被改动/;
    await spoilt(minutes, (file) => writeFile(file, '会议记录的内客'), says);
    await spoilt(minutes, (file) => truncate(file, 3), says);
    await spoilt(minutes, (file) => rm(file), says);
  });
});

describe('a signing key', () => {
  it('that is cut short, or a note kept beside it that is altered, is refused in one sentence', async () => {
    const checkpoint = await run(['checkpoint', '--data', data]);
    expect(checkpoint).toMatchObject({ code: 0, err: '' });
    const names = await readdir(path.join(data, 'keys'));
    const file = (start: string): string =>
      path.join(data, 'keys', names.find((name) => name.startsWith(start)) ?? '');
    for (const [name, says] of [
      [file('checkpoints-'), /检查点的签名不成立/],
      [file('checkpoint-'), /签名密钥文件“checkpoint-.*已损坏/],
    ] as const) {
      const whole = await readFile(name);
      await writeFile(name, whole.subarray(0, whole.length / 2));
      expectRefusal(await verify(), 1, says);
      await writeFile(name, whole);
    }
    expect((await verify()).code).toBe(0);
  });
});
