// @file app/api/link/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, anonymousId } = await request.json();
  signal.capture({
    distinctId: userId,
    event: '$merge_dangerously',
    properties: { alias: anonymousId },
  });
  signal.capture({ distinctId: userId, event: 'linked' });
  return Response.json({});
}
