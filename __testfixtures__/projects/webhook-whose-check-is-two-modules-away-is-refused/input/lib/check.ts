import { createHmac } from 'node:crypto';

export async function checkBody(request: Request) {
  const body = await request.clone().text();
  const made = createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET ?? '').update(body).digest('hex');
  return request.headers.get('x-hub-signature-256') === `sha256=${made}`;
}
