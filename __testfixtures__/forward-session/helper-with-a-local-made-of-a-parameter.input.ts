// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

async function ensure(userId: string, source?: string, extra: Record<string, unknown> = {}) {
  const resolved = source ?? 'web';
  const all = { ...extra };
  signal.capture({ distinctId: userId, event: 'ensured', properties: { resolved, ...all } });
}

export async function POST(request: Request) {
  await ensure('u1', 'mobile');
  return Response.json({});
}
