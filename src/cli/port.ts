import { Refusal } from '../kernel/index.ts';

export function defaultPort(): string {
  return process.env['PORT'] || '8080';
}

export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new Refusal('bad-input', `端口“${text}”不对，应是0到65535的数字。`);
  }
  return port;
}
