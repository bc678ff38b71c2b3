import { trackers } from '@/lib/events';

export async function POST(request: Request) {
  const { userId, event } = await request.json();
  trackers[event]?.(userId);
  return Response.json({ ok: true });
}
