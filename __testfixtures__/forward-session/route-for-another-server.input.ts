// @file app/api/internal/usage/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const key = request.headers.get('x-api-key');
  if (key !== process.env.INTERNAL_API_KEY) return new Response(null, { status: 401 });
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'usage_reported' });
  return Response.json({ ok: true });
}
