import { eventFor, track } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(eventFor(userId));
  return Response.json({ ok: true });
}
