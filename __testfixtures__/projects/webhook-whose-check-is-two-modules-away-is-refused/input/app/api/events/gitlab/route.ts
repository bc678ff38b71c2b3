import { checkToken } from '@/lib/checks';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  if (!checkToken(request)) return new Response(null, { status: 401 });
  const { user } = await request.json();
  signal.capture({ distinctId: user.id, event: 'merged' });
  return new Response(null, { status: 204 });
}
