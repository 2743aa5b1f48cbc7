import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const BYTES = 32;

/** A new secret to sign with, in the form of the Standard Webhooks specification. */
export function newSigningSecret(): string {
  return PREFIX + randomBytes(BYTES).toString('base64');
}

export interface Signed {
  /** The same for every attempt: by it the receiver knows what it has had already. */
  readonly id: string;
  /** When this attempt was signed; an old one that somebody repeats is known by it. */
  readonly at: Date;
  readonly body: string;
}

/** The headers of the Standard Webhooks specification; while a secret is changed, one signature by each. */
export function signedHeaders({ id, at, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
