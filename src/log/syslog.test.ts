import { createSocket, type Socket } from 'node:dgram';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from './log.ts';
import { openSyslog, readSyslog } from './syslog.ts';

let receiver: Socket;
let port: number;
let got: string[];
let folder: string;
beforeEach(async () => {
  got = [];
  receiver = createSocket('udp4');
  receiver.on('message', (message) => got.push(message.toString('utf8')));
  await new Promise<void>((resolve) => receiver.bind(0, '127.0.0.1', resolve));
  port = receiver.address().port;
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-syslog-'));
});
afterEach(async () => {
  receiver.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a log that goes elsewhere too', () => {
  it('sends each line by RFC 5424, the same that stands in the file', async () => {
    const broken: unknown[] = [];
    const fail = (error: unknown): void => void broken.push(error);
    const now = new Date('2026-11-25T15:59:00Z');
    const elsewhere = openSyslog({ host: '127.0.0.1', port }, fail);
    const log = openLog(folder, { keepDays: 200, broken: fail, now: () => now, elsewhere });
    for (let daysLeft = 1; daysLeft <= 20; daysLeft += 1) log.write({ event: 'certificate', daysLeft });
    await log.close();
    await expect.poll(() => got.length).toBe(20);
    const parts = got.map((text) => /^<134>1 (\S+) \S+ fadu \d+ - - (\{.*\})$/.exec(text));
    expect(parts[0]?.[1]).toBe('2026-11-25T15:59:00.000Z');
    const kept = await readFile(path.join(folder, 'fadu-2026-11-25-1.jsonl'), 'utf8');
    expect(parts.map((part) => part?.[2])).toEqual(kept.trim().split('\n'));
    expect(broken).toEqual([]);
  });

  it('goes on writing its file where the other machine has no address, and says so once', async () => {
    const broken: unknown[] = [];
    const elsewhere = openSyslog({ host: 'nowhere.invalid', port: 514 }, (error) => broken.push(error));
    const log = openLog(folder, { keepDays: 200, broken: (error) => broken.push(error), elsewhere });
    for (let i = 0; i < 3; i += 1) log.write({ event: 'stop' });
    await log.close();
    expect(broken).toHaveLength(1);
  });
});

describe('where it goes', () => {
  it('is an address and a port, or nowhere', () => {
    expect(readSyslog({})).toBeUndefined();
    expect(readSyslog({ FADU_SYSLOG: '' })).toBeUndefined();
    expect(readSyslog({ FADU_SYSLOG: 'udp://10.0.0.9' })).toEqual({ host: '10.0.0.9', port: 514 });
    expect(readSyslog({ FADU_SYSLOG: 'udp://[::1]:5140' })).toEqual({ host: '::1', port: 5140 });
    for (const wrong of ['10.0.0.9', 'tcp://10.0.0.9', 'udp://', 'udp://a:b@c', 'udp://h:0', 'udp://h/x'])
      expect(() => readSyslog({ FADU_SYSLOG: wrong }), wrong).toThrow(
        expect.objectContaining({ code: 'environment' }),
      );
  });
});
