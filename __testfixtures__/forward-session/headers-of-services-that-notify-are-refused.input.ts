// @file app/api/services/route.ts
import { verifyPlaid } from '@/lib/plaid';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const body = await request.text();
  if (!(await verifyPlaid(request.headers.get('plaid-verification'), body))) return new Response();
  signal.capture({ distinctId: JSON.parse(body).item_id, event: 'transactions_synced' });
  return new Response();
}

export async function PUT(request: Request) {
  if (request.headers.get('x-amz-sns-message-type') !== 'Notification') return new Response();
  const { Message } = await request.json();
  signal.capture({ distinctId: JSON.parse(Message).user, event: 'email_bounced' });
  return new Response();
}
