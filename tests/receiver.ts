import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** What somebody was sent. */
export interface Received {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answer = (response: ServerResponse, received: Received) => void;

/** Another system that is told: a real server on this machine. */
export interface Receiver {
  readonly port: number;
  readonly received: Received[];
  /** How it answers from now on; at first with 204. */
  answer(how: Answer): void;
  close(): Promise<void>;
}

export interface ReceiverOptions {
  readonly host?: string;
  readonly port?: number;
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer };
}

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end();

export async function startReceiver({
  host = '127.0.0.1',
  port = 0,
  tls,
}: ReceiverOptions = {}): Promise<Receiver> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let how: Answer = status(204);
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { url = '', method = '', headers } = request;
    const one = { path: url, method, headers, body };
    received.push(one);
    how(response, one);
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    take(request, response).catch(() => response.destroy());
  };
  const server = tls ? createTlsServer(tls, onRequest) : createServer(onRequest);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    answer: (next) => void (how = next),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Is it what its sender signed? Written after the text of the Standard Webhooks specification, without a line of ours: the
 * key is base64 after the prefix, what is signed is id, timestamp and body between full stops, and one of the signatures in
 * the header must be it.
 */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  const [, encoded] = /^whsec_(.+)$/.exec(secret)!;
  const said = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const right = createHmac('sha256', Buffer.from(encoded!, 'base64')).update(said, 'utf8').digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((each) => {
      const [version, signature = ''] = each.split(',');
      const given = Buffer.from(signature, 'base64');
      return version === 'v1' && given.length === right.length && timingSafeEqual(given, right);
    });
}
