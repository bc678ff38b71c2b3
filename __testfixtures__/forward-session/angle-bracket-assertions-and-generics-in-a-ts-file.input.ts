// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

const first = <T>(items: T[]): T | undefined => items[0];

export async function POST(request: Request) {
  const body = <{ userId: string; tags: string[] }>await request.json();
  signal.capture({ distinctId: <string>body.userId, event: 'tagged', properties: { tag: first<string>(body.tags) } });
  return Response.json({ ok: true });
}
