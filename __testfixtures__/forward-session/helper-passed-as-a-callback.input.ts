// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function track(user: { id: string }) {
  signal.capture({ distinctId: user.id, event: 'invited' });
}

export async function POST(request: Request) {
  const users = await request.json();
  users.forEach(track);
  return Response.json({});
}
