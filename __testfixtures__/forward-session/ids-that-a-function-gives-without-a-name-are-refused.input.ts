// @file app/api/events/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.capture({ ...baseOf(request, userId), event: 'ordered' });
  return Response.json({});
}

function baseOf(request: Request, userId: string) {
  return { distinctId: userId, sessionId: request.headers.get('x-chat') ?? '', windowId: undefined };
}
