import { trackers } from '@/lib/events';

export async function POST(request: Request) {
  const { userId, event } = await request.json();
  trackers[event as keyof typeof trackers]?.(userId);
  return Response.json({ ok: true });
}
