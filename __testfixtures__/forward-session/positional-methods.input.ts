// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { id } = await request.json();
  signal.setPersonProperties(id, { plan: 'pro' });
  signal.setPersonPropertiesOnce(id, { plan: 'pro' }, undefined, undefined);
  signal.alias(id, 'other');
  signal.group(id, 'company', 'acme');
  signal.group(id, 'company', 'acme', { plan: 'pro' });
  signal.groupIdentify({ groupType: 'company', groupKey: 'acme' });
  return Response.json({});
}
