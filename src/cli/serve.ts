import path from 'node:path';
import type { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { CONSOLE } from '../console/door.ts';
import { createDemo, demoState } from '../demo/demo.ts';
import { ensureDemoPasswords } from '../demo/passwords.ts';
import { Refusal } from '../kernel/index.ts';
import { openFadu, type Fadu } from '../main.ts';
import { readKeepDays } from '../log/keep.ts';
import { openLog } from '../log/log.ts';
import { openSyslog, readSyslog, type SyslogTarget } from '../log/syslog.ts';
import { isLoopback } from '../people/network.ts';
import { buildServer } from '../server.ts';
import { daysLeft } from '../tls/certificate.ts';
import { startDeliveries } from '../webhooks/deliverer.ts';
import { openCheckDesk } from './check-desk.ts';
import { faultName, recordFault } from './fault.ts';
import { keepHeapSmall } from './memory.ts';
import { chooseLine, endingSoon, keepCertificate, lineName, type Reach } from './line.ts';
import { withData, type DataOptions } from './open.ts';
import { printLine, progress, type Progress } from './output.ts';
import { defaultPort, readPort } from './port.ts';
import { version } from './version.ts';

interface ServeOptions extends DataOptions {
  readonly port?: string;
  readonly host: string;
  readonly behindProxy?: boolean;
}

interface Address {
  readonly host: string;
  readonly port: number;
}

/** `fadu serve`: the public site of a data folder; on first run with the demo township in it. */
export function addServe(program: Command): void {
  withData(program.command('serve'))
    .description('启动公开网站，第一次启动时建好演示乡镇')
    .option('--port <端口>', '端口，默认取环境变量PORT，没有就用8080')
    .option('--host <地址>', '监听的地址，默认只供本机访问；供办公网访问要先有证书，见fadu tls', '127.0.0.1')
    .option('--behind-proxy', '由同一台机器上的代理加密并转来')
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  keepHeapSmall();
  const address = { host: options.host, port: readPort(options.port ?? defaultPort()) };
  const keepDays = readKeepDays(process.env);
  const syslog = readSyslog(process.env);
  const reach = await chooseLine(options, new Date());
  const soon = reach.about && endingSoon(reach.about, new Date());
  if (soon !== undefined) process.stderr.write(`${soon}\n`);
  const stop = awaitStop();
  const fadu = await openFadu({ data: options.data });
  try {
    await fadu.finishErasures();
    await ensureDemo(fadu, stop);
    if (!stop.asked) await giveDemoPasswords(fadu, address, reach);
    if (!stop.asked) await run(fadu, { ...reach, ...address, keepDays, syslog }, stop);
  } finally {
    // The embedded database is stopped in order; without this the next start would have to recover.
    await fadu.close();
  }
}

interface Served extends Reach, Address {
  readonly keepDays: number;
  readonly syslog: SyslogTarget | undefined;
}

async function run(fadu: Fadu, served: Served, stop: Stop): Promise<void> {
  // Built beside the program, see scripts/build.mjs.
  const desk = openCheckDesk(new URL('./check-worker.js', import.meta.url));
  const elsewhere =
    served.syslog &&
    openSyslog(served.syslog, (error) =>
      process.stderr.write(`日志服务器送不到，访问日志照常记在本机。${recordFault(error)}\n`),
    );
  const log = openLog(path.join(fadu.data, 'logs'), {
    keepDays: served.keepDays,
    elsewhere,
    broken: (error) => process.stderr.write(`访问日志写不进去，服务照常进行。${recordFault(error)}\n`),
  });
  const fault = (error: unknown): void => {
    log.write({ event: 'fault', ...faultName(error) });
    process.stderr.write(`${recordFault(error)}\n`);
  };
  // Built beside the program, too.
  const console = new URL('./console', import.meta.url);
  const site = buildServer(fadu, { fault, review: desk.review, console }, served.line, log);
  const kept = keepCertificate(site, { data: fadu.data, chain: served.line.tls?.cert }, fault);
  const deliveries = startDeliveries({
    store: fadu.store,
    key: fadu.signIn.key,
    way: { settings: fadu.webhooks.settings },
    touched: fadu.webhooks.touched,
    organisations: async () => (await fadu.organisations()).map(({ code }) => code),
    now: () => new Date(),
    fault,
  });
  try {
    const address = await listen(site, served);
    log.write({
      event: 'start',
      version: version(),
      line: lineName(served),
      port: Number(new URL(address).port),
    });
    if (served.about) log.write({ event: 'certificate', daysLeft: daysLeft(served.about, new Date()) });
    printLine(`已启动，请用浏览器打开 ${address} （按 Ctrl-C 停止）`);
    printLine(`工作台：${address}${CONSOLE}`);
    await stop.promise;
  } finally {
    kept.stop();
    await deliveries.stop();
    await desk.close();
    await site.close();
    log.write({ event: 'stop' });
    await log.close();
  }
}

/** An empty data folder gets the demo township; one that was killed while it was made is taken up where it stopped. */
async function ensureDemo(fadu: Fadu, stop: Stop): Promise<void> {
  const empty = (await fadu.organisations()).length === 0;
  if (!empty && (await demoState(fadu)) !== 'unfinished') return;
  printLine(`${empty ? '第一次启动，正在建' : '接着建'}演示乡镇（样稿·数据虚构）…`);
  let bar: Progress | undefined;
  try {
    await createDemo(fadu, (_done, total) => {
      if (stop.asked) throw new Stopped();
      (bar ??= progress('建演示乡镇', total)).advance();
    });
  } catch (error) {
    if (error instanceof Stopped) return;
    if (empty || !(error instanceof Refusal) || error.code !== 'idempotency-conflict') throw error;
    // Begun by another release, whose demo had other acts: what is there stays and can be looked at.
    printLine('演示乡镇是另一版程序建的，接不上；要建新的，请换一个空的数据文件夹。');
  } finally {
    bar?.stop();
  }
}

/** Printed only where nobody but this machine's users can come in with it. */
async function giveDemoPasswords(fadu: Fadu, { host }: Address, { line }: Reach): Promise<void> {
  if ((await demoState(fadu)) === 'absent') return;
  const password = await ensureDemoPasswords(fadu);
  if (isLoopback(host) && !line.proxies)
    printLine(`演示账号（如 judicial 司法所、deputy 分管领导、window 窗口）的密码：${password}`);
  else printLine('服务不只限本机，演示密码不在这里显示；可在本机执行“fadu password --demo”查看。');
}

/** Returns the address that a person can open. */
async function listen(site: FastifyInstance, { host, port }: Address): Promise<string> {
  try {
    return await site.listen({ host, port });
  } catch (error) {
    throw refusalOf(error, host, port) ?? error;
  }
}

function refusalOf(error: unknown, host: string, port: number): Refusal | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new Refusal('environment', `端口${port}已被别的程序占用。`, {
        next: '请停掉占用的程序，或换一个端口：设置环境变量 PORT，或用 --port。',
      });
    case 'EACCES':
      return new Refusal('environment', `没有权限使用端口${port}。`, {
        next: '请换一个1024以上的端口：设置环境变量 PORT，或用 --port。',
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Refusal('environment', `本机没有“${host}”这个地址。`, {
        next: '只供本机访问请不写 --host；供办公网访问请写本机在办公网里的地址。',
      });
    default:
      return undefined;
  }
}

/** Thrown to leave off making the demo. */
class Stopped extends Error {}

interface Stop {
  readonly asked: boolean;
  readonly promise: Promise<void>;
}

/** The first Ctrl-C or SIGTERM asks to stop in order; a second ends the process at once, for when stopping hangs. */
function awaitStop(): Stop {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  const stop = { asked: false, promise };
  const onSignal = (): void => {
    if (stop.asked) process.exit(1);
    stop.asked = true;
    process.stderr.write('正在停止…\n');
    resolve();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return stop;
}
