// @file app/api/visits/route.ts
import { signal } from '@/lib/signal-server';

function track(userId: string) {
  const count = function () {
    return arguments.length;
  };
  signal.capture({ distinctId: userId, event: 'visited', properties: { arguments: count() } });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId);
  return Response.json({});
}
