import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildConsole } from '../scripts/build-console.mjs';
import { DEMO_ORG } from '../src/demo/demo.ts';
import { tlsFiles } from '../src/tls/certificate.ts';
import { makeCertificate } from '../src/tls/make.ts';
import { readNames } from '../src/tls/names.ts';

const root = path.resolve(import.meta.dirname, '..');
/** Beside the packages, which stay outside the bundle. */
const place = path.join(root, 'node_modules/.cache', `fadu-serve-${process.pid}`);
let data: string;
const running = new Set<ChildProcess>();

const ENTRY = `
  import { Command } from 'commander';
  import { addServe } from './cli/serve.ts';
  import { Refusal } from './kernel/index.ts';
  const program = new Command('fadu');
  addServe(program);
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(error.message + error.detail.next);
    process.exitCode = 1;
  }`;

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'fadu-serve-'));
  await mkdir(place, { recursive: true });
  await cp(path.join(root, 'src/store/migrations'), path.join(place, 'migrations'), { recursive: true });
  await build({
    stdin: { contents: ENTRY, resolveDir: path.join(root, 'src'), loader: 'ts' },
    outfile: path.join(place, 'serve.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    loader: { '.sql': 'text' },
  });
  // The thread that checks reports, beside the program as the real build lays it.
  await writeFile(path.join(place, 'package.json'), '{"type":"module"}');
  await build({
    entryPoints: [path.join(root, 'src/cli/check-worker.ts')],
    outfile: path.join(place, 'check-worker.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  await buildConsole(build, path.join(place, 'console'));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(place, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
});

interface Serving {
  readonly child: ChildProcess;
  readonly exited: Promise<{ code: number | null; output: string }>;
  /** The address it prints. */
  readonly address: Promise<string>;
}

function serve(...args: string[]): Serving {
  const child = spawn(process.execPath, [path.join(place, 'serve.mjs'), 'serve', '--data', data, ...args]);
  running.add(child);
  let output = '';
  const address = new Promise<string>((resolve) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /https?:\/\/\S+/.exec(output)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const exited = once(child, 'close').then(([code]) => {
    running.delete(child);
    return { code: code as number | null, output };
  });
  return { child, exited, address };
}

it(
  'the first start makes the demo township; SIGTERM stops in order; the next start is quick',
  { timeout: 240_000 },
  async () => {
    const first = serve('--port', '0');
    const address = await first.address;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const front = await (await fetch(address)).text();
    expect(front).toContain('样稿·数据虚构');
    const org = /href="\/(\d{12})\/"/.exec(front)?.[1];
    const report = await (await fetch(`${address}/${org}/report/2024`)).text();
    expect(report.match(/class="figure"/g)?.length).toBeGreaterThan(40);
    const form = new FormData();
    form.append('text', '全年立案9件，其中甲类3件、乙类2件、其他类5件。');
    const checked = await fetch(`${address}/check`, { method: 'POST', body: form });
    expect(checked.status).toBe(200);
    expect(await checked.text()).toContain('3+2+5=10件');
    first.child.kill('SIGTERM');
    const { code, output } = await first.exited;
    expect(code, output).toBe(0);
    expect(output).toContain('第一次启动');
    const password = /密码：(\S+)/.exec(output)?.[1];
    expect(password).toMatch(/^\w{4}-\w{4}-\w{4}$/);

    const began = Date.now();
    const second = serve('--port', '0');
    expect((await fetch(await second.address)).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(10_000);
    second.child.kill('SIGINT');
    const again = await second.exited;
    expect(again.code).toBe(0);
    expect(again.output).not.toContain('第一次启动');
    expect(again.output).toContain(password);

    // Others than this machine's users come in only over TLS.
    const refused = await serve('--port', '0', '--host', '0.0.0.0').exited;
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('没有证书，不能在“0.0.0.0”上监听');
    expect(refused.output).toContain('fadu tls make');

    await makeCertificate(data, { names: readNames('fadu.example.cn'), now: new Date() });
    for (let start = 1; start <= 2; start += 1) {
      const open = serve('--port', '0', '--host', '0.0.0.0');
      const { port } = new URL(await open.address);
      const signedIn = await askOverTls(port, password!);
      expect(signedIn.status).toBe(201);
      expect(signedIn.headers['strict-transport-security']).toContain('max-age=31536000');
      expect(String(signedIn.headers['set-cookie'])).toMatch(
        /^__Host-fadu=\S+; Path=\/; HttpOnly; Secure; SameSite=Strict/,
      );
      open.child.kill('SIGTERM');
      const told = (await open.exited).output;
      expect(told).toContain('已启动，请用浏览器打开 https://');
      // There the demo's password is not told.
      expect(told).toContain('演示密码不在这里显示');
      expect(told).not.toContain(password);
    }
    const names = await readdir(path.join(data, 'logs'));
    const logs = (
      await Promise.all(names.map((name) => readFile(path.join(data, 'logs', name), 'utf8')))
    ).join('');
    expect(logs.match(/"event":"start"/g)).toHaveLength(4);
    expect(logs.match(/"event":"stop"/g)).toHaveLength(4);
    expect(logs.match(/"line":"made"/g)).toHaveLength(2);
    expect(logs).not.toContain(password);
  },
);

/** A sign-in by a client that trusts the office's root. */
async function askOverTls(port: string, password: string) {
  const asked = request({
    host: '127.0.0.1',
    port,
    method: 'POST',
    path: '/api/v1/session',
    ca: await readFile(tlsFiles(data).root),
    servername: 'fadu.example.cn',
    headers: { 'content-type': 'application/json' },
  });
  asked.end(JSON.stringify({ org: DEMO_ORG, account: 'judicial', password }));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return { status: response.statusCode, headers: response.headers };
}

it(
  'a port in use is refused with its number and what to do, and nothing keeps running',
  { timeout: 60_000 },
  async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { exited } = serve('--port', String(port));
    const { code, output } = await exited;
    expect(code).toBe(1);
    expect(output).toContain(`端口${port}已被别的程序占用`);
    expect(output).toContain('请停掉占用的程序，或换一个端口：设置环境变量 PORT，或用 --port。');
    taken.close();
  },
);

it('a port that is none is refused before anything starts', { timeout: 60_000 }, async () => {
  const { code, output } = await serve('--port', '99999').exited;
  expect(code).toBe(1);
  expect(output).toContain('端口“99999”不对');
});
