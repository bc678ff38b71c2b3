import { createHmac } from 'node:crypto';

export function verifySignature(body: string, signature: string | null) {
  return createHmac('sha256', 'key').update(body).digest('hex') === signature;
}
