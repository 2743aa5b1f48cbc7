import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { hostname } from 'node:os';
import { Refusal } from '../kernel/index.ts';

/** Where a copy of each line goes (日志服务器). */
export interface SyslogTarget {
  readonly host: string;
  readonly port: number;
}

const PORT = 514;
/** Facility 16 (local0), severity 6 (informational). */
const PRIORITY = 16 * 8 + 6;

/** `FADU_SYSLOG=udp://10.0.0.9:514`: the log goes to that machine too. Undefined where it is not set. */
export function readSyslog(env: Readonly<Record<string, string | undefined>>): SyslogTarget | undefined {
  const text = env['FADU_SYSLOG'];
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url?.protocol === 'udp:' && /^udp:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(text);
  if (url && bare && url.port !== '0') {
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? PORT : Number(url.port) };
  }
  throw new Refusal('environment', `FADU_SYSLOG“${text}”不对。`, {
    next: '请写成udp://地址:端口，例如udp://10.0.0.9:514。',
  });
}

export interface Syslog {
  /** Sends a line that was stamped with this time. */
  send(line: string, time: Date): void;
  /** What was sent before is on its way when this resolves. */
  close(): Promise<void>;
}

/**
 * Sends lines by RFC 5424 over UDP (RFC 5426). Nothing waits for it and nothing stops for it: what gets lost on the way
 * stands in the file. `broken` is told the first time only.
 */
export function openSyslog({ host, port }: SyslogTarget, broken: (error: unknown) => void): Syslog {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4').unref();
  const head = `${hostname().replace(/[^\x21-\x7E]/g, '') || '-'} fadu ${process.pid} - -`;
  let told = false;
  const fail = (error: unknown): void => {
    if (!told) broken(error);
    told = true;
  };
  socket.on('error', fail);
  const sending = new Set<Promise<void>>();
  return {
    send(line, time) {
      const message = Buffer.from(`<${PRIORITY}>1 ${time.toISOString()} ${head} ${line}`);
      const sent = new Promise<void>((resolve) => {
        socket.send(message, port, host, (error) => {
          if (error) fail(error);
          resolve();
        });
      }).finally(() => sending.delete(sent));
      sending.add(sent);
    },
    async close() {
      await Promise.all(sending);
      await new Promise<void>((resolve) => socket.close(() => resolve()));
    },
  };
}
