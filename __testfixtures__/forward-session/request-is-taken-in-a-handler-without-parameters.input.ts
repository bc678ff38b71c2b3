// @file app/api/mirror/route.ts
import { signal } from '@/lib/signal-server';

export async function POST() {
  const request = new Request('https://mirror.example.com', { method: 'POST' });
  const response = await fetch(request);
  signal.capture({ distinctId: 'mirror', event: 'mirrored', properties: { status: response.status } });
  return Response.json({});
}
