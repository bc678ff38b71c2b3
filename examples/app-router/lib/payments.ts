import { createHmac, randomUUID } from 'node:crypto';

export async function createCheckoutSession(items: string[]) {
  const id = `cs_${randomUUID()}`;
  return { id, url: `https://pay.example.com/${id}?n=${items.length}` };
}

export function verifySignature(body: string, signature: string | null): boolean {
  const expected = createHmac('sha256', process.env.PAYMENTS_SECRET ?? '').update(body).digest('hex');
  return signature === expected;
}
