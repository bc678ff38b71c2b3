// @file app/api/orders/route.ts
import signal, { plan } from '@/lib/signal-server';

export async function POST(request: Request) {
  signal.group('u1', 'company', 'acme');
  signal.groupIdentify({ groupType: 'company', groupKey: 'acme', properties: { plan } });
  return Response.json({});
}
