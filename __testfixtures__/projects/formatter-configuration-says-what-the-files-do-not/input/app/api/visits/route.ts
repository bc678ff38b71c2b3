import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { id } = await request.json();
  signal.capture({ distinctId: id, event: 'visited' });
  return Response.json({ ok: true });
}
