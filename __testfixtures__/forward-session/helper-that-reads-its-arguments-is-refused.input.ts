// @file app/api/visits/route.ts
import { signal } from '@/lib/signal-server';

function track(userId: string, event?: string) {
  const isVisit = () => arguments.length === 1;
  signal.capture({ distinctId: userId, event: isVisit() ? 'visited' : String(event) });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId);
  return Response.json({});
}
